"""Words in the sentence they stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.model import Paragraph, Report, Sentence
from dateline.span import Span
from dateline.story.story import Story

_AROUND = 80  # characters shown on either side of words that stand in no sentence (furniture, a headline)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of a report's clean text, and the words in it that something was read from."""

    text: str
    start: int  # of the stretch, in the clean text
    marks: tuple[Span, ...]  # of the words, in the clean text; in order, none touching the next
    report: str  # id
    cited: str  # outlet, date and file

    def pieces(self) -> Iterator[tuple[str, bool]]:
        """The text in pieces, each with whether it is marked."""
        at = self.start
        for mark in self.marks:
            yield self._cut(at, mark.start), False
            yield self._cut(mark.start, mark.end), True
            at = mark.end
        yield self._cut(at, self.start + len(self.text)), False

    def _cut(self, start: int, end: int) -> str:
        return self.text[start - self.start : end - self.start]


def passages(story: Story, report: Report, spans: Iterable[Span], cited: str) -> list[Passage]:
    """The sentences that spans stand in, each once, in text order."""
    marks: dict[Span, list[Span]] = {}
    for span in sorted(spans):
        marks.setdefault(surroundings(story, report, span), []).append(span)
    return [
        Passage(
            text=around.of(report.text), start=around.start, marks=_apart(inside), report=report.id, cited=cited
        )
        for around, inside in sorted(marks.items())
    ]


def _apart(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch made one."""
    apart: list[Span] = []
    for span in spans:
        if apart and span.start < apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
        else:
            apart.append(span)
    return tuple(apart)


def surroundings(story: Story, report: Report, span: Span) -> Span:
    """The sentences that a span stands in; else its paragraph; else its line, or a stretch of a long one."""
    for kind in (Sentence, Paragraph):
        units: Sequence[Sentence | Paragraph] = story.in_report(kind, report.id)
        first = bisect_right(units, span.start, key=lambda unit: unit.words.start) - 1
        last = bisect_right(units, max(span.start, span.end - 1), key=lambda unit: unit.words.start) - 1
        if first >= 0:
            around = Span(units[first].words.start, units[last].words.end)
            if around.covers(span):
                return around
    return _line(report.text, span)


def _line(text: str, span: Span) -> Span:
    """The line or lines of a span, cut at spaces where they are long."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    end = len(text) if end < 0 else end
    if span.start - start > _AROUND:
        start = text.find(" ", span.start - _AROUND, span.start) + 1 or span.start
    if end - span.end > _AROUND:
        space = text.rfind(" ", span.end, span.end + _AROUND)
        end = span.end if space < 0 else space
    return Span(start, end)
