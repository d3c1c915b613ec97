"""Writing to a story file: whole units, each in one transaction, with its row in the ledger.

    with Store.open("story.db") as store:
        with store.atomic():
            store.replace("reading", report.id, records, version="1", digest="")

What a stage wrote for a unit is deleted and written anew as a whole; nothing is ever updated in place. The
keys of ids stay, so records that are written anew still answer to what points at them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dateline.errors import RecordError, StoryFileError
from dateline.model import Record, Report
from dateline.story import redirects
from dateline.story.identities import intern
from dateline.story.latest import LatestStory
from dateline.story.mapping import Cells, Row
from dateline.story.open_file import open_in_memory, open_to_write
from dateline.story.rows import Batch
from dateline.story.story import Story

_TEXTS_KEPT = 256  # clean texts of reports at hand while words are checked; a corpus stage writes report by report


@dataclass(frozen=True, slots=True)
class Entry:
    """The ledger's word on a unit: the version of the stage that wrote it, the digest of what it was given."""

    version: str
    digest: str


class Store:
    """A story file, open for writing. `story` reads through the same connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.story = Story(connection)
        self._latest = LatestStory(connection)  # what linking sees
        self._text_of = lru_cache(maxsize=_TEXTS_KEPT)(self._stored_text)

    @classmethod
    def open(cls, path: str | Path) -> Store:
        """Open a story file, or make an empty one where there is none."""
        return cls(open_to_write(path))

    @classmethod
    def in_memory(cls) -> Store:
        """A story that is never written to a file: for tests."""
        return cls(open_in_memory())

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """All or nothing: what is written inside is kept together, or not at all if anything is raised."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield
            self._connection.execute("COMMIT")
        except sqlite3.IntegrityError as error:
            problem = self._first_dangling()
            self._connection.execute("ROLLBACK")
            raise RecordError(problem or f"the story file refused a record: {error}") from error
        except sqlite3.OperationalError as error:
            self._roll_back()
            hint = "is another build writing to it?" if "locked" in str(error) else "is the disk full?"
            raise StoryFileError(f"the story file cannot be written: {error}", hint) from error
        except BaseException:
            self._roll_back()
            raise
        finally:
            self.story.forget()
            self._latest.forget()
            self._text_of.cache_clear()

    def replace(self, stage: str, unit: str, records: Iterable[Record], *, version: str, digest: str) -> None:
        """Delete what `stage` wrote for `unit`, write these records, and note it in the ledger."""
        self.delete(stage, unit)
        self.add(stage, [(unit, digest, records)], version)

    def add(self, stage: str, units: Iterable[tuple[str, str, Iterable[Record]]], version: str) -> None:
        """Write new units, given as (unit, digest, records), with one bulk insert for each table."""
        noted = [(self._note(stage, version, unit, digest), records) for unit, digest, records in units]
        self._write([(written_by, record) for written_by, records in noted for record in records])

    def run_corpus_stage(
        self, name: str, version: str, writes: Iterable[type], run: Callable[[Story, Writer], None]
    ) -> None:
        """Let one corpus stage rewrite its blocks of records of the kinds `writes`; call it inside `atomic`."""
        writer = Writer(self, name, version)
        run(self._latest, writer)
        writer.close()
        changed = list(writes)
        self.story.forget(changed)
        self._latest.forget(changed)

    def delete(self, stage: str, unit: str) -> None:
        """Delete what `stage` wrote for `unit`."""
        self._connection.execute("DELETE FROM ledger WHERE stage = ? AND unit = ?", (stage, unit))

    def keep_stages(self, stages: Iterable[str]) -> None:
        """Delete what was written by any stage but these."""
        self._connection.execute(
            "DELETE FROM ledger WHERE stage NOT IN (SELECT value FROM json_each(?))", (json.dumps(sorted(stages)),)
        )

    def ledger(self, stage: str) -> dict[str, Entry]:
        """All that `stage` has written, by unit."""
        rows = self._connection.execute("SELECT unit, version, digest FROM ledger WHERE stage = ?", (stage,))
        return {unit: Entry(version, digest) for unit, version, digest in rows}

    def places(self) -> list[tuple[str, str, str]]:
        """Id, location and digest of every report."""
        return self._connection.execute(
            "SELECT id, location, digest FROM report JOIN identity USING (key) ORDER BY location, id"
        ).fetchall()

    def note_run(self, made: str, program: str, kept: int) -> None:
        """Note what the story has now, and forget all such notes but the last `kept`; call it inside `atomic`."""
        self._connection.execute(
            "INSERT INTO run (made, program, last_key, reports, events, utterances, conflicts, decisions) "
            "SELECT ?, ?, (SELECT coalesce(max(key), 0) FROM identity), (SELECT count(*) FROM report), "
            "(SELECT count(*) FROM merged_event), (SELECT count(*) FROM utterance), "
            "(SELECT count(*) FROM conflict), (SELECT count(*) FROM decision)",
            (made, program),
        )
        self._connection.execute("DELETE FROM run WHERE number <= (SELECT max(number) FROM run) - ?", (kept,))

    def settle_redirects(self) -> None:
        """Let the ids of merged records that are gone lead to the records that have their members now."""
        redirects.settle(self._connection)

    def _roll_back(self) -> None:
        if self._connection.in_transaction:  # SQLite itself may have rolled back, on a full disk
            self._connection.execute("ROLLBACK")

    def _note(self, stage: str, version: str, unit: str, digest: str) -> int:
        row = self._connection.execute(
            "INSERT INTO ledger (stage, version, unit, digest) VALUES (?, ?, ?, ?) RETURNING key",
            (stage, version, unit, digest),
        )
        return int(row.fetchone()[0])

    def _write(self, records: list[tuple[int, Record]]) -> None:
        texts = {record.id: record.text for _, record in records if isinstance(record, Report)}
        batch = Batch.of(records, lambda id_: texts[id_] if id_ in texts else self._text_of(id_))
        keys = intern(self._connection, batch.ids())
        for table, rows in batch.records.items():
            self._insert(
                table.name,
                ("key", "written_by", *(column.name for column in table.cells.columns)),
                ((keys[id_], written_by, *_keyed(table.cells, row, keys)) for id_, written_by, row in rows),
            )
        for child, elements in batch.elements.items():
            self._insert(
                child.name,
                (child.owner, "position", *(column.name for column in child.cells.columns)),
                ((keys[id_], at, *_keyed(child.cells, row, keys)) for id_, at, row in elements),
            )

    def _insert(self, table: str, columns: tuple[str, ...], rows: Iterator[Row]) -> None:
        names = ", ".join(f'"{name}"' for name in columns)
        marks = ", ".join("?" * len(columns))
        sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"
        try:
            self._connection.executemany(sql, rows)
        except sqlite3.IntegrityError as error:
            raise RecordError(f"a row of {table} cannot be written: {error}", "is its id taken?") from error

    def _stored_text(self, report: str) -> str | None:
        row = self._connection.execute(
            "SELECT text FROM report JOIN identity USING (key) WHERE id = ?", (report,)
        ).fetchone()
        return None if row is None else str(row[0])

    def _first_dangling(self) -> str | None:
        """What a failed commit was about: the first row that points to a record that is not there."""
        row = self._connection.execute("PRAGMA foreign_key_check").fetchone()
        return None if row is None else f"a row of {row[0]} points to a {row[2]} that the story does not have"


