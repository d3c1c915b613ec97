"""Passages that two texts share, with their places on both sides.

Maximal runs of common words are found through common shingles; runs that follow each other in both texts with
small gaps between them (an edited word, an inserted title) are bridged into one passage.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.linking.texts.shingles import PLACES, BodyText

GAP_WORDS = 6  # on either side; an edit inside a sentence, not a new sentence


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words [first, first_end) of one text and [second, second_end) of the other, `common` of them the same."""

    first: int
    second: int
    first_end: int
    second_end: int
    common: int


def passages(first: BodyText, second: BodyText, size: int) -> list[Passage]:
    """Shared passages in the order of the first text; they overlap in neither text."""
    return bridged(apart(common_runs(first, second, size)))


def common_runs(first: BodyText, second: BodyText, size: int) -> list[Passage]:
    """Maximal runs of shared shingles, as passages of at least `size` words."""
    common = first.all_shingles & second.all_shingles
    here_shingles, there_shingles = first.shingles, second.shingles
    met: Counter[int] = Counter()
    runs: list[Passage] = []
    for here, hash_ in enumerate(here_shingles):
        met[hash_] += 1
        if met[hash_] > PLACES:
            continue
        for there in second.places[hash_] if hash_ in common else ():
            if here and there and here_shingles[here - 1] == there_shingles[there - 1]:
                continue  # inside a run that began earlier
            length = run_length(here_shingles, here, there_shingles, there)
            words = length + size - 1
            runs.append(Passage(here, there, here + words, there + words, words))
    return runs


def run_length(first: Sequence[int], here: int, second: Sequence[int], there: int) -> int:
    """How many shingles two sequences have in common from two places on."""
    length = 0
    most = min(len(first) - here, len(second) - there)
    while length < most and first[here + length] == second[there + length]:
        length += 1
    return length


def apart(runs: list[Passage]) -> list[Passage]:
    """Runs that share no word in either text, the longest kept first; in the order of the first text."""
    taken_first: set[int] = set()
    taken_second: set[int] = set()
    kept: list[Passage] = []
    for run in sorted(runs, key=lambda r: (-r.common, r)):
        here, there = range(run.first, run.first_end), range(run.second, run.second_end)
        if taken_first.isdisjoint(here) and taken_second.isdisjoint(there):
            taken_first.update(here)
            taken_second.update(there)
            kept.append(run)
    return sorted(kept)


def bridged(runs: list[Passage]) -> list[Passage]:
    """Runs joined with the next one where both texts go on after a small gap."""
    joined: list[Passage] = []
    for run in runs:
        last = joined[-1] if joined else None
        if (
            last
            and 0 <= run.first - last.first_end <= GAP_WORDS
            and 0 <= run.second - last.second_end <= GAP_WORDS
        ):
            joined[-1] = Passage(last.first, last.second, run.first_end, run.second_end, last.common + run.common)
        else:
            joined.append(run)
    return joined
