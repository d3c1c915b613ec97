"""Reports that their outlets have replaced: each version, and what the next one changed."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.cli.layouts.sources import quiet
from dateline.cli.terminal import NAME, Paper, Quoted
from dateline.story.changes import change_in_words
from dateline.story.views import VersionRow
from dateline.story.views.versions import changes_of
from dateline.story.wording import count_of

_DATES = 15  # columns for the date at the left
_SHOWN = 12  # changes of one version; --json has them all


def show_versions(paper: Paper, rows: Sequence[VersionRow]) -> None:
    """Each earlier version with the reason why it is one, and the changes of the version after it."""
    paper.heading("Earlier versions", f"{len(rows):,}")
    if not rows:
        paper.line("No report of this story has replaced another one.")
    for row in rows:
        paper.blank()
        about = f"version {row.number} of {row.of}, by {row.reason}"
        paper.beside(
            [row.published_words],
            [
                [(row.title or "(no title)", NAME)],
                [about],
                list(quiet(f"{row.location}  {row.report}")),
                [f"in the next version ({row.followed_at}):"],
            ],
            width=_DATES,
        )
        changed = changes_of(row)
        for change in changed[:_SHOWN]:
            paper.paragraph(Quoted.of(change_in_words(change)), indent=_DATES)
        if len(changed) > _SHOWN:
            paper.line(f"and {count_of(len(changed) - _SHOWN, 'change')} more", indent=_DATES)
        if not changed:
            paper.line("no word of the text", indent=_DATES)
