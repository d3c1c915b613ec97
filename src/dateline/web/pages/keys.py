"""The keys, on a page of their own; with the script they open over any page."""

from __future__ import annotations

from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.pages.page import Page


def show(desk: Desk, asked: Asked) -> None:
    """The page is the same for every story."""


PAGE = Page("keys", "/help", "Keys", show)
