"""The desk as an attacker meets it: over HTTP, with a story whose words are an attacker's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.web.app import desk_app
from dateline.web.guards.hosts import names_of
from dateline.web.room import ReadingRoom
from tests.tiny_story import store_tiny_story

TOKEN = "a-token-of-this-launch"  # noqa: S105 -- of a server that only the tests reach
PORT = 8417
ORIGIN = f"http://127.0.0.1:{PORT}"


@contextmanager
def desk_over(story: Path) -> Iterator[TestClient]:
    """A client of the desk; it has no token."""
    room = ReadingRoom(story)
    app = desk_app(room, hosts=names_of("127.0.0.1", PORT), token=TOKEN)
    with TestClient(app, base_url=ORIGIN, follow_redirects=False) as client:
        yield client
    room.close()


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story made by hand."""
    path = tmp_path_factory.mktemp("tiny") / "story.db"
    store_tiny_story(path)
    return path


@pytest.fixture(scope="module")
def client(tiny: Path) -> Iterator[TestClient]:
    with desk_over(tiny) as client:
        yield client
