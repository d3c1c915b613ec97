"""Whether two places can be the place of one act: a city and its country agree, two cities do not."""

from __future__ import annotations

from dateline.linking.acts.same_act import venues
from dateline.model import Actor, ActorKind


def compatible(first: Actor | None, second: Actor | None) -> bool:
    """True unless the two cannot both hold."""
    if first is None or second is None or first.id == second.id:
        return True
    if first.country and second.country and first.country != second.country:
        return False
    kinds = {first.kind, second.kind}
    if kinds == {ActorKind.COUNTRY}:
        return False
    if kinds == {ActorKind.PLACE}:
        return named_within(first, second) or is_venue(first) != is_venue(second)
    return True  # a city and a country whose lands are not known to differ, a square and a town


def named_within(first: Actor, second: Actor) -> bool:
    """True if the name of one holds that of the other: "Harbour" and "Harbour Square"."""
    a, b = first.name.casefold().split(), second.name.casefold().split()
    short, long = sorted((a, b), key=len)
    return bool(short) and any(long[at : at + len(short)] == short for at in range(len(long)))


def is_venue(place: Actor) -> bool:
    """True for a hotel, a square, an airport: it lies in some town, which its name need not tell."""
    return not venues().isdisjoint(place.name.casefold().split())
