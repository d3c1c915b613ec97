"""What comes round: August 9, last summer, Easter, Monday. Which one is meant, seen from a report's day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from dateline.fuzzydate import FuzzyDate
from dateline.model import TimexType
from dateline.reading.timex import periods
from dateline.reading.timex.answers import Answer, View, of_period
from dateline.reading.timex.choices import Which
from dateline.reading.timex.feasts import feast_day
from dateline.reading.timex.meaning import DayOfMonth, EitherOrder, Feast, Weekday, Yearly
from dateline.reading.timex.periods import Period, Unit
from dateline.reading.timex.tense import Tense
from dateline.reading.timex.values import open_value

_LEAP_GAP = 8  # years between two 29 Februaries around 1900 and 2100
_AGAINST_PAST = 8  # "was arrested on April 2" looks back ten months; an event announced for soon stays near
_AGAINST_FUTURE = 8  # "will" is firmer, but does not move a date of last week to next year
_RESULTS = 4  # quarters are mostly those that results are in for


def in_year(item: Yearly | Feast, year: int) -> Period | None:
    """The instance of what comes round in one year; None for 29 February in a year without it."""
    if isinstance(item, Feast):
        feast = feast_day(item.name, year)
        date = periods.step(feast, Unit.DAY, item.offset) if feast else None
        return periods.day(date) if date else None
    if not dt.MINYEAR <= year < dt.MAXYEAR:
        return None
    if item.unit is Unit.DAY:
        try:
            return periods.day(dt.date(year, item.number, item.day or 1))
        except ValueError:
            return None
    make = {Unit.MONTH: periods.month, Unit.QUARTER: periods.quarter, Unit.HALF: periods.half}
    return make.get(item.unit, periods.season)(year, item.number)


def without_year(item: Yearly | Feast) -> Answer:
    """What is known of it where the year is not."""
    if isinstance(item, Feast):
        return Answer(TimexType.DATE, open_value(Unit.DAY))
    return Answer(TimexType.DATE, open_value(item.unit, item.number, item.day))


def yearly(meaning: Yearly | Feast, view: View) -> Answer:
    """The day, month, quarter or season of the year that is meant."""
    if view.published is None:
        return without_year(meaning)
    around = [
        period
        for year in range(view.published.year - _LEAP_GAP, view.published.year + _LEAP_GAP + 1)
        if (period := in_year(meaning, year))
    ]
    if meaning.weekday:
        around = [p for p in around if p.first.isoweekday() == meaning.weekday] or around
    if meaning.which in (Which.LAST, Which.LATEST):
        return _last_round(meaning, around, view.published)
    answer = _chosen(meaning, around, view.published, view.tense)
    return of_period(answer, Unit.DAY, anchored=True) if answer else without_year(meaning)


def _chosen(
    meaning: Yearly | Feast, around: list[Period], published: dt.date, tense: Callable[[], Tense]
) -> Period | None:
    """The one that the words or the tense choose; without either the nearest."""
    if meaning.which is Which.THIS:
        return next((p for p in around if published.year in (p.first.year, p.last.year)), None)
    if meaning.which is Which.NEXT:
        return next((p for p in around if p.first > published), None)
    looks = Tense.UNKNOWN if meaning.weekday else tense()
    return min(around, key=lambda p: _distance(p, published, looks), default=None)


def _distance(period: Period, date: dt.date, looks: Tense) -> tuple[int, int]:
    """Days from a date to a period, more against the tense; of two equally near the earlier counts as nearer."""
    if period.first > date:
        against = _AGAINST_PAST if looks is Tense.PAST else 1
        if period.unit is Unit.QUARTER and looks is not Tense.FUTURE:
            against = _RESULTS
        return (period.first - date).days * against, 1
    return max(0, (date - period.last).days) * (_AGAINST_FUTURE if looks is Tense.FUTURE else 1), 0


def _last_round(meaning: Yearly | Feast, around: list[Period], published: dt.date) -> Answer:
    """The latest that is over. "Last summer" in September, "last May" in June leave the year before open."""
    over = [p for p in around if p.last < published]
    if not over:
        return without_year(meaning)
    latest = over[-1]
    this_year = latest.unit is Unit.SEASON and latest.first.year == published.year
    just_over = latest.unit is Unit.MONTH and latest == periods.shifted(Unit.MONTH, published, -1)
    if meaning.which is Which.LATEST or len(over) == 1 or not (this_year or just_over):
        return of_period(latest, latest.unit, anchored=True)
    before = over[-2]
    answer = of_period(before, before.unit, anchored=True)
    return replace(answer, time=FuzzyDate.between(before.first, latest.last))


def weekday(meaning: Weekday, view: View) -> Answer:
    """Past by habit of the news, ahead after a verb that looks ahead, and today on the day itself."""
    if view.published is None:
        return Answer(TimexType.DATE, f"XXXX-WXX-{meaning.number}")
    back = (view.published.isoweekday() - meaning.number) % 7
    match meaning.which:
        case Which.LAST | Which.LATEST:
            days = -(back or 7)
        case Which.NEXT:
            days = 7 - back
        case Which.THIS:
            days = meaning.number - view.published.isoweekday()
        case _:
            days = 7 - back if back and view.tense() is Tense.FUTURE else -back
    date = periods.step(view.published, Unit.DAY, days)
    return of_period(periods.day(date) if date else None, Unit.DAY, anchored=True)


def day_of_month(meaning: DayOfMonth, view: View) -> Answer:
    """In the month that the text around is in, or the nearest by tense; the 31st in a month that has it."""
    if view.published is None:
        return Answer(TimexType.DATE, f"XXXX-XX-{meaning.day:02d}")
    published, looks = view.published, view.tense()
    told = view.reference(Unit.MONTH, False)
    start = told.period.first if told else published
    days = [(abs(step), day) for step in range(-2, 3) if (day := _in_month(start, step, meaning.day))]
    fits = [(away, day) for away, day in days if _looked_at(day, published, looks)]
    _, day = min(fits or days, key=lambda each: (each[0] if told else 0, abs((each[1] - published).days)))
    return of_period(periods.day(day), Unit.DAY, anchored=True, reference=told.id if told else None)


def _in_month(start: dt.date, step: int, day: int) -> dt.date | None:
    month = periods.step(start.replace(day=1), Unit.MONTH, step)
    try:
        return month.replace(day=day) if month else None
    except ValueError:
        return None


def _looked_at(day: dt.date, published: dt.date, looks: Tense) -> bool:
    return not (looks is Tense.PAST and day > published) and not (looks is Tense.FUTURE and day < published)


def either_order(meaning: EitherOrder, view: View) -> Answer:
    """By the order that the report shows elsewhere, if one reading is no date, or else open between the two."""
    days: list[dt.date | None] = []
    for day, month in ((meaning.first, meaning.second), (meaning.second, meaning.first)):
        try:
            days.append(dt.date(meaning.year, month, day))
        except ValueError:
            days.append(None)
    day_first, month_first = days
    told = {True: day_first, False: month_first, None: None}[view.day_first]
    open_days = sorted({day for day in days if day})
    if told or len(open_days) == 1:
        return of_period(periods.day(told or open_days[0]), Unit.DAY, anchored=False)
    if not open_days:
        return Answer(TimexType.DATE, open_value(Unit.DAY))
    time = FuzzyDate.between(open_days[0], open_days[1])
    return Answer(TimexType.DATE, f"{meaning.year:04d}-XX-XX", time)
