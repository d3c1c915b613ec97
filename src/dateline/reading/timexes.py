"""Time expressions: found by Dateline's own grammar, tied to a day, each with its rule and anchor.

The anchor is the publication date or a date mentioned earlier in the text, never a guess: an expression that
needs a date which is not known keeps an open value and no interval.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from dateline.ids import content_id
from dateline.model import Paragraph, Report, Sentence, Timex
from dateline.reading.parsed import Parse
from dateline.reading.timex.answers import Answer, Reference, View
from dateline.reading.timex.cascade import Item
from dateline.reading.timex.grammar import find, numeric_order
from dateline.reading.timex.memory import Memory, tells, waits
from dateline.reading.timex.publication import resolve_when
from dateline.reading.timex.tense import Tense, tense_at
from dateline.span import Grounding
from dateline.stage import Context, Draft


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
        day_first = numeric_order(item for _, items in found for item in items)
        memory = Memory(report.published.latest if report.published else None)
        for parse, items in found:
            memory.paragraph = parse.paragraph.number
            for sentence, in_sentence in by_sentence(parse, items):
                yield from tied(report, parse, sentence, in_sentence, memory, day_first)


def by_sentence(parse: Parse, items: list[Item]) -> list[tuple[Sentence, list[Item]]]:
    """The expressions of a paragraph under their sentences, both in the order of the text."""
    groups: dict[str, tuple[Sentence, list[Item]]] = {}
    for item in items:
        sentence = parse.sentence_at(parse.offset + item.start)
        groups.setdefault(sentence.id, (sentence, []))[1].append(item)
    return list(groups.values())


def tied(
    report: Report, parse: Parse, sentence: Sentence, items: list[Item], memory: Memory, day_first: bool | None
) -> list[Timex]:
    """The expressions of a sentence. Those that wait for its other dates come last, and are put back in place."""
    timexes: dict[int, Timex] = {}
    for item in sorted(items, key=lambda item: (waits(item.meaning), item.start)):

        def tense(item: Item = item) -> Tense:
            return tense_at(parse.doc[item.first], parse.doc[item.last])

        view = View(None, tense, memory.latest, memory.about, day_first)
        answer = resolve_when(item.meaning, view, report.published)
        timex = timexes[item.start] = record(report, parse, sentence, item, answer)
        if answer.period is not None and tells(item.meaning):
            memory.keep(Reference(timex.id, answer.period))
    return [timexes[start] for start in sorted(timexes)]


def record(report: Report, parse: Parse, sentence: Sentence, item: Item, answer: Answer) -> Timex:
    """The record of an expression, with the anchor in words."""
    words = parse.slice(item.start, item.end)
    anchor = None
    if answer.anchored:
        anchor = f"timex {answer.reference}" if answer.reference else f"published {report.published}"
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
