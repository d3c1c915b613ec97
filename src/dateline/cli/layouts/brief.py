"""A brief: sentences in order of time, each with its source, and what is disputed of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.cli.layouts.sources import counts, quiet
from dateline.cli.terminal import DOUBT, QUIET, Paper, Paragraph, Part
from dateline.story.views import BriefRow
from dateline.story.wording import count_of

_TIMES = 18  # columns for the date at the left


def show_brief(paper: Paper, rows: Sequence[BriefRow]) -> None:
    """Each sentence beside its time; below it disputes, report and counts."""
    reports = len({row.report for row in rows})
    paper.heading("Brief", f"{count_of(len(rows), 'sentence')} of {count_of(reports, 'report')}")
    if not rows:
        paper.line("The story has no sentence that tells this and stands alone.")
    for row in rows:
        paper.blank()
        paper.beside([(row.time_words, DOUBT if "disputed" in row.time_words else "")], _lines(row), width=_TIMES)
    if any(row.ours for row in rows):
        paper.blank()
        paper.line(("Names in [brackets] behind a pronoun or a description are ours.", QUIET))


def _lines(row: BriefRow) -> Iterator[Paragraph]:
    yield list(_text(row))
    for words, conflict in zip(row.disputed, row.conflicts, strict=True):
        yield [(words, DOUBT), (f"  see {conflict}", QUIET)]
    yield quiet(row.cited)
    if row.reports > 1:
        yield quiet(counts(row))


def _text(row: BriefRow) -> Iterator[Part]:
    """The report's words, and in the background the names that are ours: a report may have brackets of its own."""
    rest = row.text
    for name in row.ours:
        words, bracket, rest = rest.partition(f" [{name}]")
        yield words
        yield bracket, QUIET
    yield rest
