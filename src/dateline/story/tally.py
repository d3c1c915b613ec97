"""How many stand behind something: reports, outlets and independent origins, three numbers and never one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.model import (
    Claim,
    Conflict,
    CopyGroup,
    LinkKind,
    MergedEvent,
    Origin,
    Record,
    Report,
    TimelineEntry,
    Utterance,
)

if TYPE_CHECKING:
    from dateline.story.story import Story


@dataclass(frozen=True, slots=True)
class Tally:
    """Three counts. Origins that cannot be told apart make a range; nothing is rounded up."""

    reports: int
    outlets: int  # distinct outlets that the reports name
    outlets_unknown: int  # reports that name none
    origins_low: int  # if all texts of unknown origin came from an origin that is counted already
    origins_high: int  # if each of them were an origin of its own


def of(story: Story, record: Record) -> Tally:
    """The counts behind one record."""
    if isinstance(record, TimelineEntry):
        return of(story, story.get(record.event))
    supports = [support for id_ in _weighed(record) for support in story.supports(id_)]
    if supports:
        reports = {support.report for support in supports}
        origins = {support.origin for support in supports}
    else:
        reports = set(_reports(story, record))
        origins = {origin for report in reports for origin in _origins(story, report)}
    return _counted([story.report(id_) for id_ in sorted(reports)], (story.get(id_) for id_ in sorted(origins)))


def _weighed(record: Record) -> Iterable[str]:
    """The ids whose supports stand behind a record."""
    if isinstance(record, Conflict):
        return record.sides
    return (record.id,) if isinstance(record, Claim | MergedEvent | Utterance) else ()


def _reports(story: Story, record: Record) -> Iterable[str]:
    """The reports behind a record that has no supports."""
    if isinstance(record, Report):
        return (record.id,)
    if isinstance(record, Origin):
        return record.reports
    if isinstance(record, CopyGroup):
        return (member.report for member in record.members)
    report = getattr(record, "report", None)
    members = story.members(record.id)
    if report is not None and not members:
        return (report,)
    return (id_ for member in members for id_ in _reports(story, member))


def _origins(story: Story, report: str) -> Iterable[str]:
    return (link.target for link in story.links(report) if link.kind is LinkKind.ORIGIN and link.member == report)


def _counted(reports: list[Report], origins: Iterable[Record]) -> Tally:
    outlets = {report.outlet for report in reports if report.outlet is not None}
    known = [origin.known for origin in origins if isinstance(origin, Origin)]
    return Tally(
        reports=len(reports),
        outlets=len(outlets),
        outlets_unknown=sum(report.outlet is None for report in reports),
        origins_low=max(sum(known), min(1, len(known))),
        origins_high=len(known),
    )
