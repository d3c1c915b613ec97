"""What was read from some reports, asked of the file for all of them in one go."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from dateline.model import Chain, Event, Mention, Paragraph, Record, Report, Sentence, Timex
from dateline.story import query
from dateline.story.report_reading import ReportReading

_KINDS: tuple[type[Record], ...] = (Paragraph, Sentence, Mention, Chain, Event, Timex)


def readings_of(
    connection: sqlite3.Connection, reports: Collection[Report]
) -> Iterator[tuple[Report, ReportReading]]:
    """Each report with its reading; nothing of it is kept."""
    given = query.given(report.id for report in reports)
    found: dict[type[Record], defaultdict[str, list[Any]]] = {kind: defaultdict(list) for kind in _KINDS}
    for kind, by_report in found.items():
        for record in query.fetch(connection, kind, f"r.report IN {query.GIVEN}", (given,)):
            by_report[record.report].append(record)  # type: ignore[attr-defined]  # all of these have one
    for report in reports:

        def records[R: Record](kind: type[R], /, report: str = report.id) -> Sequence[R]:
            return found[kind][report]

        yield report, ReportReading.of(report, records)
