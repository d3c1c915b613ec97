"""The reports of a story, numbered as the page cites them, and the inputs that are none."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from dateline.story import views
from dateline.story.views import RejectionRow, ReportRow
from dateline.web.desk import Desk

_SAFE = ("http", "https")  # what a link may lead to; anything else (javascript:, data:) stays text


@dataclass(frozen=True, slots=True)
class Listed:
    """A report with its number on the page."""

    number: int
    row: ReportRow
    file: str
    link: str | None


def reports(desk: Desk) -> tuple[list[Listed], list[RejectionRow]]:
    """All reports, earliest first, and all rejections."""
    listed = [
        Listed(desk.numbers[row.id], row, row.location.rpartition("/")[2], safe_link(row.url))
        for row in views.reports(desk.story)
    ]
    return listed, views.rejections(desk.story)


def safe_link(url: str | None) -> str | None:
    """An address that a reader may follow, or None."""
    try:
        parts = urlsplit(url or "")
    except ValueError:  # an address that is none: "http://[half"
        return None
    return url if parts.scheme in _SAFE and parts.netloc else None
