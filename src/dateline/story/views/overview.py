"""A whole story in numbers."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import (
    Actor,
    Conflict,
    CopyGroup,
    EarlierVersion,
    Furniture,
    FurnitureKind,
    Link,
    LinkKind,
    MergedEvent,
    Origin,
    Paragraph,
    ParagraphKind,
    Quotation,
    Rejection,
    Report,
    Sentence,
    Thread,
    Utterance,
)
from dateline.story import query
from dateline.story.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """How much came in, what was read from it, and what is in doubt."""

    inputs: int  # reports + rejections, always
    reports: int
    rejections: int
    earlier_versions: int  # reports that their outlets have replaced: read, neither linked nor counted
    outlets: int  # known by name
    outlets_unknown: int  # reports that do not tell theirs
    origins_low: int
    origins_high: int
    first_published: str | None  # ISO 8601, the earliest day a report may be of
    last_published: str | None
    reports_undated: int
    reports_misdated: int  # that state another day of publication elsewhere
    reports_corrected: int  # that say so themselves
    reports_unread: int  # in languages that are not read
    reports_unlinked: int  # an interrupted build leaves these; the next one links them
    furniture: int  # pieces of page text set apart
    sentences: int
    actors: int
    quotations: int
    utterances: int
    attributions_disputed: int  # utterances with more than one reading of the speaker
    events: int  # merged
    dates_disputed: int  # events whose reports name days that cannot all hold
    conflicts: int
    copy_groups: int
    threads: int  # matters that the reports are about


def overview(story: Story) -> Overview:
    """Count."""
    replaced = {version.report for version in story.all(EarlierVersion)}
    many = story.counts()
    given, rejections = many[Report], many[Rejection]
    reports = [report for report in story.all(Report) if report.id not in replaced]
    days = [report.published for report in reports if report.published]
    firsts = sorted(day.earliest.isoformat() for day in days if day.earliest)
    lasts = sorted(day.latest.isoformat() for day in days if day.latest)
    doubtful = {each.id for each in query.fetch(story.connection, Quotation, "r.anomaly IS NOT NULL")}
    utterances, events = story.all(Utterance), story.all(MergedEvent)
    low, high = _independent(story)
    return Overview(
        inputs=given + rejections,
        reports=given,
        rejections=rejections,
        earlier_versions=len(replaced),
        outlets=len({report.outlet for report in reports if report.outlet}),
        outlets_unknown=sum(report.outlet is None for report in reports),
        origins_low=low,
        origins_high=high,
        first_published=firsts[0] if firsts else None,
        last_published=lasts[-1] if lasts else None,
        reports_undated=len(reports) - len(days),
        reports_misdated=sum(bool(report.other_dates) for report in reports),
        reports_corrected=_reports_with(story, Furniture, FurnitureKind.CORRECTION),
        reports_unread=_reports_with(story, Paragraph, ParagraphKind.UNREAD),
        reports_unlinked=len(reports) - len({link.member for link in _report_links(story)}),
        furniture=many[Furniture],
        sentences=many[Sentence],
        actors=many[Actor],
        quotations=many[Quotation],
        utterances=len(utterances),
        attributions_disputed=sum(_is_disputed(each, doubtful) for each in utterances),
        events=len(events),
        dates_disputed=sum(event.time_disputed for event in events),
        conflicts=many[Conflict],
        copy_groups=many[CopyGroup],
        threads=many[Thread],
    )


def _is_disputed(utterance: Utterance, doubtful: set[str]) -> bool:
    return len(utterance.speakers) > 1 or not doubtful.isdisjoint(utterance.members)


def _reports_with(story: Story, kind: type[Furniture | Paragraph], of: FurnitureKind | ParagraphKind) -> int:
    """How many reports have a piece of that kind."""
    return len({each.report for each in query.fetch(story.connection, kind, "r.kind = ?", (of.value,))})


def _independent(story: Story) -> tuple[int, int]:
    """Fewest and most origins of the reports' texts: one of unknown lineage may come from any other."""
    texts = {link.target for link in _report_links(story)}
    known = sum(origin.known for origin in story.all(Origin) if origin.id in texts)
    return max(known, min(1, len(texts))), len(texts)


def _report_links(story: Story) -> list[Link]:
    """What ties reports to origins; words that reports quote may have an origin of their own."""
    reports = {report.id for report in story.all(Report)}
    return [link for link in story.all(Link) if link.kind is LinkKind.ORIGIN and link.member in reports]
