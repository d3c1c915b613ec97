"""What two words have in common: a plain form ("took", "taken"), a family, or a line of our list of synonyms."""

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


@cache
def kin(word: str) -> str:
    """The word that stands for a family: one for "inspector" and "inspected"; empty for a word of none."""
    base = root(word)
    single = base[:-1] if base[-1:] == base[-2:-1] else base  # "admitted", "spilled"
    return families().get(f"={word}") or families().get(base) or families().get(single, "")


@cache
def families() -> dict[str, str]:
    """For each root, and each form that counts alone, the first word of the first line on which it stands."""
    found: dict[str, str] = {}
    for text in load("word_families")["families"].values():
        for line in text.strip().splitlines():
            held = line.split()
            for known in held:
                found.setdefault(known if known.startswith("=") else root(known), held[0].removeprefix("="))
    return found
