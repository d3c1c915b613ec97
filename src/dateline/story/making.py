"""What a story was made by: the versions of stages and packages and the settings, noted when it is linked."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.story.store import Store
from dateline.story.story import Story

MADE_BY = "made by"  # in the ledger: "stage events", "package spacy", "setting block_limit", each with its value


def note(store: Store, made_by: Iterable[tuple[str, str]]) -> None:
    """Note names with their values in the place of all that were noted before; call it inside `atomic`."""
    for unit in store.ledger(MADE_BY):
        store.delete(MADE_BY, unit)
    for unit, value in made_by:
        store.replace(MADE_BY, unit, (), version=value, digest="")


def noted(story: Story) -> list[tuple[str, str]]:
    """Names with their values, by name; none for a story that was never linked."""
    rows = story.connection.execute("SELECT unit, version FROM ledger WHERE stage = ? ORDER BY unit", (MADE_BY,))
    return [(unit, value) for unit, value in rows]
