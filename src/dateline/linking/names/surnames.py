"""Surnames that change with the bearer's gender: a husband's and a wife's, a father's and a daughter's."""

from __future__ import annotations

from functools import lru_cache

from dateline.model import Gender
from dateline.reading.names.spelling import surname_gender
from dateline.vocabulary import load

_PAIRS = tuple(
    (man, woman) for man, _, woman in (pair.partition("|") for pair in load("romanised")["gendered"]["pairs"])
)
_FEMALE = ("iene", "yte", "aite", "ute", "dottir", "skaya", "kova")
_LONG = 5  # letters of a surname below which an ending says nothing


@lru_cache(maxsize=50_000)
def gender_of_surname(word: str) -> Gender | None:
    """The gender that a surname's ending tells by itself."""
    if len(word) > _LONG and word.endswith(_FEMALE):
        return Gender.FEMALE
    return surname_gender(word)


@lru_cache(maxsize=50_000)
def gendered_pair(a: str, b: str) -> bool:
    """True if the two differ by nothing but a man's and a woman's ending."""
    if a == b or min(len(a), len(b)) < _LONG - 1:
        return False
    return any(is_pair(a, b, man, woman) or is_pair(b, a, man, woman) for man, woman in _PAIRS)


def is_pair(a: str, b: str, man: str, woman: str) -> bool:
    """True if a is a stem with the man's ending and b the same stem with the woman's."""
    if not (a.endswith(man) and b.endswith(woman)):
        return False
    stem = a[: len(a) - len(man)] if man else a
    return len(stem) > 2 and stem == b[: len(b) - len(woman)]
