"""Chains with one spelling of a name, over all reports of a story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from dateline.ids import content_id
from dateline.linking.names.profile import Profile
from dateline.model import ActorKind, Gender
from dateline.reading.names.spelling import key_of

FIRM = 0.75  # a kind with this score has a table, a title or several words behind it
LABEL_ONLY = 0.55  # a kind with no more has little but the model's label behind it
PERSONAL = (ActorKind.PERSON, ActorKind.UNKNOWN)


@dataclass(frozen=True)
class Spelling:
    """Chains whose fullest names are one to the letter; a person's and a place's of one name are two."""

    key: str
    personal: bool  # a person, unknown, or something else by the model's label alone
    profiles: tuple[Profile, ...]

    @cached_property
    def id(self) -> str:
        """From the name and what it is."""
        return content_id("sp", self.key, self.personal)

    @property
    def name(self) -> str:
        """The name as one report prints it."""
        return self.profiles[0].chain.name

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Folded words of the name."""
        return self.profiles[0].words

    @cached_property
    def aliases(self) -> frozenset[str]:
        """Folded spellings of every name in the chains."""
        return frozenset(key_of(name) for profile in self.profiles for name in profile.chain.names)

    @cached_property
    def gender(self) -> Gender | None:
        """The gender that most chains tell."""
        return gender_of(self.profiles)

    @cached_property
    def kind(self) -> ActorKind:
        """The kind that most speaks for."""
        return kind_of(self.profiles)[0]

    @cached_property
    def reports(self) -> frozenset[str]:
        """The reports it stands in."""
        return frozenset(profile.chain.report for profile in self.profiles)


def spellings(named: Iterable[Profile]) -> list[Spelling]:
    """Every named chain in one spelling, by key."""
    held: dict[str, list[Profile]] = defaultdict(list)
    for profile in named:
        table = profile.code or profile.body
        held[f"@{table}" if table else " ".join(profile.words)].append(profile)
    return [spelling for key in sorted(held) for spelling in split(key, held[key])]


def split(key: str, same: list[Profile]) -> list[Spelling]:
    """One spelling, or two where chains are firmly a person and others firmly something else."""
    if key.startswith("@"):
        return [Spelling(key, False, tuple(same))]
    firm = [profile for profile in same if profile.chain.kind_score >= FIRM]
    persons = {p.id for p in firm if p.chain.kind is ActorKind.PERSON}
    things = {p.id for p in firm if p.chain.kind not in PERSONAL}
    if not persons or not things:
        personal = bool(persons) or kind_of(same)[0] in PERSONAL or all(is_weak(p) for p in same)
        return [Spelling(key, personal, tuple(same))]
    most = len(persons) >= len(things)
    person = tuple(p for p in same if p.id in persons or (most and p.id not in things))
    thing = tuple(p for p in same if p.id in things or (not most and p.id not in persons))
    return [Spelling(key, True, person), Spelling(key, False, thing)]


def is_weak(profile: Profile) -> bool:
    """True if little more than a label speaks for the kind."""
    return profile.chain.kind_score <= LABEL_ONLY


def kind_of(profiles: Iterable[Profile]) -> tuple[ActorKind, float]:
    """The kind with the most weight over all chains, and its share."""
    weights = dict.fromkeys(ActorKind, 0.0)
    for profile in profiles:
        weights[profile.chain.kind] += profile.weight
    if weights[ActorKind.COUNTRY]:  # a country is a place too
        weights[ActorKind.COUNTRY] += weights[ActorKind.PLACE]
        weights[ActorKind.PLACE] = 0.0
    told = sum(weights.values())
    if not told:
        return ActorKind.UNKNOWN, 0.0
    best = max(ActorKind, key=lambda kind: weights[kind])
    return best, round(weights[best] / told, 4)


def gender_of(profiles: Iterable[Profile]) -> Gender | None:
    """The gender of a person that most chains tell; None if none does, or as many the one as the other."""
    told = [p.chain.gender for p in profiles if p.chain.gender in (Gender.FEMALE, Gender.MALE)]
    counts = sorted(((told.count(gender), gender) for gender in Gender if gender in told), reverse=True)
    if not counts or (len(counts) > 1 and counts[0][0] == counts[1][0]):
        return None
    return counts[0][1]
