"""The timeline: acts in the order of time, narrowed by actor, outlet, days, type and words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.model import EventType
from dateline.story import catalogue, views
from dateline.story.catalogue import ActSlip
from dateline.story.views import EventRow
from dateline.story.views.gaps import Gap
from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.drawing.axis import Axis
from dateline.web.drawing.strip import Strip, axis_of, draw_on
from dateline.web.listing import Sheet, Written, sheet
from dateline.web.pages import forms
from dateline.web.pages.forms import Field
from dateline.web.pages.page import Page, Table
from dateline.web.parts.disputes import by_record
from dateline.web.parts.timeline import Timeline, laid_out, of_acts

_TOP = {number: f"{number} times" for number in ("5", "10", "20", "50")}
_TYPES = {kind.value: kind.value.lower() for kind in EventType}
FILTERS = (
    forms.text("q", "Words"),
    forms.actor(),
    forms.outlet(),
    forms.choice("type", "Type", _TYPES),
    forms.day("since", "From"),
    forms.day("until", "To"),
    forms.choice("top", "Only the weightiest", _TOP, unset="all times"),
)
_BY = {"actor": "by actor", "outlet": "by outlet"}
_LANED = forms.choice(
    "lanes", "Lanes of the picture", _BY, unset="none"
)  # of the picture alone: the list is the same
_LANES = 8  # more do not stand on one screen


@dataclass(frozen=True, slots=True)
class Lane:
    """One actor or outlet and its acts, drawn on the axis of all."""

    name: str
    address: str  # of the timeline narrowed to it
    acts: int
    strip: Strip


@dataclass(frozen=True, slots=True)
class Lanes:
    """Those of most acts, and how many found no lane."""

    of: str  # "actor" or "outlet"
    shown: tuple[Lane, ...]
    others: int


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """One sheet of the timeline."""

    fields: tuple[Field, ...]
    sheet: Sheet[ActSlip]
    timeline: Timeline
    strip: Strip | None
    lanes: Lanes | None
    disputed: Mapping[str, str]


def acts(desk: Desk, asked: Asked) -> Sequence[ActSlip]:
    """The acts that the address asks for, in order of time; those without a time last."""
    rows = desk.acts
    if actor := asked.text("actor"):
        rows = [row for row in rows if actor in (*row.actor_ids, *row.recipient_ids)]
    if outlet := asked.text("outlet"):
        told = catalogue.told_by(desk.story, outlet)
        rows = [row for row in rows if row.id in told]
    if kind := asked.choice("type", _TYPES):
        rows = [row for row in rows if row.type == kind]
    since, until = asked.day("since"), asked.day("until")
    if since:
        rows = [row for row in rows if (row.latest or row.earliest or "") >= since.isoformat()]
    if until:
        rows = [row for row in rows if (row.earliest or row.latest or "~") <= until.isoformat()]
    if words := asked.text("q"):
        rows = [row for row in rows if words.casefold() in row.sentence.casefold()]
    if top := asked.choice("top", _TOP):
        return views.weightiest([row for row in rows if row.number is not None], int(top))
    return rows


def events(desk: Desk, asked: Asked) -> Sequence[EventRow]:
    """The same as rows."""
    return Written(acts(desk, asked), desk.event_rows)


def show(desk: Desk, asked: Asked) -> TimelinePage:
    """Lay out one sheet."""
    shown = sheet(acts(desk, asked), asked)
    dated = [row for row in shown.rows if row.number is not None]
    timeline = laid_out(desk, shown.rows, _gaps_behind(desk, dated))
    axis = axis_of(timeline, views.gaps_of(dated))
    by = asked.choice("lanes", _BY)
    return TimelinePage(
        fields=forms.fields(desk, asked, (*FILTERS, _LANED)),
        sheet=shown,
        timeline=timeline,
        strip=draw_on(axis, timeline) if axis else None,
        lanes=_lanes(desk, asked, timeline, axis, by) if by and axis else None,
        disputed=by_record(desk),
    )


def _gaps_behind(desk: Desk, dated: Sequence[ActSlip]) -> list[Gap]:
    """The gaps of the whole story from the first act shown on: a list that is narrowed has others of its own."""
    first = min((row.earliest or row.latest or "" for row in dated), default="")
    return [gap for gap in desk.gaps if gap.first.isoformat() > first]


def _lanes(desk: Desk, asked: Asked, timeline: Timeline, axis: Axis, of: str) -> Lanes | None:
    """A picture for each actor or outlet of most acts."""
    acts: defaultdict[str, set[str]] = defaultdict(set)
    for act in (act for moment in timeline.moments for act in moment.acts):
        ids = {name.id for name in (*act.who, *act.whom)} if of == "actor" else desk.outlets_of(act.id)
        for id_ in ids:
            acts[id_].add(act.id)
    first = sorted(acts, key=lambda id_: (-len(acts[id_]), id_))[:_LANES]
    names = {id_: desk.somebodies[id_].name if of == "actor" else id_ for id_ in first}
    lanes = tuple(
        Lane(
            name=name,
            address=asked.but(**{of: id_}),
            acts=len(acts[id_]),
            strip=draw_on(
                axis,
                of_acts(timeline, acts[id_]),
                name=name,
                labelled=id_ == first[-1],
                hatched=id_ == first[0],
            ),
        )
        for id_, name in names.items()
    )
    return Lanes(of, lanes, len(acts) - len(first)) if lanes else None


PAGE = Page("timeline", "/timeline", "Timeline", show, FILTERS, Table(EventRow, events), key="t")
