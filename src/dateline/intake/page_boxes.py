"""Boxes among the paragraphs of a page's body that speak to the reader: appeals that no name gives away.

A box is an element beside the paragraphs, with paragraphs of its own. It is an appeal if one of them speaks of
"us" and "you" outside quotation marks, none tells news, and something in it can be pressed or is a heading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.intake.appeals import addresses_reader, tells_news
from dateline.intake.visible import Block, Element, Page

MAX_SHARE = 0.4  # of the body's letters: a larger box is a part of the report
_HEADS = frozenset({"h2", "h3", "h4", "h5", "h6", "button", "a", "strong"})


def appealing_boxes(page: Page, found: Sequence[bool]) -> Iterator[int]:
    """Numbers of the blocks in such boxes; `found` tells which blocks are taken for the body."""
    letters: Counter[Element] = Counter()
    for block, inside in zip(page.blocks, found, strict=True):
        if inside and block.element.parent is not None:
            letters[block.element.parent] += block.end - block.start
    if not letters:
        return
    container = letters.most_common(1)[0][0]
    whole = sum(letters.values())
    for numbers in _boxes(page.blocks, container).values():
        words = [page.text[page.blocks[n].start : page.blocks[n].end] for n in numbers]
        if sum(map(len, words)) <= MAX_SHARE * whole and _appeals(words, [page.blocks[n] for n in numbers]):
            yield from numbers


def _boxes(blocks: Sequence[Block], container: Element) -> dict[Element, list[int]]:
    """Numbers of the blocks in each child of the container that has children itself."""
    boxes: dict[Element, list[int]] = {}
    for number, block in enumerate(blocks):
        child = block.element
        while child.parent is not None and child.parent is not container:
            child = child.parent
        if child.parent is container and child is not block.element:
            boxes.setdefault(child, []).append(number)
    return boxes


def _appeals(words: list[str], blocks: list[Block]) -> bool:
    pressed = any(block.element.tag in _HEADS or block.link_chars for block in blocks)
    return pressed and any(map(addresses_reader, words)) and not any(map(tells_news, words))
