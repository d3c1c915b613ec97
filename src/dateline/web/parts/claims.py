"""What can be checked of an act, of words or of somebody: each value with all who give it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from dateline.model import Aspect
from dateline.story.lookup.passage import passages
from dateline.story.lookup.phrases import phrase
from dateline.story.views.ledger import Given, Ledger, Standing
from dateline.story.views.which_claims import Entry, Subject
from dateline.story.wording import sources_in_words
from dateline.web.desk import Citation, Desk, Evidence, cited, gathered

KINDS = {
    Aspect.DATE.value: "when",
    Aspect.NUMBER.value: "how many",
    Aspect.PLACE.value: "where",
    Aspect.PARTICIPANT.value: "who takes part",
    Aspect.ATTRIBUTION.value: "who said it",
    Aspect.ROLE.value: "office",
    Aspect.STATEMENT.value: "what is stated",
    Aspect.WORDING.value: "in which words",
    Aspect.POLARITY.value: "how it stands",
}
CITED = 3  # reports, and other values, that one value is shown with; the page of the value has all
_SPOKEN = (Aspect.STATEMENT, Aspect.WORDING)  # values in the words of a report


@dataclass(frozen=True, slots=True)
class Value:
    """One value and how it stands."""

    id: str
    kind: str  # in words
    words: str
    in_marks: bool
    standing: str
    sources: str
    inferred: bool
    agrees: tuple[str, ...]
    against: tuple[tuple[str, str], ...]  # the other sides, each with the id of the dispute
    cited: tuple[Citation, ...]
    evidence: tuple[Evidence, ...]
    more: int  # reports that give it too, beyond those cited

    @property
    def is_disputed(self) -> bool:
        """True if it cannot hold beside another."""
        return self.standing == Standing.DISPUTED


@dataclass(frozen=True, slots=True)
class Checked:
    """An act, an utterance or an actor with its values."""

    id: str
    words: str
    values: tuple[Value, ...]
    more: int  # values beyond these


def checked(
    desk: Desk, ledger: Ledger, subjects: Iterable[Subject], most: int, cited: int = CITED
) -> list[Checked]:
    """Lay them out, at most `most` values of each, first those in dispute, and `cited` reports of a value."""
    asked = [(subject, _first(ledger, subject.entries, most)) for subject in subjects]
    ledger.read(entry.claim for _, entries in asked for entry in entries)
    return [
        Checked(
            id=subject.id,
            words=_capital(phrase(desk.directory, subject.id)),
            values=tuple(_value(desk, ledger, ledger.given(ledger.claim(each.claim)), cited) for each in entries),
            more=len(subject.entries) - len(entries),
        )
        for subject, entries in asked
    ]


def _first(ledger: Ledger, entries: Sequence[Entry], most: int) -> Sequence[Entry]:
    """In their order; where not all fit, no value in dispute is left out for one that is not."""
    disputed = {each.claim for each in entries if ledger.is_disputed(each.claim)}
    chosen = set(sorted(entries, key=lambda each: each.claim not in disputed)[:most])
    return [each for each in entries if each in chosen]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _value(desk: Desk, ledger: Ledger, given: Given, most: int) -> Value:
    reports = list(dict.fromkeys(support.report for support in given.supports))
    evidence = _evidence(desk, given, reports[:most])
    disputes = {
        side: conflict.id
        for conflict in ledger.disputes(given.claim)
        for side in conflict.sides
        if side != given.claim.id
    }
    return Value(
        id=given.claim.id,
        kind=KINDS[given.claim.aspect.value],
        words=ledger.in_words(given.claim),
        in_marks=given.claim.aspect in _SPOKEN,
        standing=given.standing.value,
        sources=sources_in_words(*given.sources),
        inferred=given.inferred,
        agrees=tuple(map(ledger.agreement_in_words, given.agrees[:CITED])),
        against=tuple((ledger.in_words(other), disputes[other.id]) for other in given.against[:CITED]),
        cited=cited(evidence),
        evidence=evidence,
        more=max(0, len(reports) - most),
    )


def _evidence(desk: Desk, given: Given, reports: Sequence[str]) -> tuple[Evidence, ...]:
    """The sentences of these reports that give a value, with the words marked."""
    found: list[Evidence] = []
    supports = (support for support in given.supports if support.report in reports)
    for report, of_report in groupby(supports, key=lambda support: support.report):
        spans = [support.words.span for support in of_report]
        found += desk.evidence(passages(desk.story, desk.directory.reports[report], spans, ""))
    return gathered(found)
