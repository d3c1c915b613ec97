"""Text compared as people search it: without regard to case, accents, script and quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

from dateline.model import Actor

_NO_WORD = re.compile(r"[^\w]+")
NEAR = 85.0  # rapidfuzz token-set ratio, 0 to 100: lets one slip in a name of six letters or more pass


@lru_cache(maxsize=100_000)
def folded(text: str) -> str:
    """Lower-case ASCII words with single spaces between them."""
    return _NO_WORD.sub(" ", anyascii(text).casefold()).strip()


def best_matches(name: str, actors: Iterable[Actor]) -> list[Actor]:
    """Actors by how well one of their spellings fits: the same, all of its words, or nearly so; best first."""
    wanted = folded(name)
    if not wanted:
        return []
    ranked = []
    for actor in actors:
        fit = max((_fit(wanted, folded(spelling.name)) for spelling in actor.names), default=0.0)
        if fit:
            mentions = sum(spelling.mentions for spelling in actor.names)
            ranked.append((-fit, -mentions, actor.id, actor))
    return [actor for *_, actor in sorted(ranked, key=lambda entry: entry[:3])]


def _fit(wanted: str, name: str) -> float:
    """From 0 (no match) to 300 (the same)."""
    if wanted == name:
        return 300.0
    if set(wanted.split()) <= set(name.split()):
        return 200.0
    near = max(fuzz.ratio(wanted, name), fuzz.token_sort_ratio(wanted, name))
    words = max((fuzz.ratio(wanted, word) for word in name.split()), default=0.0)
    near = max(near, words)
    return near if near >= NEAR else 0.0
