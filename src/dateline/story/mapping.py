"""How a record becomes rows: the rules of `model/record.py`, carried out once for every class.

A record is one row of its table and one row of a child table for each element of a tuple field. Rows are
encoded and decoded with the ids of other records as text; `store.py` and `query.py` put integer keys in their
place.
"""

from __future__ import annotations

import datetime as dt
import re
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from dateline.fuzzydate import FuzzyDate, Precision
from dateline.model import RECORDS, Record, Ref
from dateline.span import Words

type Value = str | int | float | None
type Row = tuple[Value, ...]

ANY = "identity"  # the table that a reference to a record of any kind points to


@dataclass(frozen=True, slots=True)
class Column:
    """One column as the records want it; the test of `schema.sql` compares them."""

    name: str
    type: str  # TEXT, INTEGER or REAL
    optional: bool  # may be NULL
    ref: str | None = None  # the table whose key it holds


@dataclass(frozen=True, slots=True)
class Part:
    """One field: its columns, and the way of a value there and back."""

    field: str
    columns: tuple[Column, ...]
    encode: Callable[[Any], Row]
    decode: Callable[[Row], Any]


@dataclass(frozen=True, slots=True)
class Cells:
    """Columns in order, with the places of those that need care."""

    columns: tuple[Column, ...]
    refs: tuple[int, ...]  # places of references
    words: tuple[int, ...]  # places where start, end and text of some words begin
    report: int | None  # place of the report that the words stand in

    @classmethod
    def of(cls, columns: tuple[Column, ...]) -> Cells:
        """Find the places."""
        names = [column.name for column in columns]
        return cls(
            columns,
            tuple(at for at, column in enumerate(columns) if column.ref),
            tuple(at for at, name in enumerate(names) if _begins_words(names[at : at + 3], name)),
            names.index("report") if "report" in names else None,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Child:
    """The child table of a tuple field."""

    name: str
    field: str
    owner: str  # the column with the key of the record
    cells: Cells
    encode: Callable[[Any], Row]
    decode: Callable[[Row], Any]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The table of a record class. Its columns are `key`, `written_by` and those of `cells`."""

    name: str
    kind: type[Record]
    parts: tuple[Part, ...]
    cells: Cells
    children: tuple[Child, ...]

    def encode(self, record: Record) -> Row:
        """The values of `cells.columns`."""
        return _encode(self.parts, record)

    def decode(self, id_: str, row: Row, lists: dict[str, tuple[Any, ...]]) -> Record:
        """The record with an id, from the values of `cells.columns` and of its child tables by field."""
        return self.kind(id=id_, **dict(_decode(self.parts, row)), **lists)


def _table(kind: type[Record]) -> Table:
    name = snake(kind.__name__)
    parts: list[Part] = []
    children: list[Child] = []
    for field, hint in _hints(kind).items():
        if field == "id":
            continue
        if get_origin(hint) is tuple:
            children.append(_child(name, field, get_args(hint)[0]))
        else:
            parts.append(_part(field, hint))
    return Table(name, kind, tuple(parts), Cells.of(_columns(parts)), tuple(children))


def snake(name: str) -> str:
    """`MergedEvent` -> `merged_event`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind, include_extras=True)
    return {field.name: hints[field.name] for field in fields(kind)}


def _columns(parts: list[Part] | tuple[Part, ...]) -> tuple[Column, ...]:
    return tuple(column for part in parts for column in part.columns)


def _begins_words(names: list[str], name: str) -> bool:
    prefix = name.removesuffix("start")
    return name.endswith("start") and names == [prefix + "start", prefix + "end", prefix + "text"]


def _encode(parts: tuple[Part, ...], value: Any) -> Row:
    return tuple(cell for part in parts for cell in part.encode(getattr(value, part.field)))


def _decode(parts: tuple[Part, ...], row: Row) -> Iterator[tuple[str, Any]]:
    at = 0
    for part in parts:
        end = at + len(part.columns)
        yield part.field, part.decode(row[at:end])
        at = end


