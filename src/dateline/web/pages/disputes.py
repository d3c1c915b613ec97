"""Values that cannot all hold, every side with its sentences and its origins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.model import ConflictKind
from dateline.story.views import ConflictRow
from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.listing import Sheet, sheet
from dateline.web.pages import forms
from dateline.web.pages.forms import Field
from dateline.web.pages.page import Page, Table
from dateline.web.parts.disputes import Dispute, dispute, grouped

_KINDS = {kind.value: kind.value for kind in ConflictKind}
FILTERS = (forms.text("q", "Words"), forms.choice("kind", "About", _KINDS), forms.outlet())


@dataclass(frozen=True, slots=True)
class DisputesPage:
    """One sheet of disputes."""

    fields: tuple[Field, ...]
    sheet: Sheet[Sequence[ConflictRow]]
    disputes: tuple[Dispute, ...]


def conflicts(desk: Desk, asked: Asked) -> list[list[ConflictRow]]:
    """The rows of the conflicts that the address asks for: of each all sides, if one of them fits."""
    groups: Iterable[list[ConflictRow]] = grouped(desk.conflicts)
    if kind := asked.choice("kind", _KINDS):
        groups = [group for group in groups if group[0].kind == kind]
    if outlet := asked.text("outlet"):
        groups = [group for group in groups if any(row.outlet == outlet for row in group)]
    if words := asked.text("q"):
        wanted = words.casefold()
        groups = [group for group in groups if any(wanted in _text(row).casefold() for row in group)]
    return list(groups)


def _text(row: ConflictRow) -> str:
    return f"{row.about_words} {row.value} {row.sentence}"


def show(desk: Desk, asked: Asked) -> DisputesPage:
    """Lay out one sheet."""
    shown = sheet(conflicts(desk, asked), asked)
    return DisputesPage(
        fields=forms.fields(desk, asked, FILTERS),
        sheet=shown,
        disputes=tuple(dispute(desk, group) for group in shown.rows),
    )


def sides(desk: Desk, asked: Asked) -> list[ConflictRow]:
    """Every side of them as a row."""
    return [row for group in conflicts(desk, asked) for row in group]


PAGE = Page("disputes", "/disputes", "Disputes", show, FILTERS, Table(ConflictRow, sides), key="d")
