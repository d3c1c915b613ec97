"""What befell those who are counted, and over how long: counts of other scope count other things."""

from __future__ import annotations

import re
from itertools import pairwise

from dateline.linking.figures.numerals import NUMBER
from dateline.linking.figures.units import SCOPED, phrases

SCOPES = (*SCOPED, "charged", "freed", "banned", "whole", "wanted", "staff", "belong")
FAR = frozenset({"whole", "wanted", "belong"})  # scopes that only words near a number give it
NEAR_WORDS = 8  # so many before and after it
SEVERAL = 2
VERB_WORDS = 2  # before a number, in which the verb stands whose object is counted: "injured about 30"
_RELATIVE = re.compile(  # what is said of a thing beside what is counted
    r"[;:] |,? (?:in |of |from |at )?(?:which|where) "
)
_WOULD_COST = re.compile(  # what is due, and not what is hoped for
    r"\bwould(?= (?:owe|cost|have to pay|amount)\b)"
)
_JOINED = re.compile(r"\band\b|\bbut\b|,")
_LOST_LIVES = re.compile(r"\b(?:lost|lose) (?:their|his|her) (?:own )?li(?:fe|ves)\b")  # nobody is missing
_FOR_OTHERS = re.compile(  # whom a crowd mourns: that befell others than those who are counted
    r"\b(?:memory|honour|honor|support|mourning|solidarity|tribute|sympathy|behalf) (?:of|with|to|for) [^,.;]*"
)
_MAY = re.compile(r"(?<!^)\bMay\b")  # the month


def clause_around(text: str, at: int) -> str:
    """The part of a sentence around a place in it, up to semicolons and to what "which" and "where" begin."""
    found = list(_RELATIVE.finditer(text))
    begun = {match.end() for match in found if match[0][0] not in ";:"}
    cuts = [0, *(cut for match in found for cut in match.span()), len(text)]
    start, end = next((start, end) for start, end in pairwise(cuts) if at < end)
    comma = text.find(", ", at, end) if start in begun else -1  # "which employs 340 people, makes half of ..."
    return text[start : comma if comma > 0 else end]


def own_scope(text: str, match: re.Match[str], of_people: bool, clause: str) -> frozenset[str]:
    """The scope of one number of a clause: "61 people were held and 17 hurt" tells of two."""
    words = text[: match.start()].split()[-NEAR_WORDS:], text[match.end() :].split()[:NEAR_WORDS]
    near_by = scope_of(" ".join((*words[0], *words[1])))
    whole = frozenset(name for name in scope_of(clause) if name not in FAR or name in near_by)
    if not of_people:
        return whole - frozenset(SCOPED)
    befell = whole & frozenset(SCOPED)
    if len(befell) < SEVERAL:
        return whole
    others = [other.span() for other in NUMBER.finditer(text) if other.start() != match.start()]
    start = max((end for _, end in others if end <= match.start()), default=0)
    end = min((begin for begin, _ in others if begin >= match.end()), default=len(text))
    verb = " ".join(_JOINED.split(text[start : match.start()])[-1].split()[-VERB_WORDS:])
    for part in (verb, text[match.end() : end], text[start : match.start()]):
        if near := scope_of(part) & befell:
            return whole - befell | near
    return whole


def scope_of(clause: str) -> frozenset[str]:
    """What a clause says that befell those who are counted, and over how long."""
    clause = _FOR_OTHERS.sub("", clause)
    said = _LOST_LIVES.sub("died", _MAY.sub("", _WOULD_COST.sub("", clause)).casefold())
    return frozenset(name for name in SCOPES if phrases(name).search(said))
