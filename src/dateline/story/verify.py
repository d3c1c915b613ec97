"""Every row of a story checked again: that its words stand where it says, and that what it points to is there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from dateline.story.mapping import ANY, TABLES, Cells, Row, Table
from dateline.story.rows import misplaced

if TYPE_CHECKING:
    from dateline.story.story import Story


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one row."""

    table: str
    id: str  # of the record that the row belongs to
    what: str


@dataclass(frozen=True, slots=True)
class Verification:
    """How many spans were sliced again, and all that is wrong."""

    spans: int
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """True if nothing is wrong."""
        return not self.problems


def verify(story: Story) -> Verification:
    """Slice every span again, and follow every reference."""
    return Check(story.connection).run()


class Check:
    """One pass over a file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._spans = 0

    def run(self) -> Verification:
        """All tables, in the order in which they are filled."""
        problems = [Problem("file", "", what) for what in self._damage()]
        for table in TABLES.values():
            problems += self._words(table.name, table.cells, self._rows(table))
            for child in table.children:
                problems += self._words(child.name, child.cells, self._rows(table, child.name, child.cells))
            problems += self._dangling(table)
        return Verification(self._spans, tuple(problems))

    def _damage(self) -> Iterator[str]:
        for (what,) in self._connection.execute("PRAGMA quick_check"):
            if what != "ok":
                yield f"the file is damaged: {what}"
        for table, row, target, _ in self._connection.execute("PRAGMA foreign_key_check"):
            yield f"row {row} of {table} points to a {target} that is not there"

    def _rows(self, table: Table, child: str = "", cells: Cells | None = None) -> Iterator[tuple[int, str, Row]]:
        """Report, id and cells of every row with words; the rows of one report follow each other."""
        used = cells or table.cells
        if not used.words:
            return
        row = "c" if child else "r"
        join = f"JOIN {child} AS c ON c.{table.name} = r.key" if child else ""
        report = f"{row}.report" if used.report is not None else "r.report"
        columns = ", ".join(f'{row}."{column.name}"' for column in used.columns)
        found = self._connection.execute(
            f"SELECT {report}, i.id, {columns} FROM {table.name} AS r {join} JOIN identity AS i ON i.key = r.key "
            f"ORDER BY {report}, r.key"
        )
        for key, id_, *values in found:
            yield key, id_, tuple(values)

    def _words(self, name: str, cells: Cells, rows: Iterator[tuple[int, str, Row]]) -> Iterator[Problem]:
        for report, of_report in groupby(rows, key=lambda row: row[0]):
            found = self._connection.execute("SELECT text FROM report WHERE key = ?", (report,)).fetchone()
            text = found[0] if found else ""
            for _, id_, row in of_report:
                self._spans += sum(row[at] is not None for at in cells.words)
                for start, end, words in misplaced(cells, row, text):
                    yield Problem(name, id_, f"{words!r} does not stand at [{start}, {end}) of its report")

    def _dangling(self, table: Table) -> Iterator[Problem]:
        """References to a record of any kind, which the file's own foreign keys cannot follow."""
        for column in table.cells.columns:
            if column.ref == ANY:
                found = self._connection.execute(
                    f"SELECT i.id, t.id, t.key, t.kind FROM {table.name} AS r JOIN identity AS i ON i.key = r.key "
                    f"JOIN identity AS t ON t.key = r.{column.name}"
                )
                for id_, target, key, kind in found.fetchall():
                    if not self._exists(key, kind):
                        yield Problem(table.name, id_, f"its {column.name} {target} is not in the story")

    def _exists(self, key: int, kind: str | None) -> bool:
        if kind not in {table.name for table in TABLES.values()}:
            return False
        return self._connection.execute(f"SELECT 1 FROM {kind} WHERE key = ?", (key,)).fetchone() is not None
