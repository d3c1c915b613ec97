"""The PLOVER export of the bundled sample."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from dateline import build
from dateline.export import export_story
from dateline.model import EventType, Status
from dateline.story import open_story


@pytest.fixture(scope="module")
def rows(sample_story: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict]:
    folder = tmp_path_factory.mktemp("plover")
    with open_story(sample_story) as story:
        counts = export_story(story, "plover", folder)
    lines = (folder / "plover.jsonl").read_text(encoding="utf-8").splitlines()
    assert counts == {"plover.jsonl": len(lines)}
    return [json.loads(line) for line in lines]


def test_every_record_has_what_plover_requires(rows: list[dict]) -> None:
    assert rows
    for row in rows:
        assert row["id"]
        assert row["actor"]
        assert EventType(row["event"]).is_plover
        assert row["quad_code"] in {1, 2, 3, 4}
        assert row["enddate"] is None or dt.date.fromisoformat(row["date"]) <= dt.date.fromisoformat(
            row["enddate"]
        )


def test_a_promise_is_one_agreement_and_own_types_are_left_out(rows: list[dict], sample_story: Path) -> None:
    by_id = {row["id"]: row for row in rows}
    with open_story(sample_story) as story:
        events = story.events()
    promised = [e for e in events if e.status is Status.PROMISED and not e.recipients]
    assert promised
    assert not [e for e in promised if e.id in by_id]
    assert "AGREE" in {row["event"] for row in rows}
    assert not [e for e in events if not e.type.is_plover and e.id in by_id]


def test_an_act_of_cooperation_to_come_is_an_agreement(tmp_path: Path) -> None:
    head, text = "Title: Six\nDate: 2030-05-14\n\n", "Norland will send medical aid to Varia on Friday, it said."
    (tmp_path / "a.txt").write_text(head + text, encoding="utf-8")
    with build([tmp_path / "a.txt"], tmp_path / "story.db") as story:
        export_story(story, "plover", tmp_path)
    row = json.loads((tmp_path / "plover.jsonl").read_text(encoding="utf-8"))
    assert (row["event"], row["mode"], row["cameo"]) == ("AGREE", [], "033")


def test_a_reciprocal_act_has_all_who_take_part_as_actors(rows: list[dict]) -> None:
    assert any(row["event"] == "CONSULT" and len(row["actor"]) > 1 and not row["recipient"] for row in rows)


def test_those_who_take_part_have_the_codes_of_the_events_day(rows: list[dict]) -> None:
    people = [each for row in rows for each in (*row["actor"], *row["recipient"])]
    assert {"GOV", "COP"} <= {each["sector"] for each in people}
    assert all(each["sector"] is None or len(each["sector"]) == 3 for each in people)
    kostova = {
        (row["date"] < "2031-06-01", each["sector"])
        for row in rows
        for each in row["actor"]
        if each["entity_text"] == "Mirela Kostova"
    }
    assert (True, "OPP") in kostova
