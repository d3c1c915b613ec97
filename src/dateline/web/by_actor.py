"""What belongs to one actor: looked up, not looked for, however long the story is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.model import ActorKind, LinkKind, Mention, Role
from dateline.story.views import Directory, EventRow, Parties, QuotationRow, parties

type Group = Sequence[QuotationRow]  # the quotations of one utterance


@dataclass(frozen=True, eq=False)
class ByActor:
    """Tables of a story by the id of an actor; each is made when first asked for."""

    directory: Directory
    utterances: Sequence[Group]
    events: Sequence[EventRow]

    @cached_property
    def roles(self) -> Mapping[str, Sequence[Role]]:
        """Roles, the earliest report first."""
        return _grouped((role.actor, role) for role in self.directory.story.all(Role))

    @cached_property
    def mentions(self) -> Mapping[str, Sequence[Mention]]:
        """Mentions, the earliest report first."""
        told = ((self._actor(mention.chain), mention) for mention in self.directory.story.all(Mention))
        return _grouped((actor, mention) for actor, mention in told if actor)

    @cached_property
    def named(self) -> frozenset[str]:
        """Those that some report calls by a name; countries and places have no other way to be told of."""
        actors = self.directory.actors.values()
        placed = {actor.id for actor in actors if actor.kind in (ActorKind.COUNTRY, ActorKind.PLACE)}
        called = (self._actor(chain.id) for chain in self.directory.chains.values() if chain.names)
        return frozenset(placed | {actor for actor in called if actor})

    @cached_property
    def said(self) -> Mapping[str, Sequence[Group]]:
        """Utterances that somebody made, disputed ones too."""
        return _grouped((actor, group) for group in self.utterances for actor in sorted(speakers(group)))

    @cached_property
    def told(self) -> Mapping[str, Sequence[Group]]:
        """Utterances addressed to somebody."""
        return _grouped(
            (actor, group)
            for group in self.utterances
            for actor in sorted({actor for row in group for actor in self._parties[row.id].addressees})
        )

    @cached_property
    def spoken_of(self) -> Mapping[str, Sequence[Group]]:
        """Utterances of others in whose words somebody is mentioned."""
        return _grouped(
            (actor, group)
            for group in self.utterances
            for actor in sorted({actor for row in group for actor in self._parties[row.id].spoken_of})
            if actor not in speakers(group)
        )

    @cached_property
    def did(self) -> Mapping[str, Sequence[EventRow]]:
        """Acts of somebody."""
        return _grouped((actor, row) for row in self.events for actor in row.actor_ids)

    @cached_property
    def underwent(self) -> Mapping[str, Sequence[EventRow]]:
        """Acts upon somebody."""
        return _grouped((actor, row) for row in self.events for actor in row.recipient_ids)

    @cached_property
    def _parties(self) -> Mapping[str, Parties]:
        return parties(self.directory)

    def _actor(self, chain: str) -> str | None:
        return self.directory.target(chain, LinkKind.ACTOR)


def speakers(group: Group) -> set[str]:
    """Everybody who made an utterance, by any reading of it."""
    ids = (id_ for row in group for id_ in (row.speaker_id, row.other_speaker_id, row.ruled_speaker_id))
    return {id_ for id_ in ids if id_}


def _grouped[T](pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    found: defaultdict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)
