"""Offices and titles whose words have capitals as names do: "Secretary of State", "Minister of Health", "Ms"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.reading.names.lexicon import Lexicon
from dateline.reading.names.tokens import Tokens

_WITH_FULL_NAME = 3  # words: the title, a given name and a surname
_ENDINGS = (
    "master",
    "keeper",
    "fielder",
    "maker",
    "holder",
    "winner",
    "runner",
    "liner",
    "smith",
    "wright",
    "back",
)


def in_offices(tokens: Tokens, lexicon: Lexicon) -> Iterator[int]:
    """Tokens after the first of an office of several words: "of State", "of Foreign Affairs"."""
    for at in range(len(tokens) - 2):
        if tokens.lower[at] in lexicon.ministers and tokens.lower[at + 1] in ("of", "for"):
            yield from range(at + 1, portfolio_end(tokens, lexicon, at + 2))
    for at in range(len(tokens) - 2):
        if tokens.lower[at + 1] in ("of", "in") and " ".join(tokens.lower[at : at + 3]) in lexicon.compounds:
            yield at + 1
            yield at + 2


def portfolio_end(tokens: Tokens, lexicon: Lexicon, first: int) -> int:
    """The end of the words for what a minister is in charge of."""
    end = first
    while end < len(tokens) and (tokens.lower[end] in lexicon.portfolios or tokens.lower[end] == "and"):
        end += 1
    return end - 1 if end > first and tokens.lower[end - 1] == "and" else end


def is_honorific(tokens: Tokens, lexicon: Lexicon, first: int, at: int, end: int) -> bool:
    """True for a title with a name after it in the run [first, end): "Ms Lee", not the surname King."""
    word = tokens.lower[at]
    if word not in lexicon.honorifics or at + 1 >= end or not tokens.text[at + 1][0].isupper():
        return False
    before = tokens.lower[at - 1] if at > first else ""
    return not before or word.endswith(".") or before in lexicon.heads or before in lexicon.countries.qualifying


def is_unlisted_title(tokens: Tokens, lexicon: Lexicon, first: int, last: int) -> bool:
    """True if [first, last) begins with a common noun by its ending before a full name: "Shipmaster Ann Lee"."""
    if last - first < _WITH_FULL_NAME or tokens.lower[first] in lexicon.given:
        return False
    return tokens.lower[first + 1] in lexicon.given and tokens.lower[first].endswith(_ENDINGS)
