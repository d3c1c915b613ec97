"""From the chains of a report to the actors of the story."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model import Actor, ActorKind, Chain, Link, LinkKind


class Who:
    """Actors by chain. A chain that became no actor is nobody, not a guess."""

    def __init__(self, actors: Iterable[Actor], links: Iterable[Link], chains: Iterable[Chain]) -> None:
        self._actors = {actor.id: actor for actor in actors}
        self._of = {
            link.member: link.target
            for link in links
            if link.kind is LinkKind.ACTOR and link.target in self._actors
        }
        self._named = {self._of[chain.id] for chain in chains if chain.names and chain.id in self._of}

    def actor(self, chain: str | None) -> Actor | None:
        """The actor of a chain."""
        return self._actors.get(self._of.get(chain or "", ""))

    def id(self, chain: str | None) -> str | None:
        """The id of a chain's actor."""
        return self._of.get(chain or "")

    def get(self, actor: str) -> Actor:
        """The actor with an id."""
        return self._actors[actor]

    def is_person(self, actor: str) -> bool:
        """True for a person with a name: of two of them only one can have said something."""
        return actor in self._named and self._actors[actor].kind is ActorKind.PERSON

    def is_named(self, actor: str) -> bool:
        """True for somebody whom a report calls by name: not for "protesters" or "the minister"."""
        return actor in self._named and self._actors[actor].kind is not ActorKind.GROUP
