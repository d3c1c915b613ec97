"""The desk, asked as a browser asks: by HTTP, over a story of the bundled sample."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.pipeline import default_pipeline
from dateline.story import open_story
from dateline.web.pages import PAGES
from tests.unit.web.conftest import ORIGIN, TOKEN


@pytest.mark.parametrize("page", [page for page in PAGES if "{" not in page.path], ids=lambda page: page.name)
def test_every_page_opens_and_names_itself(client: TestClient, page) -> None:
    answer = client.get(page.path)
    assert answer.status_code == 200
    assert f"<title>{page.title}" in answer.text


@pytest.mark.parametrize("page", [page for page in PAGES if page.table], ids=lambda page: page.name)
def test_what_a_table_shows_is_a_file_too(client: TestClient, page) -> None:
    as_json, as_csv = client.get(f"{page.path}.json"), client.get(f"{page.path}.csv")
    assert len(as_json.json()) == as_csv.text.count("\r\n") - 1 or '"' in as_csv.text
    assert "attachment" in as_csv.headers["content-disposition"]


def test_a_page_that_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/timeline")
    again = client.get("/timeline", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_after_a_build_pages_show_the_new_story(client: TestClient, path: Path, tmp_path: Path) -> None:
    before = client.get("/timeline")
    new = tmp_path / "new.txt"
    new.write_text("Mayor resigns\n6 May 2031\n\nThe mayor of Tarn, Ilse Maar, resigned on Monday.\n")
    default_pipeline().run([new], path)
    after = client.get("/timeline", headers={"If-None-Match": before.headers["etag"]})
    assert after.status_code == 200
    assert "Ilse Maar" in after.text


def test_an_address_that_is_none_says_so_in_a_page(client: TestClient) -> None:
    answer = client.get("/nothing-here")
    assert answer.status_code == 404
    assert "There is nothing at this address" in answer.text


def test_a_value_that_cannot_be_is_named(client: TestClient) -> None:
    answer = client.get("/timeline", params={"since": "soon"})
    assert answer.status_code == 400
    assert "“soon” is no day" in answer.text


def test_only_the_names_of_this_machine_are_answered_to(client: TestClient) -> None:
    for host in ("evil.example", "127.0.0.1:80", "127.0.0.1", "localhost.evil.example:8417", ""):
        assert client.get("/", headers={"Host": host}).status_code == 421
    assert client.get("/", headers={"Host": "LOCALHOST:8417"}).status_code == 200


def test_the_token_in_the_address_becomes_a_cookie_that_no_script_and_no_other_site_gets(
    client: TestClient,
) -> None:
    answer = client.get("/timeline", params={"token": TOKEN, "q": "dam"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/timeline?q=dam")
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "SameSite=strict" in answer.headers["set-cookie"]
    assert "set-cookie" not in client.get("/", params={"token": "guessed"}).headers


def test_the_way_back_from_the_token_leads_to_no_other_site(client: TestClient) -> None:
    answer = client.get(f"{ORIGIN}//evil.example/x", params={"token": TOKEN})
    assert answer.headers["location"] == "/evil.example/x"


def test_no_answer_lets_a_browser_run_or_load_anything_from_elsewhere(client: TestClient) -> None:
    for path_ in ("/", "/timeline", "/nothing-here", "/static/desk.js"):
        headers = client.get(path_).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe-inline" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_every_record_has_an_address_that_says_what_stands_behind_it(client: TestClient, path: Path) -> None:
    with open_story(path) as story:
        conflict, event, actor = story.conflicts()[0], story.events()[0], story.actors()[0]
    assert html.escape(conflict.reason, quote=False)[:30] in client.get(f"/records/{conflict.id}").text
    assert f"<code>{event.id}</code>" in client.get(f"/records/{event.id}").text
    assert client.get(f"/records/{actor.id}").headers["location"] == f"/actors/{actor.id}"
    assert client.get("/records/x_none").status_code == 404
