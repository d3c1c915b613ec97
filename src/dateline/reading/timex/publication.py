"""Reports of which only the month or the year is known: an expression is read from the first and the last day."""

from __future__ import annotations

from dataclasses import replace

from dateline.fuzzydate import FuzzyDate
from dateline.reading.timex.answers import Answer, View
from dateline.reading.timex.meaning import AnyMeaning
from dateline.reading.timex.resolve import resolve


def resolve_when(meaning: AnyMeaning, view: View, published: FuzzyDate | None) -> Answer:
    """The answer for a report of that day; of a month or year, if no more is known, all that it may be."""
    if published is None or published.earliest is None or published.latest is None:
        return resolve(meaning, view)
    first = resolve(meaning, replace(view, published=published.earliest))
    if published.is_day:
        return first
    last = resolve(meaning, replace(view, published=published.latest))
    if first == last:
        return first
    time = None
    if first.time and last.time:
        ends = (first.time.earliest, last.time.latest)
        time = FuzzyDate.between(*ends) if any(ends) else None
    return replace(resolve(meaning, view), time=time, anchored=True)
