"""Pairs of stated numbers that cannot both be right.

Two reports, or two sources of one report, on one matter: a sum of money for each of the same people, or for the
same purpose. And a number that a sentence says is the wrong one ("71 people, not 64") while another report gives
it. What is said to have changed, and what may have grown in the meantime, is an update and no dispute.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.linking.blocks import blocks
from dateline.linking.chronology import Chronology
from dateline.linking.figures.ages import two_ages
from dateline.linking.figures.one_deed import of_one_deed, of_two_deeds
from dateline.linking.figures.readings import stated_in
from dateline.linking.figures.rivals import rivals
from dateline.linking.figures.same_subject import (
    MATTER_NAMES,
    Around,
    named_around,
    of_one_crowd,
    of_other_things,
    on_one_matter,
)
from dateline.linking.figures.stated import Figure
from dateline.linking.figures.summed import of_part_and_whole
from dateline.linking.figures.tolls import tolls
from dateline.model import Event, MergedEvent, Quotation, Sentence, Utterance

FIGURE_DAYS = 120  # a sum that is promised is paid, or is not, within a few months
NEAR_DAYS = 7  # while it is news; without a share for each, only what is told in one week is surely one sum
SHARED_EACH = (
    2  # content words of two sentences about a sum for each: who gets it, who gives it; one while it is news
)
SENTENCED = frozenset({"charged"})  # a term of prison need not be called one
COUNT_DAYS = 2  # a later report may count what came since
SHARED = 3  # of two sentences about any sum: who pays, what for, to whom
BEFORE = 300  # characters from an act to a number that is told of it in a later sentence
NEXT = 3  # characters between two sentences that follow each other
AFTERSHOCK = 1.0  # magnitudes so far apart are of two quakes
ROUNDING = 0.03  # a number that is rounded to one or two figures is this near to it
RATIO = 10  # a number so many times another counts something else


@dataclass(frozen=True, slots=True)
class Disputed:
    """Two numbers of one thing, the lower first."""

    lower: Figure
    higher: Figure


def disputed(sentences: Iterable[Sentence], order: Chronology, limit: int) -> list[Disputed]:
    """All such pairs, in the order of their ids; each pair of values of two reports once."""
    sentences = list(sentences)
    stated = stated_in(sentences)
    around = named_around(sentences)
    found = {
        pair.lower.id + pair.higher.id: pair
        for pair in [
            *corrections(stated),
            *sums(stated, order, limit, around),
            *camps(stated),
            *(in_order(a, b) for a, b in rivals(stated) if not agree(a, b)),
            *counts(stated, order, limit, around),
            *(in_order(a, b) for a, b in two_ages(sentences, order)),
            *(in_order(a, b) for a, b in tolls(stated, sentences, order) if not agree(a, b)),
            *facts(stated, order, limit, around),
        ]
    }
    return sorted(found.values(), key=lambda pair: (pair.lower.id, pair.higher.id))


def corrections(stated: Iterable[Figure]) -> Iterator[Disputed]:
    """A number that is said to be wrong, which another report gives, with the number that is said to be right."""
    stated = list(stated)
    given = {(f.unit, f.low, f.sentence.report) for f in stated if not f.corrected}
    by_sentence: dict[str, list[Figure]] = {}
    for figure in stated:
        by_sentence.setdefault(figure.sentence.id, []).append(figure)
    for held in by_sentence.values():
        for wrong in (f for f in held if f.corrected):
            right = [f for f in held if f.words.end < wrong.words.start and f.unit == wrong.unit]
            told = any((u, n) == (wrong.unit, wrong.low) and r != wrong.sentence.report for u, n, r in given)
            if right and told:
                yield in_order(right[-1], wrong)


def camps(stated: Iterable[Figure]) -> Iterator[Disputed]:
    """Two counts of the same people in neighbouring sentences, by the authorities and by the other camp."""
    counts: dict[str, list[Figure]] = defaultdict(list)
    for figure in stated:
        if figure.unit == "people" and not figure.corrected and not figure.changed and figure.setting.of_crowd:
            counts[figure.sentence.report].append(figure)
    for held in counts.values():
        for a, b in pairwise(sorted(held, key=lambda f: f.words.start)):
            near = a.sentence.id != b.sentence.id and b.sentence.words.start - a.sentence.words.end <= NEXT
            if near and a.disputes(b) and not agree(a, b):
                yield in_order(a, b)


def sums(
    stated: Sequence[Figure], order: Chronology, limit: int, around: Mapping[str, Around]
) -> Iterator[Disputed]:
    """Sums of money for one thing."""
    given = by_report(stated)
    money = [f for f in stated if f.money and not f.changed and not f.corrected]
    for block in blocks(money, keys, limit):
        for a, b in block.pairs():
            other = of_other_things(a, b, around[a.sentence.id], around[b.sentence.id])
            one = not other and (one_sum(a, b, order) or one_count(a, b, order, around))
            if one and not agree(a, b) and not known(given, a, b) and not of_two_deeds(a, b):
                yield in_order(a, b)


def counts(
    stated: Sequence[Figure], order: Chronology, limit: int, around: Mapping[str, Around]
) -> Iterator[Disputed]:
    """Numbers of the same things on one matter, told in two reports of near days."""
    given = by_report(stated)
    plain = [f for f in stated if f.matter and not (f.changed or f.corrected or f.part)]
    for block in blocks(plain, keys, limit):
        for a, b in block.pairs():
            apart = not agree(a, b) and not grown(a, b, order)
            one = apart and one_count(a, b, order, around) and not of_two_deeds(a, b)
            if one and not known(given, a, b):
                yield in_order(a, b)


def facts(
    stated: Sequence[Figure], order: Chronology, limit: int, around: Mapping[str, Around]
) -> Iterator[Disputed]:
    """Numbers of one deed, done to the same, that no later report can have changed."""
    given = by_report(stated)
    for a, b in of_one_deed(stated, around, order, limit):
        if not (agree(a, b) or grown(a, b, order) or known(given, a, b)):
            yield in_order(a, b)


def by_report(stated: Iterable[Figure]) -> Mapping[str, Sequence[Figure]]:
    """The numbers of each report."""
    given: dict[str, list[Figure]] = defaultdict(list)
    for figure in stated:
        given[figure.sentence.report].append(figure)
    return given


def one_count(a: Figure, b: Figure, order: Chronology, around: Mapping[str, Around]) -> bool:
    """True if two reports count the same: of one scope, on one matter, while it is news."""
    apart = order.days_apart(a.sentence.report, b.sentence.report)
    if (
        a.unit != b.unit
        or a.sentence.report == b.sentence.report
        or apart is None
        or a.setting.running
        or b.setting.running
    ):
        return False
    lasts = (a.is_fixed and b.is_fixed) or a.disputes(b) or of_one_day(a, b, apart)
    if apart > (NEAR_DAYS if lasts else COUNT_DAYS):
        return False
    ours, theirs = around[a.sentence.id], around[b.sentence.id]
    if of_other_things(a, b, ours, theirs):
        return False
    if a.disputes(b):
        near = bool(ours.wide & theirs.wide) or len(ours.report & theirs.report) >= MATTER_NAMES
        return of_one_crowd(a, b, near)
    other = (a.scope ^ b.scope) - (SENTENCED if a.is_spell else frozenset())
    return not other and on_one_matter(a, b, ours, theirs)


def of_one_day(a: Figure, b: Figure, apart: int) -> bool:
    """True if two reports of one week count people on one named day of it: those who came do not grow."""
    named = bool(a.setting.days & b.setting.days) and apart < NEAR_DAYS
    return named and a.unit == "people" and not (a.grows or b.grows) and a.scope == b.scope == frozenset()


def grown(a: Figure, b: Figure, order: Chronology) -> bool:
    """True if a later report gives the higher number of what grows while it is news: the dead, what burned."""
    lower, higher = sorted((a, b), key=lambda f: (f.low, f.id))
    first, then = (order.day(f.sentence.report) for f in (lower, higher))
    return a.grows and b.grows and bool(first and then and first < then)


def known(given: Mapping[str, Sequence[Figure]], a: Figure, b: Figure) -> bool:
    """True if one of two reports gives the other's number too, of the same things: it tells of two counts."""
    return any(
        other.unit == theirs.unit and overlap(other, theirs) and other.id != ours.id
        for ours, theirs in ((a, b), (b, a))
        for other in given[ours.sentence.report]
    )


