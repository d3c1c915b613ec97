"""Values that cannot all hold: every side with its words, none of them chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest

from dateline.model import Anomaly, ConflictKind, Quotation, SpeechKind, Utterance
from dateline.span import Span
from dateline.story.lookup.directory import NOBODY
from dateline.story.lookup.passage import passages
from dateline.story.views import ConflictRow
from dateline.web.desk import Citation, Desk, Evidence, gathered

_SENTENCES = 4  # of a conflict in a list: the first of each side; a conflict may have a hundred
_QUESTIONS = {
    ConflictKind.DATE: "On which day?",
    ConflictKind.NUMBER: "How many?",
    ConflictKind.PLACE: "Where?",
    ConflictKind.PARTICIPANT: "Who took part?",
    ConflictKind.ATTRIBUTION: "Whose words?",
    ConflictKind.WORDING: "In which words?",
    ConflictKind.ROLE: "In which office?",
    ConflictKind.STATEMENT: "Is it so?",
    ConflictKind.REVERSAL: "First so, then otherwise",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values, with the sentences that give it; none if all sides rest on the same sentences."""

    value: str
    speaker: str | None  # who says so, of statements
    in_marks: bool  # a statement in the speaker's own words
    sources: str
    note: str | None  # which reading of an attribution it is
    evidence: tuple[Evidence, ...]
    more: int  # sentences that are not shown
    id: str  # of the claim, whose page has them all


@dataclass(frozen=True, slots=True)
class Dispute:
    """One conflict."""

    id: str
    question: str
    about: str | None
    about_id: str
    reasons: tuple[str, ...]
    decided: tuple[str, ...]  # what persons ruled on what it is about
    sides: tuple[Side, ...]
    evidence: tuple[Evidence, ...]  # of all sides alike
    more: int  # sentences of these that are not shown

    @property
    def cited(self) -> tuple[Citation, ...]:
        """The reports behind the sides, one of each side in turn."""
        of_sides = [[citation for each in side.evidence for citation in each.citations] for side in self.sides]
        return tuple(citation for turn in zip_longest(*of_sides) for citation in turn if citation)


def disputes(desk: Desk) -> list[Dispute]:
    """All conflicts, laid out."""
    return [dispute(desk, group) for group in grouped(desk.conflicts)]


def grouped(rows: Iterable[ConflictRow]) -> list[list[ConflictRow]]:
    """The rows of each conflict: conflicts that most reports take part in first, then by the earliest report."""
    groups = [list(group) for _, group in groupby(rows, key=lambda row: row.id)]
    return sorted(groups, key=lambda group: -len({row.report for row in group}))


def by_record(desk: Desk) -> Mapping[str, str]:
    """The dispute about a record, by the record's id."""
    return desk.dispute_about


def written(desk: Desk, ids: Iterable[str]) -> list[Dispute]:
    """These conflicts, laid out as in a list."""
    rows = desk.conflict_rows(ids)
    return [dispute(desk, list(group), _SENTENCES) for _, group in groupby(rows, key=lambda row: row.id)]


def dispute(desk: Desk, rows: Sequence[ConflictRow], most: int | None = None) -> Dispute:
    """One conflict, laid out with so many sentences, at least one of each side; None for all of them."""
    first = rows[0]
    sides = [list(group) for _, group in groupby(rows, key=lambda row: row.side)]
    shared = len({tuple((row.report, row.sentence) for row in side) for side in sides}) == 1
    of_side = max(1, most // len(sides)) if most else None
    told = [_evidence(desk, side) for side in sides]
    alike = _evidence(desk, rows) if shared else ()
    return Dispute(
        id=first.id,
        question=_QUESTIONS[ConflictKind(first.kind)],
        about=_about(first),
        about_id=first.about,
        reasons=(first.reason, *dict.fromkeys(_doubts(desk, first.about))),
        decided=first.decided,
        sides=tuple(
            Side(
                value=side[0].value,
                speaker=_speaker(desk, side[0].claim) if first.kind == ConflictKind.STATEMENT else None,
                in_marks=_is_verbatim(desk, side[0].claim),
                sources=desk.sources(side[0].claim),
                note=_reading(desk, first.about, side[0].value)
                if first.kind == ConflictKind.ATTRIBUTION
                else None,
                evidence=() if shared else evidence[:of_side],
                more=0 if shared or of_side is None else max(0, len(evidence) - of_side),
                id=side[0].claim,
            )
            for side, evidence in zip(sides, told, strict=True)
        ),
        evidence=alike[:most],
        more=len(alike) - len(alike[:most]),
    )


def _about(row: ConflictRow) -> str | None:
    """What is disputed; None for statements, whose sides say it themselves."""
    if row.kind == ConflictKind.STATEMENT:
        return None
    return row.about_words[:1].upper() + row.about_words[1:]


def _speaker(desk: Desk, claim: str) -> str:
    """Who makes a statement, by the actor's name or in the words of the report."""
    for quotation in _quotations(desk, claim):
        printed = quotation.source.text if quotation.source else NOBODY
        return desk.directory.somebody(quotation.speaker) or printed
    return NOBODY


def _is_verbatim(desk: Desk, claim: str) -> bool:
    """True if words in quotation marks stand behind a claim, and no account of them."""
    return any(quotation.kind is not SpeechKind.INDIRECT for quotation in _quotations(desk, claim))


def _quotations(desk: Desk, claim: str) -> Iterator[Quotation]:
    members = (support.member for support in desk.story.supports(claim))
    return (desk.directory.quotations[id_] for id_ in members if id_ in desk.directory.quotations)


def _evidence(desk: Desk, rows: Sequence[ConflictRow]) -> tuple[Evidence, ...]:
    found: list[Evidence] = []
    ordered = sorted(rows, key=lambda row: desk.directory.place(row.report, row.start))
    for report, of_report in groupby(ordered, key=lambda row: row.report):
        spans = [Span(row.start, row.start + len(row.words)) for row in of_report]
        given = desk.directory.reports[report]
        found += desk.evidence(passages(desk.story, given, spans, ""))
    return gathered(found)


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
