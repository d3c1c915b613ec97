from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline import build
from dateline.errors import AskedError, NotFoundError
from dateline.story import open_story, views
from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.pages import claims, timeline
from dateline.web.shell import render
from tests.claims_given import write


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = write(tmp_path_factory.mktemp("given"))
    with build([folder], folder / "story.db") as story:
        yield Desk(story)


@pytest.fixture(scope="module")
def sample(sample_story: Path) -> Iterator[Desk]:
    with open_story(sample_story) as story:
        yield Desk(story)


def show(desk: Desk, **asked: str) -> claims.ClaimsPage:
    return claims.show(desk, Asked.of("/claims", asked, {}))


def html_of(desk: Desk, **values: str) -> str:
    asked = Asked.of("/claims", values, {})
    return unescape(render("pages/claims.html.j2", here=claims.PAGE, asked=asked, page=claims.show(desk, asked)))


def test_each_value_says_how_it_stands_with_three_counts_and_its_sentences(desk: Desk) -> None:
    meeting = show(desk, kind="date").subjects[0]
    day, month = meeting.values

    assert (day.kind, day.words, day.standing) == ("when", "3 March 2031", "agreed")
    assert day.sources.startswith("3 reports / 3 outlets / ")
    assert day.agrees == ("March 2031, more coarsely (1 independent origin)",)
    assert [citation.outlet for citation in day.cited] == ["Veld Times", "Evening Courier", "The Harbour Post"]
    assert all("2031" in piece.text for each in day.evidence for piece in each.pieces if piece.marked)
    assert month.sources == "1 report / 1 outlet / 1 independent origin"


def test_a_disputed_value_leads_to_its_dispute_and_is_called_so(desk: Desk) -> None:
    (arrest,) = show(desk, standing="disputed").subjects
    first, second = arrest.values

    assert [value.against[0][0] for value in (first, second)] == [second.words, first.words]
    conflict = desk.conflicts[0].id
    html = html_of(desk, standing="disputed")
    assert html.count(f'cannot hold beside <a href="/records/{conflict}">') == 2
    assert html.count(">disputed</span>") == 2


def test_values_of_one_record_are_asked_for_by_its_id(desk: Desk) -> None:
    meeting = show(desk).subjects[0]
    alone = show(desk, of=meeting.id)

    assert [subject.id for subject in alone.subjects] == [meeting.id]
    assert alone.of == "Ada Holm and Bo Lind · meet · Veld"
    assert "of everything" in html_of(desk, of=meeting.id)
    with pytest.raises(NotFoundError):
        show(desk, of="m_nothing")


def test_the_timeline_leads_to_what_each_report_gives_for_an_act(desk: Desk) -> None:
    meeting = show(desk).subjects[0]
    asked = Asked.of("/timeline", {}, {})
    html = render("pages/timeline.html.j2", here=timeline.PAGE, asked=asked, page=timeline.show(desk, asked))

    assert f'<a href="/claims?of={meeting.id}">What each report gives</a>' in html


def test_the_pages_of_an_act_and_of_an_actor_lead_to_their_claims(client: TestClient, path: Path) -> None:
    with open_story(path) as story:
        act, somebody = story.events()[0].id, story.actors()[0].id
    told = client.get(f"/records/{act}", params={"token": "a-token-of-this-launch"}, follow_redirects=True).text

    assert f'<a href="/claims?of={act}">What each report gives</a>' in told
    assert f'<a href="/claims?actor={somebody}">What can be checked</a>' in client.get(f"/actors/{somebody}").text


def test_the_files_have_what_the_page_shows(desk: Desk) -> None:
    rows = claims.rows(desk, Asked.of("/claims", {"standing": "disputed"}, {}))

    assert [row.value for row in rows] == ["1 March 2031", "2 March 2031"]
    assert len(claims.rows(desk, Asked.of("/claims", {}, {}))) == len(views.claims(desk.story))


def test_what_there_is_none_of_is_said_to_be_none(desk: Desk) -> None:
    assert "No subject fits." in html_of(desk, q="nobody wrote this")
    with pytest.raises(AskedError):
        show(desk, standing="true")


def test_a_day_that_follows_from_the_telling_says_so(sample: Desk) -> None:
    inferred = [value for subject in show(sample, rows="200", kind="date").subjects for value in subject.values]

    assert any(value.inferred for value in inferred)
    assert "No report states this day" in html_of(sample, kind="date", rows="200")


def test_the_page_has_a_sheet_of_subjects_and_the_way_to_the_next(sample: Desk) -> None:
    first = show(sample)
    second = show(sample, page="2")

    assert len(first.subjects) == 20
    assert first.sheet.later == "/claims?page=2&rows=20"
    assert not {each.id for each in first.subjects} & {each.id for each in second.subjects}


def test_a_subject_of_many_values_shows_some_and_leads_to_all(sample: Desk) -> None:
    (most,) = [each for each in show(sample).subjects if each.more][:1]
    alone = show(sample, of=most.id).subjects[0]

    assert len(most.values) == 5
    assert len(alone.values) == 5 + most.more
    assert f'<a href="/claims?of={most.id}">{most.more} more value' in html_of(sample)


def test_the_page_and_the_list_of_the_api_are_served(client: TestClient) -> None:
    answer = client.get("/claims", params={"token": "a-token-of-this-launch"}, follow_redirects=True)
    listed = client.get("/api/v1/claims?standing=disputed&rows=3").json()

    assert answer.status_code == 200
    assert "<h1>Claims</h1>" in answer.text
    assert {row["standing"] for row in listed["rows"]} == {"disputed"}
    assert len(listed["rows"]) == 3
    assert client.get("/api/v1/claims?kind=colour").status_code == 400


def test_a_long_sheet_has_fewer_values_of_each_and_says_where_the_others_are(sample: Desk) -> None:
    short = {subject.id: subject for subject in show(sample, rows="20").subjects}
    long = {subject.id: subject for subject in show(sample, rows="50").subjects}
    assert list(short) == list(long)[: len(short)]
    cut = [id_ for id_ in short if len(short[id_].values) > 2]
    assert cut
    for id_ in cut:
        assert len(long[id_].values) == 2
        assert len(long[id_].values) + long[id_].more == len(short[id_].values) + short[id_].more
    assert all(len(value.cited) <= 1 for subject in long.values() for value in subject.values)
    assert f'<a href="/claims?of={cut[0]}">' in html_of(sample, rows="50")


def test_where_not_all_values_fit_one_in_dispute_is_not_left_out_for_another(sample: Desk) -> None:
    disputed = {
        subject.id: sum(value.is_disputed for value in subject.values)
        for subject in show(sample, rows="20").subjects
        if len(subject.values) > 2
    }
    assert any(disputed.values())
    for subject in show(sample, rows="50").subjects:
        shown = sum(value.is_disputed for value in subject.values)
        assert shown >= min(2, disputed.get(subject.id, 0))


def test_one_record_alone_is_shown_with_all_its_values_on_a_sheet_of_any_length(sample: Desk) -> None:
    subject = next(subject for subject in show(sample, rows="50").subjects if subject.more)
    (alone,) = show(sample, of=subject.id, rows="50").subjects
    assert (len(alone.values), alone.more) == (2 + subject.more, 0)
