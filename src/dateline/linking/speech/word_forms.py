"""What two words have in common: one plain form ("took", "taken"), or a line of our list of synonyms."""

from __future__ import annotations

from functools import cache

from dateline.linking.speech.spoken import stem
from dateline.vocabulary import load


@cache
def root(word: str) -> str:
    """The stem of a word's plain form."""
    return stem(plain_forms().get(word, word))


@cache
def plain_forms() -> dict[str, str]:
    """Forms that no ending explains, with the plain form of their word."""
    lines = (line.split() for line in load("irregular_forms")["forms"]["words"].strip().splitlines())
    return {form: words[0] for words in lines for form in words[1:]}


@cache
def ideas(word: str) -> frozenset[str]:
    """The lines of the list of synonyms on which a word stands, in any form; each by its field and number."""
    return frozenset(lines_by_root().get(root(word), ()))


@cache
def lines_by_root() -> dict[str, list[str]]:
    """The lines on which each root stands."""
    found: dict[str, list[str]] = {}
    for field, text in load("synonyms")["synonyms"].items():
        for number, line in enumerate(text.strip().splitlines()):
            for known in dict.fromkeys(map(root, line.split())):
                found.setdefault(known, []).append(f"{field} {number}")
    return found
