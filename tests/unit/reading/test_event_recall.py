"""How much of single sentences is read as events, against a careful reader's key (event_cases.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.model import Chain, Event, Participant, Status
from dateline.reading.events import EventStage
from dateline.reading.mentions import MentionStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.stage import Draft

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("event_cases.toml").read_text(encoding="utf-8")
)["case"]
FLOOR = 0.86  # of the acts that the key tells; it may only rise

Read = Callable[..., Draft]


def told_in(text: str, read: Read) -> Draft:
    return read(text, TimexStage(), MentionStage(), QuotationStage(), EventStage())


def test_most_of_what_a_careful_reader_sees_is_read(read: Read) -> None:
    found, missed = 0, []
    for case in CASES:
        if not case.get("tells"):
            continue
        draft = told_in(case["text"], read)
        names = {chain.id: chain.name for chain in draft.of(Chain)}
        for act in case["tells"]:
            if any(fits(act, event, names) for event in draft.of(Event)):
                found += 1
            else:
                missed.append(f"{act}: {case['text']}")
    assert found / (found + len(missed)) >= FLOOR, "\n".join(missed)


FALSE = [case for case in CASES if case.get("never") or case.get("never_happened")]


@pytest.mark.parametrize("case", FALSE, ids=lambda case: case["text"])
def test_what_only_looks_like_an_act_is_none(case: dict[str, Any], read: Read) -> None:
    events = told_in(case["text"], read).of(Event)
    assert not [e.type for e in events if e.type.value in case.get("never", ())]
    happened = [e for e in events if e.status is Status.HAPPENED]
    assert not [e.type for e in happened if e.type.value in case.get("never_happened", ())]


def fits(act: str, event: Event, names: dict[str, str]) -> bool:
    """True if an event has the type, participants, place, status and days that the key asks for."""
    cells = [cell.strip() for cell in act.split("|")]
    type_, actors, recipients, place, status, days = cells + [""] * (6 - len(cells))
    return (
        event.type.value in type_.split("/")
        and all(named(who, event.actors, names) for who in actors.split(", ") if who)
        and all(named(who, event.recipients, names) for who in recipients.split(", ") if who)
        and (not place or names.get(event.place or "") in place.split("/"))
        and (not status or event.status.value in status.split("/"))
        and (not days or within(event, days))
    )


def named(who: str, participants: tuple[Participant, ...], names: dict[str, str]) -> bool:
    """True if one of those who take part is called so, or one of the ways divided by a stroke."""
    ways = [way.removeprefix("the ").removeprefix("a ").lower() for way in who.split("/")]
    return any(way in f"{names[p.chain]} {p.words.text}".lower() for p in participants for way in ways)


def within(event: Event, days: str) -> bool:
    """True if the event's time lies within the days asked for."""
    first, _, last = days.partition("..")
    time = event.time
    if time is None or time.earliest is None or time.latest is None:
        return False
    return first <= time.earliest.isoformat() and time.latest.isoformat() <= (last or first)
