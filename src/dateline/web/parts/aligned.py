"""Texts side by side, paragraph by paragraph: what stands in the place of each other stands in one row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.web.desk import Piece
from dateline.web.parts.differences import wording

type Paragraph = tuple[Piece, ...]
type Row = tuple[Paragraph | None, ...]  # a side for each text; None: it has nothing in this place

_BREAK = re.compile(r"\n+")
_MOST = 40_000  # pairs of paragraphs that are compared: more take longer than a page may
_ENOUGH = 0.5  # of the words of the shorter of two paragraphs: with fewer in common they are two


def rows(texts: Sequence[Sequence[Piece]]) -> tuple[Row, ...]:
    """The paragraphs of the first text in their order, each beside those of the others that have its words.

    Paragraphs of the others that the first lacks have rows of their own, behind the one that they follow. Texts of
    very many paragraphs are one row.
    """
    split = [list(paragraphs(text)) for text in texts]
    if any(len(split[0]) * len(other) > _MOST for other in split):
        return (tuple(tuple(text) for text in texts),)
    return tuple(_aligned(split))


def _aligned(split: Sequence[Sequence[Paragraph]]) -> Iterator[Row]:
    """The first text that has anything leads; what others have behind one of its paragraphs is aligned alike."""
    lead = next((text for text in split if text), None)
    if lead is None:
        return
    places = [list(range(len(lead))) if text is lead else _places(lead, text) for text in split]
    for number in range(-1, len(lead)):
        if number >= 0:
            yield tuple(_joined(text, given, number) for text, given in zip(split, places, strict=True))
        yield from _aligned([_behind(text, given, number) for text, given in zip(split, places, strict=True)])


def paragraphs(text: Sequence[Piece]) -> Iterator[Paragraph]:
    """A text in pieces, cut at its line breaks; nothing but white space is no paragraph."""
    current: list[Piece] = []
    for piece in text:
        first, *others = _BREAK.split(piece.text)
        current.append(Piece(first, piece.marked))
        for other in others:
            yield from _whole(current)
            current = [Piece(other, piece.marked)]
    yield from _whole(current)


def _whole(pieces: Sequence[Piece]) -> Iterator[Paragraph]:
    kept = tuple(piece for piece in pieces if piece.text)
    if any(piece.text.strip() for piece in kept):
        yield kept


def _words(paragraph: Paragraph) -> Counter[str]:
    return Counter(wording("".join(piece.text for piece in paragraph)).split())


def _places(first: Sequence[Paragraph], other: Sequence[Paragraph]) -> list[int | None]:
    """For each paragraph of the other the one of the first in whose place it stands, in the order of both.

    Of all ways to do so the one with the most words in common. Several may stand in the place of one.
    """
    ours, theirs = [_words(each) for each in first], [_words(each) for each in other]
    shared = [[_common(mine, words) for mine in ours] for words in theirs]
    most = _most(shared, len(ours))
    found: list[int | None] = []
    place = 0
    while len(found) < len(theirs):
        number = len(found)
        gain = shared[number][place] if place < len(ours) else 0
        if gain and most[number][place] == gain + most[number + 1][place]:
            found.append(place)
        elif place < len(ours) and most[number][place] == most[number][place + 1]:
            place += 1
        else:
            found.append(None)
    return _filled(found)


def _filled(places: Sequence[int | None]) -> list[int | None]:
    """What stands between two parts of a divided paragraph belongs to it."""
    ends = {place: number for number, place in enumerate(places)}
    found: list[int | None] = []
    for number, place in enumerate(places):
        last = found[-1] if found else None
        found.append(last if place is None and last is not None and number < ends[last] else place)
    return found


def _most(shared: Sequence[Sequence[int]], places: int) -> list[list[int]]:
    """[number][place]: the words that paragraphs from this number on can share with places from this one on."""
    most = [[0] * (places + 1) for _ in range(len(shared) + 1)]
    for number in range(len(shared) - 1, -1, -1):
        for place in range(places - 1, -1, -1):
            gain = shared[number][place]
            here = gain + most[number + 1][place] if gain else 0
            most[number][place] = max(here, most[number + 1][place], most[number][place + 1])
    return most


def _common(one: Counter[str], other: Counter[str]) -> int:
    """Words of both, if they are enough of the shorter."""
    shared = (one & other).total()
    return shared if shared >= _ENOUGH * min(one.total(), other.total()) else 0


def _joined(text: Sequence[Paragraph], places: Sequence[int | None], number: int) -> Paragraph | None:
    """What stands in a place; where it is divided there, all of it."""
    parts = [each for each, place in zip(text, places, strict=True) if place == number]
    if not parts:
        return None
    first, *others = parts
    return first + tuple(piece for other in others for piece in (Piece(" ¶ ", False), *other))


def _behind(text: Sequence[Paragraph], places: Sequence[int | None], number: int) -> list[Paragraph]:
    """What has no place of its own and follows on this one; on none, if it is the first."""
    last, found = -1, []
    for paragraph, place in zip(text, places, strict=True):
        last = last if place is None else place
        if place is None and last == number:
            found.append(paragraph)
    return found
