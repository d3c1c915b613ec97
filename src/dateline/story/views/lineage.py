"""Where texts come from: a row for each report that shares a passage, and one for each report of an origin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import CopyGroup, Origin
from dateline.story.lookup.directory import Directory
from dateline.story.lookup.row import Row
from dateline.story.story import Story
from dateline.story.tally import owners_of
from dateline.story.wording import days_in_words, owners_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRow(Row):
    """One report's side of a shared passage; `id` is the copy group's."""

    kind: str
    agency: str | None
    containment: float  # share of the shorter side that stands in the other, 0 to 1
    reason: str
    report: str
    published: str | None  # EDTF
    outlet: str | None
    owner: str | None  # of the outlet, where it is known
    location: str
    cited: str  # outlet, date and file in words
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginRow(Row):
    """One report of an independent origin; `id` is the origin's."""

    of: str  # "text": of whole reports; "words": of words that reports quote
    label: str
    agency: str | None
    known: bool  # False: it may or may not be independent
    reason: str
    report: str
    published: str | None  # EDTF
    outlet: str | None
    owner: str | None  # of the outlet, where it is known
    location: str
    cited: str  # outlet, date and file in words


def copies(story: Story) -> list[CopyRow]:
    """All shared passages, the reports of each earliest first."""
    directory = Directory.of(story)

    def place(group: CopyGroup) -> tuple[int, int, str]:
        first = group.members[0]
        return *directory.place(first.report, first.words.start), group.id

    rows = []
    for group in sorted(story.all(CopyGroup), key=place):
        for member in group.members:
            report = directory.reports[member.report]
            rows.append(
                CopyRow(
                    id=group.id,
                    kind=group.kind.value,
                    agency=group.agency,
                    containment=group.containment,
                    reason=group.reason,
                    report=report.id,
                    published=report.published.edtf if report.published else None,
                    outlet=report.outlet,
                    owner=report.owner,
                    location=report.location,
                    cited=directory.cite(report.id),
                    start=member.words.start,
                    end=member.words.end,
                    words=member.words.text,
                )
            )
    return rows


def origins(story: Story) -> list[OriginRow]:
    """All independent origins, the reports of each earliest first."""
    directory = Directory.of(story)
    behind = {origin.id: _reports_of(directory, origin) for origin in story.all(Origin)}
    rows = []
    for origin in sorted(story.all(Origin), key=lambda each: (behind[each.id], each.id)):
        for place in behind[origin.id]:
            report = directory.at(place)
            rows.append(
                OriginRow(
                    id=origin.id,
                    of="text" if origin.reports else "words",
                    label=days_in_words(origin.label),
                    agency=origin.agency,
                    known=origin.known,
                    reason=origin.reason,
                    report=report.id,
                    published=report.published.edtf if report.published else None,
                    outlet=report.outlet,
                    owner=report.owner,
                    location=report.location,
                    cited=directory.cite(report.id),
                )
            )
    return rows


def one_owner(rows: Iterable[CopyRow | OriginRow]) -> str:
    """`2 outlets of one owner, Quay Media`: what outlets of these rows have one owner; empty if none have."""
    return owners_in_words(owners_of(rows))


def _reports_of(directory: Directory, origin: Origin) -> list[int]:
    """The places of its reports, or of those that quote words of it."""
    quoting = {
        directory.quotations[link.member].report
        for link in directory.joined_into(origin.id)
        if link.member in directory.quotations
    }
    return sorted(directory.place(report)[0] for report in set(origin.reports) or quoting)
