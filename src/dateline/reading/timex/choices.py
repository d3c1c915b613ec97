"""The choices that the words of a time expression make: which one, counted from what, which part, which side."""

from __future__ import annotations

from enum import StrEnum


class Which(StrEnum):
    """Which one of a series that comes round: last June, this past June, this June, next June."""

    LAST = "last"
    LATEST = "latest"
    THIS = "this"
    NEXT = "next"


class Base(StrEnum):
    """What steps are counted from."""

    PUBLISHED = "published"  # "two days ago"
    REFERENCE = "reference"  # "two days later": from an earlier expression
    TOLD = "told"  # "the 50th day": the day that the sentence tells of


class Part(StrEnum):
    """A part of a period; the value is TIMEX3's mod."""

    EARLY = "START"
    MID = "MID"
    LATE = "END"


class Limit(StrEnum):
    """On which side of a date something lies."""

    SINCE = "since"
    UNTIL = "until"
    THROUGH = "through"
    BY = "by"
    AFTER = "after"
    BEFORE = "before"


class Side(StrEnum):
    """Whether a length lies before or after the day of speaking."""

    PAST = "past"
    AHEAD = "ahead"
