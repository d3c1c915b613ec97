"""Dates with precision: an interval [earliest, latest] of days, how fine it was stated, and its EDTF text.

EDTF is the Extended Date/Time Format of ISO 8601-2:2019 (level 1 is enough here): `2020-09-28`, `2020-09`,
`2020-09-28/2020-09-29`, `../2020-08-17` (open start), `2020-21` (season), `2020?` (uncertain).
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum


class Precision(StrEnum):
    """The unit in which a date was stated; the finer first."""

    TIME = "time"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"  # both ends stated, or bounds that follow from other dates
    OPEN = "open"  # one end only: "since 1994", "before the vote"


@dataclass(frozen=True, slots=True, order=True)
class FuzzyDate:
    """Days [earliest, latest], both included; None is an open end. At least one end is known."""

    earliest: dt.date | None
    latest: dt.date | None
    precision: Precision
    edtf: str

    def __post_init__(self) -> None:
        if self.earliest is None and self.latest is None:
            raise ValueError("a date needs at least one end")
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"a date ends before it begins: {self.earliest} > {self.latest}")

    @classmethod
    def day(cls, day: dt.date, precision: Precision = Precision.DAY) -> FuzzyDate:
        """One day."""
        return cls(day, day, precision, day.isoformat())

    @classmethod
    def month(cls, year: int, month: int) -> FuzzyDate:
        """All days of a month."""
        last = calendar.monthrange(year, month)[1]
        return cls(dt.date(year, month, 1), dt.date(year, month, last), Precision.MONTH, f"{year:04d}-{month:02d}")

    @classmethod
    def year(cls, year: int) -> FuzzyDate:
        """All days of a year."""
        return cls(dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR, f"{year:04d}")

    @classmethod
    def between(
        cls, earliest: dt.date | None, latest: dt.date | None, precision: Precision = Precision.RANGE
    ) -> FuzzyDate:
        """An interval whose ends are known each for itself; a single day collapses to that day."""
        if earliest is not None and earliest == latest:
            return cls.day(earliest)
        if earliest is None or latest is None:
            precision = Precision.OPEN
        ends = [end.isoformat() if end else ".." for end in (earliest, latest)]
        return cls(earliest, latest, precision, "/".join(ends))

    @property
    def is_day(self) -> bool:
        """True if the interval is one single day."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def days(self) -> int | None:
        """Length in days, both ends included; None if an end is open."""
        return (self.latest - self.earliest).days + 1 if self.earliest and self.latest else None

    def overlaps(self, other: FuzzyDate) -> bool:
        """True if some day lies in both; an open end reaches any day."""
        return (self.earliest or dt.date.min) <= (other.latest or dt.date.max) and (
            other.earliest or dt.date.min
        ) <= (self.latest or dt.date.max)

    def contains(self, other: FuzzyDate) -> bool:
        """True if every day of `other` lies in this interval."""
        return (self.earliest or dt.date.min) <= (other.earliest or dt.date.min) and (
            other.latest or dt.date.max
        ) <= (self.latest or dt.date.max)

    def __str__(self) -> str:
        return self.edtf


_EDTF_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?[?~%]?", re.ASCII)


def from_edtf(text: str) -> FuzzyDate:
    """A day, month or year, or an interval of two of these, `..` for an open end; ValueError for anything else.

    Seasons, quarters, decades and centuries are not read: a person who means one gives its days.
    """
    if "/" not in text:
        return _stated(text)
    first, last = ((None if end in ("", "..") else _stated(end)) for end in text.split("/", maxsplit=1))
    precision = Precision.RANGE if first and last else Precision.OPEN
    earliest, latest = first.earliest if first else None, last.latest if last else None
    return FuzzyDate(earliest, latest, precision, text)


def _stated(text: str) -> FuzzyDate:
    found = _EDTF_DATE.fullmatch(text)
    if found is None:
        raise ValueError("it is not written as EDTF")
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or year < dt.MINYEAR:
        raise ValueError("no such year")
    if month is None:
        date = FuzzyDate.year(year)
    elif day is None:
        date = FuzzyDate.month(year, month)
    else:
        date = FuzzyDate.day(dt.date(year, month, day))
    return FuzzyDate(date.earliest, date.latest, date.precision, text)
