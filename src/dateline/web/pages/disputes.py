"""Values that cannot all hold, every side with its sentences and its origins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import ConflictKind
from dateline.story.catalogue import ConflictSlip
from dateline.story.views import ConflictRow
from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.listing import Sheet, Written, sheet
from dateline.web.pages import forms
from dateline.web.pages.forms import Field
from dateline.web.pages.page import Page, Table
from dateline.web.parts.disputes import Dispute, written

_KINDS = {kind.value: kind.value for kind in ConflictKind}
FILTERS = (forms.text("q", "Words"), forms.choice("kind", "About", _KINDS), forms.outlet())


@dataclass(frozen=True, slots=True)
class DisputesPage:
    """One sheet of disputes."""

    fields: tuple[Field, ...]
    sheet: Sheet[Sequence[ConflictSlip]]
    disputes: list[Dispute]


def conflicts(desk: Desk, asked: Asked) -> Sequence[Sequence[ConflictSlip]]:
    """The conflicts that the address asks for: of each all sides, if one of them fits."""
    groups = desk.disputes_by_reports
    if kind := asked.choice("kind", _KINDS):
        groups = [group for group in groups if group[0].kind == kind]
    if outlet := asked.text("outlet"):
        groups = [group for group in groups if any(row.outlet == outlet for row in group)]
    if words := asked.text("q"):
        wanted, texts = words.casefold(), desk.texts_of_conflicts
        groups = [group for group in groups if wanted in texts.get(group[0].id, "").casefold()]
    return groups


def show(desk: Desk, asked: Asked) -> DisputesPage:
    """Lay out one sheet."""
    shown = sheet(conflicts(desk, asked), asked)
    return DisputesPage(
        fields=forms.fields(desk, asked, FILTERS),
        sheet=shown,
        disputes=written(desk, (group[0].id for group in shown.rows)),
    )


def sides(desk: Desk, asked: Asked) -> Sequence[ConflictRow]:
    """Every side of them as a row."""
    return Written([slip for group in conflicts(desk, asked) for slip in group], desk.sides)


PAGE = Page("disputes", "/disputes", "Disputes", show, FILTERS, Table(ConflictRow, sides), key="d")
