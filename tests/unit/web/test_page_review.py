"""The review: what it asks, and what becomes of an answer."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.errors import AskedError
from dateline.model import Decision, DecisionKind, Link
from dateline.story import Store, open_story, views
from dateline.web.app import desk_app
from dateline.web.guards.hosts import names_of
from dateline.web.linking import LEFT
from dateline.web.room import ReadingRoom
from dateline.web.ruling import LONGEST_BODY, UNGIVEN, Form, form_of, way_back, way_on
from tests.unit.web.conftest import ORIGIN, TOKEN

FORM = "application/x-www-form-urlencoded"
HERE = {"Origin": ORIGIN, "Sec-Fetch-Site": "same-origin", "Cookie": f"dateline_desk={TOKEN}"}


@pytest.fixture
def room(path: Path):
    room = ReadingRoom(path)
    yield room
    room.linking.wait(60)
    room.close()


@pytest.fixture
def desk(room: ReadingRoom):
    app = desk_app(room, hosts=names_of("127.0.0.1", 8417), token=TOKEN)
    with TestClient(app, base_url=ORIGIN, follow_redirects=False) as client:
        yield client


def doubts(path: Path) -> list[views.DoubtRow]:
    with open_story(path) as story:
        return views.doubts(views.Directory(story))


def decided(path: Path) -> list[Decision]:
    with open_story(path) as story:
        return sorted(story.all(Decision), key=lambda decision: decision.made)


def ruled(desk: TestClient, id_: str, verdict: str, **more: str):
    form = {"id": id_, "verdict": verdict, "author": "Ann Lee", "back": "/review?kind=actor"} | more
    return desk.post("/decisions", data=form, headers=HERE)


def test_questions_come_with_disputed_speakers_first_and_then_by_their_score(desk: TestClient) -> None:
    rows = desk.get("/review.json").json()
    kinds = [row["kind"] == "speaker" for row in rows]
    assert kinds == sorted(kinds, reverse=True)
    scores = [row["score"] for row in rows if row["kind"] != "speaker"]
    assert scores == sorted(scores)
    assert len({row["kind"] for row in rows}) == 5


def test_two_joins_of_a_pair_are_one_question(path: Path) -> None:
    targets = [row.target for row in doubts(path) if row.members == 2 and row.kind != "speaker"]
    assert targets
    assert len(targets) == len(set(targets))


def test_each_question_shows_sentences_of_both_sides(desk: TestClient) -> None:
    for kind in ("actor", "event", "utterance", "origin"):
        page = desk.get("/review", params={"kind": kind}).text
        for card in re.findall(r'<article class="card".*?</article>', page, re.DOTALL):
            assert card.count("<li>") == 2
            assert card.count("<blockquote>") >= 2, kind


def test_what_is_accepted_is_recorded_linked_and_no_longer_asked(
    desk: TestClient, room: ReadingRoom, path: Path
) -> None:
    row = next(row for row in doubts(path) if row.kind == "actor")
    answer = ruled(desk, row.id, "accept", reason="the same office")
    (made,) = decided(path)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/review?kind=actor&on={row.id}&ruled={made.id}"
    assert room.linking.wait(60)
    assert room.linking.state == ""
    (made,) = decided(path)
    assert (made.kind, made.author, made.reason) == (DecisionKind.ACCEPT, "Ann Lee", "the same office")
    assert row.id not in [open_["id"] for open_ in desk.get("/review.json").json()]
    assert row.id in [done["id"] for done in desk.get("/review.json", params={"state": "decided"}).json()]
    assert "the same office" in desk.get("/review").text


def test_a_form_of_the_desk_is_sent_with_its_origin_and_nothing_is_told_to_other_sites(desk: TestClient) -> None:
    answer = desk.get("/review")  # under no-referrer a browser would send "Origin: null", which is refused
    assert answer.headers["referrer-policy"] == "same-origin"
    assert '<meta name="referrer" content="same-origin">' in answer.text
    assert 'name="back" value="/review"' in answer.text


def test_what_is_rejected_goes_its_own_way_until_it_is_undone(
    desk: TestClient, room: ReadingRoom, path: Path
) -> None:
    row = next(row for row in doubts(path) if row.kind == "event")
    ruled(desk, row.id, "reject")
    assert room.linking.wait(60)

    def joined() -> bool:
        with open_story(path) as story:
            targets = {link.member: link.target for link in story.all(Link) if link.kind.value == "event"}
            others = [member for member, target in targets.items() if target == targets[row.member]]
            return len(others) > 1

    assert not joined()
    (made,) = decided(path)
    assert made.reason == UNGIVEN
    ruled(desk, made.id, "undo", reason="it was the other one")
    assert room.linking.wait(60)
    assert joined()
    assert [decision.kind.value for decision in decided(path)] == ["reject", "undo"]


def test_a_disputed_speaker_is_given_by_a_button_for_each_reading(
    desk: TestClient, room: ReadingRoom, path: Path
) -> None:
    row = doubts(path)[0]
    page = desk.get("/review", params={"kind": "speaker"}).text
    assert all(f'name="actor" value="{speaker}"' in page for speaker in row.speakers)
    ruled(desk, row.id, "speaker", actor=row.speakers[1])
    assert room.linking.wait(60)
    assert decided(path)[0].kind is DecisionKind.REATTRIBUTE
    with open_story(path) as story:
        given = views.Decided(story).speaker(row.id)
        assert given is not None
        assert given.name == next(a.name for a in story.actors() if a.id == row.speakers[1])


def test_a_decision_against_an_earlier_one_becomes_a_page_that_names_it(desk: TestClient, path: Path) -> None:
    row = next(row for row in doubts(path) if row.kind == "actor" and row.members == 2)
    ruled(desk, row.id, "accept")
    answer = ruled(desk, row.id, "reject")
    (made,) = decided(path)
    assert answer.status_code == 400
    assert made.id in answer.text


@pytest.mark.parametrize("kept", [{"Origin": ORIGIN}, {"Cookie": HERE["Cookie"]}, {}])
def test_nobody_rules_without_the_token_and_from_elsewhere(
    desk: TestClient, path: Path, kept: dict[str, str]
) -> None:
    row = doubts(path)[0]
    form = {"id": row.id, "verdict": "accept", "author": "Eve"}
    assert desk.post("/decisions", data=form, headers=kept).status_code in (401, 403)
    assert decided(path) == []


def test_a_form_that_is_none_or_too_long_is_refused(desk: TestClient) -> None:
    for body in (b"x=1", b"verdict=drop&id=a", b"a=1&" * 40, b"reason=" + b"x" * LONGEST_BODY, b"\xff=1"):
        answer = desk.post("/decisions", content=body, headers=HERE | {"Content-Type": FORM})
        assert answer.status_code == 400
    with pytest.raises(AskedError):
        form_of("application/json", b"verdict=accept&id=a")


def test_without_an_author_nothing_is_recorded(desk: TestClient, path: Path) -> None:
    assert ruled(desk, doubts(path)[0].id, "accept", author=" ").status_code == 400
    assert decided(path) == []


@pytest.mark.parametrize(
    "given",
    [
        "https://evil.example/review",
        "//evil.example/review",
        "/\\evil.example",
        "javascript:alert(1)",
        "",
        "/timeline",
        "//[x",
    ],
)
def test_the_way_back_leads_to_no_other_page(given: str) -> None:
    assert way_back(given) == "/review"


def test_after_a_decision_the_page_says_what_was_recorded_and_stands_at_the_next_question(
    desk: TestClient, room: ReadingRoom, path: Path
) -> None:
    page = desk.get("/review", params={"kind": "actor"}).text
    first, second = re.findall(r'<article class="card" id="(\w+)"', page)[:2]
    assert f'name="next" value="{second}"' in page
    answer = ruled(desk, first, "accept", next=second)
    assert answer.headers["location"].endswith(f"#{second}")
    told = desk.get(answer.headers["location"]).text
    (banner,) = re.findall(r'<div class="recorded" role="status">.*?</div>', told, re.DOTALL)
    assert "Recorded" in banner
    assert "by Ann Lee" in banner
    assert 'data-rule="u"' in banner
    assert f'name="next" value="{first}"' in banner  # undone, the question is in view again
    assert 'name="back" value="/review?kind=actor"' in told
    (made,) = decided(path)
    undone = ruled(desk, made.id, "undo", next=first)
    assert undone.headers["location"].endswith(f"#{first}")
    told = desk.get(undone.headers["location"]).text
    assert "Recorded" in told
    assert "Undo what was decided just now" not in told
    assert room.linking.wait(60)


def test_an_undone_decision_of_the_list_leads_to_its_line(desk: TestClient, room: ReadingRoom, path: Path) -> None:
    ruled(desk, doubts(path)[0].id, "speaker", actor=doubts(path)[0].speakers[0])
    (made,) = decided(path)
    answer = ruled(desk, made.id, "undo", back="/runs")
    assert answer.headers["location"].startswith("/runs?ruled=d_")
    assert answer.headers["location"].endswith(f"#{made.id}")
    assert f'<li id="{made.id}">' in desk.get(answer.headers["location"]).text
    assert room.linking.wait(60)


@pytest.mark.parametrize("given", ["x y", "<b>", "l_1\n", "#top", "L_1", "l_1#l_2"])
def test_the_next_question_is_an_id_or_left_out(given: str) -> None:
    form = Form(verdict="accept", id="l_1", actor="", reason="", author="Ann Lee", back="/review", next=given)
    assert way_on(form, "d_1") == "/review?on=l_1&ruled=d_1"
    assert way_on(replace(form, next="l_2"), "d_1") == "/review?on=l_1&ruled=d_1#l_2"


def test_the_way_back_keeps_what_was_asked_for() -> None:
    assert way_back("/runs?q=a b&section=decision") == "/runs?q=a+b&section=decision"


def test_what_cannot_be_linked_by_now_is_said_and_not_lost(
    desk: TestClient, room: ReadingRoom, path: Path
) -> None:
    with Store.open(path) as store, store.atomic():
        store.delete("linking", "story")
    ruled(desk, doubts(path)[0].id, "accept")
    assert room.linking.wait(60)
    assert html.escape(LEFT) in desk.get("/review").text
    assert len(decided(path)) == 1


def test_a_review_about_one_record_asks_only_of_it(desk: TestClient, path: Path) -> None:
    row = next(row for row in doubts(path) if row.kind == "actor")
    shown = desk.get("/review.json", params={"about": row.target}).json()
    assert row.id in [each["id"] for each in shown]
    assert {each["target"] for each in shown if each["kind"] == "actor"} == {row.target}
    assert desk.get("/review", params={"about": "a_nobody"}).status_code == 404


def test_the_page_of_a_record_that_was_joined_leads_to_its_questions(desk: TestClient, path: Path) -> None:
    row = next(row for row in doubts(path) if row.kind == "event")
    assert f'href="/review?about={row.target}"' in desk.get(f"/records/{row.target}").text
    assert row.id in [each["id"] for each in desk.get("/review.json", params={"about": row.id}).json()]
    actor = next(row for row in doubts(path) if row.kind == "actor").target
    assert f'href="/review?about={actor}"' in desk.get(f"/actors/{actor}").text
