"""One page of a long list, the addresses of the others, and lists whose rows are written when they are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import batched
from typing import overload

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


_AT_ONCE = 500  # rows of a file that are written together


class Written[S, R](Sequence[R]):
    """Rows that are written from their slips as they are taken: a page takes one sheet of them, a file all."""

    def __init__(self, slips: Sequence[S], write: Callable[[Sequence[S]], Sequence[R]]) -> None:
        self._slips = slips
        self._write = write

    def __len__(self) -> int:
        return len(self._slips)

    @overload
    def __getitem__(self, at: int) -> R: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[R]: ...

    def __getitem__(self, at: int | slice) -> R | Sequence[R]:
        if isinstance(at, slice):
            return self._write(self._slips[at])
        return self._write((self._slips[at],))[0]

    def __iter__(self) -> Iterator[R]:
        for part in batched(self._slips, _AT_ONCE):
            yield from self._write(part)
