"""How long after its day an act was told first."""

from __future__ import annotations

import datetime as dt

from dateline.story.lookup.directory import Directory
from dateline.story.views.events import EventRow
from dateline.story.wording import count_of


def lag(directory: Directory, row: EventRow) -> int | None:
    """Days from an act to the first report that tells it, negative for what lay ahead; None unless both are known.

    An act of a disputed or longer time has no day to reckon from, and one that only reports without
    a day of their own tell, none to reckon to.
    """
    if row.time_disputed or row.earliest is None or row.earliest != row.latest:
        return None
    reports = (directory.reports[directory.events[member].report] for member in row.members)
    days = [report.published for report in reports if report.published and report.published.is_day]
    told = min((day.earliest for day in days if day.earliest), default=None)
    return (told - dt.date.fromisoformat(row.earliest)).days if told else None


def lag_in_words(directory: Directory, row: EventRow) -> str | None:
    """`First reported 3 days after`, `the same day`, `12 days ahead`."""
    days = lag(directory, row)
    if days is None:
        return None
    if days == 0:
        return "first reported the same day"
    return f"first reported {count_of(abs(days), 'day')} {'after' if days > 0 else 'ahead'}"
