"""What there is to rule on, each with the sentences of both sides, and what was ruled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from dateline.model import Chain, Event, Mention, MentionForm, Quotation, Record, Report
from dateline.span import Span
from dateline.story import views
from dateline.story.catalogue.doubts import SPEAKERS
from dateline.story.lookup.passage import Passage, passages
from dateline.story.views import DoubtRow
from dateline.story.views.between import copies_of
from dateline.web.desk import Desk, Evidence, Name

KINDS = {
    "speaker": "speakers in dispute",
    "actor": "names",
    "event": "acts",
    "utterance": "quotations",
    "origin": "copies",
}
_QUESTIONS = {
    "speaker": "Who said it?",
    "actor": "Is this somebody the same?",
    "event": "Is this the same act?",
    "utterance": "Are these the same words?",
    "origin": "Is this from the same text?",
}
_OTHERS = 2  # members shown for the other side: enough to know it by; all stand on its own page
_NAMED = (MentionForm.NAME, MentionForm.ROLE, MentionForm.GROUP, MentionForm.PRONOUN)  # best to know somebody by


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that may or may not belong together."""

    words: str
    id: str
    evidence: tuple[Evidence, ...]
    more: int  # members that are not shown


@dataclass(frozen=True, slots=True)
class Card:
    """One question as a page asks it."""

    row: DoubtRow
    question: str
    sides: tuple[Side, ...]
    speakers: tuple[Name, ...]


def card(desk: Desk, row: DoubtRow) -> Card:
    """Lay out one question."""
    return Card(row, _QUESTIONS[row.kind], tuple(_sides(desk, row)), _names(desk, row.speakers))


def _sides(desk: Desk, row: DoubtRow) -> Iterator[Side]:
    if row.kind == SPEAKERS:
        printed = desk.story.members(row.target)
        yield Side(row.member_words, row.target, _evidence(desk, printed[:_OTHERS]), len(printed[_OTHERS:]))
        return
    member = desk.story.get(row.member)
    others = views.joined_with(desk.story, row)
    if isinstance(member, Report):
        desk.directory.reports.read(others)
        yield from _texts(desk, row, member, [desk.directory.reports[id_] for id_ in others])
        return
    yield Side(row.member_words, row.member, _evidence(desk, [member]), 0)
    shown = [desk.story.get(id_) for id_ in others[:_OTHERS]]
    yield Side(row.target_words, row.target, _evidence(desk, shown), len(others) - len(shown))


def _texts(desk: Desk, row: DoubtRow, member: Report, others: Sequence[Report]) -> Iterator[Side]:
    """Two reports by the words that they share; by how they begin, where these are not told."""
    theirs = {other.id for other in others}
    shared = {member.id: Span(0, min(1, len(member.text)))}
    for group in copies_of(desk.story, member.id):
        spans = {each.report: each.words.span for each in group.members}
        if theirs & spans.keys():
            shared |= spans
            break
    other = next((other for other in others if other.id in shared), others[0])
    for report, words in ((member, row.member_words), (other, row.target_words)):
        span = shared.get(report.id, Span(0, min(1, len(report.text))))
        first = Span(span.start, min(span.end, span.start + 1))  # the sentence that the shared words begin with
        begins = [replace(passage, marks=()) for passage in _read(desk, report.id, [first])]
        more = len(others) - 1 if report is other else 0
        yield Side(words, report.id, desk.evidence(begins), more)


def _evidence(desk: Desk, records: Iterable[Record]) -> tuple[Evidence, ...]:
    return desk.evidence(passage for record in records for passage in _passages(desk, record))


def _passages(desk: Desk, record: Record) -> list[Passage]:
    if isinstance(record, Chain):
        mentions = [m for m in desk.story.in_report(Mention, record.report) if m.chain == record.id]
        best = sorted(mentions, key=lambda m: (_NAMED.index(m.form), m.words.start))
        return _read(desk, record.report, (m.words.span for m in islice(best, 1)))
    if isinstance(record, Quotation):
        spans = [each.span for each in record.contents]
        return _read(desk, record.report, spans + ([record.source.span] if record.source else []))
    return _read(desk, record.report, [record.words.span]) if isinstance(record, Event) else []


def _read(desk: Desk, report: str, spans: Iterable[Span]) -> list[Passage]:
    return passages(desk.story, desk.directory.reports[report], spans, desk.directory.cite(report))


def _names(desk: Desk, ids: Iterable[str]) -> tuple[Name, ...]:
    return tuple(Name(desk.directory.actor(id_) or id_, id_) for id_ in ids)
