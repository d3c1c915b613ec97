"""The timeline: acts in the order of time, narrowed by actor, outlet, days, type and words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import EventType
from dateline.story import views
from dateline.story.views import EventRow
from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.drawing.strip import Strip, draw_strip
from dateline.web.listing import Sheet, sheet
from dateline.web.pages import forms
from dateline.web.pages.forms import Field
from dateline.web.pages.page import Page, Table
from dateline.web.parts.disputes import by_record
from dateline.web.parts.timeline import Timeline, laid_out

_TYPES = {kind.value: kind.value.lower() for kind in EventType}
FILTERS = (
    forms.text("q", "Words"),
    forms.actor(),
    forms.outlet(),
    forms.choice("type", "Type", _TYPES),
    forms.day("since", "From"),
    forms.day("until", "To"),
)


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """One sheet of the timeline."""

    fields: tuple[Field, ...]
    sheet: Sheet[EventRow]
    timeline: Timeline
    strip: Strip | None
    disputed: dict[str, str]


def events(desk: Desk, asked: Asked) -> list[EventRow]:
    """The acts that the address asks for, in order of time; those without a time last."""
    rows: Iterable[EventRow] = desk.events
    if actor := asked.text("actor"):
        rows = [row for row in rows if actor in (*row.actor_ids, *row.recipient_ids)]
    if outlet := asked.text("outlet"):
        rows = [row for row in rows if outlet in desk.outlets_of(row.id)]
    if kind := asked.choice("type", _TYPES):
        rows = [row for row in rows if row.type == kind]
    since, until = asked.day("since"), asked.day("until")
    if since:
        rows = [row for row in rows if (row.latest or row.earliest or "") >= since.isoformat()]
    if until:
        rows = [row for row in rows if (row.earliest or row.latest or "~") <= until.isoformat()]
    if words := asked.text("q"):
        rows = [row for row in rows if words.casefold() in row.sentence.casefold()]
    return sorted(rows, key=_place)


def _place(row: EventRow) -> tuple[bool, int, str]:
    return row.number is None, row.number or 0, row.id


def show(desk: Desk, asked: Asked) -> TimelinePage:
    """Lay out one sheet."""
    rows = events(desk, asked)
    shown = sheet(rows, asked)
    dated = [row for row in shown.rows if row.number is not None]
    timeline = laid_out(desk, shown.rows, views.gaps_of(dated))
    return TimelinePage(
        fields=forms.fields(desk, asked, FILTERS),
        sheet=shown,
        timeline=timeline,
        strip=draw_strip(timeline),
        disputed=by_record(desk),
    )


PAGE = Page("timeline", "/timeline", "Timeline", show, FILTERS, Table(EventRow, events), key="t")
