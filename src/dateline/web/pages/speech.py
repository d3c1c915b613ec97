"""Who said what: each utterance once, with every report that prints it and how their words differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.model import SpeechKind
from dateline.story.views import QuotationRow
from dateline.web.asked import Asked
from dateline.web.by_actor import Group, speakers
from dateline.web.desk import Desk
from dateline.web.listing import Sheet, Written, sheet
from dateline.web.pages import forms
from dateline.web.pages.forms import Field
from dateline.web.pages.orders import Order, Orders, alphabet
from dateline.web.pages.page import Page, Table
from dateline.web.parts.speech import Said, said

_KINDS: dict[str, Callable[[Group], bool]] = {
    "disputed": lambda group: any(row.anomaly or row.conflict for row in group),
    "shared": lambda group: group[0].reports > 1,
    "marks": lambda group: any(row.kind != SpeechKind.INDIRECT for row in group),
    "reported": lambda group: all(row.kind == SpeechKind.INDIRECT for row in group),
}
_WORDS = {
    "disputed": "speaker disputed",
    "shared": "in several reports",
    "marks": "in quotation marks",
    "reported": "reported without marks",
}
_ORDERS: Orders[Group] = Orders(
    {
        "day": Order("as first printed", lambda group: min(row.published or "~" for row in group)),
        "reports": Order("in most reports first", lambda group: group[0].reports, falls=True),
        "speaker": Order("by speaker", lambda group: alphabet(group[0].speaker or group[0].speaker_printed)),
    },
    first="the earliest first",
)
FILTERS = (
    forms.text("q", "Words"),
    forms.actor(label="Speaker"),
    forms.outlet(),
    forms.choice("kind", "Which", _WORDS),
    forms.day("since", "Published from"),
    forms.day("until", "Published until"),
    _ORDERS.filter,
)


@dataclass(frozen=True, slots=True)
class SpeechPage:
    """One sheet of utterances."""

    fields: tuple[Field, ...]
    sheet: Sheet[Group]
    said: tuple[Said, ...]


def groups(desk: Desk, asked: Asked) -> Sequence[Group]:
    """The quotations of each utterance that the address asks for, by the earliest report unless told otherwise."""
    found = desk.speech
    if actor := asked.text("actor"):
        found = [group for group in found if actor in speakers(group)]
    if outlet := asked.text("outlet"):
        found = [group for group in found if any(row.outlet == outlet for row in group)]
    if kind := asked.choice("kind", _WORDS):
        found = [group for group in found if _KINDS[kind](group)]
    since, until = asked.day("since"), asked.day("until")
    if since:
        found = [group for group in found if any((row.published or "") >= since.isoformat() for row in group)]
    if until:
        found = [
            group for group in found if any((row.published or "~")[:10] <= until.isoformat() for row in group)
        ]
    if words := asked.text("q"):
        wanted = words.casefold()
        found = [group for group in found if any(wanted in row.text.casefold() for row in group)]
    return _ORDERS.of(found, asked)


def show(desk: Desk, asked: Asked) -> SpeechPage:
    """Lay out one sheet."""
    shown = sheet(groups(desk, asked), asked)
    return SpeechPage(
        fields=forms.fields(desk, asked, FILTERS),
        sheet=shown,
        said=said(desk, shown.rows),
    )


def printings(desk: Desk, asked: Asked) -> Sequence[QuotationRow]:
    """Every printing of them as a row."""
    return Written([slip for group in groups(desk, asked) for slip in group], desk.printings)


PAGE = Page("speech", "/speech", "Who said what", show, FILTERS, Table(QuotationRow, printings), key="q")
