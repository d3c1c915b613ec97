"""Who has to do with whom: a picture, a table that says the same, and for each tie its acts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from dateline.errors import NotFoundError
from dateline.story import views
from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.drawing.graph import draw_network
from dateline.web.listing import Sheet, Written, sheet
from dateline.web.pages import forms
from dateline.web.pages.forms import Field
from dateline.web.pages.orders import Column, Order, Orders, alphabet
from dateline.web.pages.page import Page, Table
from dateline.web.parts.network import OPENED, Network, Tie, TieRow, acts_of, network_of, rows_of, ties_of_all
from dateline.web.parts.timeline import Excerpt, sentences_of

_DEFAULT = 40  # more cannot be told apart at a glance
_DRAWN = {"20": "20 actors", "80": "80 actors", "150": "150 actors", "300": "300 actors"}
_ORDERS: Orders[Tie] = Orders(
    {
        "pair": Order("by name", lambda tie: alphabet(f"{tie.one.text} {tie.other.text}")),
        "acts": Order("most acts first", lambda tie: len(tie.acts), falls=True),
    },
    first="most acts first",
)
FILTERS = (
    forms.actor(label="Around"),
    forms.choice("most", "Drawn", _DRAWN, unset=f"{_DEFAULT} actors"),
    _ORDERS.filter,
)
_ROWS = 20  # ties of a sheet: each has the sentences of its acts with it
_OPENED_OF_MANY = 1  # acts of a tie on a longer sheet, lest it be too heavy


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """The picture, and one sheet of its ties."""

    fields: tuple[Field, ...]
    columns: dict[str, Column]
    network: Network
    graph: Markup | None
    sheet: Sheet[Tie]
    each: int  # acts of a tie that stand in the table
    opened: dict[str, Excerpt]  # sentences of the acts that stand in the table, by the act's id


def show(desk: Desk, asked: Asked) -> NetworkPage:
    """Lay it out: of one actor and those it is tied to, or of all."""
    if asked.text("rows") is None:
        asked = replace(asked, values={**asked.values, "rows": str(_ROWS)})
    most = int(asked.choice("most", _DRAWN) or _DEFAULT)
    network = network_of(desk.somebodies.values(), _asked_for(desk, asked), drawn=most)
    ordered = _ORDERS.of(network.ties, asked)  # the table alone: the picture is the same in any order
    shown = sheet(ordered, asked)
    each = OPENED if asked.rows <= _ROWS else _OPENED_OF_MANY
    acts = acts_of(desk, shown.rows, each)
    views.read_ahead_of_tellings(desk.directory, desk.members_of(acts))
    return NetworkPage(
        fields=forms.fields(desk, asked, FILTERS),
        columns=_ORDERS.columns(asked),
        network=replace(network, acts=acts),
        graph=draw_network(network, _rows_of(ordered, network.lines, asked).get),
        sheet=shown,
        each=each,
        opened={act: sentences_of(desk, act) for act in acts},
    )


def _rows_of(ordered: Sequence[Tie], lines: Iterable[Tie], asked: Asked) -> dict[Tie, str]:
    """The address of the row of each tie that is drawn, on this sheet or another."""
    drawn, found = set(lines), {}
    for number, tie in ((number, tie) for number, tie in enumerate(ordered) if tie in drawn):
        page = number // asked.rows + 1
        found[tie] = f"#{tie.id}" if page == asked.page else f"{asked.but(page=page)}#{tie.id}"
    return found


def _asked_for(desk: Desk, asked: Asked) -> Sequence[Tie]:
    """All ties, or those among one actor and its neighbours."""
    found = ties_of_all(desk)
    actor = asked.text("actor")
    if actor is None:
        return found
    if actor not in desk.somebodies:
        raise NotFoundError(f"no actor has the id {actor}", "choose one from the list of actors")
    near = {id_ for tie in found if actor in tie.ids for id_ in tie.ids}
    return [tie for tie in found if tie.ids <= near]


def rows(desk: Desk, asked: Asked) -> Sequence[TieRow]:
    """All ties that the address asks for, whether they are drawn or not."""
    asked.choice("most", _DRAWN)  # of the picture alone; a word that is none is refused all the same
    return Written(_ORDERS.of(_asked_for(desk, asked), asked), lambda found: rows_of(desk, found))


PAGE = Page("network", "/network", "Network", show, FILTERS, Table(TieRow, rows), key="n")
