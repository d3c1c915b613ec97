"""Everybody: people, organisations, groups, countries and places, merged over spellings and reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.model import ActorKind
from dateline.story.catalogue import ActorSlip
from dateline.story.names import folded
from dateline.story.views import ActorRow
from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.listing import Sheet, Written, sheet
from dateline.web.pages import forms
from dateline.web.pages.forms import Field
from dateline.web.pages.orders import Column, Order, Orders, alphabet
from dateline.web.pages.page import Page, Table
from dateline.web.parts.actors import Somebody, somebodies

_KINDS = {kind.value: kind.value for kind in ActorKind}
_EVERYBODY = {"yes": "with those only mentioned"}
_ORDERS: Orders[ActorSlip] = Orders(
    {
        "name": Order("by name", lambda row: alphabet(row.name)),
        "reports": Order("most reports first", lambda row: row.reports, falls=True),
        "said": Order("who said most first", lambda row: row.said, falls=True),
        "did": Order("who did most first", lambda row: row.did, falls=True),
        "undergone": Order("to whom most was done first", lambda row: row.undergone, falls=True),
    },
    first="best attested first",
)
FILTERS = (
    forms.text("q", "Name or role"),
    forms.choice("kind", "Kind", _KINDS),
    forms.choice("everybody", "Who", _EVERYBODY, unset="those of whom something is told"),
    _ORDERS.filter,
)


@dataclass(frozen=True, slots=True)
class ActorsPage:
    """One sheet of actors."""

    fields: tuple[Field, ...]
    columns: dict[str, Column]
    sheet: Sheet[ActorSlip]
    somebodies: tuple[Somebody, ...]


def actors(desk: Desk, asked: Asked) -> list[ActorSlip]:
    """The actors that the address asks for, in the order it asks for; a name finds whatever its accents."""
    rows: Iterable[ActorSlip] = desk.somebodies.values()
    if kind := asked.choice("kind", _KINDS):
        rows = [row for row in rows if row.kind == kind]
    if words := asked.text("q"):
        wanted = folded(words)
        rows = [row for row in rows if wanted and _is_called(row, wanted)]  # signs alone are no name
    elif not asked.choice("everybody", _EVERYBODY):
        rows = [row for row in rows if row.is_prominent]
    return _ORDERS.of(rows, asked)


def _is_called(row: ActorSlip, wanted: str) -> bool:
    return any(wanted in folded(name) for name in (row.name, *row.names, *row.roles))


def show(desk: Desk, asked: Asked) -> ActorsPage:
    """Lay out one sheet."""
    shown = sheet(actors(desk, asked), asked)
    return ActorsPage(
        fields=forms.fields(desk, asked, FILTERS),
        columns=_ORDERS.columns(asked),
        sheet=shown,
        somebodies=somebodies(desk, desk.actor_rows(shown.rows)),
    )


def rows(desk: Desk, asked: Asked) -> Sequence[ActorRow]:
    """The same as rows."""
    return Written(actors(desk, asked), desk.actor_rows)


PAGE = Page("actors", "/actors", "Actors", show, FILTERS, Table(ActorRow, rows), key="a")
