"""Actor codes: country and sectors of every actor, by the PLOVER manual, for the days on which they are said."""

from __future__ import annotations

from collections import defaultdict
from typing import ClassVar

from dateline.linking.coding.actor_file import ActorFile
from dateline.linking.coding.of_actor import codes_by_table, codes_of_actor
from dateline.linking.settled import Settled
from dateline.linking.writing import write_unit
from dateline.model import Actor, ActorCode, Event, Link, LinkKind, Role
from dateline.story import Story, Writer


class ActorCodeStage(Settled):
    """Actors with their roles in; their codes out, at least one record for each."""

    name: ClassVar[str] = "actor codes"
    version: ClassVar[str] = "2"
    reads: ClassVar[tuple[type, ...]] = (Actor, Role, Link, Event)
    writes: ClassVar[tuple[type, ...]] = (ActorCode,)

    def run(self, story: Story, out: Writer) -> None:
        """One unit for each actor."""
        actors = {actor.id: actor for actor in story.all(Actor)}
        roles: defaultdict[str, list[Role]] = defaultdict(list)
        for role in story.all(Role):
            roles[role.actor].append(role)
        homes = {link.member: link.target for link in story.all(Link) if link.kind is LinkKind.ACTOR}
        acting = {homes.get(one.chain) for event in story.all(Event) for one in (*event.actors, *event.recipients)}
        table = ActorFile(self.settings.actors)
        for id_, actor in sorted(actors.items()):
            read = codes_of_actor(actor, roles[id_], actors, acts=id_ in acting)
            write_unit(out, id_, [*read, *codes_by_table(actor, table)])
