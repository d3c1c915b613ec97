"""The events that have a time, in its order: all of them, or those of the times that matter most."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Protocol

from dateline.errors import NotFoundError
from dateline.model import Actor, ActorKind
from dateline.story.story import Story
from dateline.story.views.events import EventRow, events
from dateline.story.views.gaps import Gap, gaps
from dateline.story.views.who import find_actors

EVENTS_OF_A_TIME = 3  # that `top` shows of one time: what its day is remembered for, not all of it


class Timed(Protocol):
    """An act with its place in time: a row, or the slip of one."""

    @property
    def number(self) -> int | None:
        """On the timeline."""
        ...

    @property
    def weight(self) -> float | None:
        """Of the act."""
        ...

    @property
    def time_weight(self) -> float | None:
        """Of its time."""
        ...

    @property
    def earliest(self) -> str | None:
        """The first day, ISO 8601."""
        ...

    @property
    def latest(self) -> str | None:
        """The last day."""
        ...

    @property
    def time_disputed(self) -> bool:
        """True if reports name days that cannot all hold."""
        ...


type Time = tuple[str, str]  # first and last day, ISO 8601

_PLACES = frozenset((ActorKind.PLACE, ActorKind.COUNTRY))


def timeline(
    story: Story, top: int | None = None, actor: str | None = None, place: str | None = None
) -> list[EventRow]:
    """The dated events in order of time, at each time those of most origins first.

    `top`: only the times, that many, of which the reports make most, each with its weightiest events. `actor`,
    `place`: only events in which somebody takes part, or at a place or inside a country, by name or id;
    NotFoundError if the story knows nobody and no place of that name.
    """
    rows = [row for row in events(story) if row.number is not None]
    if actor is not None:
        somebody = actor_called(story, actor).id
        rows = [row for row in rows if somebody in (*row.actor_ids, *row.recipient_ids)]
    if place is not None:
        named = [one for one in find_actors(story, place) if one.kind in _PLACES]
        rows = _at(rows, _first(named, place, "no place"))
    return weightiest(sorted(rows, key=_in_order), top)


def actor_called(story: Story, name: str) -> Actor:
    """The actor that a name or an id means best; NotFoundError if there is none."""
    return _first(find_actors(story, name), name, "nobody")


def _first(found: Sequence[Actor], name: str, who: str) -> Actor:
    if not found:
        raise NotFoundError(f"{who} is called “{name}” in this story", "all names: dateline actors STORY")
    return found[0]


def _at(rows: Iterable[EventRow], place: Actor) -> list[EventRow]:
    """Events at a place; for a country also those at places that lie in it."""
    inside = place.country if place.kind is ActorKind.COUNTRY else None
    return [row for row in rows if row.place_id == place.id or (inside and row.place_country == inside)]


def weightiest[T: Timed](rows: Sequence[T], top: int | None) -> list[T]:
    """Of a timeline the weightiest events of its `top` weightiest times; all of it for None.

    Days go before longer times, which say little of when: "in 2009" is named often in a story of 2011. Of times of
    equal weight goes first that of the weightier event, then the earlier.
    """
    if top is None:
        return list(rows)
    by_time = _by_time(rows)

    def rank(time: Time) -> tuple[bool, float, float, Time]:
        of_time, day = by_time[time], time[0] == time[1]
        heaviest = max(row.time_weight or 0 for row in of_time), max(row.weight or 0 for row in of_time)
        return not day, -heaviest[0], -heaviest[1], time

    chosen = sorted(by_time, key=rank)[:top]
    shown = [row for time in chosen for row in sorted(by_time[time], key=_heaviest_first)[:EVENTS_OF_A_TIME]]
    return sorted(shown, key=_in_order)


def _by_time[T: Timed](rows: Sequence[T]) -> Mapping[Time, list[T]]:
    """Events by time; one whose day is disputed is put to the weightiest of the days that it may be of."""
    by_time: defaultdict[Time, list[T]] = defaultdict(list)
    for row in rows:
        if not row.time_disputed:
            by_time[_time(row)].append(row)
    days = {
        time[0]: max(row.time_weight or 0 for row in of_time)
        for time, of_time in by_time.items()
        if time[0] == time[1]
    }
    for row in rows:
        if row.time_disputed:
            first, last = _time(row)
            inside = [(weight, day) for day, weight in days.items() if first <= day <= last]
            day = max(inside)[1] if inside else None
            by_time[(day, day) if day else (first, last)].append(row)
    return by_time


def gaps_of(rows: Iterable[Timed]) -> list[Gap]:
    """The stretches of time, between the events of a timeline, of which none of them tells."""
    return list(gaps((_day(row.earliest), _day(row.latest)) for row in rows))


def gaps_of_story(story: Story) -> list[Gap]:
    """The same of the whole timeline, whose events are not read for it."""
    rows = story.connection.execute(
        "SELECT r.time_earliest, r.time_latest FROM timeline_entry AS t JOIN merged_event AS r ON r.key = t.event"
    )
    day = cache(_day)  # many acts are of the same days
    return list(gaps((day(first), day(last)) for first, last in rows))


def _day(iso: str | None) -> dt.date | None:
    return dt.date.fromisoformat(iso) if iso else None


def _in_order(row: Timed) -> tuple[Time, tuple[float, int]]:
    return _time(row), _heaviest_first(row)


def _heaviest_first(row: Timed) -> tuple[float, int]:
    return -(row.weight or 0), row.number or 0


def _time(row: Timed) -> Time:
    """First and last day; an open end counts as the known one."""
    return row.earliest or row.latest or "", row.latest or row.earliest or ""
