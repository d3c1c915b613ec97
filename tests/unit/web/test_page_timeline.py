from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest
from starlette.testclient import TestClient

from dateline import build
from dateline.errors import AskedError
from dateline.story import open_story, views
from dateline.web.app import render
from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.pages import timeline

GIVEN = {
    "a.txt": "source: The Harbour Post\ndate: 2031-03-06\n\nAda Holm met Bo Lind in Veld on Monday, 3 March 2031. "
    "Police arrested Tom Berg in Tarn on 5 March 2031. Ada Holm will visit Tarn on 20 March 2031.\n",
    "b.txt": "source: Veld Times\ndate: 2031-03-04\n\nAda Holm met Bo Lind in Veld on Monday, 3 March 2031. "
    "Ada Holm left Tarn on 5 January 2031.\n",
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("given")
    for name, text in GIVEN.items():
        (folder / name).write_text(text)
    with build([folder], folder / "story.db") as story:
        yield Desk(story)


@pytest.fixture(scope="module")
def sample(sample_story) -> Iterator[Desk]:
    with open_story(sample_story) as story:
        yield Desk(story)


def show(desk: Desk, **values: str) -> timeline.TimelinePage:
    return timeline.show(desk, Asked.of("/timeline", values, {}))


def html_of(desk: Desk, **values: str) -> str:
    asked = Asked.of("/timeline", values, {})
    return render("pages/timeline.html.j2", here=timeline.PAGE, asked=asked, page=timeline.show(desk, asked))


def lags(desk: Desk) -> dict[tuple[str, str | None], int | None]:
    return {(row.act, row.time): views.lag(desk.directory, row) for row in desk.events}


def test_the_lag_is_reckoned_to_the_first_report_that_tells_the_act(desk: Desk) -> None:
    found = lags(desk)
    assert found["meet", "2031-03-03"] == 1
    assert found["arrest", "2031-03-05"] == 1
    assert found["leave", "2031-01-05"] == 58
    assert found["visit", "2031-03-20"] == -14


def test_the_lag_stands_with_the_sentences_in_words(desk: Desk) -> None:
    html = html_of(desk)
    assert '<p class="quiet lag">First reported 58 days after</p>' in html
    assert '<p class="quiet lag">First reported 14 days ahead</p>' in html


def test_a_disputed_day_has_no_lag(sample: Desk) -> None:
    disputed = [row for row in sample.events if row.time_disputed]
    assert disputed
    assert all(views.lag(sample.directory, row) is None for row in disputed)


def test_every_outlet_has_a_lane_with_the_acts_that_it_tells(desk: Desk) -> None:
    lanes = show(desk, lanes="outlet").lanes
    assert lanes is not None
    assert {lane.name: lane.acts for lane in lanes.shown} == {
        outlet: len(show(desk, outlet=outlet).sheet.rows) for outlet in desk.outlets
    }


def test_an_actor_s_lane_leads_to_the_acts_it_takes_part_in(sample: Desk) -> None:
    lanes = show(sample, lanes="actor").lanes
    assert lanes is not None
    assert len(lanes.shown) == 8
    assert lanes.others > 0
    for lane in lanes.shown:
        assert re.fullmatch(r"/timeline\?actor=a_\w+&lanes=actor", lane.address)


def test_the_list_is_the_same_with_lanes_and_without(sample: Desk) -> None:
    def listed(html: str) -> str:
        return html.partition('<ol class="moments')[2].partition("</ol>")[0]

    assert listed(html_of(sample, lanes="actor")) == listed(html_of(sample))


def test_pictures_of_lanes_share_one_axis_and_have_no_id_twice(sample: Desk) -> None:
    html = html_of(sample, lanes="outlet")
    pictures = re.findall(r"<svg class=\"strip\".*?</svg>", html, re.S)
    lines = {tuple(re.findall(r'<line class="axis" x1="([\d.]+)" x2="([\d.]+)"', one)) for one in pictures}
    assert len(pictures) > 2
    assert len(lines) == 1
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_only_the_last_lane_has_the_days_below_it(sample: Desk) -> None:
    pictures = re.findall(r"<svg class=\"strip\".*?</svg>", html_of(sample, lanes="outlet"), re.S)
    assert ['<text class="year"' in one for one in pictures] == [False] * (len(pictures) - 1) + [True]


def test_the_weightiest_days_are_as_many_as_asked_for(sample: Desk) -> None:
    rows = timeline.events(sample, Asked.of("/timeline", {"top": "5"}, {}))
    assert list(rows) == views.timeline(sample.story, 5)
    with pytest.raises(AskedError, match="there is no top"):
        show(sample, top="5 or more")


def test_a_list_that_is_narrowed_claims_no_gap_that_other_acts_fill(desk: Desk) -> None:
    alone = show(desk, q="20 March")
    assert [slip.earliest for slip in alone.sheet.rows] == ["2031-03-20"]
    assert alone.timeline.gaps == ()
    told = show(desk, q="Tarn on")  # not of the meeting of 3 March, which lies between
    assert [gap.last for gap in told.timeline.gaps][:1] == [date(2031, 3, 2)]


def test_lanes_are_not_asked_of_the_files(client: TestClient) -> None:
    assert client.get("/timeline.json?lanes=actor").json() == client.get("/timeline.json").json()


def test_no_act_makes_no_picture_and_no_lane(desk: Desk) -> None:
    page = show(desk, q="nobody tells this", lanes="actor")
    assert (page.strip, page.lanes) == (None, None)
