"""What PLOVER codes of a sentence, and under which type and mode."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline import build
from dateline.export import export_story
from dateline.export.coding import coded, plover_mode, second_act
from dateline.model import Event, EventType, Status
from dateline.stage import Draft
from dateline.vocabulary import load
from tests.unit.reading.test_event_recall import told_in

Read = Callable[..., Draft]


def types(text: str, read: Read) -> list[str]:
    return [event.type.value for event in coded(told_in(text, read).of(Event))]


def test_a_demand_is_a_request_and_not_what_it_demands(read: Read) -> None:
    assert types("On Monday Norland urged Varia to release Karl Berg.", read) == ["REQUEST"]


def test_what_a_verb_says_of_an_attack_is_coded_and_the_attack_is_not(read: Read) -> None:
    assert types("On Monday Anna Holm condemned the attack.", read) == ["ACCUSE"]


def test_a_named_act_between_two_is_coded_beside_a_verb(read: Read) -> None:
    told = types("On Monday Anna Holm condemned Norland's attack on Varia.", read)
    assert told == ["ACCUSE", "ASSAULT"]


def test_a_named_act_alone_is_coded(read: Read) -> None:
    assert types("On Monday there was a protest in Oslo by teachers.", read) == ["PROTEST"]


@pytest.mark.parametrize(
    ("type_", "status", "mode"),
    [
        ("CONSULT", "negated", "meet"),
        ("AID", "negated", "assist"),
        ("RETREAT", "negated", "yield"),
        ("AID", "planned", None),
    ],
)
def test_what_is_refused_gives_the_mode_of_a_rejection(type_: str, status: str, mode: str | None) -> None:
    assert plover_mode(EventType(type_), None, Status(status), 1) == mode


def test_three_who_meet_hold_multilateral_talks() -> None:
    assert plover_mode(EventType.CONSULT, None, Status.HAPPENED, 3) == "multilateral"
    assert plover_mode(EventType.CONSULT, None, Status.HAPPENED, 2) is None
    assert plover_mode(EventType.CONSULT, "visit", Status.HAPPENED, 3) == "visit"


def test_a_prison_sentence_is_also_an_arrest_and_a_conviction_alone_is_none() -> None:
    assert second_act(EventType.SANCTION, "convict", "sentence to") == (EventType.COERCE, "arrest")
    assert second_act(EventType.SANCTION, "convict", "convict") is None


def test_both_acts_of_a_prison_sentence_are_exported_and_linked(tmp_path: Path) -> None:
    head = "Title: Six years\nDate: 2030-05-14\nSource: The A Post\n\n"
    text = "Norland sentenced the driver Karl Berg to six years in prison on Monday, the court said."
    (tmp_path / "a.txt").write_text(head + text, encoding="utf-8")
    with build([tmp_path / "a.txt"], tmp_path / "story.db") as story:
        export_story(story, "plover", tmp_path)
    lines = (tmp_path / "plover.jsonl").read_text(encoding="utf-8").splitlines()
    rows = {row["event"]: row for row in map(json.loads, lines)}
    assert rows["SANCTION"]["mode"] == ["convict"]
    assert rows["COERCE"]["mode"] == ["arrest"]
    assert rows["SANCTION"]["link"] == [rows["COERCE"]["id"]]
    assert rows["COERCE"]["link"] == [rows["SANCTION"]["id"]]
    assert "legal" in rows["SANCTION"]["context"]


def test_every_type_and_mode_of_a_second_act_has_codes() -> None:
    table = load("event_codes")
    for also in table["also"]:
        assert also["second_mode"] in table[also["second"]]["cameo"]
