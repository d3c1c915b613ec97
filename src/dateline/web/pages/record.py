"""What stands behind one record, in plain words; an actor or a report has a page of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Actor, Chain, Event, Link, MergedEvent, Origin, Quotation, Report, Utterance
from dateline.story.explain import Line, explain, find
from dateline.web.asked import Asked
from dateline.web.desk import Desk, Evidence
from dateline.web.pages.page import Leads, Page

_CHECKED = (MergedEvent, Utterance)  # the page of claims has values of these
_JOINED = (Chain, Event, Link, MergedEvent, Origin, Quotation, Utterance)  # the review asks about these


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A statement, with the address of what it is about, or the sentences that something was read from."""

    text: str
    address: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class RecordPage:
    """An explanation, laid out."""

    id: str
    kind: str
    says: str
    reviewed: bool  # the review may have questions about it
    checked: bool  # there are claims about it
    parts: tuple[tuple[str, tuple[ToldLine, ...]], ...]


def show(desk: Desk, asked: Asked) -> RecordPage | Leads:
    """Lay it out, or say where its page is; NotFoundError for an id that no record has."""
    record = find(desk.story, asked.id)
    if isinstance(record, Actor):
        return Leads(f"/actors/{record.id}")
    if isinstance(record, Report):
        return Leads(f"/reports/{record.id}")
    told = explain(desk.story, record.id)
    parts = tuple((part.heading, tuple(_lines(desk, part.lines))) for part in told.parts)
    reviewed, checked = isinstance(record, _JOINED), isinstance(record, _CHECKED)
    return RecordPage(told.id, told.kind, told.says, reviewed, checked, parts)


def _lines(desk: Desk, lines: tuple[Line, ...]) -> Iterator[ToldLine]:
    for line in lines:
        if line.passage:
            yield ToldLine("", None, desk.evidence([line.passage]))
        else:
            yield ToldLine(line.text, f"/records/{line.id}" if line.id else None, ())


PAGE = Page("record", "/records/{id}", "Record", show)
