"""Dates of headers, heads of pages and records."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline.fuzzydate import Precision
from dateline.intake.dates import date_at, date_in_url, read_date


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2031-03-02", "2031-03-02"),
        ("2031-03-02T18:04:00+01:00", "2031-03-02T18:04"),
        ("2031-03-02 23:59:59", "2031-03-02T23:59"),
        ("20310302", "2031-03-02"),
        ("Sun, 02 Mar 2031 18:04:00 GMT", "2031-03-02T18:04"),
        ("March 2, 2031", "2031-03-02"),
        ("2nd of March 2031", "2031-03-02"),
        ("Sunday 2 March 2031, 6.04 pm", "2031-03-02T18:04"),
        ("Sept. 29, 2030 at 10:30 a.m. EDT", "2030-09-29T10:30"),
        ("12 a.m. is no date", None),
        ("29.03.2031", "2031-03-29"),
        ("04.03.2031", "2031-03-04"),
        ("03.29.2031", "2031-03-29"),
        ("3/29/2031", "2031-03-29"),
        ("March 2031", "2031-03"),
        ("1932400000", "2031-03-27T17:46"),
        ("2031-02-30", None),
        ("soon", None),
    ],
)
def test_a_date_is_read_as_printed(words: str, value: str | None) -> None:
    found = read_date(words)
    assert (found.value if found else None) == value


def test_a_time_of_day_gives_precision_and_a_zone_never_moves_the_day() -> None:
    found = read_date("2031-03-02T23:30:00-08:00")
    assert found is not None
    assert found.sure is not None
    assert (found.sure.earliest, found.sure.precision) == (dt.date(2031, 3, 2), Precision.TIME)


def test_a_numeric_date_with_two_readings_is_sure_of_neither() -> None:
    found = read_date("03/04/2031")
    assert found is not None
    assert found.sure is None
    assert found.value == "2031-03-04 or 2031-04-03"


def test_a_date_without_a_year_takes_the_nearest_one() -> None:
    found = read_date("Dec. 30")
    assert found is not None
    assert found.sure is None
    assert found.near(dt.date(2031, 1, 2)).value == "2030-12-30"
    assert found.near(dt.date(2031, 6, 2)).sure is None


def test_a_path_tells_a_day_and_a_number_in_it_does_not() -> None:
    assert (found := date_in_url("https://a.example/2031/mar/02/ferry")) is not None
    assert found.value == "2031-03-02"
    assert date_in_url("https://a.example/2031/13/45/ferry") is None
    assert date_in_url("https://a.example/story-20310302111") is None


def test_a_date_is_found_only_where_it_begins() -> None:
    assert date_at("on 2031-03-02", 0) is None
    assert date_at("on 2031-03-02", 3) is not None
