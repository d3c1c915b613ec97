"""Two offices that one person cannot hold at one time: a ministry and another, an office and its deputy's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from dateline.linking.chronology import Chronology
from dateline.linking.speech.spoken import tokens
from dateline.linking.who import Who
from dateline.model import RoleMention
from dateline.vocabulary import load

OFFICE_DAYS = 2  # between two reports: later somebody may have been given another office


@dataclass(frozen=True, slots=True)
class Offices:
    """What two reports call one person."""

    actor: str
    first: RoleMention
    second: RoleMention


def two_offices(mentions: Iterable[RoleMention], who: Who, order: Chronology) -> list[Offices]:
    """For each person the first two descriptions, of two reports, that cannot both hold; by actor."""
    by_actor: dict[str, list[RoleMention]] = defaultdict(list)
    for mention in mentions:
        actor = who.id(mention.chain)
        if actor and who.is_person(actor) and not mention.former:
            by_actor[actor].append(mention)
    return [found for actor in sorted(by_actor) if (found := next(at_odds(actor, by_actor[actor], order), None))]


def at_odds(actor: str, mentions: Iterable[RoleMention], order: Chronology) -> Iterator[Offices]:
    """Pairs of descriptions of one person that cannot both hold; none where one report gives both."""
    told = sorted(mentions, key=lambda m: (order.at(m.report, m.words.start), m.id))
    held: dict[str, set[frozenset[str]]] = defaultdict(set)
    for mention in told:
        held[mention.report].add(office(mention))
    for a, b in combinations(told, 2):
        apart = order.days_apart(a.report, b.report)
        if a.report == b.report or apart is None or apart > OFFICE_DAYS:
            continue
        ours, theirs = office(a), office(b)
        if exclusive(ours, theirs) and theirs not in held[a.report] and ours not in held[b.report]:
            yield Offices(actor, a, b)


def office(mention: RoleMention) -> frozenset[str]:
    """The words of a description that say which office it is: rank, field and post, each by its usual word."""
    usual = usual_words()
    return frozenset(usual[word] for word in tokens(mention.words.text) if word in usual)


def exclusive(first: frozenset[str], second: frozenset[str]) -> bool:
    """True for two posts of one kind that differ in rank, or that have each a field, and not the same."""
    posts, ranks, fields = (kinds()[kind] for kind in ("posts", "ranks", "fields"))
    if not first & second & posts or kinds()["open"] & (first | second):
        return False
    if (first & ranks) != (second & ranks):
        return (first & fields) == (second & fields)
    ours, theirs = first & fields, second & fields
    return bool(ours and theirs) and ours.isdisjoint(theirs)


@cache
def kinds() -> dict[str, frozenset[str]]:
    """The usual word of each line of vocabulary/offices.toml, by kind."""
    return {kind: frozenset(line[0] for line in table["words"]) for kind, table in load("offices").items()}


@cache
def usual_words() -> dict[str, str]:
    """The usual word for each word of vocabulary/offices.toml."""
    return {word: line[0] for table in load("offices").values() for line in table["words"] for word in line}
