"""Lines of a sheet that no mark has taken yet, and what a line looks like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from dateline.intake.sheet import Mark, Sheet
from dateline.model import FurnitureKind
from dateline.span import Span

_LINE = re.compile(r"[^\n]+")
_LETTERS = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"[.!…:;,][”\"’')\]]*$")
_QUESTION = re.compile(r"\?[”\"’')\]]*$")
HEADLINE_WORDS = 22  # the longest headlines of news sites
QUESTION_WORDS = 14  # a longer question is a sentence of the text


@dataclass(slots=True)
class Line:
    """A line, or what is left of it, without outer white space. A kind makes it furniture."""

    start: int  # in the clean text
    end: int
    words: str
    kind: FurnitureKind | None = None
    rule: str = ""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def lines_of(sheet: Sheet) -> list[Line]:
    """What the marks leave of each line; nothing for blank lines."""
    return list(_lines(sheet))


def first_lines(sheet: Sheet, most: int) -> list[Line]:
    """The first so many of these lines, or all."""
    return list(islice(_lines(sheet), most))


def _lines(sheet: Sheet) -> Iterator[Line]:
    marks = sheet.marks_in_order()
    first = 0
    for found in _LINE.finditer(sheet.text):
        start, end = found.span()
        while first < len(marks) and marks[first].span.end <= start:
            first += 1
        next_mark = marks[first].span if first < len(marks) else None
        if next_mark is None or start < next_mark.start or next_mark.end < end:  # else nothing is left of it
            yield from _left_over(sheet.text, start, end, marks, first)


def _left_over(text: str, start: int, end: int, marks: list[Mark], first: int) -> list[Line]:
    """Pieces of [start, end) outside the marks, trimmed."""
    pieces: list[Line] = []
    while start < end:
        mark = marks[first] if first < len(marks) and marks[first].span.start < end else None
        stop = max(start, mark.span.start) if mark else end
        words = text[start:stop]
        stripped = words.strip()
        if any(character.isalnum() for character in stripped):
            at = start + len(words) - len(words.lstrip())
            pieces.append(Line(at, at + len(stripped), stripped))
        start = max(stop, mark.span.end) if mark else end
        first += 1
    return pieces


def key_of(words: str) -> str:
    """Letters and digits, folded: how blocks and lines are compared."""
    packed = "".join(words.casefold().split())  # of the rest most is white space, which goes fastest so
    return packed if packed.isalnum() else "".join(_LETTERS.findall(packed))


def looks_like_headline(words: str) -> bool:
    """A short line that does not end as a sentence of the text does."""
    count = len(words.split())
    if _QUESTION.search(words):
        return count <= QUESTION_WORDS
    return count <= HEADLINE_WORDS and not _SENTENCE_END.search(words)
