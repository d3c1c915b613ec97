"""Whether two values of one thing agree: a coarse one holds the finer, and both hold. None of them is chosen.

An act has one day, one place and one number of what it counts, and an office is called more or less fully: only
there can one value hold another. Those who take part in an act are several, and each stands for itself.
"""

from __future__ import annotations

import math
from enum import StrEnum

from dateline.model import ActorKind, Aspect, Claim, Role
from dateline.story.lookup.directory import Directory

_FORMER = "former"  # in a title: what somebody was is not what somebody is


class Fit(StrEnum):
    """How another value agrees with one."""

    COARSER = "more coarsely"  # September, of 29 September
    FINER = "more finely"
    ALIKE = "in another form"  # the same days or numbers
    IN_PART = "in part"  # some days or numbers are of both


GRADED = frozenset((Aspect.DATE, Aspect.NUMBER, Aspect.PLACE, Aspect.ROLE))  # kinds with coarse and fine values
HELD = frozenset((Fit.FINER, Fit.ALIKE))  # who says the other value says this one too


def fit(directory: Directory, claim: Claim, other: Claim) -> Fit | None:
    """How `other` agrees with `claim`; None if they are of two things, or neither holds anything of the other."""
    if (subject_of(claim), claim.aspect, claim.unit) != (subject_of(other), other.aspect, other.unit):
        return None
    return _fit(*_holding(directory, claim, other))


def subject_of(claim: Claim) -> str:
    """What a value is of: an office of the actor who has it."""
    return claim.actor if claim.aspect is Aspect.ROLE and claim.actor else claim.about


def _fit(held: bool, holds: bool, common: bool) -> Fit | None:
    if held and holds:
        return Fit.ALIKE
    if held:
        return Fit.COARSER
    if holds:
        return Fit.FINER
    return Fit.IN_PART if common else None


def _holding(directory: Directory, claim: Claim, other: Claim) -> tuple[bool, bool, bool]:
    """Whether a value lies in another, whether it is the other way round, whether they have anything in common."""
    if claim.aspect is Aspect.DATE and claim.time and other.time:
        ours, theirs = claim.time, other.time
        return theirs.contains(ours), ours.contains(theirs), ours.overlaps(theirs)
    if claim.aspect is Aspect.NUMBER and claim.low is not None and other.low is not None:
        low, high = claim.low, _end(claim)
        least, most = other.low, _end(other)
        return (
            least <= low and high <= most,
            low <= least and most <= high,
            max(low, least) <= min(high, most),
        )
    if claim.aspect is Aspect.PLACE:
        return _lies_in(directory, claim, other), _lies_in(directory, other, claim), False
    if claim.aspect is Aspect.ROLE:
        return _says_less(directory, other, claim), _says_less(directory, claim, other), False
    return False, False, False


def _end(claim: Claim) -> float:
    return math.inf if claim.high is None else claim.high


def _lies_in(directory: Directory, claim: Claim, other: Claim) -> bool:
    """True if one is a place in a country, which is the other."""
    place, country = directory.actors.get(claim.actor or ""), directory.actors.get(other.actor or "")
    if place is None or country is None or country.kind is not ActorKind.COUNTRY or country.country is None:
        return False
    at = directory.location(place.id)
    return place.kind is not ActorKind.COUNTRY and country.country in (place.country, at.country if at else None)


def _says_less(directory: Directory, claim: Claim, other: Claim) -> bool:
    """True if a title leaves out what the other one says: "minister" of "interior minister of Lathia"."""
    role, fuller = directory.story.get(claim.about), directory.story.get(other.about)
    if not (isinstance(role, Role) and isinstance(fuller, Role)) or role.of not in (None, fuller.of):
        return False
    words, more = role.title.split(), fuller.title.split()
    return words == more[-len(words) :] and (_FORMER in words) == (_FORMER in more)
