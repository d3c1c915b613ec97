"""Decisions: as they are made, and as they stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import groupby

from dateline.cli.terminal import DOUBT, NAME, QUIET, Paper
from dateline.story.deciding import Kept
from dateline.story.decisions import because
from dateline.story.views import AuditRow, DecisionRow
from dateline.story.wording import count_of, day_in_words, list_in_words

_STATES = {"holds": "", "undone": "undone by ", "outranked": "outranked by ", "orphan": "orphan: "}


def show_decisions(paper: Paper, rows: Sequence[DecisionRow], *, orphans: bool = False) -> None:
    """Each decision with what it is about, who made it and why, and whether it holds."""
    paper.heading("Orphans" if orphans else "Decisions", f"{len(rows):,}")
    if not rows:
        paper.line("Every decision has its words." if orphans else "Nobody has decided anything.")
    for row in rows:
        paper.blank()
        about = list_in_words([f"“{text}”" for text in row.about])
        value = f" → {row.value}" if row.value else ""
        undoes = f" {row.undoes}" if row.undoes else ""
        paper.line((row.kind, NAME), f"{undoes} {about}{value}".rstrip(), (f"  {row.id}", QUIET))
        paper.line(f"by {row.author}, {_day(row.made)}: {row.reason}", indent=2)
        if row.state != "holds":
            paper.line((f"{_STATES[row.state]}{row.because_of}", DOUBT), indent=2)


def show_kept(paper: Paper, kept: Sequence[Kept], *, linked: bool, known: int) -> None:
    """What was kept, which earlier decisions no longer hold, and when it takes effect."""
    for one in kept:
        paper.line(f"kept: {one.decision.kind.value}, {because(one.decision)}", (f"  {one.decision.id}", QUIET))
        if one.orphan:
            paper.line((f"it is an orphan: {one.orphan}", DOUBT), indent=2)
        for older in one.outranks:
            paper.line(
                (f"it outranks {older.kind.value} {older.id}, {because(older)}: the two cannot both hold", DOUBT),
                indent=2,
            )
    if known:
        paper.line(f"{count_of(known, 'decision')} known already")
    if kept:
        paper.line("linked anew" if linked else "it takes effect with the next build")


def show_audit(paper: Paper, rows: Sequence[AuditRow]) -> None:
    """Every line of the trail, by section."""
    for section, of_section in groupby(rows, key=lambda row: row.section):
        held = list(of_section)
        paper.heading(f"{section.capitalize()}s", f"{len(held):,}")
        for row in held:
            paper.line((row.name, NAME), f"  {row.value}", (f"  {row.id}" if row.id else "", QUIET), indent=2)


def _day(made: str) -> str:
    """The day of a moment that is written as ISO 8601; as it stands if it is not."""
    try:
        return day_in_words(dt.datetime.fromisoformat(made).date())
    except ValueError:
        return made
