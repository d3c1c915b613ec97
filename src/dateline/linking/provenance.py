"""The origin that words of a report count for: their quotation's, their copied passage's, or their report's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dateline.model import CopyGroup, CopyKind, Link, LinkKind
from dateline.span import Span

MOSTLY = (
    2 / 3
)  # of the letters of a sentence: a desk puts "On Wednesday" before the wire's words, or a clause after


class Provenance:
    """Origins by report, by place and by quotation, as the copy stage linked them."""

    def __init__(self, links: Iterable[Link], groups: Iterable[CopyGroup]) -> None:
        self._target = {link.member: link.target for link in links if link.kind is LinkKind.ORIGIN}
        self._passages: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        for group in groups:
            if group.kind is CopyKind.PASSAGE and group.id in self._target:
                for member in group.members:
                    self._passages[member.report].append((member.words.span, self._target[group.id]))
        for held in self._passages.values():
            held.sort()

    def of_quotation(self, quotation: str, report: str, span: Span) -> str:
        """The origin of a quotation: one that its words share with another report, or its place's."""
        return self._target.get(quotation) or self.of_words(report, span)

    def of_words(self, report: str, span: Span) -> str:
        """The origin of words at a place: that of the copied passage that has most of them, or the report's."""
        for passage, origin in self._passages.get(report, ()):
            if min(passage.end, span.end) - max(passage.start, span.start) >= MOSTLY * (span.end - span.start):
                return origin
        return self._target[report]
