"""The matters that the reports are about, each with its reports."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from dateline.story import views
from dateline.web.desk import Citation, Desk, sources_of


@dataclass(frozen=True, slots=True)
class Matter:
    """One thread."""

    id: str
    name: str
    sources: str
    cited: tuple[Citation, ...]  # its reports, earliest first


def matters(desk: Desk) -> tuple[Matter, ...]:
    """All threads, those of most reports first."""
    found = []
    for id_, group in groupby(views.threads(desk.story), key=lambda row: row.id):
        rows = list(group)
        cited = tuple(desk.cite(row.report) for row in rows)
        found.append(Matter(id_, rows[0].name, sources_of(rows[0]), cited))
    return tuple(found)
