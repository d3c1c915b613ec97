"""One report in the reader: its text in full with layers of highlights, and what was read from it beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.errors import AskedError
from dateline.model import Report, Sentence
from dateline.span import Span
from dateline.story.lookup.passage import surroundings
from dateline.story.views.citation import citation
from dateline.story.views.in_report import Layer
from dateline.web.asked import Asked
from dateline.web.desk import Citation, Desk
from dateline.web.pages.page import Leads, Page
from dateline.web.parts import reader
from dateline.web.parts.reader import CITED, Found, Listed, Paragraphed, Shared, Source, Told
from dateline.web.parts.reports import safe_link

_FIRST = (Layer.QUOTATIONS, Layer.EVENTS, Layer.TIMES)  # shown unless the address says otherwise
_NONE = "none"
_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Switch:
    """A link that turns one layer on or off."""

    layer: str
    on: bool
    address: str


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report, laid out."""

    report: Report
    cited: Citation
    link: str | None  # where it was published, if a reader may follow it
    switches: tuple[Switch, ...]
    lines: tuple[Paragraphed, ...]
    at: int | None  # where the cited words begin
    citation: str  # of the words that the address cites, or of the first sentence
    of_place: bool  # it is of words that the address cites
    metadata: tuple[Found, ...]
    origin: Source | None
    shared: tuple[Shared, ...]
    event: str | None
    gist: tuple[Told, ...]
    lists: tuple[Listed, ...]
    versions: tuple[tuple[Citation, str], ...]
    earlier: str | None  # the address of the report published before it
    later: str | None


def show(desk: Desk, asked: Asked) -> ReportPage | Leads:
    """Lay it out; the id of a report alone has a page here."""
    report = desk.story.report(asked.id)
    if report.id != asked.id:
        return Leads(f"/reports/{report.id}")
    layers = _layers(asked)
    place = _place(asked, report)
    lines = reader.text_of(desk, report, layers, place)
    event, gist = reader.gist(desk, report)
    return ReportPage(
        report=report,
        cited=desk.cite(report.id),
        link=safe_link(report.url),
        switches=tuple(_switch(asked, layer, layers) for layer in Layer),
        lines=lines,
        at=reader.begins(lines, CITED),
        citation=_citation(desk, report, place),
        of_place=place is not None,
        metadata=reader.metadata(desk, report),
        origin=reader.source(desk, report),
        shared=reader.shared(desk, report),
        event=event,
        gist=gist,
        lists=reader.listed(desk, report, layers),
        versions=reader.versions(desk, report),
        earlier=_neighbour(desk, report, -1),
        later=_neighbour(desk, report, 1),
    )


def _layers(asked: Asked) -> tuple[Layer, ...]:
    """The layers that the address names, in our order; AskedError for a word that names none."""
    given = asked.text("show")
    if given is None:
        return _FIRST
    names = {name.strip() for name in given.split(",")} - {_NONE, ""}
    unknown = sorted(names - {layer.value for layer in Layer})
    if unknown:
        raise AskedError(f"there is no layer “{unknown[0]}”", f"any of: {', '.join(Layer)}, or none")
    return tuple(layer for layer in Layer if layer.value in names)


def _switch(asked: Asked, layer: Layer, shown: tuple[Layer, ...]) -> Switch:
    turned = [each.value for each in Layer if (each in shown) != (each is layer)]
    return Switch(layer.value, layer in shown, asked.but(show=",".join(turned) or _NONE))


def _place(asked: Asked, report: Report) -> Span | None:
    """The characters that the address cites, as far as the report has them; AskedError if they are none."""
    given = asked.text("at")
    if given is None:
        return None
    found = _PLACE.fullmatch(given)
    start, end = (min(int(number), len(report.text)) for number in found.groups()) if found else (0, 0)
    if start >= end:
        raise AskedError(
            f"“{given}” is no place in this report", "write it as 120-180, counted in characters from 0"
        )
    return Span(start, end)


def _citation(desk: Desk, report: Report, place: Span | None) -> str:
    """Of whole sentences where words of one are cited; without a place, of the first sentence."""
    if place is None:
        first = next(iter(desk.story.in_report(Sentence, report.id)), None)
        return citation(report, first.words.span if first else Span(0, len(report.text.partition("\n")[0])))
    return citation(report, surroundings(desk.story, report, place))


def _neighbour(desk: Desk, report: Report, step: int) -> str | None:
    place = desk.directory.place(report.id)[0] + step
    return f"/reports/{desk.directory.at(place).id}" if 0 <= place < len(desk.numbers) else None


PAGE = Page("report", "/reports/{id}", "Report", show)
