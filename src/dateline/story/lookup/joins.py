"""What records were joined to: read for some of them in one go, or for all, and kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from dateline.model import LinkKind
from dateline.story.query import EVERY, GIVEN, given


class Joins:
    """The targets of links by their members; of several of a kind the one whose own id comes first counts."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._targets: dict[str, dict[str, str]] = {}
        self._has_all = False

    def target(self, member: str, kind: LinkKind) -> str | None:
        """What a record was joined to; None if it stands for itself."""
        self.read((member,))
        return self._targets.get(member, {}).get(kind)

    def read(self, members: Iterable[str | None]) -> None:
        """Read the joins of these records in one go, before they are asked for one by one."""
        if self._has_all:
            return
        missing = {member for member in members if member and member not in self._targets}
        if missing:
            self._targets |= {member: {} for member in missing}
            self._note(f"l.member IN {GIVEN}", given(missing))

    def read_all(self) -> None:
        """The same for all records: of those who go through the whole story."""
        if not self._has_all:
            self._note(EVERY)
            self._has_all = True

    def _note(self, where: str, *values: str) -> None:
        rows = self._connection.execute(
            f"""SELECT m.id, l.kind, t.id FROM link AS l JOIN identity AS own ON own.key = l.key
                JOIN identity AS m ON m.key = l.member JOIN identity AS t ON t.key = l.target
                WHERE {where} ORDER BY own.id DESC""",
            values,
        )
        for member, kind, target in rows:
            self._targets.setdefault(member, {})[kind] = target
