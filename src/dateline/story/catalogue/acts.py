"""Merged events: their times, who takes part, and the sentence that tells each best."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.story.lookup.directory import UNKNOWN_OUTLET, Directory
from dateline.story.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class ActSlip:
    """One act; fields as `EventRow` has them."""

    id: str
    number: int | None
    weight: float | None
    time_weight: float | None
    earliest: str | None
    latest: str | None
    time_disputed: bool
    type: str
    actor_ids: tuple[str, ...]
    recipient_ids: tuple[str, ...]
    sentence: str
    reports: int


def acts(story: Story) -> list[ActSlip]:
    """All merged events in the order of their time; those without a time last."""
    connection, weights = story.connection, Directory.of(story).time_weights
    actors = _taking_part(connection, "merged_event_actors")
    recipients = _taking_part(connection, "merged_event_recipients")
    rows = connection.execute(
        """SELECT r.key, i.id, t.number, t.weight, r.time_earliest, r.time_latest, r.time_disputed, r.type, r.text,
                  coalesce(s.reports, 0)
           FROM merged_event AS r JOIN identity AS i ON i.key = r.key
           LEFT JOIN timeline_entry AS t ON t.event = r.key
           LEFT JOIN (SELECT about, count(DISTINCT report) AS reports FROM support
                      WHERE about IN (SELECT key FROM merged_event) GROUP BY about) AS s ON s.about = r.key
           ORDER BY t.number IS NULL, t.number, i.id"""
    )
    return [
        ActSlip(
            id=id_,
            number=number,
            weight=weight,
            time_weight=None if number is None else weights.of(first, last, disputed=bool(disputed)),
            earliest=first,
            latest=last,
            time_disputed=bool(disputed),
            type=kind,
            actor_ids=tuple(actors.get(key, ())),
            recipient_ids=tuple(recipients.get(key, ())),
            sentence=sentence,
            reports=reports,
        )
        for key, id_, number, weight, first, last, disputed, kind, sentence, reports in rows
    ]


def _taking_part(connection: sqlite3.Connection, table: str) -> Mapping[int, list[str]]:
    """The ids of those who take part, in order, by the key of the event."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for key, id_ in connection.execute(
        f"SELECT m.merged_event, i.id FROM {table} AS m JOIN identity AS i ON i.key = m.value "
        "ORDER BY m.merged_event, m.position"
    ):
        found[key].append(id_)
    return found


def told_by(story: Story, outlet: str) -> frozenset[str]:
    """The ids of the merged events that an outlet tells."""
    rows = story.connection.execute(
        """SELECT DISTINCT (SELECT id FROM identity WHERE key = m.merged_event)
           FROM report AS p JOIN event AS e ON e.report = p.key JOIN merged_event_members AS m ON m.value = e.key
           WHERE coalesce(p.outlet, ?) = ?""",
        (UNKNOWN_OUTLET, outlet),
    )
    return frozenset(id_ for (id_,) in rows)
