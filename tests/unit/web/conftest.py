"""The desk over a story of the bundled sample, asked by HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from starlette.testclient import TestClient

from dateline.web.app import desk_app
from dateline.web.guards.hosts import names_of
from dateline.web.room import ReadingRoom

TOKEN = "a-token-of-this-launch"  # noqa: S105 -- of a server that only the tests reach
ORIGIN = "http://127.0.0.1:8417"


@pytest.fixture
def path(sample_story: Path, tmp_path: Path) -> Path:
    return Path(copy(sample_story, tmp_path / "story.db"))


@pytest.fixture
def client(path: Path) -> Iterator[TestClient]:
    room = ReadingRoom(path)
    app = desk_app(room, hosts=names_of("127.0.0.1", 8417), token=TOKEN)
    with TestClient(app, base_url=ORIGIN, follow_redirects=False) as client:
        yield client
    room.close()
