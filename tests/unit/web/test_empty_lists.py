"""Lists without a row say why, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.story import Store
from dateline.web.app import desk_app
from dateline.web.guards.hosts import names_of
from dateline.web.pages import PAGES, Page
from dateline.web.room import ReadingRoom
from tests.unit.web.conftest import ORIGIN, TOKEN

LISTS = [page for page in PAGES if page.table and page.name not in ("review", "runs", "search")]


@pytest.fixture
def nothing(tmp_path: Path) -> Iterator[TestClient]:
    """The desk over a story of no report."""
    Store.open(tmp_path / "nothing.db").close()
    room = ReadingRoom(tmp_path / "nothing.db")
    app = desk_app(room, hosts=names_of("127.0.0.1", 8417), token=TOKEN)
    with TestClient(app, base_url=ORIGIN) as client:
        yield client
    room.close()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_of_a_story_of_no_report_opens(nothing: TestClient, page: Page) -> None:
    answer = nothing.get(page.path.replace("{id}", "r_none"))
    assert answer.status_code == (404 if "{id}" in page.path else 200)
    assert answer.text.count("<h1") == 1


@pytest.mark.parametrize("page", LISTS, ids=lambda page: page.name)
def test_a_list_of_a_story_of_no_report_says_how_to_give_it_some(nothing: TestClient, page: Page) -> None:
    assert "dateline build REPORTS -o STORY" in nothing.get(page.path).text


def test_the_first_page_of_a_story_of_no_report_says_so(nothing: TestClient) -> None:
    assert "It has no report yet." in nothing.get("/").text


@pytest.mark.parametrize("of", ["/timeline", "/speech", "/reports"])
def test_a_sheet_behind_the_last_leads_to_the_first(client: TestClient, of: str) -> None:
    shown = client.get(of, params={"page": "99", "sort": "day"}).text
    assert "This is behind the last of" in shown
    assert f'href="{of}?sort=day"' in shown


def test_what_fits_nothing_leads_to_all(client: TestClient) -> None:
    shown = client.get("/reports", params={"q": "zzzz"}).text
    assert 'No report fits. <a href="/reports">Show all</a>' in shown
