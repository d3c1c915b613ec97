"""Times ranked by what reports make of them, and the timeline by time, actor and place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import fields
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import NotFoundError
from dateline.story import Story, open_story, views
from dateline.story.time_weights import PUBLISHED, Named, Time, time_weights
from dateline.story.views.timeline import EVENTS_OF_A_TIME


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def on(text: str) -> Time:
    return day(text), day(text)


def named(report: str, published: str, *days: str) -> list[Named]:
    return [Named(report, day(published), on(each)) for each in days]


def test_a_day_weighs_more_the_more_reports_name_it_and_the_longer_after() -> None:
    weights = time_weights(
        [
            *named("r1", "2031-05-02", "2031-05-02", "2031-05-01"),
            *named("r2", "2031-05-03", "2031-05-01"),
            *named("r3", "2031-05-24", "2031-05-20"),
        ],
        [],
    )
    assert weights[on("2031-05-01")] > weights[on("2031-05-20")] > weights[on("2031-05-02")] == 1.0


def test_a_report_that_names_a_day_ten_times_has_one_vote_for_it() -> None:
    once = named("r1", "2031-05-02", "2031-05-01")
    assert time_weights(once * 10, []) == time_weights(once, [])


def test_a_day_ahead_is_worth_a_vote_and_no_more() -> None:
    assert time_weights(named("r1", "2031-05-02", "2031-09-01"), [])[on("2031-09-01")] == 1.0


def test_days_of_publication_settle_ties_only() -> None:
    weights = time_weights(
        named("r1", "2031-05-02", "2031-05-02", "2031-05-01"), [day("2031-05-02"), day("2031-05-03")]
    )
    assert weights[on("2031-05-03")] == PUBLISHED
    assert weights[on("2031-05-02")] == 1 + PUBLISHED


def test_a_month_is_a_time_of_its_own_and_gives_its_days_nothing() -> None:
    month = (day("2031-05-01"), day("2031-05-31"))
    weights = time_weights([Named("r1", None, month)], [])
    assert weights == {month: 0.2}


_DAYS = st.dates(dt.date(2031, 1, 1), dt.date(2031, 2, 1))
_NAMED = st.builds(Named, st.sampled_from("abcd"), st.none() | _DAYS, st.tuples(_DAYS).map(lambda d: (d[0], d[0])))
_REPORTS = st.lists(_NAMED, unique_by=lambda named: (named.report, named.time))


@given(_REPORTS, st.data())
def test_the_order_of_the_reports_changes_no_weight(names: list[Named], data: st.DataObject) -> None:
    assert time_weights(data.draw(st.permutations(names)), []) == time_weights(names, [])


@pytest.fixture(scope="module")
def story(sample_story: Path) -> Iterator[Story]:
    with open_story(sample_story) as opened:
        yield opened


def test_a_timeline_is_in_order_and_at_each_time_the_weightiest_first(story: Story) -> None:
    rows = views.timeline(story)
    times = [(row.earliest or row.latest, row.latest or row.earliest) for row in rows]
    assert times == sorted(times)
    assert all(
        (one.weight or 0) >= (other.weight or 0)
        for one, other in pairwise(rows)
        if (one.earliest, one.latest) == (other.earliest, other.latest)
    )


def test_the_top_of_a_timeline_is_its_weightiest_days_with_a_few_events_each(story: Story) -> None:
    every, top = views.timeline(story), views.timeline(story, top=4)
    assert [row for row in every if row in top] == top
    days = {row.earliest for row in top if not row.time_disputed}
    assert len(days) == 4
    lightest = min(row.time_weight or 0 for row in top)
    left = [row.time_weight or 0 for row in every if row.earliest == row.latest and row.earliest not in days]
    assert lightest >= max(left)


def event(number: int, first: str, last: str, time_weight: float, *, disputed: bool = False) -> views.EventRow:
    empty = {field.name: () for field in fields(views.EventRow)}
    given = {"id": f"m{number}", "number": number, "weight": float(number), "time_weight": time_weight}
    time = {"earliest": first, "latest": last, "time_disputed": disputed}
    return views.EventRow(**(empty | given | time))  # type: ignore[arg-type]


def test_longer_times_are_at_the_top_only_where_days_are_too_few() -> None:
    year, day = event(0, "2029-01-01", "2029-12-31", 40.0), event(1, "2031-05-01", "2031-05-01", 3.0)
    assert views.weightiest([year, day], 1) == [day]
    assert views.weightiest([year, day], 2) == [year, day]


def test_an_event_of_a_disputed_day_belongs_to_the_weightiest_of_its_days() -> None:
    light, heavy = event(0, "2031-05-01", "2031-05-01", 1.0), event(1, "2031-05-02", "2031-05-02", 9.0)
    disputed = event(2, "2031-05-01", "2031-05-02", 9.0, disputed=True)
    assert views.weightiest([light, disputed, heavy], 1) == [disputed, heavy]


def test_no_day_has_more_than_a_few_events_at_the_top() -> None:
    rows = [event(number, "2031-05-01", "2031-05-01", 1.0) for number in range(9)]
    assert [row.number for row in views.weightiest(rows, 1)] == [8, 7, 6][:EVENTS_OF_A_TIME]


def test_a_timeline_of_an_actor_has_only_what_it_takes_part_in(story: Story) -> None:
    (actor, *_) = views.find_actors(story, "Mirela Kostova")
    rows = views.timeline(story, actor="Mirela Kostova")
    assert rows == views.timeline(story, actor=actor.id)
    assert rows == [row for row in views.timeline(story) if actor.id in (*row.actor_ids, *row.recipient_ids)]
    assert 0 < len(rows) < len(views.timeline(story))


def test_a_timeline_of_a_place_has_only_what_was_there(story: Story) -> None:
    rows = views.timeline(story, place="Selm")
    assert {row.place for row in rows} == {"Selm"}


def test_a_person_is_no_place_and_nobody_is_no_actor(story: Story) -> None:
    with pytest.raises(NotFoundError, match="no place is called"):
        views.timeline(story, place="Mirela Kostova")
    with pytest.raises(NotFoundError, match="nobody is called"):
        views.timeline(story, actor="Zebulon Quarles")


def test_gaps_lie_between_the_events_of_a_timeline(story: Story) -> None:
    rows = views.timeline(story)
    gaps = views.gaps_of(rows)
    assert gaps
    covered = [(row.earliest, row.latest) for row in rows if row.earliest == row.latest and row.earliest]
    for gap in gaps:
        assert not any(gap.first.isoformat() <= (first or "") <= gap.last.isoformat() for first, _ in covered)
