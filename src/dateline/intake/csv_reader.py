"""Tables as text (CSV, TSV): a row is a report, the first line names its columns.

What a column is called follows `vocabulary/fields.toml`, whatever its case, or the field map that the user gives.
What is raw: the cells of title and text, joined by a blank line.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from functools import cache

from dateline.intake.fields import names, uses
from dateline.intake.found import Found, Item, digest_of_bytes, refused
from dateline.intake.guard import Refusal
from dateline.intake.json_reader import FieldMap, read_record
from dateline.intake.sheet import Sheet
from dateline.model import RejectionCode
from dateline.settings import Settings

_DELIMITERS = "\t;,|"
_MIN_KNOWN = 2  # columns with names that we know: one of them holds the text
_MAX_HEADER = 10_000  # characters


class Table:
    """The header of a table: its delimiter, and what its columns are called in a record."""

    def __init__(self, delimiter: str, columns: list[str]) -> None:
        self.delimiter = delimiter
        self.columns = columns


def table_of(text: str, chosen: FieldMap) -> Table | None:
    """The header, if the first line is one: two columns or more that we know, or that the field map names."""
    line = text.lstrip("\ufeff\r\n")[:_MAX_HEADER].split("\n", 1)[0].rstrip("\r")
    best: Table | None = None
    for delimiter in _DELIMITERS:
        cells = _cells(line, delimiter)
        if len(cells) > (len(best.columns) if best else 1) and _is_header(cells, chosen):
            best = Table(delimiter, _named(cells, chosen))
    return best


def read_table(text: str, table: Table, location: str, settings: Settings) -> Iterator[Item]:
    """One input for each row that is not blank; rows count from 1, the header not counted."""
    csv.field_size_limit(settings.max_file_bytes)  # the module's own limit would end the file; ours is above
    chosen = dict(settings.field_names)
    rows = csv.reader(io.StringIO(text.lstrip("\ufeff\r\n"), newline=""), delimiter=table.delimiter)
    next(rows, None)
    number, lines = 0, text.count("\n") + (not text.endswith("\n"))
    while True:
        number += 1
        here = f"{location}#{number}"
        try:
            cells = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            yield refused(here, "", Refusal(RejectionCode.MALFORMED, f"no row of a table: {error}"))
            continue
        if number > settings.max_records_per_file:
            reason = f"more than {settings.max_records_per_file:,} rows in one file: split it from this row on"
            yield refused(here, "", Refusal(RejectionCode.TOO_LARGE, reason))
            return
        if rows.line_num >= lines and _ends_in_quotes(text, table.delimiter):
            reason = "the table is cut within a cell of this row: its closing quotation mark is missing"
            yield refused(here, "", Refusal(RejectionCode.MALFORMED, reason))
        elif any(cell.strip() for cell in cells):
            digest = digest_of_bytes("\x1f".join(cells).encode("utf-8", "surrogatepass"))
            yield Found(here, digest, _row_reader(cells, table, chosen))
    if number == 1:
        yield refused(location, "", Refusal(RejectionCode.EMPTY, "a table without rows"))


def _cells(line: str, delimiter: str) -> list[str]:
    """The cells of one line; none if it is no line of a table."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _ends_in_quotes(text: str, delimiter: str) -> bool:
    """True if the last cell of a table is opened by a quotation mark and never closed; csv takes it as it is."""
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            pass
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False


def _row_reader(cells: list[str], table: Table, chosen: FieldMap) -> Callable[[], Sheet]:
    def lay_out() -> Sheet:
        if len(cells) != len(table.columns):
            reason = f"the row has {len(cells)} cells, the table {len(table.columns)} columns"
            raise Refusal(RejectionCode.MALFORMED, reason)
        record = {name: cell for name, cell in zip(table.columns, cells, strict=True) if cell.strip()}
        return read_record(record, "csv", chosen)

    return lay_out


def _is_header(cells: list[str], chosen: FieldMap) -> bool:
    """True if the cells name columns, and one of them is that of the text."""
    mapped = {_folded(cell) for cell in cells} & {_folded(name) for name in chosen.values()}
    known = [_known().get(_folded(cell)) for cell in cells]
    told = sum(name is not None for name in known) + len(mapped)
    holds_text = {*names("record", "text"), *names("record", "markup"), *names("record", "summary")}
    text = "text" in chosen and _folded(chosen["text"]) in mapped
    return told >= _MIN_KNOWN and (text or any(name in holds_text for name in known))


def _named(cells: list[str], chosen: FieldMap) -> list[str]:
    """The columns as the field map or the vocabulary spells them; others as they stand."""
    mapped = {_folded(name): name for name in chosen.values()}
    return [mapped.get(_folded(cell)) or _known().get(_folded(cell)) or cell.strip() for cell in cells]


@cache
def _known() -> dict[str, str]:
    """Folded name -> the name of a record's field."""
    return {_folded(name): name for name in reversed(list(uses("record")))}


def _folded(name: str) -> str:
    """`Published at` and `publishedAt` are one column."""
    return re.sub(r"[\W_]+", "", name).casefold()
