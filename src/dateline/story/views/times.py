"""Time expressions as rows: the words, the days they stand for, and what they were reckoned from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dateline.model import Timex
from dateline.story.lookup.row import Row
from dateline.story.story import Story
from dateline.story.wording import date_in_words, written_day_in_words

_PUBLISHED, _DATELINE = "published", "dateline"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRow(Row):
    """One time expression of one report."""

    report: str
    text: str
    start: int  # characters of the report's clean text, half open
    end: int
    type: str  # DATE, TIME, DURATION, SET
    value: str  # TIMEX3
    mod: str | None
    earliest: dt.date | None  # None at both ends: bound to no day; at one: open at that end
    latest: dt.date | None
    edtf: str | None
    days: str  # the interval in words
    reckoned: str  # rule and anchor in words


def times(story: Story) -> list[TimeRow]:
    """All time expressions, report by report, in the order of the text."""
    found = sorted(story.all(Timex), key=lambda timex: (timex.report, timex.words.start, timex.words.end))
    printed = {timex.id: timex.words.text for timex in found}
    return [
        TimeRow(
            id=timex.id,
            report=timex.report,
            text=timex.words.text,
            start=timex.words.start,
            end=timex.words.end,
            type=timex.type.value,
            value=timex.value,
            mod=timex.mod,
            earliest=timex.time.earliest if timex.time else None,
            latest=timex.time.latest if timex.time else None,
            edtf=timex.time.edtf if timex.time else None,
            days=date_in_words(timex.time) if timex.time else "bound to no day",
            reckoned=f"{timex.rule}; {_anchor(timex.anchor, printed)}",
        )
        for timex in found
    ]


def _anchor(anchor: str | None, printed: dict[str, str]) -> str:
    """What an expression was reckoned from, in words."""
    if anchor is None:
        return "no other date is used"
    kind, _, rest = anchor.partition(" ")
    if kind == _PUBLISHED:
        return f"reckoned from the day of publication, {written_day_in_words(rest)}"
    if kind == _DATELINE:
        return f"reckoned from the day in the dateline, {written_day_in_words(rest)}"
    return f"reckoned from “{printed.get(rest, rest)}”"
