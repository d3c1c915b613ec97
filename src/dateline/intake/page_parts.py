"""Which blocks of a page are the report, and what the others are.

The body is what trafilatura takes for it, and what it overlooks: a paragraph between two blocks of the body, in no
element that is named like furniture. An element named so that holds much of the body says nothing of it (a page
may wrap the report in "share-container").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from dateline.intake.lines import key_of
from dateline.intake.page_boxes import appealing_boxes
from dateline.intake.visible import Block, Element, Page
from dateline.model import FurnitureKind
from dateline.vocabulary import load

LONG_KEY = 40  # letters: a shorter block must equal a whole line of the body, a longer may be part of one
MAX_BODY_SHARE = 0.3  # of the body's letters may stand in an element that is named like furniture
LINKED_SHARE = 0.6  # a block with more of its characters inside links is a list of links
LINK_WORDS = 25  # of a related story's headline
RESCUED_WORDS = 5
_BODY_TAG_NAMES = "p li blockquote pre div section article main td h2 h3 h4 h5 h6 dd body"
_BODY_TAGS = frozenset(_BODY_TAG_NAMES.split())
_CELLS = frozenset({"td", "th"})
_ITEMS = frozenset({"td", "th", "li", "dt", "dd", "caption"})
ITEM_WORDS = 3  # of an item of a list between paragraphs; cells of tables have any length
TRAILING_WORDS = 6  # of a line of the page below its last sentence: "Print version"
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})

_SENTENCE = re.compile(r"[.!?…][”\"’')\]]*$")


class Parts:
    """A page, its headline block, and the lines of its body as trafilatura gives them."""

    def __init__(self, page: Page, headline: Block | None, body_lines: list[str]) -> None:
        self.page = page
        self.headline = headline
        self.keys = [key_of(page.text[b.start : b.end]) for b in page.blocks]
        lines = [key_of(line) for line in body_lines]
        self._lines = frozenset(lines)
        self._cells = frozenset(key_of(cell) for line in body_lines if "|" in line for cell in line.split("|"))
        self._whole = "".join(lines)
        self.found = [
            self._in_body(key) or (block.element.tag in _CELLS and key in self._cells)
            for block, key in zip(page.blocks, self.keys, strict=True)
        ]
        self._hints: dict[Element, tuple[FurnitureKind, str] | None] = {}
        self._letters: dict[Element, int] = {}
        self.body_letters = 0
        for block, key, found in zip(page.blocks, self.keys, self.found, strict=True):
            if found:
                self.body_letters += len(key)
                element: Element | None = block.element
                while element is not None:
                    self._letters[element] = self._letters.get(element, 0) + len(key)
                    element = element.parent

    def _in_body(self, key: str) -> bool:
        if not key:
            return False
        return key in self._lines or (len(key) >= LONG_KEY and key in self._whole)

    def hint(self, block: Block) -> tuple[FurnitureKind, str] | None:
        """What the elements around a block say it is, the nearest first; None if they say nothing."""
        kind = _named(block.names)
        return self._around(block.element) if kind is None else (kind, "named in the page")

    def _around(self, element: Element) -> tuple[FurnitureKind, str] | None:
        """What an element says, or else the nearest around it that says something; each is asked once."""
        asked: list[Element] = []
        here: Element | None = element
        hint: tuple[FurnitureKind, str] | None = None
        while here is not None and hint is None:
            if here in self._hints:
                hint = self._hints[here]
                break
            asked.append(here)
            hint = _told(here)
            if hint is not None and self._letters.get(here, 0) > MAX_BODY_SHARE * self.body_letters:
                hint = None  # it wraps the report
            here = here.parent
        self._hints.update(dict.fromkeys(asked, hint))
        return hint


def sort_blocks(parts: Parts) -> Iterator[tuple[Block, FurnitureKind, str]]:
    """Every block that is neither headline nor body, with what it is."""
    blocks, hints = parts.page.blocks, [parts.hint(block) for block in parts.page.blocks]
    for number in appealing_boxes(parts.page, parts.found):
        hints[number] = hints[number] or (FurnitureKind.APPEAL, "box that speaks to the reader")
    body = _body(parts, hints)
    last = max((n for n, inside in enumerate(body) if inside), default=-1)
    for number, block in enumerate(blocks):
        if block is parts.headline or body[number]:
            continue
        hint = hints[number]
        if hint is not None:
            yield block, *hint
        elif _linked(block):
            yield (
                block,
                FurnitureKind.TEASER if number > last and _long(parts.page, block) else FurnitureKind.NAVIGATION,
                "links",
            )
        elif parts.body_letters:
            yield block, FurnitureKind.TEASER if number > last else FurnitureKind.OTHER, "outside the body"


def _body(parts: Parts, hints: list[tuple[FurnitureKind, str] | None]) -> list[bool]:
    """For each block, whether it belongs to the body."""
    blocks = parts.page.blocks
    inside = [
        found and hint is None and not _only_links(parts.page, block)
        for found, hint, block in zip(parts.found, hints, blocks, strict=True)
    ]
    if not any(inside):  # trafilatura found nothing that we see: all that is not named otherwise
        return [hint is None and not _linked(block) for block, hint in zip(blocks, hints, strict=True)]
    first, last = inside.index(True), len(inside) - 1 - inside[::-1].index(True)
    if parts.headline is not None and parts.headline in blocks[: first + 1]:
        first = blocks.index(parts.headline)
    parents = {block.element.parent for block, is_body in zip(blocks, inside, strict=True) if is_body}
    last = _trim_end(parts, inside, first, last)
    for number in range(len(blocks) - 1, first, -1):
        if inside[number] or hints[number] is not None or blocks[number] is parts.headline:
            continue
        between = number < last
        trailing = number > last and blocks[number].element.parent in parents
        inside[number] = (between or trailing) and _overlooked(parts, number, inside, trailing)
    return inside


def _trim_end(parts: Parts, inside: list[bool], first: int, last: int) -> int:
    """Take short lines below the last sentence out of the body; gives the number of its last block now."""
    while last > first:
        block = parts.page.blocks[last]
        words = parts.page.text[block.start : block.end]
        if _SENTENCE.search(words) or block.element.tag in _ITEMS or len(words.split()) > TRAILING_WORDS:
            break
        inside[last] = False
        last = max(number for number in range(last) if inside[number] or number == first)
    return last


def _overlooked(parts: Parts, number: int, inside: list[bool], trailing: bool) -> bool:
    """True for a paragraph or subheading of the body that trafilatura left out."""
    block = parts.page.blocks[number]
    words = parts.page.text[block.start : block.end]
    if _linked(block) or block.element.tag not in _BODY_TAGS | _ITEMS:
        return False
    if block.element.tag in _ITEMS and not trailing:
        return block.element.tag != "li" or len(words.split()) >= ITEM_WORDS
    if block.element.tag in _HEADINGS:
        above_text = parts.headline is not None and not any(inside[: number + 1])
        if above_text and len(words.split()) > RESCUED_WORDS:
            return True  # a standfirst, with writer and day between it and the text
        return not trailing and number + 1 < len(inside) and inside[number + 1]
    if block.element.names & _standfirst():
        return True
    return (
        len(words.split()) >= RESCUED_WORDS
        and bool(_SENTENCE.search(words))
        and not (trailing and block.element.tag != "p")
    )


@cache
def _standfirst() -> frozenset[str]:
    return frozenset(load("furniture")["kept"]["standfirst"])


def _linked(block: Block) -> bool:
    return block.link_chars > LINKED_SHARE * (block.end - block.start)


def _only_links(page: Page, block: Block) -> bool:
    """A short block that is mostly links and no sentence: an item of a menu, a related story."""
    words = page.text[block.start : block.end]
    return _linked(block) and not _SENTENCE.search(words) and len(words.split()) <= LINK_WORDS


def _long(page: Page, block: Block) -> bool:
    return len(page.text[block.start : block.end].split()) >= RESCUED_WORDS


@cache
def _kinds() -> dict[str, FurnitureKind]:
    """Word in a class or id -> kind."""
    return {word: FurnitureKind(kind) for kind, words in load("furniture")["classes"].items() for word in words}


@lru_cache(maxsize=4096)  # a page names most of its elements alike
def _named(names: frozenset[str]) -> FurnitureKind | None:
    """The kind that some names tell; of several the first in the order of the vocabulary."""
    kinds = {_kinds()[name] for name in names if name in _kinds()}
    return next((kind for kind in dict.fromkeys(_kinds().values()) if kind in kinds), None) if kinds else None


def _told(element: Element) -> tuple[FurnitureKind, str] | None:
    """The kind that an element's tag or names tell."""
    by_tag = load("furniture")["elements"].get(element.tag)
    if by_tag:
        return FurnitureKind(by_tag), f"inside {element.tag}"
    kind = _named(element.names)
    return (kind, "named in the page") if kind else None
