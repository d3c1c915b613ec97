"""Acts that are given another day, called off or told again, and what takes place on a day."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.model import Chain, Event, Status
from dateline.stage import Draft
from tests.unit.reading.test_event_recall import fits, told_in

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("moved_acts.toml").read_text(encoding="utf-8")
)["case"]

Read = Callable[..., Draft]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_an_act_is_told_on_each_of_its_days(case: dict[str, Any], read: Read) -> None:
    draft = told_in(case["text"], read)
    names = {chain.id: chain.name for chain in draft.of(Chain)}
    assert not [act for act in case["tells"] if not any(fits(act, e, names) for e in draft.of(Event))]


def times_of(text: str, word: str, read: Read) -> list[str | None]:
    return [e.time.edtf if e.time else None for e in told_in(text, read).of(Event) if e.words.text == word]


def test_a_moving_is_not_told_of_the_days_it_moves_between(read: Read) -> None:
    text = "Judge Karl Berg adjourned the hearing until 21 May."
    assert times_of(text, "adjourned", read) == ["2030-05-13/2030-05-14"]


def test_a_hearing_that_was_not_postponed_has_no_other_day(read: Read) -> None:
    events = told_in("Judge Karl Berg did not postpone the hearing until 21 May.", read).of(Event)
    assert not [e for e in events if e.words.text == "hearing" and e.status is Status.PLANNED]


def test_who_moves_to_a_town_moves_no_act(read: Read) -> None:
    events = told_in("Anna Holm moved from Bergen to Oslo in 2021.", read).of(Event)
    assert [e.time.edtf for e in events if e.time and e.words.text == "moved"] == ["2021"]


def test_a_pronoun_without_an_act_before_it_tells_none(read: Read) -> None:
    assert not told_in("It was set for Friday.", read).of(Event)


def test_a_day_makes_no_act_of_a_noun_beside_another_act(read: Read) -> None:
    events = told_in("Anna Holm left the concert on Monday.", read).of(Event)
    assert [e.words.text for e in events] == ["left"]


def test_who_takes_part_in_another_act_takes_no_part_in_one_told_again(read: Read) -> None:
    text = "Anna Holm praised the strike. The strike began on Monday."
    began = [e for e in told_in(text, read).of(Event) if e.words.text == "began"]
    assert [e.actors for e in began] == [()]


def test_what_was_called_off_on_a_day_is_called_off_on_it(read: Read) -> None:
    assert times_of("The match in Bergen was cancelled on Sunday.", "cancelled", read) == ["2030-05-12"]
