"""What somebody has done, lets be done and orders, and the days that are counted from what was told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Chain, Event, EventType
from dateline.stage import Draft
from tests.unit.reading.test_event_recall import named, told_in

Read = Callable[..., Draft]


@pytest.mark.parametrize(
    ("text", "word", "who", "whom"),
    [
        ("Surgeons in Bergen had the theatre sealed.", "sealed", "Surgeons", "the theatre"),
        ("Anna Holm had her licence revoked by the board on Monday.", "revoked", "the board", "Anna Holm"),
        ("The judge allowed Karl Berg to remain at liberty.", "allowed", "The judge", "Karl Berg"),
        ("The police let Karl Berg go.", "let", "The police", "Karl Berg"),
    ],
)
def test_who_has_it_done_does_it(text: str, word: str, who: str, whom: str, read: Read) -> None:
    draft = told_in(text, read)
    names = {chain.id: chain.name for chain in draft.of(Chain)}
    (act,) = [event for event in draft.of(Event) if event.words.text == word]
    assert named(who, act.actors, names)
    assert named(whom, act.recipients, names)


@pytest.mark.parametrize("text", ["Anna Holm had lost hope.", "He had his leg in plaster.", "She let it be."])
def test_having_and_letting_be_are_none(text: str, read: Read) -> None:
    assert not told_in(text, read).of(Event)


def test_to_tell_somebody_to_is_to_ask_it_of_them(read: Read) -> None:
    events = told_in("Residents were told on Sunday to boil their water, the mayor of Orle said.", read).of(Event)
    (act,) = [event for event in events if event.words.text == "told"]
    assert act.type is EventType.REQUEST
    assert str(act.time) == "2030-05-12"


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("The club lost the match on Friday. Two days after the whistle Betmira warned it.", "warned", "12"),
        ("Anna Holm ordered Karl Berg to shut the plant on Monday.", "ordered", "13"),
        ("When the hands were counted on Sunday, the members had backed Anna Holm.", "backed", "12"),
    ],
)
def test_its_day_follows_from_what_stands_beside_it(text: str, word: str, day: str, read: Read) -> None:
    (act,) = [event for event in told_in(text, read).of(Event) if event.words.text == word]
    assert str(act.time) == f"2030-05-{day}"
