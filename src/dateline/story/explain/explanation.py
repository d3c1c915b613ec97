"""What an explanation is made of, whoever shows it: a sentence, then parts with lines, each with its passage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.story.lookup.passage import Passage


@dataclass(frozen=True, slots=True)
class Line:
    """A statement with the id of the record it is about, or a passage that something was read from."""

    text: str = ""
    id: str | None = None
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under a heading."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What stands behind one record."""

    id: str
    kind: str  # the record's kind in words: "merged event"
    says: str  # what it is, in a sentence
    parts: tuple[Part, ...]


type Told = tuple[str, tuple[Part, ...]]  # what a writer hands back: the sentence, and the parts below it


def part(heading: str, lines: Iterable[Line | str]) -> tuple[Part, ...]:
    """A part as a tuple of one, or no part at all if it would have no lines."""
    full = tuple(line if isinstance(line, Line) else Line(line) for line in lines)
    return (Part(heading, full),) if full else ()
