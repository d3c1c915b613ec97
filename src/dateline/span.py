"""Spans: where in a report's clean text something stands, and how firmly a value rests on it.

All offsets count characters (Unicode code points) from 0, half open: `text[start:end]`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Grounding(StrEnum):
    """How a value relates to the words it was read from."""

    VERBATIM = "verbatim"  # the words themselves
    NORMALISED = "normalised"  # computed from the words alone: "40,000" -> 40000
    INFERRED = "inferred"  # needs something beyond the words: an anchor, another sentence


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters [start, end) of a report's clean text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, got [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` under this span."""
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        """The same length, `by` characters further on."""
        return Span(self.start + by, self.end + by)

    def covers(self, other: Span) -> bool:
        """True if `other` lies inside, edges included."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        """True if the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Words:
    """Words of a report with the place they stand: `report.text[start:end] == text`, checked on writing."""

    start: int
    end: int
    text: str

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Words:
        """The words of a clean text at [start, end)."""
        return cls(start, end, text[start:end])

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, order=True)
class Segment:
    """A run of clean text that was copied from the raw text: clean [start, end) begins at `raw`."""

    start: int
    end: int
    raw: int


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Clean offsets to raw offsets and back, from segments in clean order that do not overlap.

    Clean characters outside all segments were put in by us (a line break between two blocks of a page);
    they map to the raw place where the next segment begins.
    """

    segments: tuple[Segment, ...]

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """The map of a text that was taken over as it stood."""
        return cls((Segment(0, length, 0),))

    def to_raw(self, offset: int) -> int:
        """Raw offset of a clean offset; the end of the last segment for anything beyond it."""
        if not self.segments:
            return 0
        at = bisect_right(self.segments, offset, key=lambda s: s.start) - 1
        if at < 0:
            return self.segments[0].raw
        here = self.segments[at]
        if offset < here.end or at + 1 == len(self.segments):
            return here.raw + min(offset, here.end) - here.start
        return self.segments[at + 1].raw

    def raw_span(self, span: Span) -> Span:
        """The raw characters that a clean span was read from (with whatever markup lies between them)."""
        if not span:
            here = self.to_raw(span.start)
            return Span(here, here)
        return Span(self.to_raw(span.start), self.to_raw(span.end - 1) + 1)

    def __iter__(self) -> Iterator[Segment]:
        return iter(self.segments)
