"""The one order of a story: by (publication date, report id, start). Its first member names a merged record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from dateline.model import Report

Place = tuple[dt.date, str, int]


class Chronology:
    """Where something stands in a story. Reports without a date come last."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._days = {report.id: report.published.earliest if report.published else None for report in reports}

    def day(self, report: str) -> dt.date | None:
        """The (first) day a report was published; None if that is unknown."""
        return self._days.get(report)

    def at(self, report: str, start: int = 0) -> Place:
        """Sort key of a place in a report."""
        return self.day(report) or dt.date.max, report, start

    def days_apart(self, first: str, second: str) -> int | None:
        """Days between the publication of two reports; None if one date is unknown."""
        a, b = self.day(first), self.day(second)
        return abs((a - b).days) if a and b else None
