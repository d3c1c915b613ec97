"""Precision by band, and the agreement of two judges."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from dateline.cli.terminal import NAME, QUIET, Paper, Part
from dateline.story.validation import ValidationRow
from dateline.story.wording import count_of

_BANDS = 14  # columns for the band at the left


def show_precision(paper: Paper, rows: Sequence[ValidationRow]) -> None:
    """A block for each judge: all findings, then each band; at the end how far two judges agree."""
    for (judge, agree), of_judge in groupby(rows, key=lambda row: (row.judge, row.measure != "precision")):
        paper.heading("Agreement" if agree else "Precision", judge)
        for row in of_judge:
            if agree:
                paper.beside([row.measure], [_agreement(row)], width=_BANDS, indent=2)
            else:
                paper.beside([row.band], [_precision(row), [(_counts(row), QUIET)]], width=_BANDS, indent=2)
        paper.blank()


def _precision(row: ValidationRow) -> Sequence[Part]:
    if row.value is None or row.low is None or row.high is None:
        return ["not judged yet"]
    return [(f"{row.value:.1%}", NAME), f"  (95 %: {row.low:.1%} to {row.high:.1%})"]


def _counts(row: ValidationRow) -> str:
    judged = row.right + row.wrong + row.unsure
    told = f"{row.right:,} right, {row.wrong:,} wrong, {row.unsure:,} unsure of {judged:,} judged"
    left = f"; {row.drawn - judged:,} open" if row.drawn > judged else ""
    return f"{told}{left}; {row.in_story:,} in the story"


def _agreement(row: ValidationRow) -> Sequence[Part]:
    if row.value is None:
        return ["not defined: both gave one answer throughout" if row.drawn else "no finding was judged by both"]
    figure = f"{row.value:.2f}" if row.measure == "kappa" else f"{row.value:.1%}"
    ends = f"  (95 %: {row.low:.1%} to {row.high:.1%})" if row.low is not None and row.high is not None else ""
    return [(figure, NAME), f"{ends}  over {count_of(row.drawn, 'finding')}"]
