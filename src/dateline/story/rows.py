"""Records on their way into the file: encoded, their words checked against the reports they were cut from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import cast

from dateline.errors import RecordError, SpanError
from dateline.model import Record
from dateline.story.mapping import ANY, TABLES, Cells, Child, Row, Table

type TextOf = Callable[[str], str | None]  # a report's clean text by its id; None if there is no such report


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows by table, with the ledger's key or the position. References and the records' own keys are still ids."""

    records: dict[Table, list[tuple[str, int, Row]]] = field(default_factory=lambda: defaultdict(list))
    elements: dict[Child, list[tuple[str, int, Row]]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, records: Iterable[tuple[int, Record]], text_of: TextOf) -> Batch:
        """Encode records, each with its key in the ledger.

        Raises SpanError if words do not stand where they say, RecordError if two records have one id.
        """
        batch = cls()
        ids: set[tuple[Table, str]] = set()
        for written_by, record in records:
            table = TABLES[type(record)]
            if (table, record.id) in ids:
                raise RecordError(f"two records of {table.name} have the id {record.id}")
            ids.add((table, record.id))
            row = table.encode(record)
            home = report_of(table.cells, row)
            _check(record, table.cells, row, home, text_of)
            batch.records[table].append((record.id, written_by, row))
            for child in table.children:
                elements = batch.elements[child]
                for position, value in enumerate(getattr(record, child.field)):
                    cells = child.encode(value)
                    _check(record, child.cells, cells, report_of(child.cells, cells) or home, text_of)
                    elements.append((record.id, position, cells))
        return batch

    def ids(self) -> dict[str, str | None]:
        """Every id in the batch with the table it belongs to; None where a reference leaves that open."""
        kinds: dict[str, str | None] = {}
        for cells, row in self._all_rows():
            for at in cells.refs:
                id_ = row[at]
                if id_ is not None:
                    ref = cells.columns[at].ref
                    kinds.setdefault(str(id_), None if ref == ANY else ref)
                    if ref != ANY:
                        kinds[str(id_)] = ref
        for table, rows in self.records.items():
            kinds.update((id_, table.name) for id_, _, _ in rows)
        return kinds

    def _all_rows(self) -> Iterator[tuple[Cells, Row]]:
        for table, rows in self.records.items():
            yield from ((table.cells, row) for _, _, row in rows)
        for child, elements in self.elements.items():
            yield from ((child.cells, row) for _, _, row in elements)


def report_of(cells: Cells, row: Row) -> str | None:
    """The report that the words of a row stand in, if the row names one."""
    if cells.report is None or row[cells.report] is None:
        return None
    return str(row[cells.report])


def misplaced(cells: Cells, row: Row, text: str) -> Iterator[tuple[int, int | None, str | None]]:
    """Start, end and text of every words of a row that do not stand in `text`."""
    for at in cells.words:
        start, end, words = cast(tuple[int | None, int | None, str | None], row[at : at + 3])
        if start is not None and text[start:end] != words:
            yield start, end, words


def _check(record: Record, cells: Cells, row: Row, report: str | None, text_of: TextOf) -> None:
    if all(row[at] is None for at in cells.words):
        return
    name = f"{type(record).__name__} {record.id}"
    text = text_of(report) if report else None
    if text is None:
        raise SpanError(f"{name} has words of report {report}, which the story does not have")
    for start, end, words in misplaced(cells, row, text):
        raise SpanError(
            f"{name}: report {report} does not read {words!r} at [{start}, {end})",
            "the stage that wrote it must cut its words from the report's clean text",
        )
