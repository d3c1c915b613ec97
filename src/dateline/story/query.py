"""Records out of the file: rows with ids in the place of keys, in the order that `Story.all` promises."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from dateline.model import Record
from dateline.story.mapping import TABLES, Cells, Child, Table, Value

EVERY = "TRUE"  # a condition that holds for each row `r`
GIVEN = "(SELECT i.key FROM json_each(?) AS j JOIN identity AS i ON i.id = j.value)"  # the keys of `given` ids
# CROSS has SQLite read the rows first: left to choose, it goes through the ids of all kinds, however few rows.
_ITS_ID = "CROSS JOIN identity AS i ON i.key = r.key"


def given(ids: Iterable[str]) -> str:
    """Ids as the one value that `GIVEN` takes."""
    return json.dumps(sorted(ids))


def fetch[R: Record](
    connection: sqlite3.Connection, kind: type[R], where: str = EVERY, values: Sequence[Value] = ()
) -> list[R]:
    """Records of a kind for whose rows `r` the condition holds."""
    table = TABLES[kind]
    lists: dict[int, dict[str, tuple[Any, ...]]] = defaultdict(dict)
    for child in table.children:
        for owner, elements in _elements(connection, table, child, where, values).items():
            lists[owner][child.field] = tuple(elements)
    empty = {child.field: () for child in table.children}
    records = []
    for key, id_, *row in connection.execute(_select(table, where), values):
        records.append(table.decode(id_, tuple(row), empty | lists[key] if key in lists else empty))
    return records  # type: ignore[return-value]  # the table decodes to its own kind


def ids_in_order(connection: sqlite3.Connection, kind: type[Record]) -> list[str]:
    """The ids of all records of a kind, in the order of `Story.all`."""
    table = TABLES[kind]
    join, order = _order(table)
    rows = connection.execute(f"SELECT i.id FROM {table.name} AS r {_ITS_ID} {join} ORDER BY {order}")
    return [id_ for (id_,) in rows]


def counted_by_report(connection: sqlite3.Connection, kind: type[Record]) -> dict[str, int]:
    """How many records of a kind each report has, by its id; reports that have none are left out."""
    return dict(
        connection.execute(
            f"SELECT (SELECT id FROM identity WHERE key = r.report), count(*) FROM {TABLES[kind].name} AS r "
            "GROUP BY r.report"
        ).fetchall()
    )


def _elements(
    connection: sqlite3.Connection, table: Table, child: Child, where: str, values: Sequence[Value]
) -> dict[int, list[Any]]:
    """The elements of a tuple field by the key of their record, in order."""
    chosen = f"{child.owner} IN (SELECT r.key FROM {table.name} AS r WHERE {where})"
    sql = (
        f"SELECT {child.owner}, {_cells(child.cells, 'c')} FROM {child.name} AS c "
        f"WHERE {EVERY if where == EVERY else chosen} ORDER BY {child.owner}, position"
    )
    elements: dict[int, list[Any]] = defaultdict(list)
    for owner, *row in connection.execute(sql, values):
        elements[owner].append(child.decode(tuple(row)))
    return elements


@cache
def _select(table: Table, where: str) -> str:
    cells = _cells(table.cells, "r")
    join, order = _order(table)
    return f"SELECT r.key, i.id, {cells} FROM {table.name} AS r {_ITS_ID} {join} WHERE {where} ORDER BY {order}"


def _cells(cells: Cells, row: str) -> str:
    return ", ".join(
        f'(SELECT id FROM identity WHERE key = {row}."{column.name}")' if column.ref else f'{row}."{column.name}"'
        for column in cells.columns
    )


def _order(table: Table) -> tuple[str, str]:
    """The join and the terms of: publication date (unknown last), report id, start, id."""
    if table.name == "report":
        return "", f"{_published('r')}, i.id"
    if table.cells.report is None:
        return "", "i.id"
    join = "LEFT JOIN report AS p ON p.key = r.report LEFT JOIN identity AS pi ON pi.key = r.report"
    return join, f"{_published('p')}, pi.id, {_start(table)}i.id"


def _published(row: str) -> str:
    return f"coalesce({row}.published_earliest, {row}.published_latest, '~')"  # "~" sorts after every digit


def _start(table: Table) -> str:
    if "start" in {column.name for column in table.cells.columns}:
        return "r.start, "
    for child in table.children:  # a quotation stands where its first content stands
        if child.cells.words and child.cells.report is None:
            return f"(SELECT start FROM {child.name} WHERE {child.owner} = r.key AND position = 0), "
    return ""
