"""Every row of every table of two whole stories is explained, in words that a reader can follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.model import RECORDS, Record
from dateline.story import Story, open_story
from dateline.story.explain import explain

_ID = re.compile(r"\b[a-z]{1,2}_[a-z2-7]{13}\b")
_CODE = re.compile(r"\bNone\b|<[A-Za-z.]+ object|\w+\.[A-Z]{4,}\b|\{\w+\}")  # what leaks out of a program


@pytest.fixture(scope="module", params=["sample_story", "seeds_story"])
def story(request: pytest.FixtureRequest) -> Iterator[Story]:
    path: Path = request.getfixturevalue(request.param)
    with open_story(path) as opened:
        yield opened


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_every_row_is_explained_in_words(story: Story, kind: type[Record]) -> None:
    for record in story.all(kind):
        given = explain(story, record.id)
        assert given.says.endswith((".", "”", "!", "?")), given.says
        assert given.parts
        told = [given.says, *(line.text for part in given.parts for line in part.lines)]
        assert not [text for text in told if _ID.search(text) or _CODE.search(text)]
        assert all(story.get(line.id) for part in given.parts for line in part.lines if line.id)
