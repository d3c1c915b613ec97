"""What an explanation is made of, whoever shows it: a sentence, then parts with lines, each with its passage."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.model import Paragraph, Report, Sentence
from dateline.span import Span, Words
from dateline.story.story import Story

_AROUND = 80  # characters shown on either side of words that stand in no sentence (furniture, a headline)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words in the sentence they stand in: `before` + `words` + `after` is a stretch of the clean text."""

    before: str
    words: str
    after: str
    report: str  # id
    cited: str  # outlet, date and file
    title: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """A statement, the id of the record it is about, and the words it rests on."""

    text: str
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


def surroundings(story: Story, report: Report, span: Span) -> Span:
    """The sentence or sentences, else the paragraph, that a span stands in; else a stretch around it."""
    for kind in (Sentence, Paragraph):
        units: Sequence[Sentence | Paragraph] = story.in_report(kind, report.id)
        first = bisect_right(units, span.start, key=lambda unit: unit.words.start) - 1
        last = bisect_right(units, max(span.start, span.end - 1), key=lambda unit: unit.words.start) - 1
        if first >= 0:
            around = Span(units[first].words.start, units[last].words.end)
            if around.covers(span):
                return around
    return Span(max(0, span.start - _AROUND), min(len(report.text), span.end + _AROUND))


def passage(story: Story, report: Report, words: Words, cited: str) -> Passage:
    """Words of a report in the sentence they stand in."""
    around = surroundings(story, report, words.span)
    return Passage(
        before=report.text[around.start : words.start],
        words=words.text,
        after=report.text[words.end : around.end],
        report=report.id,
        cited=cited,
        title=report.title,
        start=words.start,
        end=words.end,
    )
