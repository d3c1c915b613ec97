"""Who did what to whom, where and when: merged events, with their place on the timeline if they have one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import MergedEvent, TimelineEntry
from dateline.story.lookup.directory import Directory
from dateline.story.lookup.phrases import act_of
from dateline.story.lookup.read_ahead import read_ahead_of_events
from dateline.story.lookup.row import Row
from dateline.story.story import Story
from dateline.story.wording import date_in_words, number_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow(Row):
    """One act, merged over the reports that tell it."""

    number: int | None  # on the timeline, from 0; None: not on it
    weight: float | None
    time_weight: float | None  # how much the reports make of its time; None: not on the timeline
    time: str | None  # EDTF
    earliest: str | None
    latest: str | None
    time_words: str
    time_disputed: bool
    type: str
    mode: str | None
    act: str  # the verb of the sentence that tells it best
    status: str
    actors: tuple[str, ...]
    actor_ids: tuple[str, ...]
    recipients: tuple[str, ...]
    recipient_ids: tuple[str, ...]
    place: str | None
    place_id: str | None
    place_country: str | None  # ISO 3166 alpha-3, by the gazetteer
    place_latitude: float | None
    place_longitude: float | None
    place_precision: str | None  # settlement, region or country
    contexts: tuple[str, ...]  # PLOVER's, of all tellings: "health", "economic"
    counts: tuple[str, ...]  # "“tens of thousands” (20,000 to 99,999; protester)"
    sentence: str  # that tells it best
    report: str  # of that sentence
    outlet: str | None
    told_by: tuple[str, ...]  # outlet, date and file of each report, the one with the sentence first
    members: tuple[str, ...]
    decided: tuple[str, ...]  # what persons ruled on it, each with who and why
    reports: int
    outlets: int
    outlets_unknown: int
    origins_low: int
    origins_high: int


def events(story: Story) -> list[EventRow]:
    """All merged events, in the story's order: by the report that tells them first."""
    return event_rows(Directory.of(story), story.all(MergedEvent))


def event_rows(directory: Directory, events: Sequence[MergedEvent]) -> list[EventRow]:
    """These merged events as rows, in their order."""
    return [event_row(directory, event) for part in read_ahead_of_events(directory, events) for event in part]


def event_row(directory: Directory, event: MergedEvent) -> EventRow:
    """One merged event with the names of all who take part."""
    entry = next(iter(directory.story.related(TimelineEntry, "event", event.id)), None)
    time = event.time
    first = time.earliest.isoformat() if time and time.earliest else None
    last = time.latest.isoformat() if time and time.latest else None
    at = directory.location(event.place)
    return EventRow(
        id=event.id,
        number=entry.number if entry else None,
        weight=entry.weight if entry else None,
        time_weight=directory.time_weights.of(first, last, disputed=event.time_disputed) if entry else None,
        time=time.edtf if time else None,
        earliest=first,
        latest=last,
        time_words=date_in_words(time, disputed=event.time_disputed),
        time_disputed=event.time_disputed,
        type=event.type.value,
        mode=event.mode,
        act=act_of(directory, event),
        status=event.status.value,
        actors=_names(directory, event.actors),
        actor_ids=event.actors,
        recipients=_names(directory, event.recipients),
        recipient_ids=event.recipients,
        place=directory.actor(event.place),
        place_id=event.place,
        place_country=at.country if at else None,
        place_latitude=at.latitude if at else None,
        place_longitude=at.longitude if at else None,
        place_precision=at.precision.value if at else None,
        contexts=_contexts(directory, event),
        counts=_counts(directory, event),
        sentence=event.words.text,
        report=event.report,
        outlet=directory.reports[event.report].outlet,
        told_by=_told_by(directory, event),
        members=event.members,
        decided=directory.decided.words(event.id),
        **directory.sources(event.id)._asdict(),
    )


def _names(directory: Directory, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(directory.actor(id_) or id_ for id_ in ids)


def _told_by(directory: Directory, event: MergedEvent) -> tuple[str, ...]:
    reports = [event.report, *(directory.events[member].report for member in event.members)]
    return tuple(directory.cite(report) for report in dict.fromkeys(reports))


def _contexts(directory: Directory, event: MergedEvent) -> tuple[str, ...]:
    told = (context.name for member in event.members for context in directory.events[member].contexts)
    return tuple(sorted(set(told)))


def _counts(directory: Directory, event: MergedEvent) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for member in event.members:
        for count in directory.events[member].counts:
            value = number_in_words(count.low, count.high)
            found.setdefault(f"“{count.words.text}” ({value}{f'; {count.unit}' if count.unit else ''})")
    return tuple(found)
