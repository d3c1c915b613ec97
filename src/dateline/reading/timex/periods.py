"""Periods of the calendar: days, weeks, months ... with their TIMEX3 values, and steps between them.

Weeks are those of ISO 8601 (Monday first). Seasons are the northern meteorological ones: spring begins in March;
a winter belongs to the year in which it begins. Years 1 to 9999; what lies beyond is None, never an error.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from dateutil.relativedelta import relativedelta

SEASONS = ("SP", "SU", "FA", "WI")
_SEASON_MONTHS = 3
_EDTF_SPRING = 21  # EDTF numbers the seasons 21 to 24 from spring


class Unit(StrEnum):
    """Units of time, the shorter first."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


BELOW_A_DAY = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)
KINDS = {  # the class that an expression of a unit has in the next pass
    Unit.DAY: "DAYDATE",
    Unit.WEEK: "WEEKDATE",
    Unit.WEEKEND: "WEEKDATE",
    Unit.FORTNIGHT: "WEEKDATE",
    Unit.MONTH: "MONTHDATE",
    Unit.QUARTER: "QUARTERDATE",
    Unit.HALF: "QUARTERDATE",
    Unit.SEASON: "SEASONDATE",
    Unit.YEAR: "YEARDATE",
    Unit.DECADE: "LONGDATE",
    Unit.CENTURY: "LONGDATE",
    Unit.MILLENNIUM: "LONGDATE",
}


@dataclass(frozen=True, slots=True)
class Period:
    """Days [first, last] that have a name in the calendar."""

    unit: Unit
    first: dt.date
    last: dt.date
    value: str  # TIMEX3
    edtf: str


def day(date: dt.date) -> Period:
    """One day."""
    return Period(Unit.DAY, date, date, date.isoformat(), date.isoformat())


def week(date: dt.date) -> Period | None:
    """The ISO week that holds a day."""
    return _week(date, Unit.WEEK, 0, "")


def weekend(date: dt.date) -> Period | None:
    """Saturday and Sunday of the ISO week that holds a day."""
    return _week(date, Unit.WEEKEND, calendar.SATURDAY, "-WE")


def _week(date: dt.date, unit: Unit, begins: int, suffix: str) -> Period | None:
    iso = date.isocalendar()
    monday = date.toordinal() - date.weekday()
    if monday < 1 or monday + 6 > dt.date.max.toordinal():
        return None
    first, last = dt.date.fromordinal(monday + begins), dt.date.fromordinal(monday + 6)
    value = f"{iso.year:04d}-W{iso.week:02d}{suffix}"
    return Period(unit, first, last, value, f"{first}/{last}")


def month(year: int, number: int) -> Period | None:
    """A month by its number, 1 to 12."""
    return _months(Unit.MONTH, year, number, 1, f"{year:04d}-{number:02d}", f"{year:04d}-{number:02d}")


def quarter(year: int, number: int) -> Period | None:
    """A quarter of a year, 1 to 4."""
    return _months(Unit.QUARTER, year, 3 * number - 2, 3, f"{year:04d}-Q{number}")


def half(year: int, number: int) -> Period | None:
    """A half of a year, 1 or 2."""
    return _months(Unit.HALF, year, 6 * number - 5, 6, f"{year:04d}-H{number}")


def season(year: int, number: int) -> Period | None:
    """A season by its place in `SEASONS`."""
    value, edtf = f"{year:04d}-{SEASONS[number]}", f"{year:04d}-{_EDTF_SPRING + number}"
    return _months(Unit.SEASON, year, 3 * number + _SEASON_MONTHS, _SEASON_MONTHS, value, edtf)


def year(number: int) -> Period | None:
    """A year of the common era."""
    return _years(Unit.YEAR, number, 1, f"{number:04d}", f"{number:04d}")


def decade(first: int) -> Period | None:
    """The ten years from 1990 for 1990; TIMEX3 and ISO 8601 write a decade as 199."""
    return _years(Unit.DECADE, first, 10, f"{first // 10:03d}", f"{first // 10:03d}X")


def century(number: int) -> Period | None:
    """The 20th century is 1900 to 1999 here, as in TIMEX3's and ISO 8601's value 19."""
    return _years(Unit.CENTURY, 100 * (number - 1), 100, f"{number - 1:02d}", f"{number - 1:02d}XX")


