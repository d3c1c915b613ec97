"""The frame of eval; the figures themselves are held by test_floors.py."""

import json
from pathlib import Path

import pytest

from eval import floors
from eval.__main__ import main
from eval.gold import digest
from eval.tasks.story import number_of


@pytest.mark.parametrize(
    ("location", "number"),
    [
        ("seeds/000_bd68.txt", "000"),
        ("s/012_x.jsonl#2", "012#2"),
        ("s/plain.html", "plain"),
        ("s/a.b_c.txt", "a.b"),
    ],
)
def test_a_report_is_numbered_by_its_file(location: str, number: str) -> None:
    assert number_of(location) == number


def test_without_gold_eval_says_so_and_does_not_fail(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATELINE_GOLD", str(tmp_path / "nowhere"))
    assert main(["floors", "copies"]) == 0
    assert "no gold folder" in capsys.readouterr().out


def test_a_figure_below_its_floor_is_a_fault(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text("{}")
    one = floors.Measure("t", "timex", (gold,), dict)
    floor = {"t": {"data": digest(gold), "figures": {"value F1": 80.0}}}
    assert floors.compare(one, {"value F1": 80.0}, floor) == []
    assert floors.compare(one, {"value F1": 79.0}, floor) == ["t: value F1 79.0 is below its floor 80.0"]


def test_a_floor_never_falls_but_starts_anew_on_other_data(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text("{}")
    one = floors.Measure("t", "timex", (gold,), dict)
    first = {"t": floors.raised(one, {"F1": 80.0}, {})}
    assert floors.raised(one, {"F1": 79.0}, first)["figures"] == {"F1": 80.0}
    gold.write_text("[]")
    assert floors.compare(one, {"F1": 99.0}, first) == ["t: the data is not what the floor was measured on"]
    assert floors.raised(one, {"F1": 79.0}, first)["figures"] == {"F1": 79.0}


def test_the_floors_file_is_in_order() -> None:
    kept = json.loads(floors.FLOORS.read_text())
    assert list(kept) == sorted(kept)
    assert all(set(floor) == {"data", "figures"} for floor in kept.values())
