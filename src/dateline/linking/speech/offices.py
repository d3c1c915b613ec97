"""Two offices that one person cannot hold at one time: a ministry and another, an office and its deputy's.

So too where one report calls somebody the chief executive, and another, which calls him something else, names
another person as the chief executive.
"""

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
STAFF_DAYS = 14  # for offices of one body: its finance director is not its chief executive a week later

WHOSE = (("his",), ("her",))  # first words of what somebody is to another
KINDS = ("posts", "ranks", "fields", "open")  # the tables of words by which two offices are compared


@dataclass(frozen=True, slots=True)
class Offices:
    """What two reports call one person."""

    actor: str
    first: RoleMention
    second: RoleMention


def two_offices(mentions: Iterable[RoleMention], who: Who, order: Chronology) -> list[Offices]:
    """For each person the first two descriptions, of two reports, that cannot both hold; by actor."""
    by_actor: dict[str, list[RoleMention]] = defaultdict(list)
    holders = Holders(who)
    for mention in mentions:
        actor = who.id(mention.chain)
        if actor and who.is_person(actor) and not mention.former:
            by_actor[actor].append(mention)
            holders.add(actor, mention)
    found = (next(at_odds(actor, by_actor[actor], order, holders), None) for actor in sorted(by_actor))
    return [pair for pair in found if pair]


class Holders:
    """Whom each report names as holder of an office that only one person has."""

    def __init__(self, who: Who) -> None:
        self._who = who
        self._held: dict[tuple[str, str], list[tuple[str, RoleMention]]] = defaultdict(list)

    def add(self, actor: str, mention: RoleMention) -> None:
        """Take in what a report calls a person."""
        if not sole().isdisjoint(tokens(mention.title)):
            self._held[mention.report, mention.title].append((actor, mention))

    def another(self, actor: str, called: RoleMention, report: str) -> bool:
        """True if a report names only others as holders of an office that another report gives to an actor."""
        held = self._held.get((report, called.title), ())
        return bool(held) and all(holder != actor and self.one_body(called, mention) for holder, mention in held)

    def one_body(self, a: RoleMention, b: RoleMention) -> bool:
        """True unless the two are offices of two bodies."""
        ours, theirs = self._who.id(a.of), self._who.id(b.of)
        return ours is None or theirs is None or ours == theirs


def at_odds(actor: str, mentions: Iterable[RoleMention], order: Chronology, holders: Holders) -> Iterator[Offices]:
    """Pairs of descriptions of one person that cannot both hold; none where one report gives both."""
    told = sorted(mentions, key=lambda m: (order.at(m.report, m.words.start), m.id))
    held: dict[str, set[frozenset[str]]] = defaultdict(set)
    for mention in told:
        held[mention.report].add(named(mention))
    for a, b in combinations(told, 2):
        apart = order.days_apart(a.report, b.report)
        other_staff = two_of_staff(a, b) and holders.one_body(a, b)
        if a.report == b.report or apart is None or apart > (STAFF_DAYS if other_staff else OFFICE_DAYS):
            continue
        ours, theirs = office(a), office(b)
        kin = any(tokens(mention.words.text)[:1] in WHOSE for mention in (a, b))  # "his brother"
        taken = (
            not kin
            and a.title != b.title
            and (holders.another(actor, a, b.report) or holders.another(actor, b, a.report))
        )
        if (
            (other_staff or taken or exclusive(ours, theirs))
            and named(b) not in held[a.report]
            and named(a) not in held[b.report]
        ):
            yield Offices(actor, a, b)


def two_of_staff(a: RoleMention, b: RoleMention) -> bool:
    """True for two offices that one body gives to two persons."""
    ours, theirs = staff(a.words.text), staff(b.words.text)
    open_ = any(not kinds()["open"].isdisjoint(tokens(mention.words.text)) for mention in (a, b))
    return bool(ours and theirs and ours != theirs) and not open_


@cache
def staff(words: str) -> str:
    """The office in the service of a body that a description names, by the first title of its line; or none."""
    said = f" {' '.join(tokens(words.split(' of ')[0] if ' of ' in words else words))} "
    whole = f" {' '.join(tokens(words))} "
    found = [
        (len(title), line[0])
        for line in load("offices")["staff"]["titles"]
        for title in line
        if f" {' '.join(tokens(title))} " in (whole if " of " in title else said)
    ]
    return max(found)[1] if found else ""


def office(mention: RoleMention) -> frozenset[str]:
    """The words of a description that say which office it is: rank, field and post, each by its usual word."""
    usual = usual_words()
    return frozenset(usual[word] for word in tokens(mention.words.text) if word in usual)


def named(mention: RoleMention) -> frozenset[str]:
    """The office, or where its words say none, the title."""
    return office(mention) or frozenset({mention.title})


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
    return {kind: frozenset(line[0] for line in load("offices")[kind]["words"]) for kind in KINDS}


@cache
def sole() -> frozenset[str]:
    """Words of offices that one person holds at a time: the posts and their other words, and heads of bodies."""
    return frozenset(
        word for kind in ("posts", "heads") for line in load("offices")[kind]["words"] for word in line
    )


@cache
def usual_words() -> dict[str, str]:
    """The usual word for each word of vocabulary/offices.toml."""
    return {word: line[0] for kind in KINDS for line in load("offices")[kind]["words"] for word in line}
