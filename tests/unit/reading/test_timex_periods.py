from __future__ import annotations

import datetime as dt

import pytest

from dateline.reading.timex import periods
from dateline.reading.timex.feasts import feast_day
from dateline.reading.timex.periods import Unit


def test_the_week_of_new_year_may_belong_to_the_year_before() -> None:
    week = periods.week(dt.date(2027, 1, 1))
    assert week is not None
    assert (week.value, week.first, week.last) == ("2026-W53", dt.date(2026, 12, 28), dt.date(2027, 1, 3))


def test_february_ends_on_the_29th_in_a_leap_year_only() -> None:
    ends = [period.last.day for year in (1900, 2000, 2028, 2030) if (period := periods.month(year, 2))]
    assert ends == [28, 29, 29, 28]


def test_january_and_february_belong_to_the_winter_of_the_year_before() -> None:
    winter = periods.containing(Unit.SEASON, dt.date(2028, 2, 29))
    assert winter is not None
    assert (winter.value, winter.edtf, winter.first, winter.last) == (
        "2027-WI",
        "2027-24",
        dt.date(2027, 12, 1),
        dt.date(2028, 2, 29),
    )


def test_a_month_back_from_the_31st_is_the_month_before() -> None:
    before = periods.shifted(Unit.MONTH, dt.date(2030, 3, 31), -1)
    assert before is not None
    assert before.value == "2030-02"


@pytest.mark.parametrize("unit", list(Unit))
@pytest.mark.parametrize("day", [dt.date.min, dt.date.max, dt.date(2000, 2, 29)])
def test_a_period_holds_its_day_or_lies_outside_the_calendar(unit: Unit, day: dt.date) -> None:
    period = periods.containing(unit, day)
    assert period is None or period.first <= day <= period.last or unit is Unit.WEEKEND


def test_steps_outside_the_calendar_are_none() -> None:
    assert periods.step(dt.date(2000, 1, 1), Unit.YEAR, -2000) is None
    assert periods.step(dt.date(9999, 12, 31), Unit.DAY, 1) is None
    assert periods.shifted(Unit.CENTURY, dt.date(50, 1, 1), -1) is None


def test_the_thirds_of_a_period_cover_it_without_overlap() -> None:
    for period in (periods.year(2030), periods.month(2028, 2), periods.decade(1990), periods.quarter(2030, 1)):
        assert period is not None
        early, mid, late = (periods.third(period, number) for number in range(3))
        assert (early[0], late[1]) == (period.first, period.last)
        assert mid[0] - early[1] == late[0] - mid[1] == dt.timedelta(days=1)


def test_feasts_that_move_are_reckoned_for_each_year() -> None:
    assert feast_day("easter", 2030) == dt.date(2030, 4, 21)
    assert feast_day("thanksgiving", 2030) == dt.date(2030, 11, 28)
    assert feast_day("easter", 1066) is None
