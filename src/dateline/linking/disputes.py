"""Values that cannot all hold, and why. Pure functions over claims: what agrees is never set apart."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.linking.accounts.days import MORNING, NIGHT
from dateline.linking.acts.counted import TOLLS, agree
from dateline.linking.acts.same_day import gap, narrow
from dateline.linking.acts.same_place import compatible
from dateline.linking.speech.printings import altered, altered_in_words, is_telling, plain
from dateline.linking.speech.spoken import tokens
from dateline.linking.who import Who
from dateline.model import Claim, ConflictKind
from dateline.span import Words

PAIR = 2
COUNT_DAYS = 7  # between two reports that dispute a number; later ones sum up, or tell of something else
LONG_DAYS = (
    92  # "since the start of the year": what is counted over more than a season, other counts are a part of
)
GROWING = frozenset(
    {"house", "home", "building", "hectare", "acre", "village", "tree", "car", "vehicle"}
)  # that burn
_ON_TOP = re.compile(r"(?:another|a further|further|an additional|\S+ more|\S+ others?)\b", re.IGNORECASE)
_ADDED_BEFORE = re.compile(r"\b(?:another|a further|further|an additional) (?:\S+ )?$", re.IGNORECASE)
_ADDED_AFTER = re.compile(r" (?:more\b(?! than)|others?\b|further\b|additional\b)", re.IGNORECASE)
COUNT_RATIO = 10  # a number so many times another counts something else: all who marched, all who were ever held


@dataclass(frozen=True, slots=True)
class Dispute:
    """Sides that cannot all hold."""

    kind: ConflictKind
    about: str
    sides: tuple[Claim, ...]
    reason: str


def dates(about: str, claims: Iterable[Claim], told_by: Mapping[str, Told], between: int) -> Iterator[Dispute]:
    """Narrow dates without a day in common. What is stated more coarsely holds them both, and is no side.

    A day that comes from the course of the story counts only for an act between two persons (`between`: how many
    take part), and only against a stated one.
    """
    told = [claim for claim in claims if claim.time and narrow(claim.time)]
    told = [c for c in told if told_by[c.id].stated or (between >= PAIR and c.time and c.time.is_day)]
    told.sort(key=last_day)
    sides = apart(told, lambda a, b: bool(a.time and b.time and a.time.overlaps(b.time)))
    stated = any(told_by[c.id].stated for c in sides)
    if len(sides) > 1 and stated and two_reports(sides, told_by) and not one_night(sides, told_by):
        yield Dispute(
            ConflictKind.DATE, about, tuple(sides), "told as one act; the reports give it different days"
        )


def two_reports(sides: Sequence[Claim], told_by: Mapping[str, Told]) -> bool:
    """True if no report alone gives all the sides: it tells of two days, and does not contradict itself.

    "Overnight" in copies of one text printed on two days is one night.
    """
    told = [told_by[claim.id] for claim in sides]
    reckoned = frozenset.intersection(*(one.words for one in told))
    return not reckoned and not frozenset.intersection(*(one.reports for one in told))


def one_night(sides: Sequence[Claim], told_by: Mapping[str, Told]) -> bool:
    """True for "Monday night" and "early on Tuesday"."""
    first, last = sides[0].time, sides[-1].time
    hours = [NIGHT.intersection(tokens(" ".join(sorted(told_by[claim.id].words)))) for claim in sides]
    near = first is not None and last is not None and gap(first, last).days <= 1
    return near and all(hours) and any(not MORNING.isdisjoint(held) for held in hours)


def last_day(claim: Claim) -> tuple[dt.date, dt.date, str]:
    """Sort key of a dated claim: by its last day, as picking the most intervals without a common day needs it."""
    time = claim.time
    return (time and time.latest) or dt.date.max, (time and time.earliest) or dt.date.min, claim.id


def places(about: str, claims: Iterable[Claim], who: Who) -> Iterator[Dispute]:
    """Places of which none can lie in another."""
    told = sorted((claim for claim in claims if claim.actor), key=lambda c: (c.value, c.id))
    sides = apart(told, lambda a, b: compatible(who.get(a.actor or ""), who.get(b.actor or "")))
    if len(sides) > 1:
        yield Dispute(ConflictKind.PLACE, about, tuple(sides), f"told as one act, in {listed(sides, 'or')}")


@dataclass(frozen=True, slots=True)
class Told:
    """By which reports and members a claim is given."""

    days: tuple[dt.date, ...]  # of the reports
    members: frozenset[str]
    reports: frozenset[str]
    stated: bool = True  # for a date: the text gives it with the act
    days_long: int = 0  # the longest time that the text gives to an act that it is told of
    words: frozenset[str] = frozenset()  # in lower case, that give the value
    on_top: bool = False  # a number that comes on top of those told before: "two more people"


def numbers(about: str, claims: Iterable[Claim], told_by: Mapping[str, Told]) -> Iterator[Dispute]:
    """Pairs of numbers of one thing that do not agree.

    "Two more people" come on top of those told before. A toll may rise from day to day; the number of those who
    marched does not. What one sentence tells are parts, and their sum agrees with a count of all.
    """
    by_unit: dict[str | None, list[Claim]] = defaultdict(list)
    totals: dict[str, float] = defaultdict(float)
    for claim in sorted(claims, key=lambda c: c.id):
        by_unit[claim.unit].append(claim)
        for member in told_by[claim.id].members:
            totals[member] += claim.low or 0.0
    for unit in sorted(by_unit, key=str):
        told = sorted(by_unit[unit], key=lambda c: (c.low or 0.0, c.value, c.id))
        for lower, higher in combinations(told, 2):
            first, second = told_by[lower.id], told_by[higher.id]
            grown = (unit or "").removesuffix("s") in TOLLS | GROWING and risen(first.days, second.days)
            added = first.on_top or second.on_top or any(map(_ON_TOP.match, first.words | second.words))
            whole = higher.low in {totals[member] for member in first.members}
            if (
                not agree(lower, higher)
                and not (grown or added or whole)
                and one_count(first, second, lower, higher)
            ):
                reason = f"told as one act; one counts {lower.value} {unit}, the other {higher.value}"
                yield Dispute(ConflictKind.NUMBER, about, (lower, higher), reason)


def adds(sentence: Words, number: Words) -> bool:
    """True if a sentence says that a number comes on top of those told before."""
    before = sentence.text[: max(0, number.start - sentence.start)]
    after = sentence.text[max(0, number.end - sentence.start) :]
    return bool(_ADDED_BEFORE.search(before) or _ADDED_AFTER.match(after))


def one_count(first: Told, second: Told, lower: Claim, higher: Claim) -> bool:
    """True if two numbers may count the same: in two sentences, on near days, not far apart.

    Two near reports are enough: others may look back on the act a year later.
    """
    near = any(abs((a - b).days) <= COUNT_DAYS for a in first.days for b in second.days)
    apart = (higher.low or 0.0) > COUNT_RATIO * max(1.0, lower.high or lower.low or 0.0)
    shorter, longer = sorted((first.days_long, second.days_long))
    two_times = longer > LONG_DAYS and longer > 2 * shorter > 0
    return near and not apart and not two_times and not first.members & second.members


def risen(lower: Sequence[dt.date], higher: Sequence[dt.date]) -> bool:
    """True if the higher number came later: no report gives it before or on the last day of the lower one."""
    return bool(lower and higher) and max(lower) < min(higher)


def attributions(about: str, claims: Sequence[Claim], who: Who, flagged: bool) -> Iterator[Dispute]:
    """Two persons who are both said to have said it; if flagged, the printed words against another reading."""
    named = sorted((c for c in claims if c.actor), key=lambda c: (c.value, c.id))
    persons = [claim for claim in named if who.is_person(claim.actor or "")]
    printed = sorted((c for c in claims if not c.actor), key=lambda c: (c.value, c.id))
    if len(persons) > 1:
        reason = f"one utterance, said by {listed(persons, 'or')}"
        yield Dispute(ConflictKind.ATTRIBUTION, about, tuple(persons), reason)
    elif flagged and printed and named:
        reason = f"printed as said by “{printed[0].value}”, elsewhere by {named[0].value}"
        yield Dispute(ConflictKind.ATTRIBUTION, about, (printed[0], named[0]), reason)


def wordings(about: str, claims: Iterable[Claim]) -> Iterator[Dispute]:
    """Pairs of printings in quotation marks with other words: with other numbers and negations first."""
    told = sorted(claims, key=lambda c: (c.value, c.id))
    for first, second in combinations(told, 2):
        ours, theirs = tokens(first.value), tokens(second.value)
        if altered_in_words(plain(ours), plain(theirs)):
            changes = sorted(altered(ours, theirs), key=lambda change: not any(map(is_telling, sum(change, ()))))
            words = "; ".join(f"{quoted(a)} and {quoted(b)}" for a, b in changes)
            yield Dispute(
                ConflictKind.WORDING,
                about,
                (first, second),
                f"printed in quotation marks with other words: {words}",
            )


def quoted(words: Sequence[str]) -> str:
    """Words in marks; what is not there is said not to be."""
    return f"“{' '.join(words)}”" if words else "nothing"


def apart(claims: Iterable[Claim], together: Callable[[Claim, Claim], bool]) -> list[Claim]:
    """The first claim, and each next one that agrees with none of those kept: no two of the result agree."""
    kept: list[Claim] = []
    for claim in claims:
        if not any(together(claim, other) for other in kept):
            kept.append(claim)
    return kept


def listed(claims: Sequence[Claim], joint: str) -> str:
    """`a, b or c`."""
    values = [claim.value for claim in claims]
    return f"{', '.join(values[:-1])} {joint} {values[-1]}" if len(values) > 1 else "".join(values)
