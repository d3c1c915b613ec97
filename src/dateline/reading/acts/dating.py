"""Times of the acts of a report: first what expressions date, in the whole report, then what follows from that."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.fuzzydate import FuzzyDate
from dateline.model import Status, Timex
from dateline.reading.acts.marks import Mark, Timed, marks_in
from dateline.reading.acts.narrative import OF_ITS_CAUSE, Narrative
from dateline.reading.acts.neighbours import along, time_above
from dateline.reading.acts.readings import Reading
from dateline.reading.acts.times import explicit
from dateline.reading.acts.triggers import Trigger
from dateline.reading.parsed import Parse


def dated(
    paragraphs: list[tuple[Parse, list[Reading], list[Timex]]], published: FuzzyDate | None
) -> Iterator[tuple[Reading, Timed]]:
    """The acts of a report with their times, in text order."""
    narrative = Narrative(published)
    told: list[tuple[dict[int, Timed], list[Mark]]] = []
    for parse, readings, timexes in paragraphs:
        positions = frozenset(r.trigger.token.i for r in readings)
        marks = marks_in(parse, timexes, positions)
        times: dict[int, Timed] = {}
        moved = {r.trigger.day.i: r.trigger for r in readings if r.trigger.day is not None}
        for reading in readings:
            here = [
                m
                for m in marks
                if reading.sentence.words.span.covers(m.timex.words.span)
                and moved.get(m.root.i, reading.trigger) == reading.trigger
            ]
            found = explicit(reading.trigger, reading.status, here, positions, narrative.published)
            if found is not None:
                found = narrative.until_now(narrative.office(found), reading.status, reading.trigger)
                times[reading.trigger.token.i] = found
                if reading.trigger.day is None or reading.status is not Status.NEGATED:
                    narrative.remember(reading.trigger, found)
        told.append((times, marks))
    for (_, readings, _), (times, marks) in zip(paragraphs, told, strict=True):
        narrative.begin_paragraph()
        acts = {r.trigger.token.i: r.trigger for r in readings}
        passed = 0
        for reading in sorted(readings, key=order_of_time):
            at = reading.trigger.token.i
            begins = reading.trigger.token.sent.start
            narrative.pass_by(m for m in marks if passed <= m.root.i < begins and m.holder.i not in acts)
            passed = begins
            if at not in times:
                times[at] = inferred(reading, narrative, acts, times)
                if times[at].rule.endswith(OF_ITS_CAUSE) and reading.status is Status.HAPPENED:
                    narrative.move_to(reading.trigger, times[at])
            elif reading.status is Status.HAPPENED:
                narrative.move_to(reading.trigger, times[at])
        for reading in readings:
            yield reading, times[reading.trigger.token.i]


def order_of_time(reading: Reading) -> tuple[int, int, int]:
    """Sentence by sentence, and in each what governs before what is governed."""
    token = reading.trigger.token
    return reading.sentence.number, sum(1 for _ in token.ancestors), token.i


def inferred(reading: Reading, narrative: Narrative, acts: dict[int, Trigger], times: dict[int, Timed]) -> Timed:
    """The time of an act that no expression dates: from other acts first, then from the running day."""
    trigger = reading.trigger
    return (
        narrative.told_after(trigger, acts, times)
        or narrative.same_act(trigger, reading.status)
        or (along(trigger, times) if reading.status is Status.HAPPENED else None)
        or narrative.undated(trigger, reading.status, time_above(trigger.token, times))
    )
