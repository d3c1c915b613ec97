"""Ids outside, integer keys inside."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping

from dateline.errors import StoryFileError

_AT_ONCE = 5_000  # ids in one look-up: bounds the JSON text that is built for it


def intern(connection: sqlite3.Connection, kinds: Mapping[str, str | None]) -> dict[str, int]:
    """The key of each id, given anew where the story does not know it; `kinds` maps ids to tables, if known."""
    known = look_up(connection, kinds)
    (last,) = connection.execute("SELECT coalesce(max(key), 0) FROM identity").fetchone()
    keys = {id_: key for id_, (key, _) in known.items()}
    new = [id_ for id_ in kinds if id_ not in known]
    keys.update(zip(new, range(last + 1, last + 1 + len(new)), strict=True))
    connection.executemany(
        "INSERT INTO identity (key, id, kind) VALUES (?, ?, ?)", [(keys[id_], id_, kinds[id_]) for id_ in new]
    )
    for id_, (key, kind) in known.items():
        now = kinds[id_]
        if now is None or now == kind:
            continue
        if kind is not None:
            raise StoryFileError(f"{id_} is the id of a {kind} and of a {now}")
        connection.execute("UPDATE identity SET kind = ? WHERE key = ?", (now, key))
    return keys


def look_up(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, tuple[int, str | None]]:
    """Key and table of those ids that the story knows."""
    wanted = list(ids)
    found: dict[str, tuple[int, str | None]] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        rows = connection.execute(
            "SELECT i.id, i.key, i.kind FROM json_each(?) AS j JOIN identity AS i ON i.id = j.value",
            (json.dumps(wanted[start : start + _AT_ONCE]),),
        )
        found.update((id_, (key, kind)) for id_, key, kind in rows)
    return found
