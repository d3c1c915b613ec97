"""Two reports' accounts of one act, sentence by sentence: another day, another place, somebody else who did it.

Events that differ so are rarely merged, for most are two acts. An act that happens once to one thing has one day,
one place and one doer; two sentences that tell it of the same people and things, and give it otherwise, are in
dispute.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.linking.accounts.told import Account, Slot, act_words
from dateline.linking.acts.same_day import gap
from dateline.linking.acts.same_place import compatible
from dateline.linking.blocks import blocks
from dateline.linking.chronology import Chronology
from dateline.linking.speech.spoken import tokens
from dateline.linking.who import Who
from dateline.model import ConflictKind
from dateline.vocabulary import load

NEAR_DAYS = 3  # between two reports of one act: later ones look back on another
APART_DAYS = 4  # between the days that they give it
SLIP_DAYS = 2  # between the days of one act of which the reports give the place otherwise too
COMMON = 3  # words that tell what both are about; fewer with a name in common
WITH_NAME = 2
_NIGHT = frozenset({"night", "midnight", "evening", "dawn", "early", "overnight"})


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
            common = in_common(first, second, order)
            if common:
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


def in_common(a: Account, b: Account, order: Chronology) -> int:
    """How much tells that two accounts are of one act; 0 if it is too little."""
    apart = order.days_apart(a.report, b.report)
    if a.act != b.act or a.report == b.report or apart is None or apart > NEAR_DAYS:
        return 0
    words = (a.words & b.words) - act_words(a.act)
    own = (a.own & b.own) - act_words(a.act)
    named = bool(a.actors & b.actors) or bool(a.named & b.named)
    if a.act in load("accounts")["of_persons"]["acts"] and not a.persons & b.persons:
        return 0
    enough = len(words) >= (WITH_NAME if named else COMMON)
    return len(words) + len(a.actors & b.actors) if enough and own else 0


def kinds(
    a: Account, b: Account, of_report: Mapping[tuple[str, str], Sequence[Account]], who: Who
) -> Iterator[ConflictKind]:
    """In what two accounts of one act cannot both be right."""
    lasting, shared = (frozenset(load("accounts")[name]["acts"]) for name in ("lasting", "shared"))
    whole = not (a.doer and b.doer and a.doer.actor != b.doer.actor)
    if (
        whole
        and a.act not in lasting
        and a.day
        and b.day
        and other_days(a.day, b.day)
        and not knows_day(a, b, of_report)
    ):
        yield ConflictKind.DATE
    if whole and a.act not in load("accounts")["anywhere"]["acts"] and near_days(a, b) and other_places(a, b, who):
        yield ConflictKind.PLACE
    insisted = a.insisted or b.insisted
    if not whole and one_day(a, b) and (insisted or a.act not in shared) and two_persons(a, b, who):
        yield ConflictKind.PARTICIPANT


def other_days(a: Slot, b: Slot) -> bool:
    """True for two days of one week that are not one night."""
    first, second = (slot.timex.time if slot.timex else None for slot in (a, b))
    if first is None or second is None or first.overlaps(second) or gap(first, second).days > APART_DAYS:
        return False
    night = all(not _NIGHT.isdisjoint(tokens(slot.words.text)) for slot in (a, b))
    return not (night and gap(first, second).days <= 1 and "early" in tokens(f"{a.words.text} {b.words.text}"))


def knows_day(a: Account, b: Account, of_report: Mapping[tuple[str, str], Sequence[Account]]) -> bool:
    """True if one of two reports tells of such an act on the other's day too."""
    return any(
        one.day
        and theirs.day
        and one.day.timex
        and theirs.day.timex
        and one.id != ours.id
        and one.day.timex.time is not None
        and theirs.day.timex.time is not None
        and one.day.timex.time.overlaps(theirs.day.timex.time)
        for ours, theirs in ((a, b), (b, a))
        for one in of_report[ours.report, ours.act]
    )


def one_day(a: Account, b: Account) -> bool:
    """True unless two accounts give days, and not the same."""
    first, second = (one.day.timex.time if one.day and one.day.timex else None for one in (a, b))
    return first is None or second is None or first.overlaps(second)


def names_region(text: str) -> bool:
    """True for "the district of Orle": a town may lie in it."""
    return not frozenset(load("accounts")["regions"]["words"]).isdisjoint(tokens(text))


def near_days(a: Account, b: Account) -> bool:
    """True for one day; for what is done once to a person, for two days that may be a slip."""
    first, second = (one.day.timex.time if one.day and one.day.timex else None for one in (a, b))
    once = a.act in load("accounts")["of_persons"]["acts"]
    return one_day(a, b) or bool(once and first and second and gap(first, second).days <= SLIP_DAYS)


def other_places(one: Account, other: Account, who: Who) -> bool:
    """True for places of two kinds, or with two names of which neither is known to lie in the other.

    A sentence that names the other's place too tells where that lies.
    """
    a, b = one.place, other.place
    if a is None or b is None:
        return False
    if a.kinds and b.kinds:
        return a.kinds.isdisjoint(b.kinds)
    if names_region(a.words.text) or names_region(b.words.text):
        return False
    if not a.names or not b.names or a.names & other.named or b.names & one.named:
        return False
    first, second = (who.get(slot.actor) if slot.actor else None for slot in (a, b))
    return first is None or second is None or not compatible(first, second)


def two_persons(a: Account, b: Account, who: Who) -> bool:
    """True for two persons; a body may do what its head does, but buys and wins for itself."""
    doers = [one.doer.actor or "" for one in (a, b) if one.doer]
    persons = sum(map(who.is_person, doers))
    return persons == len(doers) or (persons > 0 and a.act in ("buy", "win"))
