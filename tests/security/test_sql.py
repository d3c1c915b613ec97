"""SQL in every value of every address: refused, or looked for as words that no report has; nothing is written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import copy

import pytest
from starlette.testclient import TestClient

from dateline.errors import AskedError, NotFoundError
from dateline.story.names import folded
from dateline.web.api.resources import RESOURCES, Resource
from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.pages import PAGES
from dateline.web.pages.page import Page
from dateline.web.room import ReadingRoom
from tests.desk_addresses import ALWAYS, addresses, values_of
from tests.security.conftest import TOKEN, desk_over
from tests.security.hostile import SQL

EACH = 12  # strings of the 300 that one value is sent over HTTP; each value has others, so that all are sent
NARROWED = [resource for resource in RESOURCES if resource.filters]


@pytest.fixture(scope="module")
def own(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy in a folder of its own, in which nothing else may come to lie."""
    return Path(copy(tiny, tmp_path_factory.mktemp("sql") / "story.db"))


@pytest.fixture(scope="module")
def desk(own: Path) -> Iterator[Desk]:
    room = ReadingRoom(own)
    with room.desk() as desk:
        yield desk
    room.close()


@pytest.fixture(scope="module")
def own_client(own: Path) -> Iterator[TestClient]:
    with desk_over(own) as client:
        yield client


@pytest.fixture(scope="module", autouse=True)
def untouched(own: Path) -> Iterator[None]:
    """After all of it the file is what it was, and no other was made."""
    before = hashlib.sha256(own.read_bytes()).digest()
    yield
    assert hashlib.sha256(own.read_bytes()).digest() == before
    assert {each.name for each in own.parent.iterdir()} <= {"story.db", "story.db-wal", "story.db-shm"}


def test_there_are_as_many_strings_as_we_say() -> None:
    assert len(set(SQL)) == 300


@pytest.mark.parametrize("resource", NARROWED, ids=lambda each: each.name)
def test_no_list_has_a_row_for_sql(desk: Desk, resource: Resource) -> None:
    assert resource.rows(desk, Asked("/", _at_least(resource))), "without rows it could give none away"
    for each in resource.filters:
        given_away = [words for words in SQL if _rows(desk, resource, each.name, words)]
        assert given_away == [], each.name


def _at_least(resource: Resource) -> dict[str, str]:
    """What must be asked to be told anything."""
    return {"q": "Holm"} if resource.name == "search" else {}


def _rows(desk: Desk, resource: Resource, name: str, words: str) -> Sequence[object]:
    """The rows that a list gives for words and that have nothing of them."""
    try:
        rows = resource.rows(desk, Asked.of("/", _at_least(resource) | {name: words}, {}))
    except (AskedError, NotFoundError):
        return ()
    return [row for row in rows if not _has(repr(row), words.strip())]


def _has(row: str, words: str) -> bool:
    """True if the words stand in a row as they are, or as names are compared: by their letters alone."""
    return words.casefold() in row.casefold() or (bool(folded(words)) and folded(words) in folded(row))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_value_of_a_page_is_refused_or_taken_literally(
    own: Path, own_client: TestClient, page: Page
) -> None:
    address = addresses(own)[page.name]
    for number, name in enumerate(values_of(page)):
        for words in _some(number):
            answer = own_client.get(address, params={name: words})
            assert answer.status_code in (200, 400, 404), (name, words)
            assert "CREATE TABLE" not in answer.text


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda each: each.name)
def test_every_value_of_a_list_of_the_api_is_refused_or_taken_literally(
    own_client: TestClient, resource: Resource
) -> None:
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    for number, name in enumerate((*(each.name for each in resource.filters), "cursor", *ALWAYS)):
        for words in _some(number):
            answer = own_client.get(f"/api/v1/{resource.name}", params={name: words}, headers=bearer)
            assert answer.status_code in (200, 400, 404), (name, words)
            assert "CREATE TABLE" not in answer.text


@pytest.mark.parametrize("path", ["/actors/", "/reports/", "/records/", "/api/v1/records/", "/api/v1/actors/"])
def test_an_id_that_is_sql_is_no_id(own_client: TestClient, path: str) -> None:
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    for words in SQL[::3]:
        written = "".join(f"%{byte:02X}" for byte in words.encode())
        assert own_client.get(path + written, headers=bearer).status_code == 404, words


def _some(number: int) -> list[str]:
    start = number * EACH % len(SQL)
    return [SQL[(start + step * 25) % len(SQL)] for step in range(EACH)]
