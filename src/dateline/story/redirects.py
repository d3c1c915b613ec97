"""Ids of merged records outlive the records.

A merged record has the id of its smallest member. A new report may bring a smaller one, or two records may turn
out to be one: then the earlier id leads to the record that its members belong to now.
"""

from __future__ import annotations

import sqlite3

from dateline.story.mapping import TABLES

# For each target that lost links: the target that most of its former members have now, the smallest id of equals.
_HEIRS = """
    SELECT old, new FROM (
        SELECT f.target AS old, l.target AS new,
               row_number() OVER (PARTITION BY f.target ORDER BY count(*) DESC, i.id) AS rank
        FROM former_link AS f
        JOIN link AS l ON l.member = f.member
        JOIN identity AS i ON i.key = l.target
        JOIN identity AS was ON was.key = f.target AND was.kind = i.kind
        GROUP BY f.target, l.target
    ) WHERE rank = 1 AND old <> new
"""


def settle(connection: sqlite3.Connection) -> None:
    """Make redirects from the links deleted since the last time; ends a run of all corpus stages."""
    heirs = [(old, new) for old, new in connection.execute(_HEIRS).fetchall() if not _exists(connection, old)]
    for old, new in heirs:
        connection.execute("UPDATE redirect SET new = ? WHERE new = ?", (new, old))
    connection.executemany("INSERT OR REPLACE INTO redirect (old, new) VALUES (?, ?)", heirs)
    connection.execute("DELETE FROM former_link")
    for (old,) in connection.execute("SELECT old FROM redirect").fetchall():
        if _exists(connection, old):  # an id that came back stands for itself again
            connection.execute("DELETE FROM redirect WHERE old = ?", (old,))


def follow(connection: sqlite3.Connection, key: int) -> int:
    """The key that a key leads to: itself, if it was never replaced."""
    row = connection.execute("SELECT new FROM redirect WHERE old = ?", (key,)).fetchone()
    return key if row is None else int(row[0])


def _exists(connection: sqlite3.Connection, key: int) -> bool:
    (kind,) = connection.execute("SELECT kind FROM identity WHERE key = ?", (key,)).fetchone()
    if kind not in {table.name for table in TABLES.values()}:
        return False
    sql = f"SELECT 1 FROM {kind} WHERE key = ?"
    return connection.execute(sql, (key,)).fetchone() is not None
