"""Sentences, headlines and what is not read that have the words looked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.story.lookup.directory import UNKNOWN_OUTLET, file_of
from dateline.story.lookup.row import Row
from dateline.story.search import ANYWHERE, Hit, Within
from dateline.story.story import Story
from dateline.story.wording import date_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class HitRow(Row):
    """A hit; `id` is the sentence's, or the report's for text that is no sentence of it."""

    found_in: str  # "headline", "sentence", "unread", "furniture"
    text: str
    start: int | None  # in the report's clean text; None: a headline that does not stand in it
    report: str
    published: str | None  # EDTF
    outlet: str | None
    location: str
    cited: str  # outlet, date and file in words
    likeness: float | None  # to what was looked for, 0 to 1; None: it has the words


def search(story: Story, words: str, limit: int, offset: int = 0, within: Within = ANYWHERE) -> list[HitRow]:
    """At most `limit` hits that have all the words, best first."""
    return hit_rows(story, story.search(words, limit, offset, within))


def hit_rows(story: Story, hits: Iterable[Hit]) -> list[HitRow]:
    """Hits with what their reports tell of themselves."""
    rows = []
    for hit in hits:
        report = story.report(hit.report)
        rows.append(
            HitRow(
                id=hit.sentence or hit.report,
                found_in=hit.found_in,
                text=hit.text,
                start=hit.start,
                report=report.id,
                published=report.published.edtf if report.published else None,
                outlet=report.outlet,
                location=report.location,
                cited=f"{report.outlet or UNKNOWN_OUTLET}, {date_in_words(report.published)} ({file_of(report)})",
                likeness=hit.likeness,
            )
        )
    return rows
