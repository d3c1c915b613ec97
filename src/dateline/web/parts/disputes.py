"""Values that cannot all hold: every side with its words, none of them chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dateline.model import Anomaly, ConflictKind, Utterance
from dateline.span import Span
from dateline.story import views
from dateline.story.views import ConflictRow
from dateline.story.views.passage import passages
from dateline.web.desk import Desk, Evidence

_QUESTIONS = {
    ConflictKind.DATE: "On which day?",
    ConflictKind.NUMBER: "How many?",
    ConflictKind.PLACE: "Where?",
    ConflictKind.PARTICIPANT: "Who took part?",
    ConflictKind.ATTRIBUTION: "Whose words?",
    ConflictKind.STATEMENT: "Is it so?",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values, with the sentences that give it; none if all sides rest on the same sentences."""

    value: str
    is_speech: bool
    sources: str
    note: str | None  # which reading of an attribution it is
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """One conflict."""

    id: str
    question: str
    about: str
    about_id: str
    reasons: tuple[str, ...]
    sides: tuple[Side, ...]
    evidence: tuple[Evidence, ...]  # of all sides alike


def disputes(desk: Desk) -> list[Dispute]:
    """All conflicts, by the earliest report that has a side of them."""
    rows = views.conflicts(desk.story)
    return [_dispute(desk, list(group)) for _, group in groupby(rows, key=lambda row: row.id)]


def _dispute(desk: Desk, rows: Sequence[ConflictRow]) -> Dispute:
    first = rows[0]
    sides = [list(group) for _, group in groupby(rows, key=lambda row: row.side)]
    shared = len({tuple((row.report, row.sentence) for row in side) for side in sides}) == 1
    return Dispute(
        id=first.id,
        question=_QUESTIONS[ConflictKind(first.kind)],
        about=first.about_words[:1].upper() + first.about_words[1:],
        about_id=first.about,
        reasons=(first.reason, *dict.fromkeys(_doubts(desk, first.about))),
        sides=tuple(
            Side(
                value=side[0].value,
                is_speech=first.kind == ConflictKind.STATEMENT,
                sources=desk.sources(side[0].claim),
                note=_reading(desk, first.about, side[0].value)
                if first.kind == ConflictKind.ATTRIBUTION
                else None,
                evidence=() if shared else _evidence(desk, side),
            )
            for side in sides
        ),
        evidence=_evidence(desk, rows) if shared else (),
    )


def _evidence(desk: Desk, rows: Sequence[ConflictRow]) -> tuple[Evidence, ...]:
    found: list[Evidence] = []
    ordered = sorted(rows, key=lambda row: desk.directory.place(row.report, row.start))
    for report, of_report in groupby(ordered, key=lambda row: row.report):
        spans = [Span(row.start, row.start + len(row.words)) for row in of_report]
        given = desk.directory.reports[report]
        found += desk.evidence(passages(desk.story, given, spans, ""))
    return tuple(found)


def _reading(desk: Desk, about: str, name: str) -> str | None:
    """Whether a report prints this name, or has it from its other sentences; None where it prints a pronoun."""
    given = desk.story.get(about)
    for member in given.members if isinstance(given, Utterance) else ():
        quotation = desk.directory.quotations[member]
        if quotation.anomaly is Anomaly.ATTRIBUTION:
            if desk.directory.somebody(quotation.speaker) == name:
                return "as printed"
            if desk.directory.somebody(quotation.other_speaker) == name:
                return "as other sentences have it"
    return None


def _doubts(desk: Desk, about: str) -> Iterator[str]:
    """Why the printed speaker of an utterance is in doubt, as its reports print it."""
    given = desk.story.get(about)
    for member in given.members if isinstance(given, Utterance) else ():
        quotation = desk.directory.quotations[member]
        if quotation.anomaly:
            printed = f"printed as said by “{quotation.source.text}”; " if quotation.source else ""
            yield f"{printed}{quotation.anomaly_reason or quotation.anomaly.value}"
