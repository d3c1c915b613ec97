"""PLOVER: one JSON object an event, a line each, in the manual's fields (2024-02-04), with the CAMEO code beside.

One record is one merged event, whatever number of reports tell it and however many take part: `actor` and
`recipient` are lists. The manual's rules for acts to come are applied (coding.py). Left out are Dateline's own
types, and events without an actor or a day, which PLOVER requires. `date` is the first day that the event can
have had, `enddate` the last; `dateline_id` leads back to the story. Who takes part is coded as on that day.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.export.coding import auxiliary_mode, cameo_code, plover_type, quad_class, scale
from dateline.export.jsonl import json_text
from dateline.model import Actor, ActorCode, Event, EventType, Location, MergedEvent
from dateline.story import Story
from dateline.story.coding import UNKNOWN, code_on

_DEAD, _INJURED = frozenset({"dead", "death", "killed", "victim", "fatality"}), frozenset({"injured", "wounded"})


def write(story: Story, folder: Path) -> dict[str, int]:
    """Write `plover.jsonl` into `folder`; the number of its lines."""
    known = Known.of(story)
    records = [found for event in story.events() if (found := record(story, event, known)) is not None]
    (folder / "plover.jsonl").write_bytes(b"".join(json_text(each).encode() + b"\n" for each in records))
    return {"plover.jsonl": len(records)}


@dataclass(frozen=True)
class Known:
    """Codes of actors and whereabouts of places, by the actor's id."""

    codes: Mapping[str, Sequence[ActorCode]]
    locations: Mapping[str, Location]

    @classmethod
    def of(cls, story: Story) -> Known:
        """All that a story has."""
        codes: defaultdict[str, list[ActorCode]] = defaultdict(list)
        for code in story.all(ActorCode):
            codes[code.actor].append(code)
        return cls(codes, {location.actor: location for location in story.all(Location)})


def record(story: Story, event: MergedEvent, known: Known) -> dict[str, Any] | None:
    """One event as PLOVER has it; None where PLOVER cannot say it."""
    type_ = plover_type(event.type, event.status)
    if type_ is None or not event.actors or event.time is None or event.time.earliest is None:
        return None
    latest = event.time.latest
    mode = event.mode if type_ is event.type else None
    modes = [each for each in (mode, auxiliary_mode(event.type, event.status)) if each]
    return {
        "id": event.id,
        "date": event.time.earliest.isoformat(),
        "enddate": latest.isoformat() if latest else None,
        "actor": [participant(story, each, event.time.earliest, known) for each in event.actors],
        "recipient": [participant(story, each, event.time.earliest, known) for each in event.recipients],
        "event": type_.value,
        "mode": modes,
        "event_loc": name_of(story, event.place),
        "geolocation": geolocation(known.locations.get(event.place or "")),
        "event_text": [event.words.text],
        "quad_code": quad_class(type_),
        "event_scale": scale(type_, mode),
        "cameo": cameo_code(event.type, event.mode, event.status),
        "size": size(story, event),
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


def size(story: Story, event: MergedEvent) -> dict[str, list[float | None]]:
    """How many died and were hurt, as [lowest, highest] over all reports; None for no upper bound."""
    if event.type not in {EventType.ASSAULT, EventType.PROTEST, EventType.COERCE}:
        return {}
    counts = [count for id_ in event.members if isinstance(one := story.get(id_), Event) for count in one.counts]
    found: dict[str, list[float | None]] = {}
    for label, units in (("dead", _DEAD), ("injured", _INJURED)):
        stated = [count for count in counts if count.unit in units]
        if stated:
            highs = [count.high for count in stated]
            high = None if any(each is None for each in highs) else max(each for each in highs if each is not None)
            found[label] = [min(count.low for count in stated), high]
    return found
