"""The main event of each report: who, what, when and where in a line each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import batched

from dateline.model import LinkKind
from dateline.story.lookup.directory import Directory
from dateline.story.lookup.read_ahead import AT_ONCE
from dateline.story.lookup.row import Row
from dateline.story.main_event import Answer, MainEvent
from dateline.story.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class GistRow(Row):
    """One report in four lines; what it does not tell is None. `id` is the report's."""

    outlet: str | None
    published: str | None  # EDTF
    title: str | None
    who: str | None
    who_found: str | None  # "headline", "lede" or "report"
    what: str | None
    what_found: str | None
    when: str | None  # as printed
    when_found: str | None  # "publication": no day is told, this is the day on which the report came out
    day: str | None  # ISO 8601
    where: str | None
    where_found: str | None
    event: str | None  # the merged event that the report's own one belongs to


def gists(story: Story) -> list[GistRow]:
    """All reports, earliest first."""
    directory = Directory.of(story)
    return gists_of(directory, directory.places)


def gists_of(directory: Directory, reports: Iterable[str]) -> list[GistRow]:
    """These reports, earliest first."""
    ordered = sorted(reports, key=directory.places.__getitem__)
    return [
        _row(directory, found)
        for part in batched(ordered, AT_ONCE)
        for found in directory.story.main_events(part).values()
    ]


def _row(directory: Directory, found: MainEvent) -> GistRow:
    report = directory.reports[found.report]
    return GistRow(
        id=report.id,
        outlet=report.outlet,
        published=report.published.edtf if report.published else None,
        title=report.title,
        who=_text(found.who),
        who_found=_found(found.who),
        what=_text(found.what),
        what_found=_found(found.what),
        when=_text(found.when),
        when_found=_found(found.when),
        day=found.day.isoformat() if found.day else None,
        where=_text(found.where),
        where_found=_found(found.where),
        event=directory.target(found.event, LinkKind.EVENT) if found.event else None,
    )


def _text(answer: Answer | None) -> str | None:
    return answer.text if answer else None


def _found(answer: Answer | None) -> str | None:
    return answer.found_in if answer else None
