"""One page of a long list, and the addresses of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.web.asked import Asked


@dataclass(frozen=True, slots=True)
class Sheet[R]:
    """The rows of one page and how many there are in all."""

    rows: Sequence[R]
    total: int
    first: int  # the number of the first row, from 1; 0 if there is none
    earlier: str | None  # the address of the page before
    later: str | None

    @property
    def last(self) -> int:
        """The number of the last row."""
        return self.first + len(self.rows) - 1 if self.rows else 0


def sheet[R](rows: Sequence[R], asked: Asked) -> Sheet[R]:
    """The rows that the address asks for; behind the last page there are none."""
    start = (asked.page - 1) * asked.rows
    return sheet_of(rows[start : start + asked.rows], len(rows), asked)


def sheet_of[R](shown: Sequence[R], total: int, asked: Asked) -> Sheet[R]:
    """The same from these rows alone, where nobody has the others at hand."""
    start = (asked.page - 1) * asked.rows
    return Sheet(
        rows=shown,
        total=total,
        first=start + 1 if shown else 0,
        earlier=asked.but(page=asked.page - 1) if asked.page > 1 else None,
        later=asked.but(page=asked.page + 1) if start + asked.rows < total else None,
    )
