"""Words taken apart, and the phrases of the tables found in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.reading.codes.lexicon import (
    CodeLexicon,
    CountryWords,
    Phrase,
    SectorWords,
    Telling,
    folded,
    singular,
)

MAX_WORDS = 60  # of a description; the rest of a longer one is not read

_WORD = re.compile(r"[^\s/,;:()\[\]\"“”‘«»!?-]+|,|(?<=\w)-(?=\w)")
_POSSESSIVE = re.compile(r"['’](?:s|S)?$")
_EDGES = "'’.–—…*"
_ABBREVIATION = re.compile(r"(?:\w\.)+\w?\Z")


@dataclass(frozen=True, slots=True)
class Token:
    """A word as printed and folded, and the preposition or comma that it stands behind ("": none yet)."""

    text: str
    word: str
    one: str  # folded, in the singular
    behind: str


@dataclass(frozen=True, slots=True)
class Match[T]:
    """A phrase of the tables at tokens [start, end)."""

    start: int
    end: int
    entry: T
    behind: str
    text: str  # as printed


def tokens_of(words: str, tables: CodeLexicon) -> list[Token]:
    """The words of a description, hyphens taken apart; those that a foreign hand stands behind are left out."""
    found: list[Token] = []
    behind = ""
    for match in _WORD.finditer(words):
        text = match.group()
        if text == "-":
            continue
        if not _ABBREVIATION.match(text):
            text = text.strip(_EDGES) if text != "," else text
        text = _POSSESSIVE.sub("", text)
        if not text:
            continue
        word = folded(text)
        if word in tables.foreign_hand and words[match.start() - 1 : match.start()] == "-":
            found = found[:-1]
        elif found and (word in tables.own or word in tables.other or word == ","):  # not "over 20 men"
            behind = word
            found.append(Token(text, word, word, behind))
        else:
            found.append(Token(text, word, singular(word), behind))
        if len(found) >= MAX_WORDS:
            break
    return found


def countries_in(tokens: Sequence[Token], tables: CodeLexicon) -> list[Match[CountryWords]]:
    """Countries, seats of governments and bodies of many countries, in text order; the longer phrase wins."""
    shouted = all(token.text == token.text.upper() for token in tokens)

    def entry(at: int, end: int) -> CountryWords | None:
        found = tables.countries.get(tuple(token.word for token in tokens[at:end]))
        if found is None or not tokens[at].text[:1].isupper():
            return None
        return None if found.capitals and not _in_capitals(tokens[at:end]) and not shouted else found

    return _longest(tokens, tables.longest, entry)


def _in_capitals(tokens: Sequence[Token]) -> bool:
    return all(token.text == token.text.upper() for token in tokens)


def sectors_in(
    tokens: Sequence[Token], tables: CodeLexicon, names: Sequence[Match[CountryWords]]
) -> list[Match[SectorWords]]:
    """Words that tell a sector, in text order, but for those inside the name of a country."""
    inside = {at: name.entry.telling for name in names for at in range(name.start, name.end)}

    def entry(at: int, end: int) -> SectorWords | None:
        exact: Phrase = tuple(token.one for token in tokens[at:end])
        found = tables.sectors.get(exact)
        tellings = {inside[place] for place in range(at, end) if place in inside}
        if found is None or tellings & {Telling.NAME, Telling.UNRECOGNISED}:
            return None
        return None if Telling.BODY in tellings and not tables.body_sectors.intersection(found.sectors) else found

    return _longest(tokens, tables.longest, entry)


def _longest[T](tokens: Sequence[Token], longest: int, entry: Callable[[int, int], T | None]) -> list[Match[T]]:
    """Phrases from left to right, at each place the longest; they do not overlap."""
    found: list[Match[T]] = []
    at = 0
    while at < len(tokens):
        for end in range(min(at + longest, len(tokens)), at, -1):
            told = entry(at, end)
            if told is not None:
                text = " ".join(token.text for token in tokens[at:end])
                found.append(Match(at, end, told, tokens[at].behind, text))
                at = end
                break
        else:
            at += 1
    return found
