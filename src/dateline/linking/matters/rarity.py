"""How much a word tells of what a text is about: the rarer it is in English, the more.

The frequencies are of English at large and ship with the program. Those of a story would shift with each report.
"""

from __future__ import annotations

from functools import cache

from dateline.vocabulary import load

COMMON = 1.5  # decimal logarithm: a word that is one in 30 words, as "the" and "of" are, tells nothing
RAREST = 5.0  # one in 100,000: a rarer word may be a misprint, and tells no more than a name
SHOWN = 2.0  # the weight of words that are shown to a reader as what texts share: one in 3,000 and rarer


@cache
def rarities() -> dict[str, float]:
    """Lower-case words by the decimal logarithm of one in how many words they are; rarer ones are missing."""
    return {word: float(name) for name, held in load("word_frequencies")["words"].items() for word in held.split()}


def is_telling(word: str) -> bool:
    """True for a word that alone gives a reader an idea of the matter: no number, none of the 500 commonest."""
    return not word.isdigit() and weight(word) >= SHOWN


def weight(word: str) -> float:
    """0 for the commonest words, `RAREST - COMMON` for those that are rare or in no table."""
    return max(0.0, rarities().get(word, RAREST) - COMMON)
