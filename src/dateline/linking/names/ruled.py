"""Merged actors as persons ruled: some held together, some divided, the others as they were."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.linking.names.merged import Merged
from dateline.linking.names.profile import Profile
from dateline.linking.rulings import Decided


def as_ruled(merged: list[Merged], decided: Decided) -> list[Merged]:
    """The same chains, each joined for the same reason, in the actors that the decisions leave."""
    if not decided:
        return merged
    joined = {one.profile.id: one for actor in merged for one in actor.joined}
    groups = decided.grouped([actor.profiles for actor in merged], lambda profile: list(traits(profile)))
    return [Merged([joined[profile.id] for profile in group]) for group in groups]


def traits(profile: Profile) -> Iterator[str]:
    """What makes two chains of a divided actor alike: the whole name first, then its words, roles and gender."""
    if profile.words:
        yield f"name {' '.join(profile.words)}"
        yield from (f"word {word}" for word in profile.words)
    yield from (f"role {role.title}" for role in profile.roles)
    if profile.chain.gender:
        yield f"gender {profile.chain.gender.value}"