class Writer:
    """What a corpus stage writes through, inside one transaction. The file changes when the stage is done."""

    def __init__(self, store: Store, stage: str, version: str) -> None:
        self._store = store
        self._stage = stage
        self._version = version
        self._before = store.ledger(stage)
        self._digests: dict[str, str] = {}
        self._written: dict[str, list[Record]] = {}

    def block(self, unit: str, inputs: str) -> bool:
        """True if the block `unit` must be written anew: its inputs' digest differs from the ledger's."""
        self._digests[unit] = inputs
        return self._before.get(unit) != Entry(self._version, inputs)

    def replace(self, unit: str, records: Iterable[Record]) -> None:
        """Delete what this stage wrote for `unit` and write these records instead.

        Units that a run of the stage names in neither `block` nor `replace` are deleted at its end.
        """
        self._digests.setdefault(unit, "")
        self._written[unit] = list(records)

    def close(self) -> None:
        """Delete what goes, then write what comes: a record may move from one unit to another."""
        gone = self._before.keys() - self._digests.keys() | self._before.keys() & self._written.keys()
        for unit in sorted(gone):
            self._store.delete(self._stage, unit)
        self._store.add(
            self._stage,
            [(unit, self._digests[unit], records) for unit, records in self._written.items()],
            self._version,
        )


def _keyed(cells: Cells, row: Row, keys: dict[str, int]) -> Row:
    """The row with keys in the place of ids."""
    if not cells.refs:
        return row
    values = list(row)
    for at in cells.refs:
        if values[at] is not None:
            values[at] = keys[str(values[at])]
    return tuple(values)
