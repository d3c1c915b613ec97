import datetime as dt

import pytest

from dateline.fuzzydate import FuzzyDate, Precision, from_edtf


def test_a_month_holds_its_leap_day() -> None:
    month = FuzzyDate.month(2032, 2)
    assert month.latest == dt.date(2032, 2, 29)
    assert month.edtf == "2032-02"


def test_an_interval_of_one_day_is_that_day() -> None:
    day = dt.date(2031, 3, 9)
    assert FuzzyDate.between(day, day) == FuzzyDate.day(day)


def test_an_open_end_is_written_with_two_dots() -> None:
    since = FuzzyDate.between(dt.date(2024, 1, 1), None)
    assert since.edtf == "2024-01-01/.."
    assert since.precision is Precision.OPEN
    assert since.days is None


def test_a_day_inside_a_month_is_contained_but_does_not_contain_it() -> None:
    month, day = FuzzyDate.month(2031, 3), FuzzyDate.day(dt.date(2031, 3, 9))
    assert month.contains(day)
    assert not day.contains(month)
    assert month.overlaps(day)
    assert day.overlaps(month)


def test_since_a_year_overlaps_every_later_day_and_none_before() -> None:
    since = FuzzyDate.between(dt.date(2024, 1, 1), None)
    assert since.overlaps(FuzzyDate.day(dt.date(2050, 1, 1)))
    assert not since.overlaps(FuzzyDate.day(dt.date(2023, 12, 31)))


def test_a_date_without_any_end_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one end"):
        FuzzyDate.between(None, None)


def test_a_date_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        FuzzyDate.between(dt.date(2031, 3, 10), dt.date(2031, 3, 9))


def test_days_count_both_ends() -> None:
    assert FuzzyDate.month(2031, 3).days == 31
    assert FuzzyDate.day(dt.date(2031, 3, 9)).days == 1


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2031-05-06", "2031-05-06", "2031-05-06", Precision.DAY),
        ("2032-02", "2032-02-01", "2032-02-29", Precision.MONTH),
        ("2031?", "2031-01-01", "2031-12-31", Precision.YEAR),
        ("2031-05/2031-06", "2031-05-01", "2031-06-30", Precision.RANGE),
        ("2031-05-06/..", "2031-05-06", None, Precision.OPEN),
        ("../2031", None, "2031-12-31", Precision.OPEN),
    ],
)
def test_a_date_is_read_from_its_edtf_text(
    text: str, earliest: str | None, latest: str | None, precision: Precision
) -> None:
    date = from_edtf(text)
    ends = tuple(end and dt.date.fromisoformat(end) for end in (earliest, latest))
    assert (date.earliest, date.latest) == ends
    assert (date.precision, date.edtf) == (precision, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "../..",
        "/",
        "2031-13",
        "2031-02-30",
        "0000",
        "2031-06/2031-05",
        "6 May 2031",
        "2031-21",
        "２０３１",
    ],
)
def test_what_is_no_edtf_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- each has a reason of its own
        from_edtf(text)
