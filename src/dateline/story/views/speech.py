"""Who said what: a row for each quotation of each report, those of one utterance side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import batched

from dateline.model import Conflict, ConflictKind, LinkKind, Quotation, Relation, Timex, Utterance
from dateline.story.lookup.directory import Directory, Sources
from dateline.story.lookup.phrases import spoken
from dateline.story.lookup.read_ahead import AT_ONCE, read_ahead_of_quotations, read_ahead_of_utterances
from dateline.story.lookup.row import Row
from dateline.story.story import Story
from dateline.story.wording import days_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationRow(Row):
    """One quotation as one report gives it, with the utterance it belongs to and what stands behind that."""

    utterance: str | None
    relation: str | None  # to the utterance's first printing: "first", "trimmed", "changed" ...
    published: str | None  # EDTF, of the report
    outlet: str | None
    report: str
    location: str
    cited: str  # outlet, date and file in words
    start: int
    text: str  # its pieces, joined
    kind: str
    stance: str
    negated: bool
    speaker: str | None  # as printed, by the actor's name
    speaker_id: str | None
    speaker_printed: str | None  # the words of the report
    other_speaker: str | None  # the second reading of a flagged attribution
    other_speaker_id: str | None
    anomaly: str | None
    anomaly_reason: str | None
    conflict: str | None  # the id of the conflict about who said it
    conflict_reason: str | None
    cue: str | None
    addressee: str | None
    via: str | None
    medium: str | None  # what it was said through: a statement, a tweet
    venue: str | None  # where, or on what occasion
    said_at: str | None  # EDTF, of the time of speaking
    said_at_printed: str | None
    within: str | None  # the id of the quotation in whose words it is told
    ruled_speaker: str | None  # whom a person ruled to have said it; `speaker` stays as the report has it
    ruled_speaker_id: str | None
    decided: tuple[str, ...]  # what persons ruled on it, each with who and why
    reports: int  # behind the utterance
    outlets: int
    outlets_unknown: int
    origins_low: int
    origins_high: int


def quotes(story: Story) -> list[QuotationRow]:
    """All quotations but rejected ones: utterances by the earliest report that has them, then their members."""
    directory = Directory.of(story)
    together = utterances(directory)
    told = {member for utterance in together for member in utterance.members} | directory.decided.rejected.keys()
    alone = [quotation for quotation in story.all(Quotation) if quotation.id not in told]
    return [*utterance_rows(directory, together), *lone_rows(directory, alone)]


def utterance_rows(directory: Directory, given: Sequence[Utterance]) -> list[QuotationRow]:
    """The quotations of these utterances, utterance by utterance."""
    rows = []
    for part in batched(given, AT_ONCE):
        read_ahead_of_utterances(directory, part)
        rows += [row for utterance in part for row in _rows(directory, utterance)]
    return rows


def lone_rows(directory: Directory, quotations: Sequence[Quotation]) -> list[QuotationRow]:
    """These quotations, which are in no utterance."""
    read_ahead_of_quotations(directory, quotations)
    return [_row(directory, each, None, None, directory.sources(each.id), None) for each in quotations]


def _rows(directory: Directory, utterance: Utterance) -> Iterator[QuotationRow]:
    sources = directory.sources(utterance.id)
    disputes = directory.story.related(Conflict, "about", utterance.id)
    dispute = next((each for each in reversed(disputes) if each.kind is ConflictKind.ATTRIBUTION), None)
    relation_of = dict(zip(utterance.members, utterance.relations, strict=False))
    for member in utterance.members:
        quotation = directory.quotations[member]
        yield _row(directory, quotation, utterance.id, relation_of.get(member), sources, dispute)


def utterances(directory: Directory) -> list[Utterance]:
    """All utterances, by the earliest place that has them."""
    given = directory.story.all(Utterance)
    directory.quotations.read(utterance.members[0] for utterance in given)

    def place(utterance: Utterance) -> tuple[int, int, str]:
        first = directory.quotations[utterance.members[0]]
        return *directory.place(first.report, first.contents[0].start), utterance.id

    return sorted(given, key=place)


def _row(
    directory: Directory,
    quotation: Quotation,
    utterance: str | None,
    relation: Relation | None,
    sources: Sources,
    conflict: Conflict | None,
) -> QuotationRow:
    report = directory.reports[quotation.report]
    when = directory.story.get(quotation.said_at) if quotation.said_at else None
    assert when is None or isinstance(when, Timex)  # noqa: S101 -- the reference is to a time expression
    ruled = directory.decided.speaker(utterance or quotation.id)
    return QuotationRow(
        id=quotation.id,
        utterance=utterance,
        relation=relation.value if relation else None,
        published=report.published.edtf if report.published else None,
        outlet=report.outlet,
        report=report.id,
        location=report.location,
        cited=directory.cite(report.id),
        start=quotation.contents[0].start,
        text=spoken(quotation),
        kind=quotation.kind.value,
        stance=quotation.stance.value,
        negated=quotation.negated,
        speaker=directory.somebody(quotation.speaker),
        speaker_id=_actor_id(directory, quotation.speaker),
        speaker_printed=quotation.source.text if quotation.source else None,
        other_speaker=directory.somebody(quotation.other_speaker),
        other_speaker_id=_actor_id(directory, quotation.other_speaker),
        anomaly=quotation.anomaly.value if quotation.anomaly else None,
        anomaly_reason=quotation.anomaly_reason,
        conflict=conflict.id if conflict else None,
        conflict_reason=days_in_words(conflict.reason) if conflict else None,
        cue=quotation.cue.text if quotation.cue else None,
        addressee=quotation.addressee.text if quotation.addressee else None,
        via=quotation.via,
        medium=quotation.medium.text if quotation.medium else None,
        venue=quotation.venue.text if quotation.venue else None,
        said_at=when.time.edtf if when and when.time else None,
        said_at_printed=when.words.text if when else None,
        within=quotation.within,
        ruled_speaker=ruled.name if ruled else None,
        ruled_speaker_id=ruled.id if ruled else None,
        decided=directory.decided.words(utterance or quotation.id),
        **sources._asdict(),
    )


def _actor_id(directory: Directory, chain: str | None) -> str | None:
    return directory.target(chain, LinkKind.ACTOR) if chain else None
