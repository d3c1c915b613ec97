"""Whether two who are said to have done an act cannot both have done it."""

from __future__ import annotations

from functools import cache

from dateline.linking.accounts.acts import ONLY, table
from dateline.linking.accounts.places import is_body
from dateline.linking.accounts.slots import Slot
from dateline.linking.accounts.told import Account
from dateline.linking.speech.spoken import stem
from dateline.linking.who import Who
from dateline.vocabulary import load

DENIED = 2  # for "not the minister", where the other report says that he did it


def knows_other(a: Account, b: Account) -> int:
    """How much shows that one report tells of the other's doer, but says that somebody else did it."""
    found = 0
    for one, other in ((a, b), (b, a)):
        if one.doer is None or other.doer is None or one.doer.actor == other.doer.actor:
            continue
        found += one.doer.actor in other.near
        found += DENIED * (not (one.doer.called & other.denies <= other.doer.called))
        found += not one.doer.called & other.all_words <= other.doer.called
    return found


def two_named(a: Account, b: Account, who: Who) -> bool:
    """True for two doers who have names, and did not do it with each other: they did two things."""
    actors = [one.doer.actor if one.doer else None for one in (a, b)]
    named = [actor for actor in actors if actor and who.is_named(actor)]
    return len(set(named)) > 1 and not (named[0] in b.part and named[1] in a.part)


def one_doer(a: Account, b: Account) -> bool:
    """True if only one can have done it: neither takes part in what the other did, nor are both told of both."""
    if a.doer is None or b.doer is None:
        return False
    if a.insisted or b.insisted:
        return a.act not in table("spoken")
    doers = {slot.actor for slot in (a.doer, b.doer) if slot.actor}
    together = a.doer.actor in b.part or b.doer.actor in a.part
    both = len(doers) > 1 and all(doers <= one.actors for one in (a, b))
    alone = a.act in table("of_one") or a.act.startswith(ONLY)
    return alone and not together and not both


def two_doers(a: Account, b: Account, who: Who) -> bool:
    """True for two persons; where one alone can have done it, or a report insists, for any two that are unlike.

    A body may do what its head does, and a minister what his ministry does; but it buys and wins for itself.
    """
    one, other = a.doer, b.doer
    if one is None or other is None or (one.actor and one.actor == other.actor):
        return False
    persons = [is_somebody(slot, who) for slot in (one, other)]
    if all(persons):
        return True
    denied = bool(one.called & b.denies or other.called & a.denies)
    if one.names & other.names or not (denied or a.insisted or b.insisted or a.act in table("single_handed")):
        return False
    if any(persons):
        return denied or a.act in table("bought")
    families = [family(slot.head) for slot in (one, other)]
    return stem(one.head) != stem(other.head) and (families[0] != families[1] or not families[0])


def is_somebody(slot: Slot, who: Who) -> bool:
    """True for a person, and for two names that no word calls a body, whatever they were taken for."""
    if slot.actor is None:
        return False
    body = slot.value.islower() or is_body(slot.value) or not slot.value.istitle()
    return who.is_person(slot.actor) or (who.is_named(slot.actor) and " " in slot.value and not body)


@cache
def family(head: str) -> str:
    """The line of words for those who act as one: police and officers, a government and its ministers."""
    held = load("accounts")["families"]["words"]
    return next((line[0] for line in held if head in line or head.removesuffix("s") in line), "")
