"""Who has to do with whom: pairs of actors that take part in the same acts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from dateline.model import EventType
from dateline.story.views import ActorRow, EventRow, Row
from dateline.web.desk import Desk, Name
from dateline.web.parts.timeline import Act, act_of

OPENED = 2  # acts of a tie that stand in the table with their sentences; the timeline has them all
_DRAWN = 40  # actors: more cannot be told apart on a page


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors and the acts that join them."""

    one: Name
    other: Name
    acts: tuple[Act, ...]

    @property
    def id(self) -> str:
        """Of its row on a page."""
        return f"tie-{self.one.id}-{self.other.id}"

    @property
    def ids(self) -> frozenset[str]:
        """The two actors' ids."""
        return frozenset((self.one.id, self.other.id))


@dataclass(frozen=True, slots=True, kw_only=True)
class TieRow(Row):
    """Two actors, and the acts in which one acts upon the other or both meet."""

    one: str
    one_id: str
    other: str
    other_id: str
    acts: int
    verbs: tuple[str, ...]  # what each act is called, in the order of the timeline
    act_ids: tuple[str, ...]  # the same acts


def row_of(tie: Tie) -> TieRow:
    """A tie as a row of a table."""
    return TieRow(
        id=tie.id,
        one=tie.one.text,
        one_id=tie.one.id,
        other=tie.other.text,
        other_id=tie.other.id,
        acts=len(tie.acts),
        verbs=tuple(act.act for act in tie.acts),
        act_ids=tuple(act.id for act in tie.acts),
    )


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
    found = ties(desk)
    whole = network_of(desk, found)
    return replace(whole, ties=whole.ties[:rows], left_out=max(0, len(found) - rows))


def ties(desk: Desk) -> list[Tie]:
    """All pairs that acts join, those of most acts first, then by the order of actors."""
    order = {row.id: number for number, row in enumerate(desk.actors)}
    names = desk.actor_rows
    joined: defaultdict[tuple[str, str], list[Act]] = defaultdict(list)
    for event in desk.events:
        for one, other in dict.fromkeys(_pairs(event)):
            first, second = sorted((one, other), key=order.__getitem__)
            joined[first, second].append(act_of(event))
    found = [
        Tie(Name(names[one].name, one), Name(names[other].name, other), tuple(acts))
        for (one, other), acts in joined.items()
    ]
    return sorted(found, key=lambda tie: (-len(tie.acts), order[tie.one.id], order[tie.other.id]))


def network_of(desk: Desk, found: Sequence[Tie], drawn: int = _DRAWN) -> Network:
    """These ties, and the picture of the best-attested actors that they join to each other."""
    tied = {id_ for tie in found for id_ in tie.ids}
    best = {row.id for row in [row for row in desk.actors if row.id in tied][:drawn]}
    together = {id_ for tie in found if tie.ids <= best for id_ in tie.ids}
    shown = tuple(row for row in desk.actors if row.id in together)
    return Network(tuple(found), shown, len(tied), 0)


def _pairs(event: EventRow) -> Iterator[tuple[str, str]]:
    """Who acts with whom it is done to; at a meeting, everybody with everybody."""
    for one, other in product(event.actor_ids, event.recipient_ids):
        if one != other:
            yield (one, other) if one < other else (other, one)
    if event.type == EventType.CONSULT:
        for one, other in product(event.actor_ids, repeat=2):
            if one < other:
                yield one, other
