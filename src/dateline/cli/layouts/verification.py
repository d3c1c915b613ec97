"""What a check of every span found."""

from __future__ import annotations

from dateline.cli.terminal import DOUBT, NAME, Paper
from dateline.story import Verification
from dateline.story.wording import count_of


def show_verification(paper: Paper, found: Verification) -> None:
    """`4,312 spans: 100 % read what their reports read`, or every problem on a line of its own."""
    spans = count_of(found.spans, "span")
    if found.ok:
        paper.line((f"{spans} sliced again: 100 %", NAME), " read as their reports do")
        return
    paper.line((f"{spans} sliced again: {count_of(len(found.problems), 'problem')}", DOUBT))
    for problem in found.problems:
        paper.line(f"{problem.table} {problem.id}: {problem.what}", indent=2)
