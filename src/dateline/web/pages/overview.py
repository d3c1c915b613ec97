"""The story at a glance: the three counts, what is disputed, what weighs most, what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.pages.page import Page
from dateline.web.parts.disputes import Dispute, disputes
from dateline.web.parts.masthead import Masthead, masthead

_DISPUTES = 3  # that stand on the first page; the others are a link away


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """What the first page tells."""

    masthead: Masthead
    disputes: list[Dispute]
    disputes_in_all: int


def show(desk: Desk, asked: Asked) -> OverviewPage:
    """Lay out the first page."""
    told = disputes(desk)
    return OverviewPage(masthead(desk, None), told[:_DISPUTES], len(told))


PAGE = Page("overview", "/", "Overview", show, key="o")
