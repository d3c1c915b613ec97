"""The user's table of actors: names that are one somebody, and codes that go before those read from reports.

`dateline build --actors my.csv`: columns in any order, only the name is needed, one row for each time of office.

    name,aliases,country,sector,from,until,identifier
    Asha Odera,A. K. Odera|Mama Odera,KEN,GOV|LEG,2031-01-10,2031-06-01,Q1
    Asha Odera,,KEN,ELI,2031-06-02,,Q1

Aliases and sectors are parted by |. Rows with one name or one identifier are one somebody.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import InputError
from dateline.fuzzydate import FuzzyDate
from dateline.reading.names.spelling import key_of

COLUMNS = ("name", "aliases", "country", "sector", "from", "until", "identifier")
type Row = tuple[str, ...]  # the number of its line, then COLUMNS

_CODE = re.compile(r"[A-Z]{3}\Z")
_HELP = f"the columns are {', '.join(COLUMNS)}; only the name is needed"


@dataclass(frozen=True, slots=True)
class Listed:
    """One row: somebody, for a time or always."""

    line: int
    names: tuple[str, ...]  # the first is the one to print
    country: str | None
    sectors: tuple[str, ...]
    time: FuzzyDate | None
    identifier: str | None


def read_actors(path: Path) -> tuple[Row, ...]:
    """The rows of a user's table; InputError with the line of the first that cannot be used."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}", "give a CSV file in UTF-8") from None
    rows = tuple(_rows_of(path, text))
    for row in rows:
        try:
            listed([row])
        except ValueError as error:
            raise InputError(f"{path}, line {row[0]}: {error}", "days are written 2031-05-14") from None
    return rows


def _rows_of(path: Path, text: str) -> Iterator[Row]:
    table = csv.DictReader(text.splitlines())
    given = [(name or "").strip().lower() for name in table.fieldnames or ()]
    table.fieldnames = given
    if "name" not in given or not set(given) <= set(COLUMNS):
        raise InputError(f"{path}: the first line names {', '.join(given) or 'no column'}", _HELP)
    for row in table:
        name, aliases, country, sector, since, until, identifier = ((row.get(c) or "").strip() for c in COLUMNS)
        where = f"{path}, line {table.line_num}"
        if not key_of(name):
            raise InputError(f"{where}: a row without a name", _HELP)
        for code in (country.upper(), *_parts(sector.upper())):
            if code and not _CODE.match(code):
                raise InputError(f"{where}: {code!r} is no code", "codes have three letters: KEN, GOV")
        line = str(table.line_num)
        yield line, name, aliases, country.upper(), sector.upper(), since, until, identifier


def listed(rows: Iterable[Row]) -> list[Listed]:
    """The rows as records, in the order of the table; ValueError for a day that is none."""
    found = []
    for line, name, aliases, country, sector, since, until, identifier in rows:
        first, last = (dt.date.fromisoformat(day) if day else None for day in (since, until))
        found.append(
            Listed(
                line=int(line),
                names=(name, *_parts(aliases)),
                country=country or None,
                sectors=_parts(sector),
                time=FuzzyDate.between(first, last) if first or last else None,
                identifier=identifier or None,
            )
        )
    return found


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


class ActorFile:
    """Who of the table a name means; a name that two of its somebodies share means neither."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows: dict[int, list[Listed]] = {}  # by the line of the first row of each somebody
        known: dict[str, int] = {}  # identifiers and first names so far
        self._named: dict[str, set[int]] = {}
        for row in listed(rows):
            keys = [f"={row.identifier}"] if row.identifier else [key_of(row.names[0])]
            first = next((known[key] for key in keys if key in known), row.line)
            known.update(dict.fromkeys(keys, first))
            self._rows.setdefault(first, []).append(row)
            for name in row.names:
                self._named.setdefault(key_of(name), set()).add(first)

    def __bool__(self) -> bool:
        return bool(self._rows)

    def meant_by(self, names: Iterable[str]) -> int | None:
        """The first line of the somebody that these names mean; None if none, or more than one."""
        found = {line for name in names for line in self._named.get(key_of(name), ())}
        return found.pop() if len(found) == 1 else None

    def rows(self, line: int) -> list[Listed]:
        """All rows of the somebody whose first row stands in a line."""
        return self._rows[line]
