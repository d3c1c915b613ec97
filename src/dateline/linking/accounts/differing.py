"""Two reports' accounts of one act, sentence by sentence: another day, another place, somebody else who did it.

Events that differ so are rarely merged, for most are two acts. An act that happens once to one thing has one day,
one place and one doer; two sentences that tell it of the same people and things, and give it otherwise, are in
dispute.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.linking.accounts.acts import act_words, single, table
from dateline.linking.accounts.days import APART_DAYS, near_days, one_day, other_clock, other_days, time_of
from dateline.linking.accounts.places import other_places
from dateline.linking.accounts.slots import Slot
from dateline.linking.accounts.told import Account
from dateline.linking.accounts.two_doers import knows_other, one_doer, two_doers, two_named
from dateline.linking.acts.telling import PUBLIC
from dateline.linking.blocks import blocks
from dateline.linking.chronology import Chronology
from dateline.linking.who import Who
from dateline.model import ConflictKind

NEAR_DAYS = 3  # between two reports of one act: later ones look back on another
PERSONAL_DAYS = 7  # between the days of what is done once to a person
ONE_WEEK = 7  # of what has one day
ONCE_DAYS = 400  # of what is done once to a person, or by one: a year later reports look back on it
COMMON = 3  # words that tell what both are about; fewer with a name in common
WITH_NAME = 2
MORE = 1  # of an act that may be done again
SPOKEN = 3  # of what was said: they may have said it again elsewhere
PAIR = 2  # who did it with each other
SELDOM = 2  # fewer of what few do
FAR = 1  # and where the reports are further apart


@dataclass(frozen=True, slots=True)
class Differing:
    """Two accounts of one act that give one thing otherwise."""

    kind: ConflictKind  # date, place or participant
    first: Account
    second: Account

    @property
    def slots(self) -> tuple[Slot, Slot]:
        """What the two give."""
        of = {ConflictKind.DATE: "day", ConflictKind.PLACE: "place"}.get(self.kind, "doer")
        return getattr(self.first, of), getattr(self.second, of)


def differing_accounts(told: Iterable[Account], who: Who, order: Chronology, limit: int) -> list[Differing]:
    """Pairs of accounts that give one act otherwise; of two reports each kind and act once."""
    told = list(told)
    of_report: dict[tuple[str, str], list[Account]] = defaultdict(list)
    for account in told:
        of_report[account.report, account.act].append(account)
    found: list[tuple[int, Differing]] = []
    for block in blocks(told, keys, limit):
        for a, b in block.pairs():
            first, second = sorted((a, b), key=lambda one: (order.at(one.report, 0), one.id))
            common = in_common(first, second, order, who)
            if common >= 0:
                found += [
                    (common, Differing(kind, first, second)) for kind in kinds(first, second, of_report, who)
                ]
    seen: set[tuple[object, ...]] = set()
    kept = []
    for _, one in sorted(found, key=lambda f: (-f[0], f[1].first.id, f[1].second.id, f[1].kind)):
        met = one.kind, one.first.report, one.second.report, frozenset(slot.value for slot in one.slots)
        if met not in seen:
            seen.add(met)
            kept.append(one)
    return sorted(kept, key=lambda one: (one.first.id, one.second.id, one.kind))


def keys(item: Account) -> Iterator[str]:
    """The act with each word and person around it."""
    for word in (*item.words, *item.actors):
        yield f"{item.act} {word}"


def in_common(a: Account, b: Account, order: Chronology, who: Who) -> int:
    """How much more than is needed tells that two accounts are of one act; below 0 if it is too little."""
    apart = order.days_apart(a.report, b.report)
    if a.act != b.act or a.report == b.report or apart is None:
        return -1
    personal = a.act in table("of_persons")
    shared = a.persons & b.persons if personal else frozenset()
    if personal and (((a.persons or b.persons) and not shared) or done_to_others(a, b)):
        return -1
    lasting = (
        shared
        or (a.act in table("seldom") and any(map(who.is_person, a.near & b.near)))
        or same_day(a, b)
        or (a.act in single() and a.here & b.here and looks_back(a, b))
    )
    if a.act in table("by_persons") and len(a.near & b.near) >= PAIR:
        shared = a.near & b.near
    if apart > (ONCE_DAYS if lasting else ONE_WEEK if a.act in single() else NEAR_DAYS):
        return -1
    if a.repeats != b.repeats:
        return -1  # "another ferry sank"
    own_words = act_words(a.act)
    words = ((a.words & b.words) | (a.own & b.all_words) | (b.own & a.all_words)) - own_words
    own = (a.own & b.own) - own_words
    seldom = a.act in table("seldom")
    near = a.near & b.near if seldom else frozenset()
    named = bool(a.actors & b.actors) or bool(a.named & b.named) or bool(shared) or bool(near)
    often = a.act in table("often") or (a.act not in single() and a.act not in table("of_one"))
    needed = (
        (WITH_NAME if named else COMMON)
        + MORE * (often and not (personal and a.persons))
        + FAR * (apart > ONE_WEEK and not shared)
    )
    needed -= SELDOM * seldom
    needed += SPOKEN * (a.act in table("spoken"))
    found = max(len(words), WITH_NAME * len(shared)) + knows_other(a, b) + same_day(a, b)
    found += bool(a.here & b.here) * (apart > ONE_WEEK) + SELDOM * same_doer(a, b, who) + bool(near)
    return found - needed if own or shared or seldom or same_doer(a, b, who) else -1


def done_to_others(a: Account, b: Account) -> bool:
    """True if each is done to somebody, and nobody suffers both."""
    return bool(a.done_to and b.done_to) and not a.done_to & b.done_to


def same_doer(a: Account, b: Account, who: Who) -> bool:
    """True if one person did both, by name or by a pronoun."""
    return a.act not in table("of_persons") and any(map(who.is_person, a.part & b.part))


def looks_back(a: Account, b: Account) -> bool:
    """True if one of two gives the day by its number in the month: later reports do."""
    return any(one.day is not None and any(map(str.isdigit, one.day.words.text)) for one in (a, b))


def same_day(a: Account, b: Account) -> bool:
    """True if both give one day."""
    return a.day is not None and b.day is not None and a.day.value == b.day.value


def kinds(
    a: Account, b: Account, of_report: Mapping[tuple[str, str], Sequence[Account]], who: Who
) -> Iterator[ConflictKind]:
    """In what two accounts of one act cannot both be right."""
    whole = not two_named(a, b, who)
    if not one_day(a.season, b.season) or not one_day(a.day, b.season) or not one_day(a.season, b.day):
        return  # of two years, or months
    once = a.act in table("of_persons") and a.act not in table("journeys")
    elsewhere = a.place and b.place and other_places(a.place, b.place, who)
    if elsewhere and not one_day(a.day, b.day) and (a.act in table("journeys") or not a.persons & b.persons):
        whole = False  # another day at another place: another act
    if whole and two_days(a, b, who) and not knows_day(a, b, of_report):
        yield ConflictKind.DATE
    if whole and elsewhere and not anywhere(a.act) and near_days(a.day, b.day, once=once):
        yield ConflictKind.PLACE
    if one_day(a.day, b.day) and one_doer(a, b) and two_doers(a, b, who):
        yield ConflictKind.PARTICIPANT


def two_days(a: Account, b: Account, who: Who) -> bool:
    """True if two accounts give what has one day two of them."""
    if (a.act not in single() and not one_meeting(a, b)) or a.day is None or b.day is None:
        return False
    return other_days(a.day, b.day, most_days(a, b, who)) and not other_clock(a.day, b.day)


def one_meeting(a: Account, b: Account) -> bool:
    """True if two persons at least did it with each other, by both reports."""
    return a.act in table("by_persons") and len(a.near & b.near) >= PAIR and not a.repeats and not b.repeats


def most_days(a: Account, b: Account, who: Who) -> int:
    """Days by which two reports may differ about the day of an act."""
    act = a.act
    if same_doer(a, b, who) and act not in table("by_persons"):
        return APART_DAYS
    if act in table("often") or act in table("by_persons") or act in table("slips"):
        return 1
    return PERSONAL_DAYS if act in table("of_persons") or act in table("seldom") else APART_DAYS


def anywhere(act: str) -> bool:
    """True for an act that goes on at several places at once."""
    return act in table("anywhere") or act.split()[0] in PUBLIC


def knows_day(a: Account, b: Account, of_report: Mapping[tuple[str, str], Sequence[Account]]) -> bool:
    """True if one of two reports tells of such an act on the other's day too."""
    return any(
        one.id != ours.id and (day := time_of(one.day)) and (other := time_of(theirs.day)) and day.overlaps(other)
        for ours, theirs in ((a, b), (b, a))
        for one in of_report[ours.report, ours.act]
    )