def millennium(number: int) -> Period | None:
    """The second millennium is 1000 to 1999."""
    return _years(Unit.MILLENNIUM, 1000 * (number - 1), 1000, f"{number - 1}", f"{number - 1}XXX")


def _months(unit: Unit, year: int, number: int, length: int, value: str, edtf: str = "") -> Period | None:
    if not dt.MINYEAR <= year < dt.MAXYEAR:
        return None
    first = dt.date(year, number, 1)
    last = first + relativedelta(months=length, days=-1)
    return Period(unit, first, last, value, edtf or f"{first}/{last}")


def _years(unit: Unit, first: int, length: int, value: str, edtf: str) -> Period | None:
    if not dt.MINYEAR <= first <= dt.MAXYEAR - length + 1:
        return None
    return Period(unit, dt.date(first, 1, 1), dt.date(first + length - 1, 12, 31), value, edtf)


def containing(unit: Unit, date: dt.date) -> Period | None:
    """The period of a unit that holds a day; an hour or less is dated by its day, a fortnight by its week."""
    match unit:
        case Unit.WEEK | Unit.FORTNIGHT:
            return week(date)
        case Unit.WEEKEND:
            return weekend(date)
        case Unit.MONTH:
            return month(date.year, date.month)
        case Unit.QUARTER:
            return quarter(date.year, (date.month + 2) // 3)
        case Unit.HALF:
            return half(date.year, (date.month + 5) // 6)
        case Unit.SEASON:
            return season(date.year - (date.month < _SEASON_MONTHS), (date.month // 3 - 1) % 4)
        case Unit.YEAR:
            return year(date.year)
        case Unit.DECADE:
            return decade(date.year // 10 * 10)
        case Unit.CENTURY:
            return century(date.year // 100 + 1)
        case Unit.MILLENNIUM:
            return millennium(date.year // 1000 + 1)
        case _:
            return day(date)


_STEPS = {
    Unit.DAY: relativedelta(days=1),
    Unit.WEEKEND: relativedelta(days=7),
    Unit.WEEK: relativedelta(days=7),
    Unit.FORTNIGHT: relativedelta(days=14),
    Unit.MONTH: relativedelta(months=1),
    Unit.QUARTER: relativedelta(months=3),
    Unit.SEASON: relativedelta(months=3),
    Unit.HALF: relativedelta(months=6),
    Unit.YEAR: relativedelta(years=1),
    Unit.DECADE: relativedelta(years=10),
    Unit.CENTURY: relativedelta(years=100),
    Unit.MILLENNIUM: relativedelta(years=1000),
}


def step(date: dt.date, unit: Unit, count: int) -> dt.date | None:
    """A day so many units further on (or back); hours and less stay on the day. None outside the calendar.

    29 February becomes the 28th in a year without it, as dateutil has it.
    """
    if unit not in _STEPS:
        return date
    try:
        return date + _STEPS[unit] * count
    except (ValueError, OverflowError):
        return None


def shifted(unit: Unit, date: dt.date, count: int) -> Period | None:
    """The period so many units from the one that holds a day: a month back from 31 March is February."""
    here = containing(unit, date)
    there = step(here.first, unit, count) if here else None
    return containing(unit, there) if there else None


def third(period: Period, number: int) -> tuple[dt.date, dt.date]:
    """Early, mid or late: a third of a period's days (four months of a year, some ten days of a month)."""
    first, last = period.first, period.last
    if period.unit is Unit.YEAR:
        edges = [first, first.replace(month=5), first.replace(month=9)]
    elif period.unit in (Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM):
        years = last.year - first.year + 1
        edges = [first.replace(year=first.year + -(-years * part // 3)) for part in range(3)]
    elif period.unit is Unit.MONTH:
        edges = [first, first.replace(day=11), first.replace(day=21)]
    else:
        length = (last - first).days + 1
        edges = [first + dt.timedelta(days=length * part // 3) for part in range(3)]
    ends = [edge - dt.timedelta(days=1) for edge in edges[1:]] + [last]
    return edges[number], max(edges[number], ends[number])
