"""schema.sql holds what the records ask for, column by column, and nothing else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from dateline.model import RECORDS, Record
from dateline.story.mapping import TABLES, Column
from dateline.story.open_file import open_in_memory

BOOKKEEPING = {"identity", "ledger", "redirect", "former_link", "run"}
type Described = list[tuple[str, str, bool, str | None]]


@pytest.fixture(scope="module")
def schema() -> Iterator[sqlite3.Connection]:
    connection = open_in_memory()
    yield connection
    connection.close()


def described(schema: sqlite3.Connection, table: str) -> Described:
    """Name, type, whether NULL is allowed, and the table referred to, of each column in order."""
    points_to = {row[3]: row[2] for row in schema.execute(f"PRAGMA foreign_key_list({table})")}
    return [
        (name, type_, not not_null and not primary, points_to.get(name))
        for _, name, type_, not_null, _, primary in schema.execute(f"PRAGMA table_info({table})")
    ]


def wanted(columns: tuple[Column, ...]) -> Described:
    return [(column.name, column.type, column.optional, column.ref) for column in columns]


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_the_table_of_a_record_has_its_columns_in_their_order(
    schema: sqlite3.Connection, kind: type[Record]
) -> None:
    table = TABLES[kind]
    own: Described = [("key", "INTEGER", False, "identity"), ("written_by", "INTEGER", False, "ledger")]
    assert described(schema, table.name) == own + wanted(table.cells.columns)


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_each_list_of_a_record_has_a_child_table(schema: sqlite3.Connection, kind: type[Record]) -> None:
    table = TABLES[kind]
    for child in table.children:
        own: Described = [(table.name, "INTEGER", False, table.name), ("position", "INTEGER", False, None)]
        assert described(schema, child.name) == own + wanted(child.cells.columns)


def test_there_is_no_table_without_a_record(schema: sqlite3.Connection) -> None:
    strict = {
        name for name, is_strict in schema.execute("SELECT name, strict FROM pragma_table_list") if is_strict
    }
    children = {child.name for table in TABLES.values() for child in table.children}
    assert strict == {table.name for table in TABLES.values()} | children | BOOKKEEPING


def test_each_reference_has_an_index_for_the_way_back(schema: sqlite3.Connection) -> None:
    for table in TABLES.values():
        for name, cells in ((table.name, table.cells), *((child.name, child.cells) for child in table.children)):
            indexes = [row[1] for row in schema.execute(f"PRAGMA index_list({name})")]
            first = {next(schema.execute(f'PRAGMA index_info("{index}")'))[2] for index in indexes}
            assert {column.name for column in cells.columns if column.ref} <= first, name


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_a_view_shows_each_record_with_its_id_and_its_lists(
    schema: sqlite3.Connection, kind: type[Record]
) -> None:
    table = TABLES[kind]
    views = {
        name: [row[1] for row in schema.execute(f'PRAGMA table_info("{name}")')]
        for (name,) in schema.execute("SELECT name FROM sqlite_master WHERE type = 'view'")
    }
    columns = ["id", *(c.name for c in table.cells.columns), *(child.field for child in table.children)]
    assert columns in views.values()
