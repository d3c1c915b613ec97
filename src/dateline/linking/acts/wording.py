"""What act words name, whatever their form: "announced" and "the announcement", "wed" and "got married".

Two tellings of one matter that name an act alike may tell one act. The groups of vocabulary/same_acts.toml are
asked first, then the root: a word without the endings that make a noun of a verb (a small cut of Porter 1980).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dateline.vocabulary import load

OFTEN = frozenset({"say", "confirm", "report"})  # groups and roots of what many do again and again in one matter
ROOT_LETTERS = 3  # fewer letters are no word any more: "bring" is not "br"
LONG_ROOT = 4  # endings that are part of many short words ("-al", "-ate") need more before them

# Endings of nouns and verb forms, the first that fits: (ending, what stands for it).
_LONG = (
    *(("ssion", "ss"), ("usion", "ud"), ("osion", "od"), ("ision", "id"), ("asion", "ad"), ("ension", "end")),
    *(("ations", ""), ("ation", ""), ("itions", ""), ("ition", ""), ("ctions", "ct"), ("ction", "ct")),
    *(("ptions", "pt"), ("ption", "pt"), ("tion", "t"), ("ments", ""), ("ment", ""), ("ances", ""), ("ance", "")),
    *(("ences", ""), ("ence", ""), ("ures", ""), ("ure", ""), ("als", ""), ("al", ""), ("ates", ""), ("ated", "")),
    *(("ating", ""), ("ate", ""), ("ery", "er")),
)
_SHORT = (("ings", ""), ("ing", ""), ("ies", "y"), ("ied", "y"), ("es", ""), ("ed", ""), ("s", ""))


def wording(lemma: str, *, noun: bool = False) -> str:
    """A name for what a trigger says: its group (of the whole, then of its first word), or its first word's root.

    `lemma` is lower case, with its particle: "step down". `noun`: a noun tells it, which has meanings of its own.
    """
    first = lemma.split(" ", 1)[0]
    for word in (lemma, first):
        if noun and word in group_of_noun():
            return group_of_noun()[word]
        if word in group_of_whole():
            return group_of_whole()[word]
    return group_of_root().get(root(first), root(first))


def respelled(word: str) -> str:
    """A lemma that ends in two like letters and an "e" is that of a short verb's past: "gutte" of "gutted"."""
    return word[:-2] if len(word) > LONG_ROOT and word[-1] == "e" and word[-2] == word[-3] else word


@cache
def root(word: str) -> str:
    """A word without its endings: equal for "negotiate", "negotiated" and "negotiations"."""
    cut = next(_cuts(word), word)
    if len(cut) > LONG_ROOT:
        cut = cut.removesuffix("e")
    if len(cut) > LONG_ROOT and cut[-1] == cut[-2]:  # "robbery"
        cut = cut[:-1]
    return cut.rstrip("iy") if len(cut) > LONG_ROOT else cut


def _cuts(word: str) -> Iterator[str]:
    """The word with each ending that fits replaced, the best first."""
    for endings, letters in ((_LONG, LONG_ROOT), (_SHORT, ROOT_LETTERS)):
        for ending, instead in endings:
            if word.endswith(ending) and len(word) - len(ending) + len(instead) >= letters:
                yield word.removesuffix(ending) + instead


@cache
def group_of_whole() -> dict[str, str]:
    """The group of each trigger that must be told as a whole."""
    table = load("same_acts")
    first = {lemma: name for name, lemmas in table["groups"].items() for lemma in lemmas}
    return first | {lemma: name for name, lemmas in table["whole"].items() for lemma in lemmas}


@cache
def group_of_noun() -> dict[str, str]:
    """The group of each noun that means something else than its verb."""
    return {lemma: name for name, lemmas in load("same_acts")["nouns"].items() for lemma in lemmas}


@cache
def group_of_root() -> dict[str, str]:
    """The group of each root that only one group has."""
    found: dict[str, set[str]] = {}
    for lemma, name in group_of_whole().items():
        if " " not in lemma:
            found.setdefault(root(lemma), set()).add(name)
    return {word: min(names) for word, names in found.items() if len(names) == 1}
