"""Lines that several tables share: who reported something, and the counts behind it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.cli.terminal import QUIET, Part
from dateline.story.views import BriefRow, ClaimRow, EventRow, QuotationRow, ThreadRow
from dateline.story.wording import sources_in_words


def counts(row: EventRow | QuotationRow | BriefRow | ClaimRow | ThreadRow) -> str:
    """`3 reports / 2 outlets (1 unknown) / 2 independent origins`."""
    return sources_in_words(row.reports, row.outlets, row.outlets_unknown, row.origins_low, row.origins_high)


def quiet(words: str) -> Sequence[Part]:
    """A paragraph in the background."""
    return [(words, QUIET)]


def clipped(text: str, length: int) -> str:
    """The beginning of a long text, cut at a space."""
    return text if len(text) <= length else f"{text[:length].rpartition(' ')[0] or text[:length]} …"


def not_there(what: str) -> str:
    """The line that stands for an empty table."""
    return f"The story has no {what}."
