"""The main event of each report."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.cli.layouts.sources import not_there
from dateline.cli.terminal import DOUBT, NAME, QUIET, Paper
from dateline.story.views import GistRow
from dateline.story.wording import days_in_words

_QUESTIONS = 7  # columns for the question at the left


def show_gists(paper: Paper, rows: Sequence[GistRow]) -> None:
    """Each report with who, what, when and where; a day that is only that of publication is marked."""
    paper.heading("Main events", f"{len(rows):,}")
    if not rows:
        paper.line(not_there("reports"))
    for row in rows:
        paper.blank()
        paper.line((row.title or "(no title)", NAME), (f"  {row.outlet or 'outlet unknown'}  {row.id}", QUIET))
        day = days_in_words(row.day) if row.day else None
        told = [row.when, f"({day})"] if row.when and day and row.when_found != "publication" else [row.when]
        when = " ".join(part for part in told if part)
        note = "  published; no day is told" if row.when_found == "publication" else ""
        for question, answer, doubt in (
            ("who", row.who, ""),
            ("what", row.what, ""),
            ("when", when, note),
            ("where", row.where, ""),
        ):
            if answer:
                paper.beside([question], [[answer, (doubt, DOUBT)]], width=_QUESTIONS, indent=2)
