"""Who has to do with whom: pairs of actors that take part in the same acts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from dateline.model import EventType
from dateline.story.views import ActorRow, EventRow
from dateline.web.desk import Desk, Name
from dateline.web.parts.timeline import Act, act_of

_DRAWN = 40  # actors: more cannot be told apart on a page


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors and the acts that join them."""

    one: Name
    other: Name
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """All ties, the closest first, and the actors that the picture shows."""

    ties: tuple[Tie, ...]
    drawn: tuple[ActorRow, ...]  # best attested first
    tied: int  # actors with any tie
    left_out: int  # ties of few acts, beyond the rows asked for

    @property
    def lines(self) -> list[Tie]:
        """The ties between the actors of the picture."""
        ids = {row.id for row in self.drawn}
        return [tie for tie in self.ties if tie.one.id in ids and tie.other.id in ids]


def network(desk: Desk, rows: int) -> Network:
    """Everybody who acts upon somebody or together with somebody; the closest ties, `rows` at most."""
    given = {row.id: row for row in desk.actors}
    order = {id_: number for number, id_ in enumerate(given)}
    joined: defaultdict[tuple[str, str], list[Act]] = defaultdict(list)
    for event in desk.events:
        for one, other in dict.fromkeys(_pairs(event)):
            first, second = sorted((one, other), key=order.__getitem__)
            joined[first, second].append(act_of(event))
    ties = [
        Tie(Name(given[one].name, one), Name(given[other].name, other), tuple(acts))
        for (one, other), acts in joined.items()
    ]
    tied = {id_ for pair in joined for id_ in pair}
    best = [id_ for id_ in given if id_ in tied][:_DRAWN]
    together = {id_ for pair in joined if set(pair) <= set(best) for id_ in pair}
    drawn = [given[id_] for id_ in best if id_ in together]
    ties.sort(key=lambda tie: (-len(tie.acts), order[tie.one.id], order[tie.other.id]))
    return Network(tuple(ties[:rows]), tuple(drawn), len(tied), max(0, len(ties) - rows))


def _pairs(event: EventRow) -> Iterator[tuple[str, str]]:
    """Who acts with whom it is done to; at a meeting, everybody with everybody."""
    for one, other in product(event.actor_ids, event.recipient_ids):
        if one != other:
            yield (one, other) if one < other else (other, one)
    if event.type == EventType.CONSULT:
        for one, other in product(event.actor_ids, repeat=2):
            if one < other:
                yield one, other
