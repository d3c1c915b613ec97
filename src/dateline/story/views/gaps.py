"""Stretches of time of which no report tells anything."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dateline.story.wording import count_of, day_in_words

_DAY = dt.timedelta(days=1)
_NEAR = 31  # days: a longer interval ("in 2020") does not say that anything is told of each of its days
_SHORTEST = 7  # days without anything told that are worth a line: a story's reports are mostly days apart
_MONTH, _YEAR = 30.44, 365.25  # days, for lengths in words

type Days = tuple[dt.date, dt.date]
type Interval = tuple[dt.date | None, dt.date | None]


class Gap(NamedTuple):
    """Days [first, last], both included, that no act is told of; wider intervals may still reach into them."""

    first: dt.date
    last: dt.date
    within: int  # acts whose time is longer than a month, or open, and reaches into it

    @property
    def words(self) -> str:
        """A sentence that names the gap."""
        told = f"between {day_in_words(self.first - _DAY)} and {day_in_words(self.last + _DAY)}"
        return f"No report tells of anything dated {told}{self._doubt}"

    @property
    def length(self) -> str:
        """`12 days`, `4 months`, `25 years`."""
        days = (self.last - self.first).days + 1
        if days < 2 * _MONTH:
            return count_of(days, "day")
        return count_of(round(days / _MONTH), "month") if days < 2 * _YEAR else f"{round(days / _YEAR):,} years"

    @property
    def _doubt(self) -> str:
        if not self.within:
            return "."
        return f"; {count_of(self.within, 'act')} of a longer or open time may lie in it."


def gaps(times: Iterable[Interval]) -> Iterator[Gap]:
    """The stretches of a week or more that no time covers, in order; a wide one that reaches in is counted."""
    given = list(times)
    covering = covered(given)
    near = set[Interval](covering)
    wide = [pair for pair in given if pair not in near]
    for first, last in _between(covering):
        yield Gap(first, last, _reaching(wide, first, last))


def covered(times: Iterable[Interval]) -> list[Days]:
    """The intervals of whose days something is told, in order.

    They are those no longer than a month. A longer one counts only where nothing nearer is told before or after
    it: "in 1994" covers that year of a story whose other days lie in 2020, but "in 2020" none of them.
    """
    closed = sorted({(first, last) for first, last in times if first and last})
    near = [(first, last) for first, last in closed if (last - first).days < _NEAR]
    if not near:
        return closed
    start, end, found = near[0][0], max(last for _, last in near), set(near)
    return [(first, last) for first, last in closed if (first, last) in found or last < start or first > end]


def _between(covering: Sequence[Days]) -> Iterator[Days]:
    if not covering:
        return
    reached = covering[0][1]
    for first, last in covering[1:]:
        if (first - reached).days > _SHORTEST:
            yield reached + _DAY, first - _DAY
        reached = max(reached, last)


def _reaching(wide: Iterable[Interval], first: dt.date, last: dt.date) -> int:
    return sum((start or dt.date.min) <= last and (end or dt.date.max) >= first for start, end in wide)
