"""Which names are one actor's over the reports of a story: clubs and towns, short names, namesakes."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.linking.actors import ActorStage
from dateline.model import Actor
from dateline.reading.mentions import MentionStage
from dateline.reading.names.spelling import fold
from dateline.stage import Draft
from dateline.testing import story_of

CASES = tomllib.loads((Path(__file__).parent / "names_over_reports.toml").read_text(encoding="utf-8"))
STORIES = sorted(CASES.keys() - {"about"})
Read = Callable[..., Draft]


def actors_of(read: Read, *texts: str) -> list[tuple[str, set[str]]]:
    """Kind and folded names of each actor."""
    drafts = [read(text, MentionStage(), published=f"2030-05-{day}") for day, text in enumerate(texts, 14)]
    story = story_of(drafts, ActorStage())
    return [(a.kind.value, {fold(n.name) for n in a.names} | {fold(a.name)}) for a in story.all(Actor)]


@pytest.mark.parametrize("story", STORIES)
def test_names_of_a_story_are_one_actors_or_two(read: Read, story: str) -> None:
    case: dict[str, Any] = CASES[story]
    actors = actors_of(read, *case["texts"])

    def borne_by(*names: str) -> list[str]:
        return [kind for kind, borne in actors if {fold(name) for name in names} <= borne]

    split = [pair for pair in case.get("same", []) if not borne_by(*pair)]
    joined = [pair for pair in case.get("apart", []) if borne_by(*pair)]
    wanted = [*case.get("has", []), *(name for pair in case.get("apart", []) for name in pair)]
    missing = [name for name in wanted if not borne_by(name)]
    kinds = case.get("kind", {})
    other = {name: borne_by(name) for name in kinds if not set(borne_by(name)) & set(kinds[name].split("|"))}
    assert (split, joined, missing, other) == ([], [], [], {})
