"""Bodies and places that some reports call by a part of the name: "Harbour" for "Harbour Holdings".

A part stands for the only fuller name of the story that it fits. What it leaves out must be what kind of body it
is, at the end ("Harbour Stadium"), or whose, at the head ("the Tavian Food Authority"). A town's name alone is the
town, not its police or its club, and a surname alone is whoever bears it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dateline.linking.coding.gazetteer import gazetteer
from dateline.linking.names.spelling import FIRM, Spelling
from dateline.model import ActorKind
from dateline.reading.names.lexicon import lexicon

CITY = 1_000_000  # people: what so large a place is called is hardly anything else
_THE = "the"
_WITHIN = frozenset(("in", "near", "around", "across", "outside", "throughout"))
_OF_TOWN = frozenset(
    ("mayor", "town", "city", "village", "port", "streets", "people", "council", "centre", "island")
)
_INVESTED = frozenset(
    (
        "stake",
        "stakes",
        "share",
        "shares",
        "interest",
        "holding",
        "confidence",
        "trust",
        "faith",
        "investor",
        "investors",
    )
)
_NO_BODY = (ActorKind.PERSON, ActorKind.COUNTRY)
_PLACES = (ActorKind.PLACE, ActorKind.COUNTRY)
TOLD = 0.6  # a kind with this score has more than a label behind it
type Short = tuple[Spelling, Spelling]


def is_city(name: str) -> bool:
    """True for the name of a city of the world."""
    places = gazetteer().named(name)
    return bool(places) and places[0].people >= CITY


def short_forms(spellings: Sequence[Spelling], surnames: frozenset[str]) -> Iterator[Short]:
    """Each spelling that is short for another, with that one. `surnames`: folded, of people of the story."""
    heads: dict[tuple[str, ...], list[Spelling]] = defaultdict(list)
    tails: dict[tuple[str, ...], list[Spelling]] = defaultdict(list)
    for spelling in spellings:
        if not spelling.personal and may_be_full(spelling):
            for cut in range(1, len(spelling.words)):
                heads[spelling.words[:cut]].append(spelling)
                tails[spelling.words[cut:]].append(spelling)
    named = by_other_names(spellings)
    for spelling in spellings:
        if spelling.key.startswith("@") or not spelling.words or not may_be_short(spelling):
            continue
        told = named[spelling.key]
        if len(told) == 1 and told[0] is not spelling and not as_town(spelling):
            yield spelling, told[0]
            continue
        full = {f.id: f for f in (*heads[spelling.words], *tails[spelling.words]) if f is not spelling}
        whole = list(full.values())
        if len(whole) == 1 and not is_city(spelling.key) and stands_for(spelling, whole[0], surnames):
            yield spelling, whole[0]


def by_other_names(spellings: Iterable[Spelling]) -> dict[str, list[Spelling]]:
    """Bodies and places by the folded names that a report equates with theirs."""
    held: dict[str, list[Spelling]] = defaultdict(list)
    for spelling in spellings:
        if not spelling.personal:
            for alias in sorted(spelling.aliases - {spelling.key}):
                held[alias].append(spelling)
    return held


def may_be_full(spelling: Spelling) -> bool:
    """True for a name with a word for a body or a place in it."""
    words = set(spelling.words)
    return len(spelling.words) > 1 and bool(words & (kinds() | lexicon().clubs_before | lexicon().clubs_after))


def may_be_short(spelling: Spelling) -> bool:
    """False for what most reports tell to be a person or a country."""
    told = [p for p in spelling.profiles if p.chain.kind_score >= FIRM and p.chain.kind in _NO_BODY]
    return 2 * len(told) < len(spelling.profiles)


def kinds() -> frozenset[str]:
    """Words that say what kind of body or place bears a name."""
    return lexicon().bodily | lexicon().place


def stands_for(short: Spelling, full: Spelling, surnames: frozenset[str]) -> bool:
    """True if what the short name leaves out is left out in print."""
    size = len(short.words)
    if full.words[:size] == short.words:
        return without_kind(short, full, full.words[size:], surnames)
    club = short.key in lexicon().clubs_after and bool(short.reports & full.reports)
    return club or without_owner(short, full.words[:-size])


def without_kind(short: Spelling, full: Spelling, more: tuple[str, ...], surnames: frozenset[str]) -> bool:
    """True for "Harbour" of "Harbour Holdings"; what may be a town or a person is not its body."""
    words = lexicon()
    if short.words[0] in words.clubs_before and size_of_club(short, full):
        return not as_town(short)
    if not kinds().issuperset(more) and more[-1] not in kinds():
        return False
    if short.key in surnames or as_town(short) or more[-1] in words.towns_own | words.clubs_after | words.papers:
        return False
    if with_article(short) or len(short.words) > 1:
        return True
    if any(p.chain.kind in _PLACES and p.chain.kind_score >= TOLD for p in short.profiles):
        return False
    return more[-1] not in words.sites and (more[-1] in words.firms or bool(short.reports & full.reports))


def size_of_club(short: Spelling, full: Spelling) -> bool:
    """True for the club's word alone: "Dynamo" of "Dynamo Orel"."""
    return len(short.words) == 1 and len(full.words) == 2 and short.words[0] == full.words[0]


def without_owner(short: Spelling, more: tuple[str, ...]) -> bool:
    """True for "Food Authority" of "Tavian Food Authority", and "the Gazette" of "Orel Gazette"."""
    words = lexicon()
    if not words.set_apart.isdisjoint(more) or any(word[0].isdigit() for word in more):
        return False
    if len(short.words) == 1:
        return short.words[0] in words.papers and with_article(short)
    return not kinds().isdisjoint(short.words)


def with_article(spelling: Spelling) -> bool:
    """True if an article stands before most of its mentions: a town and a person have none."""
    before = [last for profile in spelling.profiles for _, last in profile.leads]
    return bool(before) and 2 * before.count(_THE) >= len(before)


def as_town(spelling: Spelling) -> bool:
    """True if some mention is a town's: "in Orel", "the mayor of Orel"."""
    for profile in spelling.profiles:
        for first, last in profile.leads:
            if (last in _WITHIN and first not in _INVESTED) or (last == "of" and first in _OF_TOWN):
                return True
    return False
