"""What can be checked: a row for each report's words behind each value, with how the value stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, overload

from dateline.model import Aspect
from dateline.story.lookup.phrases import phrase
from dateline.story.lookup.row import Row
from dateline.story.story import Story
from dateline.story.views.ledger import Given, Ledger
from dateline.story.views.printed import printed
from dateline.story.views.which_claims import EVERYTHING, Index, Subject, Which


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow(Row):
    """One report's words behind one value, with the value's counts and what agrees or disagrees with it."""

    # `id` is the value's.
    about: str  # the id of the event, the utterance or the actor that it is a value of
    about_words: str
    kind: str
    value: str
    precision: str | None  # of a day: "day", "month", "range" ...
    inferred: bool  # a day that no report states: it follows from the course of the telling
    standing: str  # as `Standing` has it
    reports: int  # that give this value
    outlets: int
    outlets_unknown: int
    origins_low: int
    origins_high: int
    agrees: tuple[str, ...]  # values that it agrees with, coarser or finer, each with its independent origins
    against: tuple[str, ...]  # values that it cannot hold beside
    conflicts: tuple[str, ...]  # the ids of these disputes
    report: str
    published: str | None  # EDTF
    outlet: str | None
    location: str
    cited: str  # outlet, date and file in words
    start: int
    words: str
    sentence: str  # that the words stand in
    origin: str
    grounding: str


def claims(story: Story, which: Which = EVERYTHING) -> list[ClaimRow]:
    """The claims asked for: acts and utterances, then actors, of most reports first; values of each by kind."""
    index = Index.of(story)
    return list(ClaimRows(index.ledger, index.chosen(which)))


class ClaimRows(Sequence[ClaimRow]):
    """The rows of acts, utterances and actors, made where they are asked for: a long story has very many."""

    def __init__(self, ledger: Ledger, subjects: Sequence[Subject]) -> None:
        self._ledger = ledger
        self._subjects = subjects
        of_subject = (sum(entry.words for entry in subject.entries) for subject in subjects)
        self._ends = list(accumulate(of_subject))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __iter__(self) -> Iterator[ClaimRow]:
        return iter(self[:])

    @overload
    def __getitem__(self, at: int) -> ClaimRow: ...

    @overload
    def __getitem__(self, at: slice) -> list[ClaimRow]: ...

    def __getitem__(self, at: int | slice) -> ClaimRow | list[ClaimRow]:
        numbers = range(len(self))[at]
        if isinstance(numbers, int):
            return self[numbers : numbers + 1][0]
        if not numbers:
            return []
        first, last = (bisect_right(self._ends, number) for number in sorted((numbers[0], numbers[-1])))
        asked = self._subjects[first : last + 1]
        self._ledger.read(entry.claim for subject in asked for entry in subject.entries)
        rows = [row for subject in asked for row in rows_of(self._ledger, subject)]
        before = self._ends[first - 1] if first else 0
        return [rows[number - before] for number in numbers]


def rows_of(ledger: Ledger, subject: Subject) -> Iterator[ClaimRow]:
    """The words of each report behind each value."""
    directory = ledger.directory
    about = {"about": subject.id, "about_words": phrase(directory, subject.id)}
    for entry in subject.entries:
        given = ledger.given(ledger.claim(entry.claim))
        told = about | _told(ledger, given)
        for support in given.supports:
            yield ClaimRow(**told, **printed(directory, support))


def _told(ledger: Ledger, given: Given) -> dict[str, Any]:
    """The columns that all reports behind a value share."""
    claim = given.claim
    return {
        "id": claim.id,
        "kind": claim.aspect.value,
        "value": ledger.in_words(claim),
        "precision": claim.time.precision.value if claim.time and claim.aspect is Aspect.DATE else None,
        "inferred": given.inferred,
        "standing": given.standing.value,
        "agrees": tuple(map(ledger.agreement_in_words, given.agrees)),
        "against": tuple(map(ledger.in_words, given.against)),
        "conflicts": given.conflicts,
        **given.sources._asdict(),
    }
