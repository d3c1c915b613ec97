"""Every chain of a story to one merged actor: bodies before people, for roles are of bodies; the unnamed last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.linking.names.bodies import merged_bodies
from dateline.linking.names.merged import Homes, Merged
from dateline.linking.names.people import attach, full_names, person, single_names
from dateline.linking.names.profile import Profile
from dateline.linking.names.short_forms import is_city, short_forms
from dateline.linking.names.spelling import PERSONAL, Spelling, is_weak, kind_of, spellings
from dateline.linking.names.unnamed import merged_unnamed
from dateline.model import ActorKind


def merge(profiles: Sequence[Profile], limit: int) -> tuple[list[Merged], Homes]:
    """Merged actors, each chain in one of them, and the places where the chains have gone.

    The answer does not depend on the order of the profiles. `limit` bounds how many spellings one key compares.
    """
    ordered = sorted(profiles, key=lambda profile: (profile.place, profile.id))
    named = [profile for profile in ordered if profile.chain.names or profile.code]
    unnamed = [profile for profile in ordered if not (profile.chain.names or profile.code)]
    homes = Homes()

    spelled = spellings(named)
    parts = list(short_forms(spelled, surnames(spelled)))
    bodily = {part.id for part, _ in parts}
    personal = [s for s in spelled if s.personal and s.id not in bodily]
    groups = full_names([s for s in personal if len(s.words) > 1], limit)
    people = [person(group) for group in groups if is_personal(group)]
    short = [s for s in personal if len(s.words) == 1]

    labelled = attach([s for s in short if not is_personal([s])], people, homes)  # a surname labelled as a place
    things = [s for s in spelled if not s.personal or s.id in bodily]
    things += [s for g in groups if not is_personal(g) for s in g]
    bodies = merged_bodies(things + labelled, parts, limit)
    enter(homes, bodies)

    left = attach([s for s in short if is_personal([s])], people, homes)
    people += [person(group) for group in single_names(left, limit)]
    enter(homes, people)

    described = merged_unnamed(unnamed, people, homes)
    enter(homes, [*people, *described])
    return [*bodies, *people, *described], homes


def is_personal(group: Iterable[Spelling]) -> bool:
    """True if the chains of some spellings are together taken for a person, or for nothing known but a city."""
    group = list(group)
    kind, _ = kind_of(profile for spelling in group for profile in spelling.profiles)
    if kind is ActorKind.UNKNOWN and all(is_city(spelling.key) for spelling in group):
        return False
    return kind in PERSONAL


def surnames(spelled: Iterable[Spelling]) -> frozenset[str]:
    """Folded last words of the names of those who are told to be people."""
    return frozenset(
        spelling.words[-1]
        for spelling in spelled
        if spelling.personal and len(spelling.words) > 1 and not all(is_weak(p) for p in spelling.profiles)
    )


def enter(homes: Homes, merged: Iterable[Merged]) -> None:
    """Note where chains have gone."""
    for one in merged:
        homes.enter(one)
