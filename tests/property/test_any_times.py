"""Whatever times reports give for one act, the time they come to is an interval that says no more than they do."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from dateline.fuzzydate import FuzzyDate
from dateline.linking.acts.same_day import Timing, common_time, timing

FIRST = dt.date(2030, 1, 1)


@st.composite
def times(draw: st.DrawFn) -> FuzzyDate:
    start = FIRST + dt.timedelta(days=draw(st.integers(0, 60)))
    end = start + dt.timedelta(days=draw(st.integers(0, 40)))
    shape = draw(st.sampled_from(["closed", "since", "until"]))
    return FuzzyDate.between(None if shape == "until" else start, None if shape == "since" else end)


@given(st.lists(times(), min_size=1, max_size=6))
def test_an_agreed_time_lies_in_every_stated_one_and_a_disputed_one_in_none_alone(told: list[FuzzyDate]) -> None:
    time, disputed = common_time(told)

    assert time is not None
    if disputed:
        assert not all(stated.contains(time) for stated in told)
    else:
        assert all(stated.contains(time) for stated in told)


@given(st.lists(times(), min_size=1, max_size=6))
def test_the_order_of_the_tellings_does_not_matter(told: list[FuzzyDate]) -> None:
    assert common_time(told) == common_time(told[::-1])


@given(times(), times())
def test_how_two_times_stand_to_each_other_is_the_same_from_both_sides(
    first: FuzzyDate, second: FuzzyDate
) -> None:
    assert timing(first, second) is timing(second, first)
    assert (timing(first, second) in {Timing.NEAR, Timing.APART}) is not first.overlaps(second)
