"""A sheet of findings to be judged by hand, as a spreadsheet opens it, and what a person has written into it.

Cells are guarded against formulas as in every CSV of Dateline's. A byte order mark opens the file: Excel takes a
CSV without one for text of its own code page. Read back, the sheet may have been saved with semicolons or tabs, in
another order of rows and columns, with columns added; what counts are `id`, `of`, `judgement` and `judge`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.errors import InputError
from dateline.export.csv import cell
from dateline.story.validation import Finding, Judged, Judgement
from dateline.story.wording import list_in_words

COLUMNS = ("id", "of", "source", "sentence", "reading", "judgement", "judge", "comment")
_NEEDED = ("id", "of", "judgement")
_DELIMITERS = ",;\t"
_MOST = 100_000  # characters of a cell: csv's own limit, which a pasted page would exceed


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What was read from a sheet: the kind of its findings, and the answers of its judge."""

    of: str
    judged: Judged


def sheet_bytes(of: str, findings: Iterable[Finding]) -> bytes:
    """A sheet with the three columns for judgement, judge and comment left empty."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in findings:
        writer.writerow([cell(value) for value in (one.id, of, one.cited, one.sentence, one.reading, "", "", "")])
    return out.getvalue().encode("utf-8-sig", "replace")


def read_sheet(content: bytes, name: str) -> Sheet:
    """The judgements of a sheet; InputError, with the row, for one that cannot be counted.

    Its judge is whom the column names, or else the file. Bytes that are no UTF-8 can only stand in texts, which do
    not count.
    """
    answers: dict[str, Judgement | None] = {}
    kinds: dict[str, None] = {}
    judges: dict[str, None] = {}
    for number, row in _rows(content.decode("utf-8-sig", "replace"), name):
        id_ = row["id"]
        if id_ in answers:
            raise InputError(f"{name}, row {number}: {id_} stands in it twice", "keep one of the two rows")
        answers[id_] = _judgement(row["judgement"], f"{name}, row {number}")
        kinds[row["of"]] = None
        if row.get("judge"):
            judges[row["judge"]] = None
    if not answers:
        raise InputError(f"{name} has no rows", "draw a sheet with `dateline sample STORY --of events -o SHEET`")
    if len(kinds) > 1:
        raise InputError(f"{name} mixes {list_in_words(list(kinds))}", "give a sheet for each")
    if len(judges) > 1:
        raise InputError(f"{name} has several judges: {list_in_words(list(judges))}", "give a sheet for each")
    judge = next(iter(judges), name.rpartition("/")[2])
    return Sheet(of=next(iter(kinds)), judged=Judged(judge=judge, answers=answers))


def _rows(text: str, name: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Rows that are not blank, with their number in the spreadsheet: the heading is row 1."""
    csv.field_size_limit(_MOST)
    heading = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=heading.count)
    try:
        for number, row in enumerate(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter), start=2):
            cells = {(key or "").strip().casefold(): (value or "").strip() for key, value in _named(row)}
            missing = [column for column in _NEEDED if column not in cells]
            if missing:
                hint = "its first row must name the columns as `dateline sample` writes them"
                raise InputError(f"{name} has no column {list_in_words(missing)}", hint)
            if any(cells.values()):
                yield number, cells
    except csv.Error as error:
        raise InputError(f"{name} is no sheet: {error}", "save it as CSV") from error


def _named(row: Mapping[str | None, str | list[str] | None]) -> Iterator[tuple[str, str | None]]:
    """The cells below a heading; what stands to the right of all headings belongs to none."""
    for key, value in row.items():
        if key is not None and not isinstance(value, list):
            yield key, value


def _judgement(written: str, where: str) -> Judgement | None:
    """Right, wrong, unsure, whatever the case; None for an empty cell."""
    try:
        return Judgement(written.casefold()) if written else None
    except ValueError as error:
        choice = list_in_words([judgement.value for judgement in Judgement], "or")
        raise InputError(
            f"{where}: the judgement “{written}” is not {choice}", "leave it empty if open"
        ) from error