def keys(figure: Figure) -> Iterator[str]:
    """What two numbers of one thing have in common: what is counted, and a word or the kind of count."""
    for word in figure.matter:
        yield f"{figure.unit} {word}"
    for aspect in figure.aspects:
        yield f"{figure.unit} of a {aspect}"
    if figure.unit == "people" and (figure.setting.of_crowd or "staff" in figure.scope):
        yield f"{figure.unit} {'staff' if 'staff' in figure.scope else 'crowd'}"
    if figure.is_fixed and figure.is_thing:
        yield f"{figure.unit} fixed"


def one_sum(a: Figure, b: Figure, order: Chronology) -> bool:
    """True if two reports give the sum of one thing."""
    if a.sentence.report == b.sentence.report or a.each != b.each:
        return False
    apart = order.days_apart(a.sentence.report, b.sentence.report)
    common = len(a.matter & b.matter)
    if apart is None or apart > FIGURE_DAYS:
        return False
    news = apart <= NEAR_DAYS
    return common >= SHARED_EACH - news if a.each else news and common >= SHARED


def agree(a: Figure, b: Figure) -> bool:
    """True if some number lies in both, one is of a part, or they are too far apart to be of one thing."""
    if a.unit == "magnitude" and abs(a.low - b.low) > AFTERSHOCK:
        return True
    if of_part_and_whole(a, b):
        return True
    return overlap(a, b) or rounded(a.low, b.low) or max(a.low, b.low) > RATIO * min(a.low, b.low)


