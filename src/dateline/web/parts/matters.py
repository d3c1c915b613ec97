"""The matters that the reports are about, each with its reports."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.web.desk import Citation, Desk, sources_of

_CITED = 24  # reports of one matter: who wants all has the command line


@dataclass(frozen=True, slots=True)
class Matter:
    """One thread."""

    id: str
    name: str
    sources: str
    cited: tuple[Citation, ...]  # its earliest reports
    more: int  # reports that are not cited


def matters(desk: Desk, most: int) -> tuple[Matter, ...]:
    """The threads of most reports, so many at most."""
    found = []
    for thread in desk.story.threads(most):
        sources = desk.directory.sources(thread.id)
        desk.directory.reports.read(thread.reports[:_CITED])
        cited = tuple(map(desk.cite, thread.reports[:_CITED]))
        found.append(Matter(thread.id, thread.name, sources_of(sources), cited, len(thread.reports) - len(cited)))
    return tuple(found)
