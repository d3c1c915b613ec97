"""PLOVER: one JSON object an event, a line each, in the manual's fields (2024-02-04), with the CAMEO code beside.

One record is one merged event, whatever number of reports tell it and however many take part: `actor` and
`recipient` are lists. The manual's rules for acts to come, for what one sentence tells and for words that tell
two acts are applied (coding.py); the two are joined by `link`. Left out are Dateline's own
types, and events without an actor or a day, which PLOVER requires. `date` is the first day that the event can
have had, `enddate` the last; `dateline_id` leads back to the story. Who takes part is coded as on that day.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.export.coding import (
    auxiliary_mode,
    cameo_code,
    coded,
    plover_mode,
    plover_type,
    quad_class,
    scale,
    second_act,
)
from dateline.export.jsonl import json_text
from dateline.model import Actor, ActorCode, Event, EventType, Location, MergedEvent
from dateline.story import Story
from dateline.story.coding import UNKNOWN, code_on

_DEAD, _INJURED = frozenset({"dead", "death", "killed", "victim", "fatality"}), frozenset({"injured", "wounded"})


def write(story: Story, folder: Path) -> dict[str, int]:
    """Write `plover.jsonl` into `folder`; the number of its lines."""
    known = Known.of(story)
    records = [found for event in story.events() for found in records_of(story, event, known)]
    (folder / "plover.jsonl").write_bytes(b"".join(json_text(each).encode() + b"\n" for each in records))
    return {"plover.jsonl": len(records)}


@dataclass(frozen=True)
class Known:
    """Codes of actors and whereabouts of places, by the actor's id; the tellings by their own."""

    codes: Mapping[str, Sequence[ActorCode]]
    locations: Mapping[str, Location]
    tellings: Mapping[str, Event]
    coded: frozenset[str]  # the tellings that PLOVER codes

    @classmethod
    def of(cls, story: Story) -> Known:
        """All that a story has."""
        codes: defaultdict[str, list[ActorCode]] = defaultdict(list)
        for code in story.all(ActorCode):
            codes[code.actor].append(code)
        sentences: defaultdict[str, list[Event]] = defaultdict(list)
        for event in story.all(Event):
            sentences[event.sentence].append(event)
        return cls(
            codes,
            {location.actor: location for location in story.all(Location)},
            {event.id: event for told in sentences.values() for event in told},
            frozenset(event.id for told in sentences.values() for event in coded(told)),
        )


def records_of(story: Story, event: MergedEvent, known: Known) -> Iterator[dict[str, Any]]:
    """The records of an event: one, two where its words tell two acts, none where PLOVER does not code it."""
    first = record(story, event, known) if known.coded.intersection(event.members) else None
    if first is None:
        return
    told = (known.tellings[member] for member in event.members)
    seconds = (second_act(event.type, event.mode, one.lemma) for one in told)
    second = next((each for each in seconds if each is not None), None)
    if second is None:
        yield first
        return
    (type_, mode), id_ = second, f"{event.id}-2"
    yield first | {"link": [id_]}
    yield first | {
        "id": id_,
        "event": type_.value,
        "mode": [each for each in (mode, auxiliary_mode(type_, event.status)) if each],
        "quad_code": quad_class(type_),
        "event_scale": scale(type_, mode),
        "cameo": cameo_code(type_, mode, event.status),
        "link": [event.id],
    }


def record(story: Story, event: MergedEvent, known: Known) -> dict[str, Any] | None:
    """One event as PLOVER has it; None where PLOVER cannot say it."""
    type_ = plover_type(event.type, event.status)
    if type_ is None or not event.actors or event.time is None or event.time.earliest is None:
        return None
    latest = event.time.latest
    mode = plover_mode(event.type, event.mode, event.status, len(event.actors))
    modes = [each for each in (mode, auxiliary_mode(event.type, event.status)) if each]
    return {
        "id": event.id,
        "date": event.time.earliest.isoformat(),
        "enddate": latest.isoformat() if latest else None,
        "actor": [participant(story, each, event.time.earliest, known) for each in event.actors],
        "recipient": [participant(story, each, event.time.earliest, known) for each in event.recipients],
        "event": type_.value,
        "mode": modes,
        "context": sorted({c.name for member in event.members for c in known.tellings[member].contexts}),
        "event_loc": name_of(story, event.place),
        "geolocation": geolocation(known.locations.get(event.place or "")),
        "event_text": [event.words.text],
        "quad_code": quad_class(type_),
        "event_scale": scale(type_, mode),
        "cameo": cameo_code(event.type, event.mode, event.status),
        "size": size(event, known),
        "link": [],
        "cite_info": sorted(support.report for support in story.supports(event.id)),
        "coder": "dateline",
    }


def participant(story: Story, actor: str, day: dt.date, known: Known) -> dict[str, Any]:
    """An actor by its names, or a description where no report names it; its codes are those of the event's day.

    No country is null, an unknown sector UNK; a country itself has no sector.
    """
    found = story.get(actor)
    assert isinstance(found, Actor)  # noqa: S101 -- the schema has a foreign key
    code = code_on(known.codes.get(actor, ()), day)
    sectors = code.sectors if code else (UNKNOWN,)
    return {
        "dateline_id": found.id,
        "entity_text": found.name,
        "names": [name.name for name in found.names],
        "country": code.country if code else found.country,
        "other_countries": [code.second_country] if code and code.second_country else [],
        "sector": sectors[0] if sectors else None,
        "other_sectors": list(sectors[1:]),
        "identifier_id": code.identifier if code else None,
    }


def geolocation(location: Location | None) -> dict[str, Any] | None:
    """Where a place lies, by the gazetteer; None where that has not the place."""
    if location is None:
        return None
    return {
        "name": location.name,
        "country": location.country,
        "region": location.region,
        "latitude": location.latitude,
        "longitude": location.longitude,
        "precision": location.precision.value,
    }


def name_of(story: Story, actor: str | None) -> str | None:
    """The name of a place."""
    found = story.get(actor) if actor else None
    return found.name if isinstance(found, Actor) else None


def size(event: MergedEvent, known: Known) -> dict[str, list[float | None]]:
    """How many died and were hurt, as [lowest, highest] over all reports; None for no upper bound."""
    if event.type not in {EventType.ASSAULT, EventType.PROTEST, EventType.COERCE}:
        return {}
    counts = [count for member in event.members for count in known.tellings[member].counts]
    found: dict[str, list[float | None]] = {}
    for label, units in (("dead", _DEAD), ("injured", _INJURED)):
        stated = [count for count in counts if count.unit in units]
        if stated:
            highs = [count.high for count in stated]
            high = None if any(each is None for each in highs) else max(each for each in highs if each is not None)
            found[label] = [min(count.low for count in stated), high]
    return found
