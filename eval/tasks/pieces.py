"""Pieces of an utterance that answer each other: one report interrupts what another prints in one go."""

from __future__ import annotations

import re
from collections.abc import Sequence

Piece = tuple[str, str]  # report, words

ANSWERED = 0.6  # of the shorter's words
_WORD = re.compile(r"\w+")


def answering(printings: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """Groups of two or more pieces, of several printings of one utterance, each a telling of the same words.

    A printing in one go answers each piece of one that is interrupted. Where nothing is alike, as in two
    translations, the whole printings answer each other.
    """
    if all(len(pieces) == 1 for pieces in printings):
        return [[pieces[0] for pieces in printings]] if len(printings) > 1 else []
    groups: list[list[Piece]] = []
    for pieces in sorted(printings, key=lambda pieces: (-len(pieces), pieces)):
        for piece, held in [(piece, [g for g in groups if alike(g[0][1], piece[1])]) for piece in pieces]:
            for group in held:
                group.append(piece)
            if not held:
                groups.append([piece])
    found = [group for group in groups if len(group) > 1]
    return found or ([[max(pieces, key=len) for pieces in printings]] if len(printings) > 1 else [])


def alike(first: str, second: str) -> bool:
    """True if enough of the shorter's different words stand in the other."""
    ours, theirs = (set(_WORD.findall(text.casefold())) for text in (first, second))
    return len(ours & theirs) >= ANSWERED * min(len(ours), len(theirs))
