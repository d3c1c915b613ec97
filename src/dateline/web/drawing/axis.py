"""A broken axis of time: what lies between two gaps is drawn to one scale, a gap takes a fixed width."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dateline.story.wording import day_in_words
from dateline.web.parts.gaps import Gap

_DAY = dt.timedelta(days=1)
_GAP = 64.0  # pixels of a gap, enough for its length in words
_GAPS_SHARE = 0.4  # of the width, at most: gaps are not what the picture is of
_LEAST = 76.0  # pixels of a stretch, enough for one label with its year
_LETTER = 5.9  # pixels of a letter of a label
_APART = 14.0  # pixels between two labels


class Tick(NamedTuple):
    """A day with its label below the axis."""

    x: float
    middle: float  # of the label
    words: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days [first, last] drawn between two x; a gap is one too."""

    first: dt.date
    last: dt.date
    left: float
    right: float
    gap: Gap | None = None

    @property
    def per_day(self) -> float:
        """Pixels of a day."""
        return (self.right - self.left) / ((self.last - self.first).days + 1)

    @property
    def ticks(self) -> Iterator[Tick]:
        """Days whose labels touch neither each other nor the ends; a year is told where it begins."""
        year, taken = 0, self.left
        for number in range((self.last - self.first).days + 1):
            day = self.first + number * _DAY
            words = day_in_words(day, year=day.year != year)
            x, half = self.left + (number + 0.5) * self.per_day, len(words) * _LETTER / 2
            middle = max(x, self.left + half)
            if middle - half >= taken and middle + half <= self.right:
                yield Tick(x, middle, words)
                year, taken = day.year, middle + half + _APART


@dataclass(frozen=True, slots=True)
class Axis:
    """Where each day stands."""

    stretches: tuple[Stretch, ...]

    @classmethod
    def of(cls, first: dt.date, last: dt.date, gaps: Sequence[Gap], left: float, right: float) -> Axis:
        """An axis over the days [first, last]; a stretch has room by the square root of its days."""
        bounds: list[tuple[dt.date, dt.date, Gap | None]] = []
        start = first
        for gap in gaps:
            bounds += [(start, gap.first - _DAY, None), (gap.first, gap.last, gap)]
            start = gap.last + _DAY
        bounds.append((start, last, None))
        gap_width = min(_GAP, _GAPS_SHARE * (right - left) / max(len(gaps), 1))
        room = right - left - gap_width * len(gaps)
        shares = [math.sqrt((end - begin).days + 1) for begin, end, gap in bounds if gap is None]
        least = min(_LEAST, room / len(shares))
        spare = room - least * len(shares)
        widths = iter([least + spare * share / sum(shares) for share in shares])
        stretches: list[Stretch] = []
        x = left
        for begin, end, between in bounds:
            width = gap_width if between else next(widths)
            stretches.append(Stretch(begin, end, x, x + width, between))
            x += width
        return cls(tuple(stretches))

    def at(self, day: dt.date) -> Stretch:
        """The stretch of a day; the first or last for days outside."""
        return next((stretch for stretch in self.stretches if day <= stretch.last), self.stretches[-1])

    def x(self, day: dt.date | None, default: float) -> float:
        """Where a day begins; `default` for an open end."""
        if day is None:
            return default
        stretch = self.at(day)
        days = max(0, min((day - stretch.first).days, (stretch.last - stretch.first).days + 1))
        return stretch.left + days * stretch.per_day
