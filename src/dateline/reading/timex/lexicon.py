"""The word classes of time expressions: every piece of a text gets one letter, which stands for its class.

Patterns over classes then become plain regular expressions over these letters. A piece is a token of the parse, or
a part of one that spaCy leaves whole ("3–5", "mid-1990s").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline import vocabulary

_LETTERS_FROM = 0xE000  # the private use area: no letter of a class is a character of regular expression syntax
OTHER = "."

_SHAPED = {  # classes of pieces with digits: the first that fits
    name: re.compile(pattern, re.ASCII)
    for name, pattern in {
        "YEAR": r"[12]\d{3}",
        "DAY": r"0?[1-9]|[12]\d|3[01]",
        "INT": r"\d+|\d{1,3}(?:,\d{3})+",
        "DECIMAL": r"\d+\.\d+",
        "FRACTION": r"1/2|1/4|3/4|½|¼|¾",
        "DAYTH": r"(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)",
        "ORDINAL": r"[1-9]\d*(?:st|nd|rd|th)",
        "CLOCK": r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?",
        "QUARTERNAME": r"q[1-4]",
        "DECADE": r"(?:[12]\d)?\d0s",
        "NUMERIC": r"\d{1,2}([./])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}([./])\d{1,2}\2\d{1,2}",
        "ISOTIME": r"(?:[0-2]\d|3[01])t[0-2]\d:?[0-5]\d.*",
    }.items()
}
# Classes that the passes build, in the order of the grammar.
_BUILT = (
    "AMOUNT", "DAYDATE", "WEEKDATE", "MONTHDATE", "QUARTERDATE", "SEASONDATE", "YEARDATE", "LONGDATE",
    "LENGTH", "HOUR", "SET", "VAGUEREF", "RANGE",
)  # fmt: skip
_CAPITALISED = ("MONTH", "WEEKDAY", "WEEKDAYS", "SHORTDAY")  # "may", "march" and "sun" are other words
_DIGIT = re.compile(r"[\d½¼¾]")
_CUT = re.compile(r"[-–—]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a token, [start, end) in it, with the letter of its class."""

    start: int
    end: int
    letter: str


@cache
def tables() -> dict[str, Any]:
    """The vocabulary by class name in capitals: tables of words with values, and lists of words."""
    data = dict(vocabulary.load("time"))
    words = data.pop("words")
    return {name.upper(): entry for name, entry in (*data.items(), *words.items())}


@cache
def classes() -> dict[str, str]:
    """Letter by class name."""
    names = (*tables(), *_SHAPED, *_BUILT)
    return {name: chr(_LETTERS_FROM + number) for number, name in enumerate(dict.fromkeys(names))}


@cache
def _class_of_word() -> dict[str, str]:
    return {word: name for name, entry in tables().items() for word in entry}


def value(name: str, word: str) -> Any:
    """What the vocabulary says of a word of a class with values; KeyError for a word of another class."""
    return tables()[name][plain(word)]


def plain(word: str) -> str:
    """Lower case, without the full stop of an abbreviation."""
    lower = word.lower()
    return lower.rstrip(".") if len(lower) > 1 else lower


def class_of(text: str) -> str | None:
    """The name of a piece's class, None if it has none."""
    word = plain(text)
    if _DIGIT.search(word):
        return next((name for name, shape in _SHAPED.items() if shape.fullmatch(word)), None)
    name = _class_of_word().get(word)
    if name in _CAPITALISED and not text[0].isupper():
        return None
    return name


@cache
def pieces_of(text: str) -> tuple[Piece, ...]:
    """A token in pieces. One piece without a class stands for a token that says nothing of time.

    Cached by text: memory grows with the distinct words of a corpus, as spaCy's own vocabulary does.
    """
    name = class_of(text)
    if name is not None or len(text) == 1 or not _CUT.search(text):
        return (Piece(0, len(text), classes()[name] if name else OTHER),)
    parts: list[Piece] = []
    start = 0
    for cut in [*_CUT.finditer(text), None]:
        end = cut.start() if cut else len(text)
        if end > start:
            parts.append(Piece(start, end, _letter(text[start:end])))
        if cut:
            parts.append(Piece(end, cut.end(), _letter(cut.group())))
            start = cut.end()
    known = any(part.letter not in (OTHER, classes()["HYPHEN"]) for part in parts)
    return tuple(parts) if known else (Piece(0, len(text), OTHER),)


def _letter(text: str) -> str:
    name = class_of(text)
    return classes()[name] if name else OTHER


# Every time expression has one of these: a paragraph without any is not looked at.
TRIGGERS = (
    "MONTH", "WEEKDAY", "WEEKDAYS", "UNIT", "UNITS", "SECOND", "SEASON", "DAYPART", "DAYDEICTIC", "DECADE",
    "OFTEN", "VAGUE", "YEAR", "CLOCK", "NUMERIC", "ISOTIME", "TONIGHT", "AMPM", "OCLOCK", "RECENT", "CURRENT",
    "FUTURE", "PAST", "HALF", "FEAST", "FEASTWORD", "DAYTH", "QUARTERNAME",
)  # fmt: skip


@cache
def trigger() -> re.Pattern[str]:
    """Finds a letter of `TRIGGERS`."""
    return re.compile("[" + "".join(classes()[name] for name in TRIGGERS) + "]")
