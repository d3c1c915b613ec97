"""Decisions weighed against each other: what is held together, what is kept apart, and which later one outranks.

What is held together is so through any number of decisions: A with B and B with C hold A with C. What is kept
apart is so for the pair alone.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from dateline.model import DecisionKind

if TYPE_CHECKING:
    from dateline.story.decisions import Ruling

_STANDINGS = (DecisionKind.ACCEPT, DecisionKind.REJECT)


class Bench:
    """Rulings taken in their order, each against all that were taken before it."""

    def __init__(self, given: Iterable[Ruling]) -> None:
        self.outranked: dict[str, str] = {}
        self._taken: dict[str, Ruling] = {}
        self._bonds = Bonds()
        self._apart: dict[str, list[str]] = defaultdict(list)  # ids of parting decisions by record
        self._cells: dict[tuple[str, str], str] = {}  # the last decision on one cell of a record
        for ruling in given:
            self._take(ruling)

    @property
    def held(self) -> list[Ruling]:
        """The rulings that no later one outranks, in their order."""
        return [ruling for ruling in self._taken.values() if ruling.id not in self.outranked]

    def blocking(self, groups: Iterable[Iterable[str]]) -> Ruling | None:
        """The first decision that keeps a record of one group apart from one of another; None if none does."""
        group_of: dict[str, set[int]] = defaultdict(set)
        for number, group in enumerate(groups):
            for record in group:
                for member in self._bonds.together(record):
                    group_of[member].add(number)
        for id_ in self._parting(group_of):
            ruling = self._taken[id_]
            standing = [{n for record in side for n in group_of.get(record, ())} for side in ruling.sides]
            if any(len(a | b) > 1 for a, b in combinations(standing, 2) if a and b):
                return ruling
        return None

    def binding(self, sides: Iterable[Iterable[str]]) -> Ruling | None:
        """The last decision that holds a record of one side together with one of another; None if none does."""
        for first, second in combinations([list(side) for side in sides], 2):
            for a in first:
                for b in second:
                    if a in self._bonds.together(b):
                        return self._last_between(a, b)
        return None

    def _parting(self, records: Iterable[str]) -> list[str]:
        """Parting decisions on any of these records that still hold, in their order."""
        ids = {id_ for record in records for id_ in self._apart.get(record, ())} - self.outranked.keys()
        return [id_ for id_ in self._taken if id_ in ids]

    def _take(self, ruling: Ruling) -> None:
        self._taken[ruling.id] = ruling
        if ruling.joins:
            self._bonds.add(ruling)
            for id_ in self._parting(sorted(self._bonds.together(ruling.sides[0][0]))):
                if self._broken(self._taken[id_]):
                    self.outranked[id_] = ruling.id
        elif ruling.parts:
            while (older := self.binding(ruling.sides)) is not None:
                self.outranked[older.id] = ruling.id
                self._bonds = Bonds(r for r in self.held if r.joins)
            for record in sorted({record for side in ruling.sides for record in side}):
                self._apart[record].append(ruling.id)
        else:
            self._replace(ruling)

    def _broken(self, parting: Ruling) -> bool:
        return any(
            not self._bonds.together(a).isdisjoint(second)
            for first, second in combinations(parting.sides, 2)
            for a in first
        )

    def _replace(self, ruling: Ruling) -> None:
        """A later word on the same cell of all the same records takes the place of an earlier one."""
        cell = "standing" if ruling.decision.kind in _STANDINGS else ruling.decision.kind.value
        earlier = {self._cells.get((cell, record)) for record in ruling.sides[0]} - {None}
        for record in ruling.sides[0]:
            self._cells[cell, record] = ruling.id
        still = {id_ for (of, _), id_ in self._cells.items() if of == cell}
        for id_ in sorted(str(id_) for id_ in earlier - still):
            self.outranked[id_] = ruling.id

    def _last_between(self, a: str, b: str) -> Ruling:
        """The latest of the joining decisions on the way from one record to another."""
        order = list(self._taken)
        return self._taken[max(self._bonds.way(a, b), key=order.index)]


class Bonds:
    """Records held together by decisions."""

    def __init__(self, joining: Iterable[Ruling] = ()) -> None:
        self._next: dict[str, list[tuple[str, str]]] = defaultdict(list)  # (record, id of the decision)
        self._group: dict[str, set[str]] = {}
        for ruling in joining:
            self.add(ruling)

    def add(self, ruling: Ruling) -> None:
        """Hold together the first record of each side."""
        for a, b in bonds(ruling):
            self._next[a].append((b, ruling.id))
            self._next[b].append((a, ruling.id))
            both = self.together(a) | self.together(b)
            for record in both:
                self._group[record] = both

    def together(self, record: str) -> set[str]:
        """All records that are held together with one, itself included."""
        return self._group.get(record) or {record}

    def way(self, a: str, b: str) -> list[str]:
        """Ids of the decisions on the shortest way from one record to another."""
        came: dict[str, tuple[str, str]] = {a: ("", "")}
        waiting = deque([a])
        while waiting and b not in came:
            here = waiting.popleft()
            for there, decision in self._next[here]:
                if there not in came:
                    came[there] = here, decision
                    waiting.append(there)
        ids = []
        while b != a:
            b, decision = came[b]
            ids.append(decision)
        return ids


def bonds(ruling: Ruling) -> Iterator[tuple[str, str]]:
    """Pairs that a joining decision holds together: the first record of a side with that of each other one."""
    first = ruling.sides[0][0]
    for other in ruling.sides[1:]:
        yield first, other[0]
