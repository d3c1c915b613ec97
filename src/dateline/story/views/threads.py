"""The matters that the reports of a story are about, a row for each report of a thread."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import LinkKind
from dateline.story.lookup.directory import Directory
from dateline.story.lookup.row import Row
from dateline.story.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadRow(Row):
    """One report of a thread; `id` is the thread's."""

    name: str
    reports: int  # of the thread, as all counts
    outlets: int
    outlets_unknown: int
    origins_low: int
    origins_high: int
    published_from: str | None  # ISO 8601, the first day of publication
    published_to: str | None
    shared_words: tuple[str, ...]  # that bind its reports, weightiest first
    actors: tuple[str, ...]  # names of those whom its reports name
    likeness: float  # mean over pairs of its texts, 0 to 1
    report: str
    title: str | None
    published: str | None  # EDTF
    outlet: str | None
    location: str
    cited: str  # outlet, date and file in words
    likeness_to_others: float  # of this report's text, 0 to 1
    reason: str  # why the report is in the thread


def threads(story: Story) -> list[ThreadRow]:
    """Threads of most reports first, the reports of each earliest first."""
    directory = Directory.of(story)
    rows = []
    for thread in story.threads():
        counts = directory.sources(thread.id)
        days = thread.time
        for id_ in thread.reports:
            report = directory.reports[id_]
            link = next(each for each in directory.links_of(id_) if each.kind is LinkKind.THREAD)
            rows.append(
                ThreadRow(
                    id=thread.id,
                    name=thread.name,
                    reports=counts.reports,
                    outlets=counts.outlets,
                    outlets_unknown=counts.outlets_unknown,
                    origins_low=counts.origins_low,
                    origins_high=counts.origins_high,
                    published_from=days.earliest.isoformat() if days and days.earliest else None,
                    published_to=days.latest.isoformat() if days and days.latest else None,
                    shared_words=thread.shared_words,
                    actors=tuple(name for actor in thread.actors if (name := directory.actor(actor))),
                    likeness=thread.likeness,
                    report=id_,
                    title=report.title,
                    published=report.published.edtf if report.published else None,
                    outlet=report.outlet,
                    location=report.location,
                    cited=directory.cite(id_),
                    likeness_to_others=link.score,
                    reason="; ".join(link.reasons),
                )
            )
    return rows
