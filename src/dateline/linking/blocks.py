"""Blocks: items that share a key, directly or through others, and so must be looked at together.

A corpus stage never compares everything with everything. It gives each item its keys (a folded surname, a day
and a pair of actors), and rewrites only the blocks whose items changed. The result depends on the items alone,
not on their order: a key with too many items keeps those with the smallest content hash, and an item with too many
partners those with which it has most in common.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from itertools import combinations
from typing import Protocol

from dateline.ids import digest

PARTNERS = 64  # items that one item is compared with by its own choice: what is one is so with dozens of others


class Identified(Protocol):
    """Anything with an id that is derived from its content."""

    @property
    def id(self) -> str:
        """The id."""
        ...


@dataclass(frozen=True, slots=True)
class Block[T: Identified]:
    """Connected items by id, and the buckets that connect them (one for each key with two items or more)."""

    unit: str  # the smallest id: names the block in the ledger
    items: tuple[T, ...]
    buckets: tuple[tuple[T, ...], ...]

    def pairs(self) -> Iterator[tuple[T, T]]:
        """Pairs of items that share a key, once, smaller id first: all of them, but `PARTNERS` an item at most.

        Of more than that an item is compared with those it shares most keys with, of equals by content hash; a
        pair that either side chooses is compared. So n items come to PARTNERS * n comparisons at most.
        """
        shared: Counter[tuple[str, str]] = Counter()
        for bucket in self.buckets:
            shared.update((a.id, b.id) for a, b in combinations(bucket, 2))
        by_id = {item.id: item for item in self.items}
        for a, b in chosen(shared):
            yield by_id[a], by_id[b]


def chosen(shared: Mapping[tuple[str, str], int]) -> Iterable[tuple[str, str]]:
    """Pairs, of which the number of shared keys is given, that at least one side prefers, in their given order."""
    partners: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair in shared:
        for id_ in pair:
            partners[id_].append(pair)
    if all(len(pairs) <= PARTNERS for pairs in partners.values()):
        return shared
    lots = {id_: int.from_bytes(digest(id_).encode()) for id_ in partners}

    def preference(pair: tuple[str, str]) -> tuple[int, int, tuple[str, str]]:
        return -shared[pair], lots[pair[0]] ^ lots[pair[1]], pair

    kept: set[tuple[str, str]] = set()
    for pairs in partners.values():
        kept.update(nsmallest(PARTNERS, pairs, key=preference) if len(pairs) > PARTNERS else pairs)
    return [pair for pair in shared if pair in kept]


def blocks[T: Identified](items: Iterable[T], keys: Callable[[T], Iterable[str]], limit: int) -> list[Block[T]]:
    """Connected blocks in the order of their units; an item without a key is a block of its own.

    A key joins at most `limit` items, those with the smallest hash of key and id; the others are not joined by
    it, but may be by another key. Ids must differ.
    """
    by_id = {item.id: item for item in sorted(items, key=lambda item: item.id)}
    members: dict[str, list[str]] = defaultdict(list)
    for id_, item in by_id.items():
        for key in sorted(set(keys(item))):
            members[key].append(id_)
    buckets = [capped(key, members[key], limit) for key in sorted(members)]
    buckets = [bucket for bucket in buckets if len(bucket) > 1]

    root_of = connect(by_id, buckets)
    held: dict[str, list[T]] = defaultdict(list)
    joining: dict[str, list[tuple[T, ...]]] = defaultdict(list)
    for id_, item in by_id.items():
        held[root_of[id_]].append(item)
    for bucket in buckets:
        joining[root_of[bucket[0]]].append(tuple(by_id[id_] for id_ in bucket))
    return [Block(unit, tuple(held[unit]), tuple(joining[unit])) for unit in sorted(held)]


def capped(key: str, ids: list[str], limit: int) -> list[str]:
    """At most `limit` of the ids, chosen by content hash, in order of id."""
    if len(ids) <= limit:
        return ids
    return sorted(sorted(ids, key=lambda id_: digest(key, id_))[:limit])


def connect(ids: Iterable[str], groups: Iterable[Iterable[str]]) -> dict[str, str]:
    """Union-find: for each id the smallest id that it is connected with through the groups."""
    parent = {id_: id_ for id_ in ids}

    def root(id_: str) -> str:
        while parent[id_] != id_:
            parent[id_] = parent[parent[id_]]  # halve the path: near-constant time a step
            id_ = parent[id_]
        return id_

    for group in groups:
        roots = sorted({root(id_) for id_ in group})
        for other in roots[1:]:
            parent[other] = roots[0]
    return {id_: root(id_) for id_ in parent}
