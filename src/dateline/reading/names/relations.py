"""Descriptions that say how somebody stands to another: "his father", "her opponent", "the teenager"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.reading.names.found import Found, RolePhrase
from dateline.reading.names.lexicon import Lexicon
from dateline.reading.names.somebody import Somebody
from dateline.reading.names.spelling import differ

Meant = tuple[Somebody, str, float]  # who is meant, by which rule, how surely

_CHILDREN = frozenset(("son", "daughter", "child", "stepson", "stepdaughter"))
_PARENTS = frozenset(("father", "mother", "parent", "dad", "mum", "mom", "stepfather", "stepmother"))
_SPOUSES = frozenset(("wife", "husband", "spouse", "partner", "ex-wife", "ex-husband"))
_SIBLINGS = frozenset(("brother", "sister", "sibling", "twin"))
_NEPHEWS = frozenset(("nephew", "niece"))
_UNCLES = frozenset(("uncle", "aunt"))
# A relation seen from the other side: whose son Tom is, is his father.
_TURNED = tuple(
    pair
    for one, other in ((_CHILDREN, _PARENTS), (_SPOUSES, _SPOUSES), (_SIBLINGS, _SIBLINGS), (_NEPHEWS, _UNCLES))
    for pair in ({(one, other), (other, one)})
)
_AGES = {"teenager": (13, 19), "pensioner": (60, 120), "octogenarian": (80, 89), "nonagenarian": (90, 99)}
_FACING = frozenset(("opponent", "rival", "challenger", "counterpart", "adversary"))
TWO = 2  # people of a contest


def inverse(phrase: RolePhrase, of: Somebody | None, somebodies: Sequence[Somebody]) -> Meant | None:
    """Who is "his father", where the report has told that he is her son."""
    if of is None:
        return None
    for here, there in _TURNED:
        if phrase.noun not in here:
            continue
        held = [holding.of for holding in of.holdings if holding.phrase.noun in there and holding.of is not None]
        meant = [somebody for somebody in held if any(somebody is known for known in somebodies)]
        if len(meant) == 1 and meant[0] is not of:
            return meant[0], "the same relation from the other side", 0.8
    return None


def of_that_age(phrase: RolePhrase, found: Found, somebodies: Sequence[Somebody]) -> Meant | None:
    """The only person of whom an age is told that the word fits: "the teenager" of "Ann Lee, 17,"."""
    if phrase.noun not in _AGES or phrase.plural or not phrase.definite:
        return None
    youngest, oldest = _AGES[phrase.noun]
    fitting = [
        somebody
        for somebody in somebodies
        if somebody.seen
        and not differ(found.gender, somebody.gender)
        and any(name.age is not None and youngest <= name.age <= oldest for name in somebody.names)
    ]
    return (fitting[0], "the only one of that age", 0.8) if len(fitting) == 1 else None


def counterpart(
    phrase: RolePhrase, of: Somebody | None, somebodies: Sequence[Somebody], lexicon: Lexicon
) -> Meant | None:
    """Who is "her opponent": the other one with her office, or the other of two people named so far."""
    if of is None or phrase.noun not in _FACING or phrase.plural:
        return None
    people = [s for s in somebodies if s.seen and s.named and not s.plural and s.is_person]
    titles = {claim.noun for claim in of.claims}
    alike = [s for s in people if s is not of and titles & {claim.noun for claim in s.claims}]
    if len(alike) == 1:
        return alike[0], "the other one of that office", 0.7
    others = [s for s in people if s is not of]
    if len(people) == TWO and len(others) == 1:
        return others[0], "the other of two people", 0.65
    return None
