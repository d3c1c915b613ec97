"""Modes of what is asked, refused and threatened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Event
from dateline.reading.acts.contents import contents
from dateline.stage import Draft
from tests.unit.reading.test_event_recall import told_in
from tests.unit.reading.test_plover_lexicon import MODES

Read = Callable[..., Draft]


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("Norland urged Varia on Monday to release Karl Berg.", "REQUEST", "yield"),
        ("Norland asked Varia for a loan on Monday.", "REQUEST", "assist"),
        ("Anna Holm called on Karl Berg on Monday to resign.", "REQUEST", "change"),
        ("Norland proposed talks with Varia on Monday.", "REQUEST", "meet"),
        ("Norland rejected calls on Monday to lift the curfew.", "REJECT", "yield"),
        ("Norland refused on Monday to meet Karl Berg.", "REJECT", "meet"),
        ("Norland threatened on Monday to attack Varia.", "THREATEN", "violence"),
        ("Norland threatened Varia with sanctions on Monday.", "THREATEN", "relations"),
        ("Norland threatened on Monday to arrest Karl Berg.", "THREATEN", "arrest"),
        ("Anna Holm demanded an answer from Karl Berg on Monday.", "REQUEST", None),
    ],
)
def test_the_content_gives_the_mode(text: str, type_: str, mode: str | None, read: Read) -> None:
    event = next(e for e in told_in(text, read).of(Event) if e.type.value == type_)
    assert event.mode == mode


def test_every_mode_by_content_is_one_of_plovers_for_its_type() -> None:
    for type_, known in contents().items():
        assert {*known.acts.values(), *known.words.values()} <= set(MODES[type_.value].split())
