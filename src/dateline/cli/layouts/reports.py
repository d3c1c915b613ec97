"""Reports, and the inputs that are none."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.cli.layouts.sources import not_there, quiet
from dateline.cli.terminal import NAME, Paper
from dateline.story.views import RejectionRow, ReportRow
from dateline.story.wording import count_of, days_in_words, list_in_words

_DATES = 15  # columns for the date at the left


def show_reports(paper: Paper, rows: Sequence[ReportRow], rejected: Sequence[RejectionRow]) -> None:
    """Each report with its outlet, its origin and what was read from it; then what was rejected, and why."""
    paper.heading("Reports", f"{len(rows):,}")
    for row in rows:
        paper.blank()
        paper.beside([row.published_words], [_head(row), *_details(row)], width=_DATES)
    if rejected:
        paper.blank()
        paper.heading("Rejected", f"{len(rejected):,}")
        for rejection in rejected:
            paper.line(rejection.location, indent=2)
            paper.line(f"{rejection.code}: {rejection.reason}", indent=4)
    if not rows and not rejected:
        paper.line(not_there("reports"))


def _head(row: ReportRow) -> list[tuple[str, str] | str]:
    return [(row.title or "(no title)", NAME)]


def _details(row: ReportRow) -> list[list[tuple[str, str] | str]]:
    outlet = row.outlet or "outlet unknown"
    credits_ = f", credits {list_in_words(row.agencies)}" if row.agencies else ""
    byline = f", by {row.byline}" if row.byline else ""
    origin = f"origin: {row.origin_label}" if row.origin_known and row.origin_label else "origin unknown"
    if row.latest:
        origin = f"an earlier version, which {row.latest} has replaced: not counted"
    read = [
        count_of(row.sentences, "sentence"),
        count_of(row.quotations, "quotation"),
        count_of(row.events, "event"),
    ]
    if row.unread:
        read = [row.unread]
    if row.stub:
        read = ["only a summary was given: the report itself is not read"]
    if row.furniture:
        read.append(f"{count_of(row.furniture, 'piece')} of page furniture set apart")
    owner = f" ({row.owner})" if row.owner else ""
    doubts = [f"corrected: {words}" for words in row.corrections]
    if row.other_dates:
        doubts.insert(0, f"elsewhere it is dated {list_in_words([days_in_words(day) for day in row.other_dates])}")
    lines: list[list[tuple[str, str] | str]] = [[doubt] for doubt in doubts]
    return [
        [f"{outlet}{owner}{byline}{credits_}"],
        *lines,
        [origin],
        [", ".join(read)],
        list(quiet(f"{row.location}  {row.id}")),
    ]
