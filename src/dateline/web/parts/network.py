"""Who has to do with whom: pairs of actors that take part in the same acts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice, product

from dateline.model import EventType
from dateline.story.catalogue import ActorSlip, ActSlip
from dateline.story.views import ActorRow, EventRow, Row
from dateline.web.desk import Desk, Name
from dateline.web.parts.timeline import Act, act_of

OPENED = 2  # acts of a tie that stand in the table with their sentences; the timeline has them all
_DRAWN = 40  # actors: more cannot be told apart on a page
LINES = 120  # of a picture: more hide each other, and weigh as much as the table below


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors and the acts that join them."""

    one: Name
    other: Name
    acts: tuple[str, ...]  # ids

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


def rows_of(desk: Desk, ties: Sequence[Tie]) -> list[TieRow]:
    """Ties as rows of a table."""
    acts = acts_of(desk, ties)
    return [
        TieRow(
            id=tie.id,
            one=tie.one.text,
            one_id=tie.one.id,
            other=tie.other.text,
            other_id=tie.other.id,
            acts=len(tie.acts),
            verbs=tuple(acts[act].act for act in tie.acts),
            act_ids=tie.acts,
        )
        for tie in ties
    ]


def acts_of(desk: Desk, ties: Iterable[Tie], most: int | None = None) -> dict[str, Act]:
    """The acts of some ties by id, of each tie the first `most`; None for all."""
    wanted = dict.fromkeys(act for tie in ties for act in tie.acts[:most])
    return {row.id: act_of(row) for row in desk.event_rows_by_id(wanted)}


@dataclass(frozen=True)
class Network:
    """All ties, the closest first, and the actors that the picture shows."""

    ties: tuple[Tie, ...]
    drawn: tuple[ActorRow | ActorSlip, ...]  # best attested first
    tied: int  # actors with any tie
    left_out: int  # ties of few acts, beyond the rows asked for
    acts: Mapping[str, Act]  # those that stand in the table, by id

    @cached_property
    def lines(self) -> list[Tie]:
        """The ties between the actors of the picture, the closest `LINES` of them."""
        return self._among[:LINES]

    @property
    def undrawn(self) -> int:
        """Ties between these actors beyond the lines: the table alone has them."""
        return len(self._among) - len(self.lines)

    @cached_property
    def _among(self) -> list[Tie]:
        ids = {row.id for row in self.drawn}
        return [tie for tie in self.ties if tie.one.id in ids and tie.other.id in ids]


def network(desk: Desk, rows: int) -> Network:
    """Everybody who acts upon somebody or together with somebody; the closest ties, `rows` at most."""
    found = ties(desk.events, desk.actors)
    shown = found[:rows]
    whole = network_of(desk.actors, found)
    return replace(whole, ties=shown, left_out=len(found) - len(shown), acts=acts_of(desk, shown))


def ties_of_all(desk: Desk) -> tuple[Tie, ...]:
    """All pairs of the story, found once."""
    return desk.story.keep("ties", lambda _: ties(desk.acts, desk.somebodies.values()))


def ties(events: Iterable[EventRow | ActSlip], actors: Iterable[ActorRow | ActorSlip]) -> tuple[Tie, ...]:
    """All pairs that acts join, those of most acts first, then by the order of actors."""
    names = {row.id: Name(row.name, row.id) for row in actors}
    order = {id_: number for number, id_ in enumerate(names)}
    joined: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for event in events:
        for one, other in dict.fromkeys(_pairs(event)):
            first, second = sorted((one, other), key=order.__getitem__)
            joined[first, second].append(event.id)
    found = (Tie(names[one], names[other], tuple(acts)) for (one, other), acts in joined.items())
    return tuple(sorted(found, key=lambda tie: (-len(tie.acts), order[tie.one.id], order[tie.other.id])))


def network_of(actors: Iterable[ActorRow | ActorSlip], found: Sequence[Tie], drawn: int = _DRAWN) -> Network:
    """These ties, and the picture of the best-attested actors that they join to each other."""
    tied = {id_ for tie in found for id_ in tie.ids}
    best = list(islice((row for row in actors if row.id in tied), drawn))
    ids = {row.id for row in best}
    among = islice((tie for tie in found if tie.ids <= ids), LINES)  # whoever has no line has no mark
    together = {id_ for tie in among for id_ in tie.ids}
    return Network(tuple(found), tuple(row for row in best if row.id in together), len(tied), 0, {})


def _pairs(event: EventRow | ActSlip) -> Iterator[tuple[str, str]]:
    """Who acts with whom it is done to; at a meeting, everybody with everybody."""
    for one, other in product(event.actor_ids, event.recipient_ids):
        if one != other:
            yield (one, other) if one < other else (other, one)
    if event.type == EventType.CONSULT:
        for one, other in product(event.actor_ids, repeat=2):
            if one < other:
                yield one, other
