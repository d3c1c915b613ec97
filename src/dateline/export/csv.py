"""CSV for spreadsheets: the flat views, one file a table, as RFC 4180 wants them (CRLF, quotes doubled).

A cell of text that begins with `=`, `+`, `-`, `@`, a tab or a line break would be run as a formula by Excel,
LibreOffice and Sheets; such a cell gets an apostrophe in front, which they take as "this is text" (OWASP, "CSV
Injection"). Readers that need the letters as they stand should read the JSON Lines export. Control characters,
which spreadsheets refuse, become U+FFFD. Lists are joined with "; ".
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import fields
from enum import Enum
from pathlib import Path
from typing import Any

from dateline.story import Story
from dateline.story.views import TABLES, Row

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def cell(value: Any) -> str:
    """One value as the text of a spreadsheet's cell; None is an empty cell, numbers stay numbers."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, (tuple, list)):
        return cell("; ".join(cell_text(item) for item in value))
    text = _CONTROLS.sub("\ufffd", cell_text(value))
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def cell_text(value: Any) -> str:
    """The plain text of a part of a cell."""
    return str(value.value) if isinstance(value, Enum) else str(value)


def csv_text(row_type: type[Row], rows: Iterable[Row]) -> str:
    """A table with its heading, ready to be written without any translation of line ends."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    columns: Sequence[str] = [field.name for field in fields(row_type)]
    writer.writerow(columns)
    writer.writerows([cell(getattr(row, column)) for column in columns] for row in rows)
    return out.getvalue()


def write(story: Story, folder: Path) -> dict[str, int]:
    """Write every table into `folder`; the number of rows of each file, by its name."""
    counts = {}
    for table in TABLES:
        rows = table.rows(story)
        name = f"{table.name}.csv"
        (folder / name).write_bytes(csv_text(table.row, rows).encode())
        counts[name] = len(rows)
    return counts
