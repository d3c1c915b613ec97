"""The matters that the reports are about, each with its reports."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from dateline.cli.layouts.sources import counts, quiet
from dateline.cli.terminal import NAME, QUIET, Paper
from dateline.story.views import ThreadRow


def show_threads(paper: Paper, rows: Sequence[ThreadRow]) -> None:
    """Each thread with what binds it, then its reports."""
    by_thread = [list(group) for _, group in groupby(rows, key=lambda row: row.id)]
    paper.heading("Threads", f"{len(by_thread):,}")
    if not by_thread:
        paper.line("The story has no reports.")
    for members in by_thread:
        first = members[0]
        paper.blank()
        paper.line((first.name, NAME), (f"  {first.id}", QUIET))
        paper.line(counts(first), indent=2)
        if first.shared_words:
            paper.line(f"words: {', '.join(first.shared_words)}", indent=2)
        if first.actors:
            paper.line(f"names: {', '.join(first.actors)}", indent=2)
        for row in members:
            paper.line(*quiet(f"{row.cited}: {row.reason}"), indent=2)
