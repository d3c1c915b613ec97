"""Small stories for the tests of linking, built the whole way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline.pipeline import build
from dateline.story import Story

Tell = Callable[..., Story]


@pytest.fixture
def tell(tmp_path: Path) -> Iterator[Tell]:
    """tell((day, text), ...) builds the story of small reports, each by an outlet of its own."""
    stories: list[Story] = []

    def build_story(*reports: tuple[str, str]) -> Story:
        folder = tmp_path / "reports"
        folder.mkdir()
        for number, (day, text) in enumerate(reports):
            head = f"Title: Report {number}\nDate: {day}\nSource: The {'ABCDEFG'[number]} Post\n\n"
            (folder / f"{number:03}.txt").write_text(head + text, encoding="utf-8")
        stories.append(build([folder], tmp_path / "story.db"))
        return stories[-1]

    yield build_story
    for story in stories:
        story.close()
