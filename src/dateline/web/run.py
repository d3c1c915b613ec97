"""What a story was made of and by, as a short digest: another after each build and each decision."""

from __future__ import annotations

import hashlib
import sqlite3
from importlib.metadata import version

_STATE = (
    "SELECT stage, version, unit, digest FROM ledger ORDER BY stage, unit",
    "SELECT i.id FROM decision AS d JOIN identity AS i ON i.key = d.key ORDER BY i.id",
)


def run_of(connection: sqlite3.Connection) -> str:
    """Over the ledger, which has a row for every unit read or linked, the decisions and the program."""
    made = hashlib.sha256(version("dateline").encode())
    for question in _STATE:
        for row in connection.execute(question):
            made.update(repr(row).encode())
    return made.hexdigest()[:16]
