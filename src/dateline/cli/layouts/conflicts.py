"""Conflicts: every side with its reports, dates and words. Nothing here says which side holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from dateline.cli.layouts.sources import not_there, quiet
from dateline.cli.terminal import NAME, QUIET, Paper, Paragraph, Quoted
from dateline.story.views import ConflictRow

_SIDES = 3  # columns for the dash of a side


def show_conflicts(paper: Paper, rows: Sequence[ConflictRow]) -> None:
    """Each conflict, its reason, and its sides."""
    groups = [list(group) for _, group in groupby(rows, key=lambda row: row.id)]
    paper.heading("Conflicts", f"{len(groups):,}")
    if not groups:
        paper.line(not_there("conflicts"))
    for group in groups:
        paper.blank()
        show_conflict(paper, group)


def show_conflict(paper: Paper, group: Sequence[ConflictRow]) -> None:
    """One conflict."""
    first = group[0]
    paper.line((f"{first.kind.capitalize()} disputed", NAME), f": {first.about_words}", (f"  {first.id}", QUIET))
    paper.line(first.reason, indent=2)
    for words in first.decided:
        paper.line(words, indent=2)
    for _, side in groupby(group, key=lambda row: row.side):
        supports = list(side)
        lines: list[Paragraph] = [[(supports[0].value, NAME)]]
        for sentence, cited in _printings(supports).items():
            lines += [Quoted.of(sentence), *(quiet(f"reported by {each}") for each in cited)]
        paper.beside(["–"], lines, width=_SIDES, indent=2)


def _printings(supports: Sequence[ConflictRow]) -> dict[str, list[str]]:
    """Who prints each sentence: reports of one text print the same, which is shown once."""
    printed: defaultdict[str, list[str]] = defaultdict(list)
    for row in supports:
        printed[row.sentence].append(row.cited)
    return printed
