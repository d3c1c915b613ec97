from __future__ import annotations

import datetime as dt

from dateline.story.views.gaps import Interval, gaps


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def on(*days: str) -> list[Interval]:
    return [(day(each), day(each)) for each in days]


def test_days_a_week_apart_leave_no_gap_and_nine_days_apart_do() -> None:
    assert list(gaps(on("2031-03-01", "2031-03-08"))) == []
    (gap,) = gaps(on("2031-03-01", "2031-03-10"))
    assert (gap.first, gap.last) == (day("2031-03-02"), day("2031-03-09"))
    assert gap.words == "No report tells of anything dated between 1 March 2031 and 10 March 2031."
    assert gap.length == "8 days"


def test_an_interval_of_days_covers_what_lies_between_them() -> None:
    assert list(gaps([*on("2031-03-01", "2031-03-30"), (day("2031-03-01"), day("2031-03-30"))])) == []


def test_a_year_does_not_fill_a_gap_but_is_counted_as_reaching_into_it() -> None:
    year = (day("2031-01-01"), day("2031-12-31"))
    (gap,) = gaps([*on("2031-03-01", "2031-06-01"), year])
    assert gap.within == 1
    assert gap.words.endswith("; 1 act of a longer or open time may lie in it.")


def test_a_year_before_all_days_begins_the_story_and_a_gap_follows_it() -> None:
    (gap,) = gaps([*on("2031-03-01"), (day("1994-01-01"), day("1994-12-31"))])
    assert gap.first == day("1995-01-01")
    assert gap.length == "36 years"


def test_an_open_end_covers_nothing() -> None:
    (gap,) = gaps([*on("2031-03-01", "2031-06-01"), (None, day("2031-07-01"))])
    assert gap.within == 1
    assert gap.length == "3 months"


def test_a_story_without_days_has_no_gaps() -> None:
    assert list(gaps([])) == list(gaps([(None, day("2031-07-01"))])) == []
