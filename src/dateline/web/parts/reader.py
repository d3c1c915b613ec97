"""One report to be read: its text with the layers asked for, and what else the story knows of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.model import (
    CopyGroup,
    EarlierVersion,
    Furniture,
    MetadataCandidate,
    Paragraph,
    ParagraphKind,
    Report,
)
from dateline.span import Span
from dateline.story.explain.plain import FIELDS
from dateline.story.main_event import Answer
from dateline.story.views.between import copies_of
from dateline.story.views.in_report import InReport, Layer, Reading
from dateline.story.wording import days_in_words
from dateline.web.desk import Citation, Desk
from dateline.web.parts.copies import HEADINGS
from dateline.web.parts.layers import Block, Highlight, blocks

CITED = "at"  # the layer of the words that the address cites
_FURNITURE = "furniture"
_FOUND_IN = {
    "headline": "in the headline",
    "lede": "in the first sentences",
    "report": "further down",
    "publication": "the day of publication: the report names none",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """One layer as a list: the readings with their place in the text."""

    layer: Layer
    shown: bool  # in the text too
    readings: tuple[tuple[Reading, Citation], ...]


@dataclass(frozen=True, slots=True)
class Paragraphed:
    """A line of the text, and what it is in the report."""

    block: Block
    kind: str  # "headline", "subheading", "body", "unread", "furniture", "blank"
    label: str | None  # what kind of furniture begins here


@dataclass(frozen=True, slots=True)
class Found:
    """One reading of one field of the metadata."""

    field: str
    value: str
    found_in: str
    taken: bool
    id: str


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage of this report that stands in others."""

    id: str
    heading: str
    reason: str
    here: Citation
    characters: int
    others: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What the text counts as, and why."""

    id: str
    label: str
    known: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Told:
    """One of who, what, when and where."""

    question: str
    answer: str
    found: str


def text_of(desk: Desk, report: Report, layers: Collection[Layer], cited: Span | None) -> tuple[Paragraphed, ...]:
    """The lines of a report, marked; furniture is marked as such whatever is asked for."""
    furniture = desk.story.in_report(Furniture, report.id)
    found = [Highlight(piece.words.span, _FURNITURE, piece.id, piece.kind.value) for piece in furniture]
    if cited:
        found.append(Highlight(cited, CITED))
    for layer in Layer:
        if layer in layers:
            for one in InReport(desk.story, report).of(layer):
                *before, last = one.spans
                found += [Highlight(span, layer.value, one.id) for span in before]
                found.append(Highlight(last, layer.value, one.id, one.says))
    kinds = {given.words.start: given.kind for given in desk.story.in_report(Paragraph, report.id)}
    return tuple(_lines(blocks(report.text, found), kinds))


def _lines(given: Sequence[Block], kinds: dict[int, ParagraphKind]) -> Iterator[Paragraphed]:
    told: str | None = None  # the furniture that has its label
    for block in given:
        apart = block.lies_in(_FURNITURE)
        if apart:
            label = None if apart.id == told else apart.says
            told = apart.id
            yield Paragraphed(block, _FURNITURE, label)
        elif block.text.strip():
            starts = (kinds.get(at) for at in range(block.start, block.start + len(block.text)))
            kind = next((kind for kind in starts if kind), ParagraphKind.BODY)
            yield Paragraphed(block, kind.value, None)


def begins(lines: Sequence[Paragraphed], layer: str) -> int | None:
    """Where the first stretch of a layer begins; None if nothing lies in it."""
    stretches = (stretch for line in lines for stretch in line.block.stretches)
    return next((stretch.start for stretch in stretches if stretch.has(layer)), None)


def listed(desk: Desk, report: Report, layers: Collection[Layer]) -> tuple[Listed, ...]:
    """Every layer as a list; mentions of one somebody once, at the first place."""
    found = []
    for layer in Layer:
        readings = InReport(desk.story, report).of(layer)
        if layer is Layer.MENTIONS:
            readings = tuple({reading.id: reading for reading in reversed(readings)}.values())[::-1]
        placed = tuple((one, _at(desk, report, one.spans)) for one in readings)
        found.append(Listed(layer, layer in layers, placed))
    return tuple(found)


def _at(desk: Desk, report: Report, spans: Sequence[Span]) -> Citation:
    return replace(desk.cite(report.id), start=spans[0].start, end=spans[-1].end)


def metadata(desk: Desk, report: Report) -> tuple[Found, ...]:
    """What was found out about the report, where, and whether it was taken: those taken first."""
    found = [
        Found(FIELDS[each.field], days_in_words(each.value), each.found_in, each.chosen, each.id)
        for each in desk.story.in_report(MetadataCandidate, report.id)
    ]
    return tuple(sorted(found, key=lambda one: not one.taken))


def shared(desk: Desk, report: Report) -> tuple[Shared, ...]:
    """The passages that stand in other reports, in text order."""
    return tuple(_shared(desk, group, report) for group in copies_of(desk.story, report.id))


def _shared(desk: Desk, group: CopyGroup, report: Report) -> Shared:
    cited = [
        replace(desk.cite(member.report), start=member.words.start, end=member.words.end)
        for member in group.members
    ]
    here = next(one for one in cited if one.report == report.id)
    return Shared(
        id=group.id,
        heading=HEADINGS[group.kind],
        reason=days_in_words(group.reason),
        here=here,
        characters=(here.end or 0) - (here.start or 0),
        others=tuple(one for one in cited if one.report != report.id),
    )


def source(desk: Desk, report: Report) -> Source | None:
    """The origin of a report; None for an earlier version, which counts for nothing."""
    origin = InReport(desk.story, report).origin
    if origin is None:
        return None
    return Source(origin.id, days_in_words(origin.label), origin.known, days_in_words(origin.reason))


def gist(desk: Desk, report: Report) -> tuple[str | None, tuple[Told, ...]]:
    """The event that the report is about, by its id, and who, what, when and where as it tells them."""
    main = desk.story.main_event(report.id)
    asked: tuple[tuple[str, Answer | None], ...] = (
        ("Who", main.who),
        ("What", main.what),
        ("When", main.when),
        ("Where", main.where),
    )
    return main.event, tuple(
        Told(question, given.text, _FOUND_IN.get(given.found_in, given.found_in))
        for question, given in asked
        if given
    )


def versions(desk: Desk, report: Report) -> tuple[tuple[Citation, str], ...]:
    """The other versions of a report, oldest first, each with what it is."""
    given = sorted(desk.story.all(EarlierVersion), key=lambda version: version.number)
    latest = next((version.latest for version in given if version.report == report.id), report.id)
    chain = [
        (version.report, f"version {version.number}, replaced") for version in given if version.latest == latest
    ]
    chain.append((latest, "the latest version"))
    return tuple((desk.cite(id_), words) for id_, words in chain if id_ != report.id) if len(chain) > 1 else ()
