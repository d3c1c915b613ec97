"""How two translators put one thing: phrases for one word, words that carry nothing, words for one thing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.linking.speech import word_forms
from dateline.linking.speech.word_forms import root
from dateline.vocabulary import load

ANY = "_"  # one word of a phrase, whichever it is: "put my name to"
LIGHT = frozenset(load("wordings")["light"]["words"])

Phrase = tuple[tuple[str, ...], str]  # roots, and the word that they stand for


def one_worded(words: Sequence[str]) -> list[str]:
    """Words, with one word for each phrase that means no more: "set foot in" is "enter"."""
    roots = [root(word) for word in words]
    made: list[str] = []
    at = 0
    while at < len(words):
        found = next((phrase for phrase in phrases().get(roots[at], ()) if _stands(phrase[0], roots[at:])), None)
        made.append(found[1] if found else words[at])
        at += len(found[0]) if found else 1
    return made


def _stands(phrase: Sequence[str], roots: Sequence[str]) -> bool:
    """True if a phrase begins these roots."""
    pairs = zip(phrase, roots, strict=False)
    return len(phrase) <= len(roots) and all(wanted in (ANY, given) for wanted, given in pairs)


@cache
def phrases() -> dict[str, list[Phrase]]:
    """Phrases by their first root, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for line in load("wordings")["phrases"]["words"].strip().splitlines():
        word, _, listed = line.partition(" = ")
        for phrase in listed.split(";"):
            roots = tuple(ANY if w == ANY else root(w) for w in phrase.split())
            found.setdefault(roots[0], []).append((roots, word))
    return {first: sorted(held, key=lambda phrase: (-len(phrase[0]), phrase)) for first, held in found.items()}


@cache
def ideas(word: str) -> frozenset[str]:
    """The lines of either list of words for one idea on which a word stands, in any form."""
    return word_forms.ideas(word) | frozenset(things().get(root(word), ()))


@cache
def things() -> dict[str, list[str]]:
    """The lines of our words for one thing on which each root stands."""
    found: dict[str, list[str]] = {}
    for number, line in enumerate(load("wordings")["things"]["words"].strip().splitlines()):
        for known in dict.fromkeys(map(root, line.split())):
            found.setdefault(known, []).append(f"thing {number}")
    return found
