"""Printings of one utterance side by side: the words in which they differ, found word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby

from dateline.story.changes import Change
from dateline.web.desk import Piece

_WORD = re.compile(r"\S+\s*")
_MARKS = re.compile(r"^\W+|\W+$")  # a comma inside the quotation marks is the printer's, not the speaker's


def wording(text: str) -> str:
    """The words of a text as they are compared."""
    return " ".join(_folded(word) for word in _WORD.findall(text))


def _folded(word: str) -> str:
    return _MARKS.sub("", word.strip()).casefold()


def differences(texts: Sequence[str]) -> list[tuple[Piece, ...]]:
    """Each text in pieces: marked in the first what some other lacks, in the others what the first lacks."""
    words = [_WORD.findall(text) for text in texts]
    folded = [[_folded(word) for word in given] for given in words]
    missing = [[False] * len(given) for given in words]
    for number in range(1, len(texts)):
        matcher = SequenceMatcher(None, folded[0], folded[number], autojunk=False)
        for kind, start, end, other_start, other_end in matcher.get_opcodes():
            if kind != "equal":
                missing[0][start:end] = [True] * (end - start)
                missing[number][other_start:other_end] = [True] * (other_end - other_start)
    return [_pieces(given, marks) for given, marks in zip(words, missing, strict=True)]


def replaced(first: str, other: str) -> list[Change]:
    """The same of two texts as pairs: the words of one that stand in the place of words of the other."""
    words = [_WORD.findall(text) for text in (first, other)]
    before, after = ([_folded(word) for word in given] for given in words)
    return [
        Change("".join(words[0][start:end]).strip(), "".join(words[1][begin:stop]).strip())
        for kind, start, end, begin, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        if kind != "equal"
    ]


def _pieces(words: Sequence[str], marks: Sequence[bool]) -> tuple[Piece, ...]:
    """Words in runs; the space behind a marked run is not marked."""
    pieces: list[Piece] = []
    for marked, run in groupby(zip(words, marks, strict=True), key=lambda pair: pair[1]):
        text = "".join(word for word, _ in run)
        if marked and text != text.rstrip():
            pieces += [Piece(text.rstrip(), True), Piece(text[len(text.rstrip()) :], False)]
        else:
            pieces.append(Piece(text, marked))
    return tuple(pieces)