def _child(table: str, field: str, element: Any) -> Child:
    """The child table of a field: an element is a plain value, words, or a small dataclass of such."""
    plain = _plain_type(element)[0]
    if plain is not Words and hasattr(plain, "__dataclass_fields__"):
        parts = tuple(_part(name, hint) for name, hint in _hints(plain).items())

        def decode(row: Row) -> Any:
            return plain(**dict(_decode(parts, row)))

        cells = Cells.of(_columns(parts))
        return Child(f"{table}_{field}", field, table, cells, lambda value: _encode(parts, value), decode)
    part = _part("words" if plain is Words else "value", element)
    return Child(f"{table}_{field}", field, table, Cells.of(part.columns), part.encode, part.decode)


def _plain_type(hint: Any) -> tuple[Any, bool, str | None]:
    """A hint's type without None and annotations, whether None is allowed, and the kind it refers to."""
    optional = False
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (arg for arg in get_args(hint) if arg is not type(None))
        optional = True
    ref = None
    if get_origin(hint) is Annotated:
        hint, *marks = get_args(hint)
        ref = next((mark.kind for mark in marks if isinstance(mark, Ref)), None)
    return hint, optional, ref


def _part(field: str, hint: Any) -> Part:
    """The columns of one field."""
    plain, optional, ref = _plain_type(hint)
    if ref is not None:
        column = Column(field, "INTEGER", optional, ANY if ref == "*" else snake(ref))
        return Part(field, (column,), _one, _first)
    if plain is Words:
        prefix = "" if field == "words" else f"{field}_"
        columns = tuple(
            Column(prefix + name, kind, optional)
            for name, kind in (("start", "INTEGER"), ("end", "INTEGER"), ("text", "TEXT"))
        )
        return Part(field, columns, _words_cells, _words)
    if plain is FuzzyDate:
        columns = tuple(
            Column(f"{field}_{name}", "TEXT", optional or name in ("earliest", "latest"))
            for name in ("earliest", "latest", "precision", "edtf")
        )
        return Part(field, columns, _date_cells, _date)
    return _scalar(field, plain, optional)


def _scalar(field: str, plain: type, optional: bool) -> Part:
    if issubclass(plain, StrEnum):

        def choose(row: Row) -> Any:
            return None if row[0] is None else plain(str(row[0]))

        return Part(field, (Column(field, "TEXT", optional),), lambda v: (None if v is None else v.value,), choose)
    if plain is bool:
        return Part(
            field,
            (Column(field, "INTEGER", optional),),
            lambda value: (None if value is None else int(value),),
            lambda row: None if row[0] is None else bool(row[0]),
        )
    types_ = {str: "TEXT", int: "INTEGER", float: "REAL"}
    return Part(field, (Column(field, types_[plain], optional),), _one, _first)


def _one(value: Value) -> Row:
    return (value,)


def _first(row: Row) -> Value:
    return row[0]


def _words_cells(words: Words | None) -> Row:
    return (None, None, None) if words is None else (words.start, words.end, words.text)


def _words(row: Row) -> Words | None:
    return None if row[0] is None else Words(*row)  # type: ignore[arg-type]  # the schema is strict


def _date_cells(date: FuzzyDate | None) -> Row:
    if date is None:
        return (None, None, None, None)
    ends = [end.isoformat() if end else None for end in (date.earliest, date.latest)]
    return (*ends, date.precision.value, date.edtf)


def as_date(*cells: Value) -> FuzzyDate | None:
    """A date from its four cells, in the order of the columns."""
    return _date(cells)


def _date(row: Row) -> FuzzyDate | None:
    if row[2] is None:
        return None
    earliest, latest = (dt.date.fromisoformat(str(end)) if end else None for end in row[:2])
    return FuzzyDate(earliest, latest, Precision(str(row[2])), str(row[3]))


TABLES: dict[type[Record], Table] = {kind: _table(kind) for kind in RECORDS}  # in the order of filling
