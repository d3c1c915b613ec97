"""What every table has in common: flat rows, each with the id that `dateline explain` takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.story.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a table: texts, numbers, None and tuples of texts, in the order of the columns."""

    id: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a story: its name, the type of its rows, and how they are read."""

    name: str
    row: type[Row]
    rows: Callable[[Story], Sequence[Row]]
