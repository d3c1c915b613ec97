"""The reports of a story, and the inputs that are none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import (
    EarlierVersion,
    Event,
    Furniture,
    FurnitureKind,
    LinkKind,
    Origin,
    Paragraph,
    ParagraphKind,
    Quotation,
    Rejection,
    Sentence,
)
from dateline.model.report import STUB_RULE
from dateline.story.story import Story
from dateline.story.views.directory import Directory
from dateline.story.views.row import Row
from dateline.story.wording import date_in_words, days_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow(Row):
    """One report: who published it, what it is counted as, and how much was read from it."""

    published: str | None  # EDTF
    published_words: str
    other_dates: tuple[str, ...]  # EDTF: days that it states elsewhere for its publication
    outlet: str | None
    owner: str | None  # of the outlet, where the table of outlets tells
    byline: str | None
    agencies: tuple[str, ...]
    title: str | None
    location: str
    language: str | None
    unread: str | None  # "unread: language ka": kept and searchable, but nothing is read from it
    url: str | None
    origin: str | None  # its text's independent origin
    origin_label: str | None
    origin_known: bool
    sentences: int
    quotations: int
    events: int
    furniture: int  # pieces set apart as page furniture
    stub: bool  # its source gave only a summary of it: kept as furniture, not read
    latest: str | None  # the report that replaced it; None: it is the latest version itself
    corrections: tuple[str, ...]  # what the report says of changes to itself


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectionRow(Row):
    """One input that did not become a report, and why."""

    location: str
    code: str
    reason: str


def reports(story: Story) -> list[ReportRow]:
    """All reports, earliest first."""
    directory = Directory(story)
    origins = {origin.id: origin for origin in story.all(Origin)}
    sentences, quotations = _by_report(story.all(Sentence)), _by_report(story.all(Quotation))
    pieces = story.all(Furniture)
    events, furniture = _by_report(story.all(Event)), _by_report(pieces)
    unread = {paragraph.report for paragraph in story.all(Paragraph) if paragraph.kind is ParagraphKind.UNREAD}
    corrections: dict[str, list[str]] = {}
    for piece in pieces:
        if piece.kind is FurnitureKind.CORRECTION:
            corrections.setdefault(piece.report, []).append(piece.words.text)
    stubs = {piece.report for piece in story.all(Furniture) if piece.rule == STUB_RULE}
    latest = {version.report: version.latest for version in story.all(EarlierVersion)}
    rows = []
    for report in directory.reports.values():
        origin = origins.get(directory.target(report.id, LinkKind.ORIGIN) or "")
        rows.append(
            ReportRow(
                id=report.id,
                published=report.published.edtf if report.published else None,
                published_words=date_in_words(report.published),
                other_dates=report.other_dates,
                outlet=report.outlet,
                owner=report.owner,
                byline=report.byline,
                agencies=report.agencies,
                title=report.title,
                location=report.location,
                language=report.language,
                unread=f"unread: language {report.language}" if report.id in unread else None,
                url=report.url,
                origin=origin.id if origin else None,
                origin_label=days_in_words(origin.label) if origin else None,
                origin_known=origin is not None and origin.known,
                sentences=sentences[report.id],
                quotations=quotations[report.id],
                events=events[report.id],
                furniture=furniture[report.id],
                stub=report.id in stubs,
                latest=latest.get(report.id),
                corrections=tuple(corrections.get(report.id, ())),
            )
        )
    return rows


def rejections(story: Story) -> list[RejectionRow]:
    """All inputs that are no reports, by location."""
    given = sorted(story.all(Rejection), key=lambda rejection: (rejection.location, rejection.id))
    return [
        RejectionRow(id=each.id, location=each.location, code=each.code.value, reason=each.reason)
        for each in given
    ]


def _by_report(records: Iterable[Sentence | Quotation | Event | Furniture]) -> Counter[str]:
    return Counter(record.report for record in records)
