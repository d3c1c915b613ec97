"""Two counts of one thing in one report, each by its own source.

"Police put the number of injured at 84. The health authority speaks of 112": a report that sets two counts side by
side says itself that they differ. A count that is brought up to date is by one source, or tells of another hour.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from dateline.linking.figures.same_subject import same_people
from dateline.linking.figures.stated import Figure
from dateline.linking.speech.spoken import stem

REACH = 400  # characters between the two: a sentence or two
NEXT = 3  # characters between two sentences that follow each other
_PLACE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside) (?:the )?(?P<name>[A-Z][\w-]+)")
_OTHER_TIME = re.compile(
    r"\b(?:in|since|until|for|of) (?:1[5-9]|20)\d\d\b"
    r"|\bhad (?:put|estimated|expected|said|counted|reckoned|been expected)\b"
    r"|\b(?:earlier|last|next|previous|before|yesterday|expected|forecast|planned|target|limit|capacity)\b",
    re.IGNORECASE,
)


def rivals(stated: Iterable[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Two numbers of one report that two sources give for one thing."""
    by_report: dict[str, list[Figure]] = defaultdict(list)
    for figure in stated:
        if not (figure.corrected or figure.changed):
            by_report[figure.sentence.report].append(figure)
    for held in by_report.values():
        held.sort(key=lambda f: f.words.start)
        for a, b in combinations(held, 2):
            if b.words.start - a.words.end > REACH:
                continue
            if (b.recalls == a.id or side_by_side(a, b)) and two_sources(a, b) and of_one_time_and_place(a, b):
                yield a, b


def side_by_side(a: Figure, b: Figure) -> bool:
    """True if two neighbouring sentences, or clauses, count the same things with a noun each."""
    near = b.sentence.words.start - a.sentence.words.end <= NEXT and (
        a.sentence.id != b.sentence.id or ";" in between(a, b)
    )
    alike = (
        bool(a.scope or a.aspects)
        or (a.is_thing and bool(a.matter & b.matter))
        or (a.setting.of_crowd and b.setting.of_crowd)
    )
    return (
        near
        and alike
        and not (b.recalls or a.part or b.part)
        and a.unit == b.unit
        and a.scope == b.scope
        and a.aspects == b.aspects
        and same_people(a.named, b.named)
    )


def between(a: Figure, b: Figure) -> str:
    """What one sentence says between two of its numbers."""
    start = a.sentence.words.start
    return a.sentence.words.text[a.words.end - start : b.words.start - start]


def two_sources(a: Figure, b: Figure) -> bool:
    """True if the second number has a source, and the first another, or none where the second recalls it."""
    named = bool(b.counter) and a.counter.isdisjoint(b.counter)
    return named and (bool(a.counter) or b.recalls == a.id)


def of_one_time_and_place(a: Figure, b: Figure) -> bool:
    """True if the second number is not said of another hour or place, nor only expected."""
    ours, theirs = a.sentence.words.text, b.sentence.words.text
    if a.setting.running or b.setting.running or any(map(_OTHER_TIME.search, (ours, theirs))):
        return False
    if b.setting.hours - a.setting.hours:
        return False
    if b.setting.days and a.setting.days != b.setting.days:
        return False
    places = {match["name"] for match in _PLACE.finditer(theirs)}
    return all(name in ours or stem(name.casefold()) in b.counter for name in places) and not (
        {"wanted", "part"} & (a.scope ^ b.scope)
    )
