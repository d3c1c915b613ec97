"""Texts that reports share, and what therefore counts as one source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from dateline.model import CopyKind
from dateline.story import views
from dateline.story.views import CopyRow, OriginRow
from dateline.story.views.lineage import one_owner
from dateline.story.wording import days_in_words
from dateline.web.desk import Citation, Desk, Piece
from dateline.web.parts.differences import differences

HEADINGS = {
    CopyKind.REPORT: "Most of one report stands in another",
    CopyKind.PASSAGE: "The same passage",
    CopyKind.QUOTATION: "The same quoted words, in the same cut",
}


_SHARED = 2  # reports that a text stands in
_SHORT = 400  # characters that need not be folded away


@dataclass(frozen=True, slots=True)
class SharedText:
    """One text and how each of its reports has it."""

    id: str
    heading: str
    reason: str
    share: str  # of the shorter side, in per cent
    members: tuple[tuple[Citation, tuple[Piece, ...]], ...]
    same_words: bool

    @property
    def is_short(self) -> bool:
        """True if one line tells it all: the same few words everywhere."""
        return self.same_words and sum(len(piece.text) for piece in self.members[0][1]) <= _SHORT


@dataclass(frozen=True, slots=True)
class OneSource:
    """An origin and the reports that count for it."""

    id: str
    label: str
    known: bool
    of_words: bool  # words that reports quote, and no whole report
    agency: str | None
    reason: str
    citations: tuple[Citation, ...]

    @property
    def stands_alone(self) -> bool:
        """True for a report of its own, of which there is nothing to tell."""
        return self.known and not self.of_words and self.agency is None and len(self.citations) == 1


def copies(desk: Desk) -> list[SharedText]:
    """All shared texts, by the earliest report."""
    found = []
    for id_, group in groupby(views.copies(desk.story), key=lambda row: row.id):
        rows = [row for row in group if desk.lists(row.report)]
        if len({row.report for row in rows}) < _SHARED:
            continue
        told = differences([row.words for row in rows])
        found.append(
            SharedText(
                id=id_,
                heading=HEADINGS[CopyKind(rows[0].kind)],
                reason=_with_owners(rows[0].reason, rows),
                share=f"{rows[0].containment:.0%}",
                members=tuple((desk.cite(row.report), pieces) for row, pieces in zip(rows, told, strict=True)),
                same_words=not any(piece.marked for pieces in told for piece in pieces),
            )
        )
    return found


def one_sources(desk: Desk) -> list[OneSource]:
    """What counts as one source, by the earliest report."""
    found = []
    listed = (row for row in views.origins(desk.story) if desk.lists(row.report))
    for id_, group in groupby(listed, key=lambda row: row.id):
        rows = list(group)
        first = rows[0]
        citations = tuple(dict.fromkeys(desk.cite(row.report) for row in rows))
        reason = _with_owners(first.reason, rows)
        found.append(
            OneSource(id_, first.label, first.known, first.of == "words", first.agency, reason, citations)
        )
    return found


def _with_owners(reason: str, rows: Sequence[CopyRow | OriginRow]) -> str:
    """Why it counts as one, and which of its outlets have one owner."""
    return "; ".join(filter(None, (days_in_words(reason), one_owner(rows))))
