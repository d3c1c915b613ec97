"""Runs and audit: what each build and decision changed, and all that the story was made of and by."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.story import views
from dateline.story.views import AuditRow, DecisionRow, RunRow
from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.listing import Sheet, sheet
from dateline.web.pages import forms, review
from dateline.web.pages.forms import Field
from dateline.web.pages.page import Page, Table

_SECTIONS = {
    "input": "inputs",
    "rejection": "rejections",
    "stage": "stages",
    "package": "packages",
    "setting": "settings",
    "decision": "decisions",
}
FILTERS = (forms.choice("section", "Section", _SECTIONS), forms.text("q", "Words"))
_AUDIT = views.Table("audit", AuditRow, views.audit)
_RUNS = 10  # shown at first; the others open


@dataclass(frozen=True, slots=True)
class RunsPage:
    """The runs, and one sheet of the trail."""

    runs: list[RunRow]
    older: list[RunRow]
    fields: tuple[Field, ...]
    sheet: Sheet[AuditRow]
    decisions: tuple[DecisionRow, ...]
    author: str
    back: str
    ruled: review.Recorded | None


def audit(desk: Desk, asked: Asked) -> list[AuditRow]:
    """The lines of the trail that the address asks for."""
    rows = [row for row in desk.rows_of(_AUDIT) if isinstance(row, AuditRow)]
    if section := asked.choice("section", _SECTIONS):
        rows = [row for row in rows if row.section == section]
    if words := asked.text("q"):
        rows = [row for row in rows if words.casefold() in f"{row.name} {row.value}".casefold()]
    return rows


def show(desk: Desk, asked: Asked) -> RunsPage:
    """Lay out the runs and one sheet of the trail."""
    runs = views.runs(desk.story)
    return RunsPage(
        runs=runs[:_RUNS],
        older=runs[_RUNS:],
        fields=forms.fields(desk, asked, FILTERS),
        sheet=sheet(audit(desk, asked), asked),
        decisions=desk.decisions[: asked.rows],
        author=review.login(),
        back=review.back(asked),
        ruled=review.ruled(desk, asked),
    )


PAGE = Page("runs", "/runs", "Runs", show, FILTERS, Table(AuditRow, audit), key="b")
