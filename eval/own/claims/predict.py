"""Reads the two reports of each item and gives every conflict of the story, in the words of the reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dateline.model import Claim, Conflict
from dateline.story import Story
from eval.own.small_stories import Teller


def predict(items: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Items of the gold in, {"id", "conflicts"} out in the same order; equal reports that follow are read once."""
    tell = Teller("conflicts")
    read: list[Mapping[str, Any]] = []
    found: list[dict[str, Any]] = []
    for item in items:
        if item["reports"] != read:
            read = item["reports"]
            story, _ = tell(read)
            found = [told(story, conflict) for conflict in story.conflicts()]
        yield {"id": item["id"], "conflicts": found}


def told(story: Story, conflict: Conflict) -> dict[str, Any]:
    """A conflict's kind, and the words behind its sides."""
    values = [words for side in conflict.sides for words in printed(story, side)]
    return {"kind": conflict.kind.value, "values": list(dict.fromkeys(values))}


def printed(story: Story, side: str) -> Iterator[str]:
    """The words of each report that give a side's value, and the value itself."""
    claim = story.get(side)
    if isinstance(claim, Claim):
        yield claim.value
    for support in story.supports(side):
        yield support.words.text
