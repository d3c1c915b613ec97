"""Floods and accidents have nobody who does them."""

from collections.abc import Callable

from dateline.model import Event
from dateline.stage import Draft
from tests.unit.reading.test_event_recall import told_in

Read = Callable[..., Draft]


def doers(text: str, read: Read, word: str) -> list[str]:
    return [p.words.text for e in told_in(text, read).of(Event) if e.words.text == word for p in e.actors]


def test_who_loses_a_house_in_a_flood_does_not_make_it(read: Read) -> None:
    assert doers("Anna Holm lost her house in Bergen in the flood on Monday.", read, "flood") == []


def test_who_marches_weeks_after_a_river_flooded_a_town_does_not_flood_it(read: Read) -> None:
    text = "Thousands of people marched in Oslo on Monday, three weeks after the dam burst and flooded Arvik."
    assert doers(text, read, "flooded") == []
    assert doers(text, read, "marched")
