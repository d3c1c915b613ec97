"""What a search found."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.cli.layouts.sources import quiet
from dateline.cli.terminal import Paper
from dateline.story.views import HitRow
from dateline.story.wording import count_of

_WORDS = {"unread": "unread paragraph"}


def show_hits(paper: Paper, rows: Sequence[HitRow], total: int, words: str) -> None:
    """Each sentence or headline with its report, the first of `total`."""
    first = f"the first {len(rows)} of " if len(rows) < total else ""
    paper.heading(f"“{words}”", f"{first}{count_of(total, 'hit')}")
    for row in rows:
        paper.blank()
        paper.line(row.text)
        like = f"  likeness {row.likeness:.2f}" if row.likeness is not None else ""
        found_in = _WORDS.get(row.found_in, row.found_in)
        paper.line(*quiet(f"{found_in} of {row.cited}  {row.id}{like}"), indent=2)
