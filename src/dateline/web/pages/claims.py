"""What can be checked, value by value: agreement as explicit as dispute."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.story.explain import find
from dateline.story.lookup.phrases import phrase_of
from dateline.story.views import ClaimRow
from dateline.story.views.claims import ClaimRows
from dateline.story.views.ledger import Standing
from dateline.story.views.which_claims import Index, Subject, Which
from dateline.web.asked import MOST_ROWS, Asked
from dateline.web.desk import Desk
from dateline.web.listing import Sheet, sheet
from dateline.web.pages import forms
from dateline.web.pages.forms import Field
from dateline.web.pages.page import Page, Table
from dateline.web.parts.claims import CITED, KINDS, Checked, checked

_STANDINGS = {
    Standing.AGREED.value: "agreed by two origins or more",
    Standing.DISPUTED.value: "disputed",
    Standing.ALONE.value: "of one origin alone",
}
_SUBJECTS = 20  # of a sheet: each has several values, and each value its sentences
_VALUES = 5  # of one subject, unless the page is of it alone
_VALUES_OF_MANY, _CITED_OF_MANY = 2, 1  # on a longer sheet, lest it be too heavy; the latter: reports of a value
_FORM = (
    forms.text("q", "Words"),
    forms.choice("standing", "Agreed or disputed", _STANDINGS),
    forms.choice("kind", "Kind", KINDS),
    forms.actor(),
    forms.outlet(),
    forms.day("since", "From"),
    forms.day("until", "To"),
)
FILTERS = (*_FORM, forms.text("of", "Of the record"))


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """One sheet."""

    fields: tuple[Field, ...]
    sheet: Sheet[Subject]
    subjects: list[Checked]
    of: str | None  # the record that was asked for, in words


def chosen(desk: Desk, asked: Asked) -> Sequence[Subject]:
    """The acts, utterances and actors that the address asks for, each with the values that it asks for."""
    of = asked.text("of")
    which = Which(
        of=find(desk.story, of).id if of else None,
        about=asked.text("actor"),
        kind=asked.choice("kind", KINDS),
        standing=asked.choice("standing", _STANDINGS),
        outlet=asked.text("outlet"),
        since=asked.day("since"),
        until=asked.day("until"),
        words=asked.text("q"),
    )
    return Index.of(desk.story).chosen(which)


def show(desk: Desk, asked: Asked) -> ClaimsPage:
    """Lay out one sheet; NotFoundError for a record that there is none of."""
    if "rows" not in asked.values:
        asked = Asked(asked.path, {**asked.values, "rows": str(_SUBJECTS)}, asked.ids)
    shown = sheet(chosen(desk, asked), asked)
    of = asked.text("of")
    many = asked.rows > _SUBJECTS
    values = MOST_ROWS if of else _VALUES_OF_MANY if many else _VALUES
    return ClaimsPage(
        fields=forms.fields(desk, asked, _FORM),
        sheet=shown,
        subjects=checked(
            desk, Index.of(desk.story).ledger, shown.rows, values, _CITED_OF_MANY if many and not of else CITED
        ),
        of=phrase_of(desk.directory, find(desk.story, of)) if of else None,
    )


def rows(desk: Desk, asked: Asked) -> Sequence[ClaimRow]:
    """Every report's words behind these values."""
    return ClaimRows(Index.of(desk.story).ledger, chosen(desk, asked))


PAGE = Page("claims", "/claims", "Claims", show, FILTERS, Table(ClaimRow, rows), key="c")
