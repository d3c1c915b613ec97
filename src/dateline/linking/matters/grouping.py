"""Texts grouped by what they tell of: the two groups most alike become one, as long as they are alike enough.

How alike two groups are is the mean over the pairs of their texts (average linkage). The mean cosine of two groups
is the product of the sums of their vectors, so that it costs no more for groups of a thousand than for two texts.
What that leaves is compared once more if it names the same people, by the mean and the nearest pair together: the
trial after a disaster shares little with the first reports of it, and much with some report between.

Only groups with a pair of texts that share telling words are looked at, and of those a text shares words with only
the nearest: the work for a text is bounded, however many there are.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from dateline.linking.blocks import blocks
from dateline.linking.matters.content import Content

KEYS = 12  # of a text's weightiest words: two texts without one of them in common are not compared
BUCKET = 50  # texts that one word lets be compared: what all the texts share tells none from another
NEIGHBOURS = 16  # of the texts compared with one, the nearest: more changed nothing where it was tried
NEAREST = 1.1  # times as much is needed of the mean and the nearest pair together as of the mean alone
LEAST_MEAN = 2 / 3  # of what makes one of two, whatever their nearest pair
SAME_PEOPLE = 3  # that two groups name, to be looked at once more: one or two may be namesakes, or public figures
STRANGERS = 0.5  # times the likeness of two texts that both name people, and nobody in common


@dataclass(frozen=True, slots=True)
class Group:
    """Texts taken together."""

    members: tuple[Content, ...]
    sums: Mapping[str, float]  # of the weights
    naming: int  # members that name people
    people: Mapping[str, int]  # members that name somebody, by surname

    @classmethod
    def of(cls, text: Content) -> Group:
        """A text alone."""
        return cls((text,), text.weights, int(bool(text.people)), Counter(text.people))

    def joined(self, other: Group) -> Group:
        """Both as one."""
        few, many = sorted((self.sums, other.sums), key=len)
        sums = dict(many)
        for word, value in few.items():
            sums[word] = sums.get(word, 0.0) + value
        people = Counter(self.people)
        people.update(other.people)
        return Group(self.members + other.members, sums, self.naming + other.naming, people)


@dataclass(frozen=True, slots=True)
class Nearness:
    """How alike two groups are."""

    mean: float  # over the pairs of a text of each
    nearest: float  # of the pairs that were compared
    people: int  # that both name


def by_mean(near: Nearness, _: float) -> float:
    """The mean alone."""
    return near.mean


def by_nearest(near: Nearness, alike: float) -> float:
    """Mean and nearest pair together; 0 if they do not name the same people, or their mean is far too low."""
    if near.people < SAME_PEOPLE or near.mean < LEAST_MEAN * alike:
        return 0.0
    return (near.mean + near.nearest) / 2 / NEAREST


def nearness(a: Group, b: Group, nearest: float | None = None) -> Nearness:
    """How alike two groups are, given their nearest pair; of two texts it is the pair itself."""
    mean = likeness(a, b)
    return Nearness(mean, mean if nearest is None else nearest, len(a.people.keys() & b.people.keys()))


def likeness(a: Group, b: Group) -> float:
    """The mean over pairs of a text of each: cosine of weights, less where both name people and none in common."""
    pairs = len(a.members) * len(b.members)
    shared = a.sums.keys() & b.sums.keys()
    cosine = math.fsum(a.sums[word] * b.sums[word] for word in shared) / pairs  # exact, so in any order
    return round(cosine * (1 - (1 - STRANGERS) * strangers(a, b) / pairs), 4)


def strangers(a: Group, b: Group) -> float:
    """How many pairs of a text of each name people and have nobody in common.

    A pair that has two in common is counted as two pairs with one, so that groups need no list of their pairs.
    """
    naming = a.naming * b.naming
    few, many = sorted((a.people, b.people), key=len)
    return max(0, naming - sum(count * many[name] for name, count in few.items() if name in many))


def to_the_rest(text: Content, group: Group) -> float:
    """The mean likeness of a text to the others of its group; 1 for one alone."""
    others = len(group.members) - 1
    if not others:
        return 1.0
    own = math.fsum(value * value for value in text.weights.values())  # the group's sums hold the text itself
    cosine = (math.fsum(value * group.sums[word] for word, value in text.weights.items()) - own) / others
    naming = group.naming - 1 if text.people else 0
    apart = max(0, naming - sum(group.people[name] - 1 for name in text.people))
    return round(cosine * (1 - (1 - STRANGERS) * apart / others), 4)


def grouped(texts: Iterable[Content], alike: float) -> list[Group]:
    """Groups of texts, each text in one; `alike` is the least likeness that makes one of two.

    First by their means, then what that leaves by the nearest texts too. The result depends neither on the order
    of the texts nor on any measure of all of them.
    """
    ordered = sorted(texts, key=lambda text: text.id)
    groups = {number: Group.of(text) for number, text in enumerate(ordered)}
    beside = neighbours(groups, compared(ordered))
    for linkage in (by_mean, by_nearest):
        join(groups, beside, linkage, alike)
    return list(groups.values())


def join(
    groups: dict[int, Group],
    beside: defaultdict[int, dict[int, Nearness]],
    linkage: Callable[[Nearness, float], float],
    alike: float,
) -> None:
    """Make one of the two most alike, as long as two are alike enough."""
    waiting = [
        (-near_by, a, b)
        for a, held in beside.items()
        for b, near in held.items()
        if a < b and (near_by := linkage(near, alike)) >= alike
    ]
    heapify(waiting)
    number = max(groups, default=0)
    while waiting:
        _, a, b = heappop(waiting)
        if a not in groups or b not in groups:
            continue  # one of them has become part of another group since
        number += 1
        made = groups[number] = groups.pop(a).joined(groups.pop(b))
        parts = beside.pop(a), beside.pop(b)
        beside[number] = {}
        for other in sorted((parts[0].keys() | parts[1].keys()) & groups.keys() - {number}):
            nearest = max(part[other].nearest for part in parts if other in part)
            near = nearness(groups[other], made, nearest)
            beside[number][other] = beside[other][number] = near
            if (near_by := linkage(near, alike)) >= alike:
                heappush(waiting, (-near_by, other, number))


def compared(ordered: Sequence[Content]) -> Iterator[tuple[int, int]]:
    """Pairs of texts, by their numbers, that share one of their weightiest words."""
    number_of = {text.id: number for number, text in enumerate(ordered)}
    for block in blocks(ordered, keys, BUCKET):
        for a, b in block.pairs():
            yield number_of[a.id], number_of[b.id]


def keys(text: Content) -> list[str]:
    """The weightiest words."""
    return sorted(text.weights, key=lambda word: (-text.weights[word], word))[:KEYS]


def neighbours(
    groups: Mapping[int, Group], pairs: Iterable[tuple[int, int]]
) -> defaultdict[int, dict[int, Nearness]]:
    """For each text those nearest to it, and those that it is nearest to, with how alike they are."""
    near: defaultdict[int, dict[int, Nearness]] = defaultdict(dict)
    for a, b in pairs:
        near[a][b] = near[b][a] = nearness(groups[a], groups[b])
    kept: defaultdict[int, dict[int, Nearness]] = defaultdict(dict)
    for a, held in near.items():
        for b in sorted(held, key=lambda b: (-held[b].mean, b))[:NEIGHBOURS]:
            kept[a][b] = kept[b][a] = held[b]
    return kept
