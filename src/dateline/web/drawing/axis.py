"""A broken axis of time: what lies between two gaps is drawn to one scale, a gap takes a fixed width."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from dateline.fuzzydate import FuzzyDate
from dateline.story.views.gaps import Gap
from dateline.story.wording import date_in_words, day_in_words

_DAY = dt.timedelta(days=1)
_GAP = 48.0  # pixels of a gap, where there is room for it
_YEAR = 4  # letters of a year
_GAPS_SHARE = 0.28  # of the width, at most: gaps are not what the picture is of
_LETTER = 5.9  # pixels of a letter of a label
_APART = 14.0  # pixels between two labels


class Tick(NamedTuple):
    """A day with its label below the axis."""

    x: float | None  # None: the label is of the whole stretch
    middle: float  # of the label
    words: str
    year: str  # below the words; empty where it is that of the label before


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
        """Labels that touch neither each other nor the ends; a year is told where it begins."""
        whole = _whole(self)
        if whole:
            yield Tick(None, (self.left + self.right) / 2, *whole)
            return
        year, taken = 0, self.left
        for number in range((self.last - self.first).days + 1):
            day = self.first + number * _DAY
            words = day_in_words(day, year=False)
            x, half = self.left + (number + 0.5) * self.per_day, len(words) * _LETTER / 2
            middle = max(x, self.left + half)
            if middle - half >= taken and middle + half <= self.right:
                yield Tick(x, middle, words, str(day.year) if day.year != year else "")
                year, taken = day.year, middle + half + _APART


@dataclass(frozen=True, slots=True)
class Axis:
    """Where each day stands."""

    stretches: tuple[Stretch, ...]

    @classmethod
    def of(cls, times: Sequence[dt.date], last: dt.date, gaps: Sequence[Gap], left: float, right: float) -> Axis:
        """An axis from the first of some times to a last day.

        A stretch has room for a label, and more the more different times there are in it: the picture is of what
        is told, not of the calendar.
        """
        start = min(times)
        stretches: list[Stretch] = []
        for gap in gaps:
            stretches += [Stretch(start, gap.first - _DAY, 0, 0), Stretch(gap.first, gap.last, 0, 0, gap)]
            start = gap.last + _DAY
        stretches.append(Stretch(start, last, 0, 0))
        gap_width = min(_GAP, _GAPS_SHARE * (right - left) / max(len(gaps), 1))
        shares = [len({day for day in times if each.first <= day <= each.last}) for each in stretches]
        least = [gap_width if each.gap else _label_width(each) for each in stretches]
        weights = [0 if each.gap else max(share - 1, 0) for each, share in zip(stretches, shares, strict=True)]
        spare = right - left - sum(least)
        placed, x = [], left
        for each, width, weight in zip(stretches, least, weights, strict=True):
            more = spare * weight / sum(weights) if sum(weights) else spare / len(stretches)
            shrunk = width * min(1.0, (right - left) / sum(least)) + max(more, 0.0)
            placed.append(replace(each, left=x, right=x + shrunk))
            x += shrunk
        return cls(tuple(placed))

    def at(self, day: dt.date) -> Stretch:
        """The stretch of a day; the first or last for days outside."""
        return next((stretch for stretch in self.stretches if day <= stretch.last), self.stretches[-1])

    def at_x(self, x: float) -> Stretch:
        """The stretch that begins at an x, or the one that x stands in."""
        return next((stretch for stretch in self.stretches if x < stretch.right), self.stretches[-1])

    def x(self, day: dt.date | None, default: float) -> float:
        """Where a day begins; `default` for an open end."""
        if day is None:
            return default
        stretch = self.at(day)
        days = max(0, min((day - stretch.first).days, (stretch.last - stretch.first).days + 1))
        return stretch.left + days * stretch.per_day


def _whole(stretch: Stretch) -> tuple[str, str] | None:
    """The label of a stretch that is a whole year or month, and the year below it."""
    first, last = stretch.first, stretch.last
    if (first, last) == (dt.date(first.year, 1, 1), dt.date(first.year, 12, 31)):
        return str(first.year), ""
    month = FuzzyDate.month(first.year, first.month)
    return (date_in_words(month).split()[0], str(first.year)) if last == month.latest and first.day == 1 else None


def _label_width(stretch: Stretch) -> float:
    """Pixels of the one label that a stretch must have."""
    words, _ = _whole(stretch) or (day_in_words(stretch.first, year=False), "")
    return (max(len(words), _YEAR) + 1) * _LETTER
