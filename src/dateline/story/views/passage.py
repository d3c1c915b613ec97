"""Words in the sentence they stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
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
