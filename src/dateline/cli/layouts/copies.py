"""Shared passages and the independent origins that follow from them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from dateline.cli.layouts.sources import clipped, quiet
from dateline.cli.terminal import NAME, QUIET, Paper, Quoted
from dateline.story.views import CopyRow, OriginRow
from dateline.story.views.lineage import one_owner

_KINDS = {
    "report": "Most of a report stands in another",
    "passage": "A passage stands in more than one report",
    "quotation": "The same quoted words, in the same cut",
}
_PASSAGE = 240  # characters shown of a shared passage; `explain` shows all of it


def show_copies(paper: Paper, rows: Sequence[CopyRow], origins: Sequence[OriginRow]) -> None:
    """Each shared text with the reports that have it, then the origins and why they are counted so."""
    groups = [list(group) for _, group in groupby(rows, key=lambda row: row.id)]
    paper.heading("Shared texts", f"{len(groups):,}")
    if not groups:
        paper.line("No report shares a passage with another.")
    for group in groups:
        paper.blank()
        show_copy(paper, group)
    paper.blank()
    by_origin = [list(group) for _, group in groupby(origins, key=lambda row: row.id)]
    paper.heading("Origins", f"{len(by_origin):,}")
    for members in by_origin:
        _show_origin(paper, members)


def show_copy(paper: Paper, group: Sequence[CopyRow]) -> None:
    """One shared text."""
    first = group[0]
    paper.line((_KINDS.get(first.kind, first.kind), NAME), (f"  {first.id}", QUIET))
    shortest = min(group, key=lambda row: len(row.words)).words
    paper.paragraph(Quoted.of(clipped(shortest, _PASSAGE)), indent=2)
    agency = f"; credited to {first.agency}" if first.agency and first.agency not in first.reason else ""
    paper.line(f"{first.reason}{agency}; {first.containment:.0%} of the shorter side is shared", indent=2)
    for row in group:
        paper.line(*quiet(f"in {row.cited}"), indent=2)
    _show_owners(paper, group)


def _show_origin(paper: Paper, members: Sequence[OriginRow]) -> None:
    first = members[0]
    known = "" if first.known else "; it may or may not be independent"
    paper.blank()
    paper.line((first.label, NAME), (f"  {first.id}", QUIET))
    paper.line(f"{first.reason}{known}", indent=2)
    for row in members:
        paper.line(*quiet(f"{'quoted in ' if row.of == 'words' else ''}{row.cited}"), indent=2)
    _show_owners(paper, members)


def _show_owners(paper: Paper, rows: Sequence[CopyRow | OriginRow]) -> None:
    if owned := one_owner(rows):
        paper.line(*quiet(owned), indent=2)
