"""Time expressions: found by Dateline's own grammar, tied to a day, each with its rule and anchor.

The anchor is the publication date, the dateline's, or another date of the text, never a guess: an expression that
needs a date which is not known keeps an open value and no interval.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from dateline.fuzzydate import FuzzyDate
from dateline.ids import content_id
from dateline.model import Field, MetadataCandidate, Paragraph, Report, Sentence, Timex
from dateline.reading.parsed import Parse
from dateline.reading.timex import stretches
from dateline.reading.timex.answers import Answer, Reference, View
from dateline.reading.timex.cascade import Item
from dateline.reading.timex.grammar import find, numeric_order
from dateline.reading.timex.meaning import Feast, FromAct, NthDay
from dateline.reading.timex.memory import Memory, tells, waits
from dateline.reading.timex.narrated import acts_dated
from dateline.reading.timex.periods import Period
from dateline.reading.timex.publication import resolve_when
from dateline.reading.timex.tense import Tense, tense_at
from dateline.span import Grounding
from dateline.stage import Context, Draft

_FILED_WITHIN = dt.timedelta(days=7)  # a dateline further back is no day on which this report was written
_APPOSING = frozenset({",", "-", "–", "—", "(", "and", "exactly", "just", "only"})


class TimexStage:
    """Parses in, time expressions out. `vague` adds those without a date (now, recently, the future)."""

    name: ClassVar[str] = "timexes"
    version: ClassVar[str] = "5"
    reads: ClassVar[tuple[type, ...]] = (Report, MetadataCandidate, Paragraph, Sentence, Parse)
    writes: ClassVar[tuple[type, ...]] = (Timex,)

    def __init__(self, vague: bool = False) -> None:
        self._vague = vague

    def open(self, context: Context) -> None:
        """Nothing to load: the parse brings its own model."""

    def run(self, draft: Draft) -> Iterator[Timex]:
        """Find all expressions of the report, then tie them to days in the order of the text.

        What is reckoned from an act ("three days after the collapse") may stand before the words that date the
        act: it is tied again when all of the report is read, and left out if it names a day that nothing tells.
        """
        found = [(parse, find(parse.doc, vague=self._vague)) for parse in draft.of(Parse)]
        day_first = numeric_order(item for _, items in found for item in items)
        reader = Reader(draft.report, spoken_on(draft.report, draft.of(MetadataCandidate)), day_first)
        told = [
            once
            for parse, items in found
            for sentence, in_sentence in by_sentence(parse, items)
            for once in reader.sentence(parse, sentence, in_sentence)
        ]
        for once in told:
            timex = reader.again(once)
            if timex is not None:
                yield timex


@dataclass(frozen=True, slots=True)
class Spoken:
    """The day on which a report speaks, and where that is said: what "today" and "on Monday" are reckoned from."""

    date: FuzzyDate | None
    said: str  # "published", "dateline"


def spoken_on(report: Report, candidates: Iterable[MetadataCandidate]) -> Spoken:
    """The day of its dateline where that is shortly before publication; else the day of publication."""
    published = report.published.latest if report.published else None
    for candidate in candidates:
        if candidate.field is Field.PUBLISHED and candidate.found_in == "dateline" and published:
            day = _day(candidate.value)
            if day and dt.timedelta() < published - day <= _FILED_WITHIN:
                return Spoken(FuzzyDate.day(day), "dateline")
    return Spoken(report.published, "published")


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:  # a day without its year, a month
        return None


def by_sentence(parse: Parse, items: list[Item]) -> list[tuple[Sentence, list[Item]]]:
    """The expressions of a paragraph under their sentences, both in the order of the text."""
    groups: dict[str, tuple[Sentence, list[Item]]] = {}
    for item in items:
        sentence = parse.sentence_at(parse.offset + item.start)
        groups.setdefault(sentence.id, (sentence, []))[1].append(item)
    return list(groups.values())


@dataclass(frozen=True, slots=True)
class Once:
    """An expression, and what it was read as when the reader came by."""

    parse: Parse
    sentence: Sentence
    item: Item
    timex: Timex
    period: Period | None  # what later expressions can be reckoned from


class Reader:
    """Ties the expressions of one report to days; it remembers the dates that it has come by."""

    def __init__(self, report: Report, spoken: Spoken, day_first: bool | None) -> None:
        self._report = report
        self._spoken = spoken
        self._day_first = day_first
        self._memory = Memory(spoken.date.latest if spoken.date else None)

    def sentence(self, parse: Parse, sentence: Sentence, items: list[Item]) -> list[Once]:
        """The expressions of a sentence in order, though those that wait for its other dates are tied last."""
        self._memory.paragraph = parse.paragraph.number
        told: list[Once] = []
        for item in sorted(items, key=lambda item: (waits(item.meaning), item.start)):
            once = self._once(parse, sentence, item, self._apposed(told, parse, item) or self._answer(parse, item))
            told.append(once)
            if once.period is not None and tells(item.meaning):
                acts = acts_dated(parse.doc, item.first, item.last)
                if isinstance(item.meaning, Feast):
                    acts |= {"holiday"}
                self._memory.keep(Reference(once.timex.id, once.period), acts)
        return sorted(told, key=lambda once: once.item.start)

    def again(self, once: Once) -> Timex | None:
        """The expression as the whole report has it; None for a day beside an act of unknown date."""
        meaning = once.item.meaning
        if not isinstance(meaning, FromAct | NthDay):
            return once.timex
        unread = once.period is None or isinstance(meaning, NthDay)
        if unread and self._memory.told_act(meaning.acts) is not None:
            answer = self._answer(once.parse, once.item)
            return self._once(once.parse, once.sentence, once.item, answer).timex
        return None if isinstance(meaning, FromAct) and meaning.named and once.period is None else once.timex

    def _apposed(self, told: list[Once], parse: Parse, item: Item) -> Answer | None:
        """For "on Sunday, a day after the coup": the day beside it, which then dates the act too."""
        earlier = (once for once in told if once.item.end <= item.start)
        before = max(earlier, key=lambda once: once.item.end, default=None)
        if not isinstance(item.meaning, FromAct) or before is None or before.period is None:
            return None
        between = parse.doc[before.item.last + 1 : item.first]
        if not between or any(token.lower_ not in _APPOSING for token in between):
            return None
        self._memory.date_act(item.meaning, before.timex.id, before.period)
        return stretches.beside(item.meaning, before.period, before.timex.id)

    def _once(self, parse: Parse, sentence: Sentence, item: Item, answer: Answer) -> Once:
        timex = record(self._report, parse, sentence, item, answer, self._spoken)
        return Once(parse, sentence, item, timex, answer.period)

    def _answer(self, parse: Parse, item: Item) -> Answer:
        def tense() -> Tense:
            return tense_at(parse.doc[item.first], parse.doc[item.last])

        memory = self._memory
        view = View(None, tense, memory.latest, memory.about, memory.told_act, memory.began, self._day_first)
        return resolve_when(item.meaning, view, self._spoken.date)


def record(report: Report, parse: Parse, sentence: Sentence, item: Item, answer: Answer, spoken: Spoken) -> Timex:
    """The record of an expression, with the anchor in words."""
    words = parse.slice(item.start, item.end)
    anchor = None
    if answer.anchored:
        anchor = f"timex {answer.reference}" if answer.reference else f"{spoken.said} {spoken.date}"
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
