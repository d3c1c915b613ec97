"""Acts whose words name nobody: whom their phrases name, and where the report is at."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Chain, Event
from dateline.stage import Draft
from tests.unit.reading.test_event_recall import told_in

Read = Callable[..., Draft]


def the_act(text: str, word: str, read: Read) -> tuple[Event, dict[str, str]]:
    draft = told_in(text, read)
    (found,) = [event for event in draft.of(Event) if event.words.text == word]
    return found, {chain.id: chain.name for chain in draft.of(Chain)}


@pytest.mark.parametrize(
    ("text", "word", "spot"),
    [
        ("The dam above Holte was opened on Sunday night to ease the pressure.", "opened", "Holte"),
        ("A gun was handed in at the Arvik police station on Sunday.", "handed", "Arvik"),
        ("A mudslide swept away the only bridge into Sunndal on Friday.", "swept", "Sunndal"),
    ],
)
def test_a_place_deep_in_its_phrases_is_where_it_was(text: str, word: str, spot: str, read: Read) -> None:
    act, names = the_act(text, word, read)
    assert names[act.place or ""] == spot


def test_what_nobody_does_is_where_the_report_is_written_from(read: Read) -> None:
    text = "ARVIK, May 13 (KNA) - Rain fell for the ninth day.\n\nThe wards were emptied on Monday."
    act, names = the_act(text, "emptied", read)
    assert names[act.place or ""].upper() == "ARVIK"


def test_it_is_where_its_paragraph_told_of_before(read: Read) -> None:
    text = "ARVIK, May 13 (KNA) - Six people died in Bergen on Sunday. The wards were emptied on Monday."
    act, names = the_act(text, "emptied", read)
    assert names[act.place or ""] == "Bergen"


def test_who_has_a_name_is_not_put_anywhere(read: Read) -> None:
    act, _ = the_act("ARVIK, May 13 (KNA) - Rain fell.\n\nAnna Holm resigned on Monday.", "resigned", read)
    assert act.place is None


def test_an_undated_aside_is_no_act_for_the_place_that_it_would_get(read: Read) -> None:
    text = "ARVIK, May 13 (KNA) - Rain fell.\n\nAnna Holm of the contaminated dairy resigned on Monday."
    assert [e.words.text for e in told_in(text, read).of(Event)] == ["resigned"]


def test_a_paragraph_after_one_about_last_week_is_about_the_news(read: Read) -> None:
    text = "Anna Holm was freed last Wednesday.\n\nKarl Berg visited Arvik and met Tom Ray."
    act, _ = the_act(text, "met", read)
    assert str(act.time) == "2030-05-13/2030-05-14"
