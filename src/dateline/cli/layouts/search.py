"""What a search found."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.cli.layouts.sources import quiet
from dateline.cli.terminal import Paper
from dateline.story.views import HitRow
from dateline.story.wording import count_of


def show_hits(paper: Paper, rows: Sequence[HitRow], words: str) -> None:
    """Each sentence or headline with its report."""
    paper.heading(f"“{words}”", count_of(len(rows), "hit"))
    for row in rows:
        paper.blank()
        paper.line(row.text)
        paper.line(*quiet(f"{'headline' if row.is_title else 'sentence'} of {row.cited}  {row.id}"), indent=2)
