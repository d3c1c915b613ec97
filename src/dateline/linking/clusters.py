"""Clusters that grow by joining two of them at a time; what is in one can be asked at any moment."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.linking.blocks import Identified


class Clusters[T: Identified]:
    """At first every item stands alone."""

    def __init__(self, items: Iterable[T]) -> None:
        self._held: dict[str, list[T]] = {item.id: [item] for item in items}
        self._home: dict[str, str] = {id_: id_ for id_ in self._held}

    def members(self, item: T) -> list[T]:
        """All that is in one cluster with an item, itself included."""
        return self._held[self._home[item.id]]

    def together(self, a: T, b: T) -> bool:
        """True if the two are in one cluster."""
        return self._home[a.id] == self._home[b.id]

    def join(self, a: T, b: T) -> None:
        """Make one cluster of two; the smaller one moves."""
        small, large = sorted((self._home[a.id], self._home[b.id]), key=lambda h: (len(self._held[h]), h))
        if small == large:
            return
        moving = self._held.pop(small)
        self._held[large] += moving
        self._home |= {item.id: large for item in moving}

    def all(self) -> list[list[T]]:
        """Every cluster, by its smallest id; members by id."""
        return sorted(
            (sorted(held, key=lambda item: item.id) for held in self._held.values()), key=lambda held: held[0].id
        )
