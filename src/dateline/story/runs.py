"""What the file remembers of its own making: a line for each time that linking brought something new."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dateline.story.store import Store
from dateline.story.story import Story

KEPT = 101  # the last hundred, and the one before them, which says what there was before


@dataclass(frozen=True, slots=True)
class Run:
    """What a story had when a run ended."""

    number: int  # from 1
    made: str  # ISO 8601, UTC
    program: str
    last_key: int  # of all ids that there were; ids that came later have higher ones
    reports: int
    events: int
    utterances: int
    conflicts: int
    decisions: int


NOTHING = Run(0, "", "", 0, 0, 0, 0, 0, 0)  # what there is before the first run


def note_run(store: Store, now: dt.datetime, program: str) -> None:
    """Note what there is now; call it inside `atomic`. The clock is the caller's."""
    store.note_run(now.astimezone(dt.UTC).isoformat(timespec="seconds"), program, KEPT)


def noted_runs(story: Story) -> list[Run]:
    """The runs that the file remembers, earliest first."""
    rows = story.connection.execute(
        "SELECT number, made, program, last_key, reports, events, utterances, conflicts, decisions "
        "FROM run ORDER BY number"
    )
    return [Run(*row) for row in rows]


def came_after(story: Story, table: str, key: int, until: int, limit: int) -> list[str]:
    """The ids, at most `limit`, of the rows of a table that were first seen after one key and up to another."""
    rows = story.connection.execute(
        f"SELECT id FROM {table} JOIN identity USING (key) WHERE key > ? AND key <= ? ORDER BY key LIMIT ?",
        (key, until, limit),
    )
    return [id_ for (id_,) in rows]


def count_after(story: Story, table: str, key: int, until: int) -> int:
    """How many there are of these."""
    row = story.connection.execute(
        f"SELECT count(*) FROM {table} WHERE key > ? AND key <= ?", (key, until)
    ).fetchone()
    return int(row[0])
