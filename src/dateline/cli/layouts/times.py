"""Time expressions, each with the days that it stands for and how it was reckoned."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.cli.layouts.sources import quiet
from dateline.cli.terminal import NAME, Paper
from dateline.story.views import TimeRow
from dateline.story.wording import count_of


def show_times(paper: Paper, rows: Sequence[TimeRow]) -> None:
    """An expression a paragraph: its words and days, then TimeML's value, then the rule and the anchor."""
    paper.heading("Time expressions", count_of(len(rows), "expression"))
    for row in rows:
        paper.blank()
        paper.line((f"“{row.text}”", NAME), f"  {row.days}")
        mod = f" mod {row.mod}" if row.mod else ""
        paper.line(*quiet(f"{row.type} {row.value}{mod}; characters {row.start} to {row.end}"), indent=2)
        paper.line(*quiet(row.reckoned), indent=2)
