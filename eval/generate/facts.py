"""What the key says of one happening, from all that reports told of it: the event, its conflicts, its updates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from eval.generate.newsroom import Report
from eval.generate.telling import Told
from eval.generate.world import Actor

Row = dict[str, Any]
Telling = tuple[Report, Told]
STATUS = {"aid": "promised", "demand": "demanded"}
CROWDS = {  # who acts and who is acted upon where no name is given
    "protest": ("protesters", ""),
    "detention": ("police", "protesters"),
    "arrest": ("police", ""),
    "strike": ("workers", ""),
}


def event_of(rows: list[Telling]) -> Row:
    """The expected event."""
    one = rows[0][1].happening
    crowd, acted_upon = CROWDS.get(one.act, ("", ""))
    actor, recipient = crowd or _id(one.a), acted_upon or _id(one.b)
    row: Row = {"id": one.id, "what": one.act, "in": sorted({report.id for report, _ in rows})}
    if actor:
        row["actor"] = actor
    if recipient:
        row["recipient"] = recipient
    if place := _id(one.p or one.c):
        row["place"] = place
    return row | {"date": _days(rows)} | _status(rows)


def _id(actor: Actor | None) -> str:
    return actor.id if actor else ""


def _days(rows: list[Telling]) -> date | list[date]:
    """The day, or the first and last of those that reports give: disputed, or moved."""
    one = rows[0][1].happening
    days = {one.moved_to or one.day}
    if one.moved_to and any(told.aspect in ("planned", "moved") for _, told in rows):
        days.add(one.day)
    if one.other_day:
        days |= {told.days[0] for _, told in rows if told.days[0] == told.days[1]}
    return min(days) if len(days) == 1 else [min(days), max(days)]


def _status(rows: list[Telling]) -> Row:
    """As what it was first told, and what came of a plan."""
    one = rows[0][1].happening
    aspects = {told.aspect for _, told in rows}
    done = "happened" in aspects or "recalled" in aspects
    usual = STATUS.get(one.act, "happened")
    if not aspects & {"planned", "moved"}:
        return {"status": "cancelled" if "cancelled" in aspects else usual}
    later = usual if done else "cancelled" if "cancelled" in aspects else ""
    return {"status": "planned"} | ({"later": {"status": later}} if later else {})


def conflicts_of(rows: list[Telling]) -> Iterator[Row]:
    """The disputed value of a happening, if reports do give two."""
    one = rows[0][1].happening
    values: dict[str, set[str]] = defaultdict(set)
    for report, told in rows:
        if one.disputed == "day" and told.days[0] == told.days[1]:
            values[str(told.days[0])].add(report.id)
        elif one.disputed == "place" and told.place:
            values[told.place.id].add(report.id)
        elif one.disputed == "count" and told.count:
            values[told.count].add(report.id)
    if len(values) > 1:
        kind = {"day": "date", "place": "place", "count": "number"}[one.disputed]
        given = {value: sorted(reports) for value, reports in sorted(values.items())}
        yield {
            "id": f"{one.id}-{kind}", "kind": kind, "about": one.id, "values": given,
            "in": sorted({report for reports in given.values() for report in reports}),
        }  # fmt: skip


def update_of(rows: list[Telling]) -> Row | None:
    """A toll that rose from report to report."""
    one = rows[0][1].happening
    series: dict[str, list[str]] = defaultdict(list)
    for report, told in rows:
        if one.tolls and told.count:
            series[told.count].append(report.id)
    if len(series) < 2:
        return None
    steps = [{"value": value, "in": sorted(set(reports))} for value, reports in series.items()]
    return {"about": one.id, "series": steps}
