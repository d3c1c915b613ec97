"""The end of a build: everything that came in is either a report or a rejection, and nothing is lost silently."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.cli.layouts.overview import sources_of
from dateline.cli.terminal import DOUBT, NAME, QUIET, Paper
from dateline.pipeline import BuildSummary
from dateline.story.views import Overview, RejectionRow
from dateline.story.wording import count_of


def show_summary(
    paper: Paper, story: str, summary: BuildSummary, given: Overview, rejected: Sequence[RejectionRow]
) -> None:
    """The balance of inputs, each rejection with its reason, what was passed over, and what was read now."""
    paper.line((f"{story}: {sources_of(given)}", NAME))
    show_balance(paper, summary)
    for rejection in rejected:
        paper.line(("rejected  ", DOUBT), f"{rejection.location}: {rejection.reason}", indent=2)
    for passed in summary.passed_over:
        paper.line(("passed over  ", QUIET), f"{passed.location}: {passed.reason}", indent=2)
    _show_losses(paper, summary)
    known = summary.reports - summary.read
    paper.line(f"read now: {count_of(summary.read, 'report')}; known before: {known:,}")


def _show_losses(paper: Paper, summary: BuildSummary) -> None:
    """Files that are no longer what they were, and what became of what was read from them."""
    for location in summary.changed:
        paper.line(("changed  ", DOUBT), location, indent=2)
    for location in summary.vanished:
        paper.line(("vanished  ", DOUBT), location, indent=2)
    if summary.forgotten:
        paper.line(f"forgotten: {count_of(summary.forgotten, 'input')}")
    elif summary.changed or summary.vanished:
        paper.line("what was read from them before is kept; --prune forgets it")


def show_balance(paper: Paper, summary: BuildSummary) -> None:
    """`inputs 6 = reports 5 + rejections 1`."""
    paper.line(f"inputs {summary.inputs:,} = reports {summary.reports:,} + rejections {summary.rejections:,}")
    if summary.earlier_versions:
        earlier = count_of(summary.earlier_versions, "earlier version")
        paper.line(f"of the reports, {earlier} that another has replaced: dateline reports --versions")
