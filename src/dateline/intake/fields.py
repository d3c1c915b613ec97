"""Names of metadata fields, in all the places where they are stated (`vocabulary/fields.toml`)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dateline.intake.dates import read_date
from dateline.intake.sheet import Sheet, Trust
from dateline.model import Field
from dateline.span import Span
from dateline.vocabulary import load


@cache
def names(place: str, use: str) -> tuple[str, ...]:
    """The names for one use (a Field, or text, later, language ...) in one place: header, record, meta, linked."""
    return tuple(load("fields")[place].get(use, ()))


@cache
def uses(place: str) -> dict[str, str]:
    """Name -> use, for one place."""
    return {name: use for use, known in load("fields")[place].items() for name in known}


def stated(place: str, trust: Trust) -> Iterator[tuple[Field, Trust, str]]:
    """Every name that states a field in one place, the more telling first; later dates are kept, never chosen."""
    for field in Field:
        for name in names(place, field.value):
            yield field, trust, name
    for name in names(place, "later"):
        yield Field.PUBLISHED, Trust.KEPT, name


def keep(sheet: Sheet, field: Field, words: str, found_in: str, trust: Trust, span: Span | None = None) -> None:
    """Add a stated value as a candidate; a date as what it means, or as it was printed if that is unclear."""
    date = read_date(words) if field is Field.PUBLISHED else None
    sheet.add(field, date.value if date and date.dates else words, found_in, trust, span, date)
