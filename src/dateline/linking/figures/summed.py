"""Numbers told side by side that make up a whole: "120 passengers and 14 crew" are 134 people.

Each is of a part, so none disputes a count of all, and their sum agrees with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.linking.figures.stated import Figure
from dateline.linking.figures.units import table

_JOINED = re.compile(  # what stands between two such numbers
    r"(?: [^\W\d_-]+){0,2} (?P<noun>[^\W\d_]+(?:-[^\W\d_]+)*)"
    r"(?:,| and|, and| plus|, plus| as well as|, as well as| together with|, together with)"
    r"(?: (?:about|around|some|at least|nearly|almost|another))? "
)


def with_totals(text: str, start: int, told: Sequence[Figure]) -> Iterator[Figure]:
    """The numbers of one sentence, in order; those that are joined know their sum. `start`: of its text."""
    groups: list[list[Figure]] = []
    for before, one in pairwise([None, *told]):
        if one is None:
            continue
        if before and joined(text[before.words.end - start : one.words.start - start], before, one):
            groups[-1].append(one)
        else:
            groups.append([one])
    for group in groups:
        total = sum(one.low for one in group) if len(group) > 1 else 0.0
        yield from (replace(one, total=total) for one in group)


def joined(between: str, first: Figure, second: Figure) -> bool:
    """True if two neighbouring numbers of people are joined, and are of two sorts."""
    found = _JOINED.fullmatch(between)
    sorts = bool(first.named and second.named) and first.named != second.named and first.scope == second.scope
    people = first.unit == second.unit == "people"
    return (
        found is not None
        and people
        and sorts
        and not (first.corrected or second.corrected)
        and found["noun"].casefold() in table("people") | table("states")
    )


def of_part_and_whole(a: Figure, b: Figure) -> bool:
    """True if one number is of a part, and the other the sum of the parts, or a count of all."""
    return any(part.total and makes_up(part, whole) for part, whole in ((a, b), (b, a)))


def makes_up(part: Figure, whole: Figure) -> bool:
    """True if a number that is joined to others is a part of what another counts."""
    if whole.low <= part.total and (whole.high is None or part.total <= whole.high):
        return True
    of_all = whole.named in table("general") | {""} and not whole.total
    return bool(part.named) and of_all
