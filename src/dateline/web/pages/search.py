"""Search: sentences, headlines and what is not read, by their words or by what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Event, Quotation
from dateline.span import Span
from dateline.story import views
from dateline.story.search import Hit, HitKind, Within
from dateline.story.views import HitRow
from dateline.web.asked import Asked
from dateline.web.desk import Citation, Desk, Piece
from dateline.web.listing import Sheet, sheet_of
from dateline.web.pages import forms
from dateline.web.pages.forms import Field
from dateline.web.pages.page import Page, Table

_KINDS = {
    HitKind.REPORT.value: "headlines",
    HitKind.QUOTATION.value: "sentences in which somebody is quoted",
    HitKind.EVENT.value: "sentences that tell an act",
    HitKind.UNREAD.value: "text in languages that are not read",
    HitKind.FURNITURE.value: "page furniture",
}
_BY = {"meaning": "what they mean"}
_FILE_ROWS = 1_000  # of a file: hits further down are hardly looked for
_FOUND_IN = {
    "headline": "headline",
    "sentence": None,
    "unread": "not read: another language",
    "furniture": "page furniture",
}

FILTERS = (
    forms.text("q", "Words, or a “phrase” in marks"),
    forms.actor(),
    forms.outlet(),
    forms.day("since", "Published from"),
    forms.day("until", "Published until"),
    forms.choice("kind", "In", _KINDS, unset="all that is kept"),
    forms.choice("by", "Found by", _BY, unset="their words"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """One hit with the words found marked, and what was read from its sentence."""

    pieces: tuple[Piece, ...]
    citation: Citation
    found_in: str | None  # what it is, if no sentence
    likeness: str | None
    quotations: tuple[str, ...]  # ids of what is said in it
    events: tuple[str, ...]  # ids of the acts that it tells


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One sheet of hits; without words, the form alone."""

    fields: tuple[Field, ...]
    words: str | None
    by_meaning: bool
    sheet: Sheet[Hit]
    found: tuple[Found, ...]
    in_files: int  # the hits that the files hold


def show(desk: Desk, asked: Asked) -> SearchPage:
    """Lay out one sheet; NotFoundError for an actor that there is none of."""
    words = asked.text("q")
    hits, total = _hits(desk, asked, asked.rows, (asked.page - 1) * asked.rows)
    shown = sheet_of(hits, total, asked)
    return SearchPage(
        fields=forms.fields(desk, asked, FILTERS),
        words=words,
        by_meaning=asked.choice("by", _BY) is not None,
        sheet=shown,
        found=tuple(_found(desk, hit) for hit in shown.rows),
        in_files=min(total, _FILE_ROWS),
    )


def _hits(desk: Desk, asked: Asked, limit: int, offset: int) -> tuple[list[Hit], int]:
    """The hits of a sheet, and how many there are in all."""
    words, within = asked.text("q"), _within(asked)
    if words is None:
        return [], 0
    if asked.choice("by", _BY):
        return desk.meanings.find(words, limit, offset, within), desk.meanings.count(words, within)
    return desk.story.search(words, limit, offset, within), desk.story.count_hits(words, within)


def _within(asked: Asked) -> Within:
    kind = asked.choice("kind", _KINDS)
    return Within(
        kind=HitKind(kind) if kind else None,
        actor=asked.text("actor"),
        outlet=asked.text("outlet"),
        since=asked.day("since"),
        until=asked.day("until"),
    )


def _found(desk: Desk, hit: Hit) -> Found:
    start = hit.start
    whole = Span(start, start + len(hit.text)) if start is not None else None
    return Found(
        pieces=tuple(_pieces(hit)),
        citation=desk.cite_at(hit.report, whole),
        found_in=_FOUND_IN[hit.found_in],
        likeness=None if hit.likeness is None else f"{hit.likeness:.2f}",
        quotations=tuple(_said_in(desk, hit.report, whole)) if whole and hit.sentence else (),
        events=tuple(each.id for each in desk.story.in_report(Event, hit.report) if each.sentence == hit.sentence),
    )


def _said_in(desk: Desk, report: str, sentence: Span) -> Iterator[str]:
    for given in desk.story.in_report(Quotation, report):
        if any(content.span.touches(sentence) for content in given.contents):
            yield given.id


def _pieces(hit: Hit) -> Iterator[Piece]:
    """The text with the words found marked; nothing is marked where the whole of it was found by its meaning."""
    at = 0
    for mark in hit.marks if hit.likeness is None else ():
        yield Piece(hit.text[at : mark.start], False)
        yield Piece(mark.of(hit.text), True)
        at = mark.end
    yield Piece(hit.text[at:], False)


def rows(desk: Desk, asked: Asked) -> list[HitRow]:
    """The first hits as rows."""
    hits, _ = _hits(desk, asked, _FILE_ROWS, 0)
    return views.hit_rows(desk.story, hits)


PAGE = Page("search", "/search", "Search", show, FILTERS, Table(HitRow, rows))
