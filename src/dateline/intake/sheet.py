"""One report laid out: what a reader makes of a file, before it becomes records.

A reader (text_reader, html_reader, json_reader) gives a Sheet; `dateline.intake.settle` chooses among its
candidates and turns it into an Arrival.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from dateline.intake.dates import DateReading
from dateline.model import Field, FurnitureKind
from dateline.span import Segment, Span


class Trust(IntEnum):
    """How firmly a candidate speaks for the whole report; the lower is chosen first."""

    STATED = 0  # a field made for it: header line, front matter, JSON field
    DECLARED = 1  # the machine-readable head of a page
    SHOWN = 2  # words that a reader of the page sees: a dateline, a byline, a time element
    IMPLIED = 3  # follows from something else: a date in a URL, an outlet that an appeal names
    KEPT = 4  # never chosen: a date of modification


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of one metadata field. `span`: where it stands in the clean text, if it does."""

    field: Field
    value: str
    found_in: str
    trust: Trust
    span: Span | None = None
    date: DateReading | None = None  # for Field.PUBLISHED


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of furniture before it becomes a record. `rule`: the name of the rule that found it."""

    span: Span
    kind: FurnitureKind
    rule: str


@dataclass(slots=True)
class Sheet:
    """Clean text and what has been found in it so far; readers and rules add to the two lists."""

    reader: str
    text: str
    segments: tuple[Segment, ...]
    candidates: list[Candidate] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    language: str | None = None  # ISO 639-1, where the report states it

    def add(
        self,
        field: Field,
        value: str,
        found_in: str,
        trust: Trust,
        span: Span | None = None,
        date: DateReading | None = None,
    ) -> None:
        """Keep a candidate, unless it is blank."""
        if value.strip():
            self.candidates.append(Candidate(field, value.strip(), found_in, trust, span, date))

    def marks_in_order(self) -> list[Mark]:
        """The marks as they stand in the text; of two that begin together the shorter first."""
        return sorted(self.marks, key=lambda mark: (mark.span.start, mark.span.end))

    def mark(self, start: int, end: int, kind: FurnitureKind, rule: str) -> None:
        """Mark [start, end) without outer white space as furniture; nothing if only white space is left."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start < end:
            self.marks.append(Mark(Span(start, end), kind, rule))
