"""Time expressions: found by Dateline's own grammar, tied to a day, each with its rule and anchor.

The anchor is the publication date or a date mentioned earlier in the text, never a guess: an expression that
needs a date which is not known keeps an open value and no interval.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from dateline.ids import content_id
from dateline.model import Paragraph, Report, Sentence, Timex
from dateline.reading.parsed import Parse
from dateline.reading.timex.cascade import Item
from dateline.reading.timex.grammar import find, numeric_order
from dateline.reading.timex.periods import Period, Unit
from dateline.reading.timex.resolve import Answer, Reference, View, resolve, tells, waits
from dateline.reading.timex.tense import tense_at
from dateline.span import Grounding
from dateline.stage import Context, Draft

_FINENESS = {unit: number for number, unit in enumerate(Unit)}


class TimexStage:
    """Parses in, time expressions out. `vague` adds those without a date (now, recently, the future)."""

    name: ClassVar[str] = "timexes"
    version: ClassVar[str] = "1"
    reads: ClassVar[tuple[type, ...]] = (Report, Paragraph, Sentence, Parse)
    writes: ClassVar[tuple[type, ...]] = (Timex,)

    def __init__(self, vague: bool = False) -> None:
        self._vague = vague

    def open(self, context: Context) -> None:
        """Nothing to load: the parse brings its own model."""

    def run(self, draft: Draft) -> Iterator[Timex]:
        """Find all expressions of the report, then tie them to days in the order of the text."""
        report = draft.report
        found = [(parse, find(parse.doc, vague=self._vague)) for parse in draft.of(Parse)]
        order = numeric_order(item for _, items in found for item in items)
        memory = _Memory(_day(report))
        for parse, items in found:
            memory.paragraph = parse.paragraph.number
            for sentence, in_sentence in _by_sentence(parse, items):
                yield from _resolved(report, parse, sentence, in_sentence, memory, order)


@dataclass(slots=True)
class _Known:
    """A date of the text so far."""

    reference: Reference
    paragraph: int


@dataclass(slots=True)
class _Memory:
    """The dates of a report so far, the latest last."""

    published: dt.date | None
    known: list[_Known] = field(default_factory=list)
    paragraph: int = 0

    def latest(self, unit: Unit, over: bool) -> Reference | None:
        """The latest date nearby that is at least as fine as a unit; `over`: none that was yet to come."""
        return self._latest(
            lambda there: (
                _FINENESS[there.unit] <= _FINENESS[unit]
                and not (over and self.published and there.first > self.published)
            )
        )

    def about(self, unit: Unit) -> Reference | None:
        """The latest date nearby of just that unit."""
        return self._latest(lambda there: there.unit is unit)

    def _latest(self, fits: Callable[[Period], bool]) -> Reference | None:
        for one in reversed(self.known):
            if self.paragraph - one.paragraph > _NEARBY:
                return None
            if fits(one.reference.period):
                return one.reference
        return None


_NEARBY = 2  # paragraphs back to which "two days later" still reaches


def _by_sentence(parse: Parse, items: list[Item]) -> list[tuple[Sentence, list[Item]]]:
    groups: dict[str, tuple[Sentence, list[Item]]] = {}
    for item in items:
        sentence = parse.sentence_at(parse.offset + item.start)
        groups.setdefault(sentence.id, (sentence, []))[1].append(item)
    return list(groups.values())


def _resolved(
    report: Report, parse: Parse, sentence: Sentence, items: list[Item], memory: _Memory, day_first: bool | None
) -> list[Timex]:
    """The expressions of a sentence. Those that wait for its other dates come last, and are put back in place."""
    timexes: dict[int, Timex] = {}
    for item in sorted(items, key=lambda item: (waits(item.meaning), item.start)):
        view = View(
            published=memory.published,
            tense=lambda item=item: tense_at(parse.doc[item.first], parse.doc[item.last]),  # type: ignore[misc]
            reference=memory.latest,
            about=memory.about,
            day_first=day_first,
        )
        answer = resolve(item.meaning, view)
        timex = _record(report, parse, sentence, item, answer)
        timexes[item.start] = timex
        if answer.period is not None and tells(item.meaning):
            memory.known.append(_Known(Reference(timex.id, answer.period), memory.paragraph))
    return [timexes[start] for start in sorted(timexes)]


def _day(report: Report) -> dt.date | None:
    """The day of publication, if a single day is known."""
    published = report.published
    return published.earliest if published is not None and published.is_day else None


def _record(report: Report, parse: Parse, sentence: Sentence, item: Item, answer: Answer) -> Timex:
    words = parse.slice(item.start, item.end)
    anchor = None
    if answer.anchored:
        anchor = f"timex {answer.reference}" if answer.reference else f"published {_day(report)}"
    return Timex(
        id=content_id("t", report.id, words.start, words.end),
        report=report.id,
        sentence=sentence.id,
        words=words,
        type=answer.type,
        value=answer.value,
        mod=answer.mod,
        time=answer.time,
        anchor=anchor,
        grounding=Grounding.INFERRED if answer.anchored else Grounding.NORMALISED,
        rule=item.rule,
    )
