"""The reports of a story, and the inputs that are none."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import (
    EarlierVersion,
    Event,
    Furniture,
    FurnitureKind,
    Origin,
    Paragraph,
    ParagraphKind,
    Quotation,
    Rejection,
    Sentence,
)
from dateline.model.report import STUB_RULE
from dateline.story import query
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
    directory = Directory.of(story)
    origins = {id_: origin for origin in story.all(Origin) for id_ in origin.reports}
    sentences, quotations, events, furniture = (
        query.counted_by_report(story.connection, kind) for kind in (Sentence, Quotation, Event, Furniture)
    )
    unread = {
        each.report for each in query.fetch(story.connection, Paragraph, "r.kind = ?", (ParagraphKind.UNREAD,))
    }
    corrections: dict[str, list[str]] = {}
    for piece in query.fetch(story.connection, Furniture, "r.kind = ?", (FurnitureKind.CORRECTION,)):
        corrections.setdefault(piece.report, []).append(piece.words.text)
    stubs = {piece.report for piece in query.fetch(story.connection, Furniture, "r.rule = ?", (STUB_RULE,))}
    latest = {version.report: version.latest for version in story.all(EarlierVersion)}
    rows = []
    for report in directory.reports.values():
        origin = origins.get(report.id)
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
                sentences=sentences.get(report.id, 0),
                quotations=quotations.get(report.id, 0),
                events=events.get(report.id, 0),
                furniture=furniture.get(report.id, 0),
                stub=report.id in stubs,
                latest=latest.get(report.id),
                corrections=tuple(corrections.get(report.id, ())),
            )
        )
    return rows


def outlets(story: Story) -> tuple[str, ...]:
    """The outlets known by name, in the order of the alphabet."""
    rows = story.connection.execute("SELECT DISTINCT outlet FROM report WHERE outlet IS NOT NULL")
    return tuple(sorted(outlet for (outlet,) in rows if outlet))


def rejections(story: Story) -> list[RejectionRow]:
    """All inputs that are no reports, by location."""
    given = sorted(story.all(Rejection), key=lambda rejection: (rejection.location, rejection.id))
    return [
        RejectionRow(id=each.id, location=each.location, code=each.code.value, reason=each.reason)
        for each in given
    ]
