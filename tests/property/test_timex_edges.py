"""Twenty expressions on twenty awkward days of publication, against the calendar of the standard library.

Leap days, days beside them, ends of years and centuries, weeks that two years share.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from dateutil.relativedelta import relativedelta

from tests.property.test_timex_anchors import timexes

type Days = tuple[dt.date, dt.date]

_AWKWARD = (
    "2000-02-28 2000-02-29 2000-03-01 1999-02-28 1999-03-01 2096-02-29 2100-02-28 2100-03-01 1999-12-31 "
    "2000-01-01 2000-12-31 2001-01-01 2009-12-31 2010-01-03 2015-12-31 2016-01-04 2020-12-28 2021-01-03 "
    "2024-07-31 2023-10-29 "
)
PUBLISHED = [dt.date.fromisoformat(day) for day in _AWKWARD.split()]


def one(day: dt.date) -> Days:
    return day, day


def days(count: int) -> Callable[[dt.date], Days]:
    return lambda day: one(day + dt.timedelta(days=count))


def week(step: int) -> Callable[[dt.date], Days]:
    def of(day: dt.date) -> Days:
        monday = day - dt.timedelta(days=day.weekday()) + dt.timedelta(weeks=step)
        return monday, monday + dt.timedelta(days=6)

    return of


def month(step: int) -> Callable[[dt.date], Days]:
    def of(day: dt.date) -> Days:
        first = day.replace(day=1) + relativedelta(months=step)
        return first, first + relativedelta(months=1, days=-1)

    return of


def year(step: int) -> Callable[[dt.date], Days]:
    return lambda day: (dt.date(day.year + step, 1, 1), dt.date(day.year + step, 12, 31))


def weekday(number: int, ahead: bool) -> Callable[[dt.date], Days]:
    def of(day: dt.date) -> Days:
        back = (day.isoweekday() - number) % 7
        return one(day + dt.timedelta(days=7 - back if ahead and back else -back))

    return of


def quarter(step: int) -> Callable[[dt.date], Days]:
    def of(day: dt.date) -> Days:
        first = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1) + relativedelta(months=3 * step)
        return first, first + relativedelta(months=3, days=-1)

    return of


EXPRESSIONS: tuple[tuple[str, Callable[[dt.date], Days]], ...] = (
    ("They met today.", days(0)),
    ("They met yesterday.", days(-1)),
    ("They will meet tomorrow.", days(1)),
    ("They met the day before yesterday.", days(-2)),
    ("They will meet the day after tomorrow.", days(2)),
    ("They met three days ago.", days(-3)),
    ("They met ten days ago.", days(-10)),
    ("They met last week.", week(-1)),
    ("They met this week.", week(0)),
    ("They will meet next week.", week(1)),
    ("They met last month.", month(-1)),
    ("They met this month.", month(0)),
    ("They will meet next month.", month(1)),
    ("They met five months ago.", month(-5)),
    ("They met last year.", year(-1)),
    ("They will meet next year.", year(1)),
    ("They met two years ago.", year(-2)),
    ("They met on Friday.", weekday(5, ahead=False)),
    ("They will meet on Friday.", weekday(5, ahead=True)),
    ("They met last quarter.", quarter(-1)),
)


@pytest.mark.parametrize("published", PUBLISHED, ids=str)
@pytest.mark.parametrize(("text", "expected"), EXPRESSIONS, ids=[text for text, _ in EXPRESSIONS])
def test_an_expression_has_the_days_of_the_calendar(
    text: str, expected: Callable[[dt.date], Days], published: dt.date
) -> None:
    (timex,) = timexes(text, published)
    assert timex.time is not None
    assert (timex.time.earliest, timex.time.latest) == expected(published)
