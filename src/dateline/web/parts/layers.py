"""A report's text with highlights: cut where one begins or ends, so that no two pieces overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.span import Span


@dataclass(frozen=True, slots=True)
class Highlight:
    """Characters that were read as something; `layer` is also the class that the page styles it by."""

    span: Span
    layer: str
    id: str | None = None  # of the record behind it
    says: str | None = None  # our reading; of what stands in several pieces only the last says it


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of one line that all have the same highlights."""

    text: str
    start: int
    over: tuple[Highlight, ...]  # all that lie over it, the longest first

    @property
    def end(self) -> int:
        """Behind its last character."""
        return self.start + len(self.text)

    @property
    def layers(self) -> tuple[str, ...]:
        """The layers over it, each once, in the order of the alphabet."""
        return tuple(sorted({highlight.layer for highlight in self.over}))

    def has(self, layer: str) -> bool:
        """True if something of a layer lies over it."""
        return any(highlight.layer == layer for highlight in self.over)

    def first_of(self, layer: str) -> Highlight | None:
        """The shortest highlight of a layer over it: what its link leads to."""
        return next((highlight for highlight in reversed(self.over) if highlight.layer == layer), None)

    def ends(self, layer: str) -> tuple[Highlight, ...]:
        """The highlights of a layer whose last character is its last, and that say something."""
        return tuple(one for one in self.over if one.layer == layer and one.says and one.span.end == self.end)


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the text; line breaks are what lies between blocks."""

    stretches: tuple[Stretch, ...]
    start: int

    @property
    def text(self) -> str:
        """The whole line."""
        return "".join(stretch.text for stretch in self.stretches)

    def lies_in(self, layer: str) -> Highlight | None:
        """The highlight of a layer that the line begins with, if all that is written in it lies in that layer."""
        written = [stretch for stretch in self.stretches if stretch.text.strip()]
        if not written or not all(stretch.has(layer) for stretch in written):
            return None
        return written[0].first_of(layer)


def blocks(text: str, highlights: Iterable[Highlight]) -> tuple[Block, ...]:
    """The lines of a text, each in stretches: joined by line breaks they are the text, character for character."""
    found: list[Block] = []
    line: list[Stretch] = []
    start = 0
    for stretch in _stretches(text, highlights):
        if stretch.text == "\n":
            found.append(Block(tuple(line), start))
            line, start = [], stretch.end
        else:
            line.append(stretch)
    return (*found, Block(tuple(line), start))


def _stretches(text: str, highlights: Iterable[Highlight]) -> Iterator[Stretch]:
    """The text cut at every edge, and around every line break."""
    opening: defaultdict[int, list[Highlight]] = defaultdict(list)
    edges = {0, len(text)}
    for highlight in highlights:
        if highlight.span and highlight.span.end <= len(text):
            opening[highlight.span.start].append(highlight)
            edges |= {highlight.span.start, highlight.span.end}
    for at, sign in enumerate(text):
        if sign == "\n":
            edges |= {at, at + 1}
    over: Sequence[Highlight] = ()
    for start, end in pairwise(sorted(edges)):
        over = [highlight for highlight in (*over, *opening[start]) if highlight.span.end > start]
        longest_first = sorted(over, key=lambda one: (-len(one.span), one.span, one.layer, one.id or ""))
        yield Stretch(text[start:end], start, tuple(longest_first))
