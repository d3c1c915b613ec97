"""Sentences and headlines that have the words looked for."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.story.story import Story
from dateline.story.views.directory import Directory
from dateline.story.views.row import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class HitRow(Row):
    """A hit; `id` is the sentence's, or the report's for a headline."""

    is_title: bool
    text: str
    report: str
    published: str | None  # EDTF
    outlet: str | None
    location: str
    cited: str  # outlet, date and file in words


def search(story: Story, words: str, limit: int) -> list[HitRow]:
    """At most `limit` sentences and headlines that have all the words, best first."""
    directory = Directory(story)
    rows = []
    for hit in story.search(words, limit):
        report = directory.reports[hit.report]
        rows.append(
            HitRow(
                id=hit.sentence or hit.report,
                is_title=hit.sentence is None,
                text=hit.text,
                report=report.id,
                published=report.published.edtf if report.published else None,
                outlet=report.outlet,
                location=report.location,
                cited=directory.cite(report.id),
            )
        )
    return rows
