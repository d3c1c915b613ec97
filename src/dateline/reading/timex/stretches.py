"""Lengths of time tied to days: to the day of speaking, to another date, to an act; and steps from a period."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dateline.fuzzydate import FuzzyDate
from dateline.model import TimexType
from dateline.reading.timex import periods
from dateline.reading.timex.answers import Answer, of_period
from dateline.reading.timex.choices import Limit, Side
from dateline.reading.timex.meaning import FromAct, FromDate, Length
from dateline.reading.timex.periods import BELOW_A_DAY, Period, Unit
from dateline.reading.timex.values import length_value


def steps_from(start: Period, unit: Unit, count: int) -> Period | None:
    """The period so many units on; None beyond the calendar.

    Weeks are counted in days where a day is known; a quarter or month a year earlier is a quarter or month.
    """
    weeks_of_day = unit is Unit.WEEK and start.unit is Unit.DAY
    finer = unit is Unit.YEAR and start.unit in (Unit.QUARTER, Unit.MONTH, Unit.HALF, Unit.SEASON)
    if count and (weeks_of_day or finer):
        date = periods.step(start.first, unit, count)
        return periods.containing(start.unit, date) if date else None
    return periods.shifted(unit, start.first, count)


def length(meaning: Length, published: dt.date | None) -> Answer:
    """A length; with a side, the days of it that end or begin on the day of speaking."""
    answer = Answer(TimexType.DURATION, length_value(meaning.amount, meaning.unit), mod=meaning.mod)
    if meaning.side is None or published is None:
        return answer
    past = meaning.side is Side.PAST
    if meaning.amount is None:
        time = FuzzyDate.between(None, published) if past else FuzzyDate.between(published, None)
        return replace(answer, time=time, anchored=True)
    unit, count = meaning.unit, -int(-meaning.amount // 1)  # rounded up
    if unit in BELOW_A_DAY:  # the last 24 hours reach into yesterday
        unit, count = Unit.DAY, 1
    other = periods.step(published, unit, -count if past else count)
    if other is None:
        return answer
    first, last = sorted((other, published))
    return replace(answer, time=FuzzyDate.between(first, last), anchored=True)


def counted(meaning: FromDate | FromAct, start: Period | None, *, anchored: bool, reference: str | None) -> Answer:
    """So much time after or before a period: the days that it leads to; only the length if there is no period."""
    answer = length(replace(meaning.length, side=None), None)
    if start is None:
        return answer
    if meaning.length.unit in BELOW_A_DAY:  # hours before the blast: its day
        time = of_period(start, start.unit, anchored=True).time
        return replace(answer, time=time, anchored=anchored, reference=reference)
    if meaning.length.amount is None:
        return answer
    period = steps_from(start, meaning.length.unit, meaning.sign * int(meaning.length.amount))
    if period is None:
        return answer
    there = of_period(period, meaning.length.unit, anchored=anchored, reference=reference)
    if meaning.named:
        return there
    return replace(answer, time=there.time, period=period, anchored=anchored, reference=reference)


def beside(meaning: FromAct, period: Period, reference: str) -> Answer:
    """A length from an act that stands beside the date it leads to: it is that date."""
    there = of_period(period, period.unit, anchored=True, reference=reference)
    if meaning.named:
        return there
    answer = length(replace(meaning.length, side=None), None)
    return replace(answer, time=there.time, period=period, anchored=True, reference=reference)


def from_first_day(meaning: Length, first: Answer) -> Answer:
    """From the first day to the last, both counted."""
    answer = length(replace(meaning, side=None), None)
    count = int(meaning.amount or 0)
    end = periods.step(first.period.first, meaning.unit, count) if first.period else None
    if first.period is None or end is None or count < 1:
        return answer
    time = FuzzyDate.between(first.period.first, max(first.period.first, end - dt.timedelta(days=1)))
    return replace(answer, time=time, anchored=first.anchored, reference=first.reference)


def on_side(limit: Limit, whole: FuzzyDate) -> FuzzyDate | None:
    """The days before or after a date; None where it has no end on that side."""
    first, last = whole.earliest, whole.latest
    day = dt.timedelta(days=1)
    ends = {
        Limit.SINCE: (first, None),
        Limit.AFTER: (last + day if last and last < dt.date.max else None, None),
        Limit.UNTIL: (None, last),
        Limit.THROUGH: (None, last),
        Limit.BY: (None, last),
        Limit.BEFORE: (None, first - day if first and first > dt.date.min else None),
    }[limit]
    return None if ends == (None, None) else FuzzyDate.between(*ends)
