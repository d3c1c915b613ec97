"""Chinese and Korean names over their romanisations: pinyin, Wade-Giles, the official Korean one, the press's."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dateline.vocabulary import load

_CHINESE = re.compile("hs|tzu|tz|ts|zh|ch|sh|[bpdtgkjqxzcrl]|ieh|ien|iao|ung|ong|uei|ui|iu|ih|eh|uo|yu|yi|[a-z]")
_CHINESE_CLASS: dict[str, str] = load("romanised")["chinese"]
_KOREAN = re.compile("yeo|you|yoo|eo|eu|oo|ou|ae|ch|[a-z]")
_KOREAN_CLASS: dict[str, str] = load("romanised")["korean"]
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=10_000)
def pinyin(words: tuple[str, ...]) -> str:
    """A Chinese name in one coarse spelling, its words kept apart."""
    return " ".join("".join(_CHINESE_CLASS.get(part, part) for part in _CHINESE.findall(word)) for word in words)


def hangul_alike(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """True if surname and given name agree, one of them romanised letter by letter."""
    return same_korean_surname(a[0], b[0]) and korean(a[1]) == korean(b[1])


@lru_cache(maxsize=10_000)
def korean(word: str) -> str:
    """A Korean word in one coarse spelling."""
    return _DOUBLED.sub(r"\1", "".join(_KOREAN_CLASS.get(part, part) for part in _KOREAN.findall(word)))


def same_korean_surname(a: str, b: str) -> bool:
    """True for spellings of one Korean surname."""
    groups = korean_surnames()
    return a == b or korean(a) == korean(b) or (a in groups and b in groups and groups[a] == groups[b])


@cache
def korean_surnames() -> dict[str, int]:
    """Spelling -> number of the surname."""
    lines = load("name_parts")["korean"]["surnames"]
    return {name: number for number, line in enumerate(lines) for name in reversed(line.split())}
