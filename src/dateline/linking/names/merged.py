"""Merged actors while they are made, and where each chain has gone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.linking.names.profile import Profile


@dataclass(frozen=True, slots=True)
class Joined:
    """A chain in a merged actor, with how sure that is and why."""

    profile: Profile
    score: float
    reason: str


@dataclass(eq=False)
class Merged:
    """An actor while it is made."""

    joined: list[Joined] = field(default_factory=list)

    def add(self, profiles: Iterable[Profile], score: float, reason: str) -> None:
        """Join chains for one reason."""
        self.joined += [Joined(profile, round(score, 4), reason) for profile in profiles]

    @property
    def profiles(self) -> list[Profile]:
        """Its chains in the order of the story."""
        return sorted((j.profile for j in self.joined), key=lambda p: (p.place, p.id))

    @property
    def named(self) -> bool:
        """True if some chain has a name."""
        return any(j.profile.chain.names for j in self.joined)


RoleKey = tuple[str, str]  # title, id of the first chain of the actor that the role belongs to ("" if not told)


class Homes:
    """Which merged actor a chain has gone to, for those that have."""

    def __init__(self) -> None:
        self._home: dict[str, Merged] = {}
        self._name: dict[int, str] = {}

    def enter(self, merged: Merged) -> None:
        """Note where the chains of a merged actor are now."""
        for joined in merged.joined:
            self._home[joined.profile.id] = merged
        self._name[id(merged)] = min(j.profile.id for j in merged.joined)

    def of(self, chain: str | None) -> str:
        """A name for the merged actor of a chain; "" if it has none."""
        home = self._home.get(chain or "")
        return self._name[id(home)] if home is not None else ""

    def role_keys(self, profiles: Iterable[Profile]) -> list[RoleKey]:
        """The present roles of chains, sorted, each once."""
        roles = (role for profile in profiles for role in profile.roles if not role.former)
        return sorted({(role.title, self.of(role.of)) for role in roles})
