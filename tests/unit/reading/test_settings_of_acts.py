"""Acts whose day, place or people stand outside the clause that tells them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

from dateline.model import Chain, Event
from dateline.stage import Draft
from tests.unit.reading.test_event_recall import fits, told_in

CASES = tomllib.loads(Path(__file__).with_name("settings_of_acts.toml").read_text(encoding="utf-8"))["case"]

Read = Callable[..., Draft]


def test_day_place_and_people_are_found_outside_the_clause_of_the_act(read: Read) -> None:
    missed = []
    for case in CASES:
        draft = told_in(case["text"], read)
        names = {chain.id: chain.name for chain in draft.of(Chain)}
        missed += [
            f"{act}: {case['text']}"
            for act in case["tells"]
            if not any(fits(act, event, names) for event in draft.of(Event))
        ]
    assert not missed, "\n".join(missed)


def test_a_town_that_hosts_a_meeting_is_no_party_to_it(read: Read) -> None:
    draft = told_in("Bergen is to host a meeting of Anna Holm and Karl Berg on 29 May.", read)
    names = {chain.id: chain.name for chain in draft.of(Chain)}
    meeting = next(event for event in draft.of(Event) if event.lemma == "meeting")
    assert {names[p.chain] for p in meeting.actors} == {"Anna Holm", "Karl Berg"}


def test_a_call_to_do_something_by_a_day_keeps_the_day_to_come(read: Read) -> None:
    draft = told_in("Anna Holm called on Karl Berg to resign by Thursday.", read)
    call = next(event for event in draft.of(Event) if event.lemma == "call on")
    assert call.time is None or call.time.edtf != "2030-05-09"
