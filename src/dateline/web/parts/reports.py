"""The reports of a story, numbered as the page cites them, and the inputs that are none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from dateline.story import views
from dateline.story.changes import change_in_words
from dateline.story.views import RejectionRow, ReportRow, VersionRow
from dateline.story.views.versions import changes_of
from dateline.story.wording import days_in_words, list_in_words
from dateline.web.desk import Desk

_SAFE = ("http", "https")  # what a link may lead to; anything else (javascript:, data:) stays text


@dataclass(frozen=True, slots=True)
class Listed:
    """A report with its number on the page."""

    number: int
    row: ReportRow
    file: str
    link: str | None
    doubts: tuple[str, ...]  # what it says of changes to itself, or of its date
    replaced_by: int | None  # the number of its next version
    changes: tuple[str, ...]  # of that version, in words


def reports(desk: Desk) -> tuple[list[Listed], list[RejectionRow]]:
    """All reports, earliest first, and all rejections."""
    return listed(desk, desk.report_rows.values()), views.rejections(desk.story)


def listed(desk: Desk, rows: Iterable[ReportRow]) -> list[Listed]:
    """These reports, laid out."""
    given = list(rows)
    replaced = any(row.latest for row in given)  # few are; what changed is told by comparing texts
    versions = {version.report: version for version in views.versions(desk.story)} if replaced else {}
    return [_listed(desk, row, versions.get(row.id)) for row in given]


def _listed(desk: Desk, row: ReportRow, version: VersionRow | None) -> Listed:
    dates = list_in_words([days_in_words(day) for day in row.other_dates])
    doubts = [f"elsewhere it is dated {dates}"] if dates else []
    return Listed(
        number=desk.numbers[row.id],
        row=row,
        file=row.location.rpartition("/")[2],
        link=safe_link(row.url),
        doubts=(*doubts, *(f"corrected: {words}" for words in row.corrections)),
        replaced_by=desk.numbers.get(version.followed_by) if version else None,
        changes=tuple(map(change_in_words, changes_of(version))) if version else (),
    )


def safe_link(url: str | None) -> str | None:
    """An address that a reader may follow, or None."""
    try:
        parts = urlsplit(url or "")
    except ValueError:  # an address that is none: "http://[half"
        return None
    return url if parts.scheme in _SAFE and parts.netloc else None