def rounded(first: float, second: float) -> bool:
    """True if one number is the other, rounded to fewer figures: 23,418 and 23,000."""
    coarse, fine = sorted(
        (first, second), key=lambda value: (len(f"{value:g}".rstrip("0").replace(".", "")), value)
    )
    figures = len(f"{coarse:.12g}".replace(".", "").strip("0"))
    return bool(coarse) and abs(fine - coarse) <= ROUNDING * coarse and float(f"{fine:.{figures}g}") == coarse


def overlap(a: Figure, b: Figure) -> bool:
    """True if some number lies in both."""
    highs = [f.high for f in (a, b) if f.high is not None]
    return not highs or max(a.low, b.low) <= min(highs)


def in_order(a: Figure, b: Figure) -> Disputed:
    """The lower number first."""
    lower, higher = sorted((a, b), key=lambda f: (f.low, f.id))
    return Disputed(lower, higher)


class Homes:
    """The merged record that holds the words of a figure, and the quotation or event that gives them."""

    def __init__(
        self,
        quotations: Iterable[Quotation],
        events: Iterable[Event],
        merged: Iterable[MergedEvent],
        utterances: Iterable[Utterance],
    ) -> None:
        self._quotations: dict[str, list[Quotation]] = defaultdict(list)
        self._events: dict[str, list[Event]] = defaultdict(list)
        for quotation in quotations:
            self._quotations[quotation.report].append(quotation)
        self._acts: dict[str, list[Event]] = defaultdict(list)
        for event in events:
            self._events[event.sentence].append(event)
            self._acts[event.report].append(event)
        self._home = {member: one.id for one in merged for member in one.members}
        self._home |= {member: one.id for one in utterances for member in one.members}

    def record(self, member: str) -> str:
        """The merged record that holds a quotation or an event; itself if there is none, as for a sentence."""
        return self._home.get(member, member)

    def of(self, figure: Figure) -> tuple[str, str] | None:
        """Ids of the record and of its member: the shortest quotation around the number, or its sentence's act.

        A sentence that tells no act of its own ("police counted 900 marchers") goes on about the one told
        last; where none was told, it stands for itself.
        """
        said = [
            q
            for q in self._quotations[figure.sentence.report]
            if any(piece.span.covers(figure.words.span) for piece in q.contents)
        ]
        if said:
            member = min(said, key=lambda q: (sum(len(piece.text) for piece in q.contents), q.id)).id
        else:
            acts = self._events[figure.sentence.id] or self._before(figure)
            if not acts:
                return figure.sentence.id, figure.sentence.id
            member = min(acts, key=lambda e: (abs(e.words.start - figure.words.start), e.id)).id
        return (self._home[member], member) if member in self._home else None

    def _before(self, figure: Figure) -> list[Event]:
        """The acts told shortly before a number."""
        at = figure.words.start
        return [e for e in self._acts[figure.sentence.report] if 0 <= at - e.words.start <= BEFORE]
