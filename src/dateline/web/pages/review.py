"""What a person may want to rule on, the least certain first, and what was ruled."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.story import views
from dateline.story.catalogue import DoubtSlip
from dateline.story.explain import find
from dateline.story.views import DecisionRow, DoubtRow
from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.listing import Sheet, Written, sheet
from dateline.web.pages import forms
from dateline.web.pages.forms import Field
from dateline.web.pages.page import Page, Table
from dateline.web.parts.review import KINDS, Card, card

_STATES = {"open": "not ruled on", "decided": "ruled on"}
_CARDS = 20  # of a sheet: each has the sentences of two sides
_LAST = 10  # decisions below the questions; all stand with the runs
_FORM = (forms.choice("kind", "Kind", KINDS), forms.text("about", "About the record"))
FILTERS = (*_FORM, forms.choice("state", "State", _STATES))


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was decided just now, and the decision that it undoes."""

    made: DecisionRow
    undone: DecisionRow | None


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One sheet of questions."""

    fields: tuple[Field, ...]
    sheet: Sheet[DoubtSlip]
    decided: int  # questions that are ruled on
    shows_decided: bool
    cards: tuple[Card, ...]
    about: str | None  # the record that was asked for, in words
    decisions: tuple[DecisionRow, ...]
    decisions_in_all: int
    author: str
    back: str
    following: dict[str, str]  # the question behind each of this sheet
    ruled: Recorded | None
    on: str | None  # the question that it answered


def doubts(desk: Desk, asked: Asked) -> list[DoubtSlip]:
    """The questions that the address asks for; those that are ruled on only if it asks for them."""
    state, kind, about = asked.choice("state", _STATES), asked.choice("kind", KINDS), asked.text("about")
    rows = [row for row in desk.questions if row.decided == (state == "decided")]
    if kind:
        rows = [row for row in rows if row.kind == kind]
    if about:
        id_ = find(desk.story, about).id
        joined = {id_, *(link.target for link in desk.directory.links_of(id_))}
        rows = [row for row in rows if id_ in (row.id, row.member, *row.speakers) or row.target in joined]
    return rows


def rows(desk: Desk, asked: Asked) -> Sequence[DoubtRow]:
    """The same as rows."""
    return Written(doubts(desk, asked), lambda slips: views.doubt_rows(desk.directory, slips))


def show(desk: Desk, asked: Asked) -> ReviewPage:
    """Lay out one sheet; NotFoundError for a record that there is none of."""
    if "rows" not in asked.values:
        asked = Asked(asked.path, {**asked.values, "rows": str(_CARDS)}, asked.ids)
    rows = doubts(desk, asked)
    shown = sheet(rows, asked)
    about = asked.text("about")
    return ReviewPage(
        fields=forms.fields(desk, asked, _FORM),
        decided=sum(row.decided for row in desk.questions),
        shows_decided=asked.text("state") == "decided",
        sheet=shown,
        cards=tuple(card(desk, row) for row in views.doubt_rows(desk.directory, shown.rows)),
        about=find(desk.story, about).id if about else None,
        decisions=desk.decisions[:_LAST],
        decisions_in_all=len(desk.decisions),
        author=login(),
        back=back(asked),
        following={row.id: behind.id for row, behind in pairwise(rows[max(0, shown.first - 1) : shown.last + 1])},
        ruled=ruled(desk, asked),
        on=asked.text("on"),
    )


def back(asked: Asked) -> str:
    """The address of this page as it was before anything was decided on it."""
    return asked.but(page=asked.page if asked.page > 1 else None, ruled=None, on=None, rows=None)


def ruled(desk: Desk, asked: Asked) -> Recorded | None:
    """The decision that led here."""
    by_id = {row.id: row for row in desk.decisions}
    made = by_id.get(asked.text("ruled") or "")
    return Recorded(made, by_id.get(made.undoes or "")) if made else None


def login() -> str:
    """The name that somebody is logged in by; empty where there is none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


PAGE = Page("review", "/review", "Review", show, FILTERS, Table(DoubtRow, rows), key="v")
