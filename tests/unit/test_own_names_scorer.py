"""The scorer of our own gold of names, and the shape of its open half."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.own.names import score as scorer

FOLDER = Path(scorer.__file__).parent
OPEN = [json.loads(line) for line in (FOLDER / "open.jsonl").read_text(encoding="utf-8").splitlines()]


def pair(number: int, same: bool, reason: str = "nickname") -> dict[str, Any]:
    return {"id": f"n{number}", "same": same, "reason": reason, "origin": "English", "kind": "person"}


GOLD = [pair(1, True), pair(2, True), pair(3, False, "spouse"), pair(4, False, "Tom and Tim")]


def test_the_gold_itself_scores_full_marks():
    result = scorer.score(OPEN, OPEN)
    assert result["f1"] == result["accuracy"] == 100
    assert result["wrongly merged"] == 0


def test_whoever_merges_everything_is_told_so():
    result = scorer.score(GOLD, [{"id": one["id"], "same": True} for one in GOLD])
    assert result["recall"] == result["wrongly merged"] == 100
    assert result["precision"] == 50
    assert result["accuracy spouse"] == 0


def test_a_pair_without_a_line_is_not_the_same():
    result = scorer.score(GOLD, [{"id": "n1", "same": True}])
    assert result["recall"] == 50
    assert result["precision"] == 100
    assert "best f1" not in result


def test_a_score_of_a_half_says_same_and_the_best_threshold_is_sought():
    scores = {"n1": 0.9, "n2": 0.4, "n3": 0.3, "n4": 0.5}
    result = scorer.score(GOLD, [{"id": name, "score": value} for name, value in scores.items()])
    assert result["f1"] == 50
    assert result["wrongly merged"] == 50
    assert result["best f1"] == pytest.approx(80)


def test_the_open_half_has_both_verdicts_in_many_languages():
    assert len({item["id"] for item in OPEN}) == len(OPEN)
    assert len({item["origin"] for item in OPEN}) >= 8
    assert {(item["kind"], item["same"]) for item in OPEN} == {
        (kind, same) for kind in ("person", "organisation", "place") for same in (True, False)
    }
    for item in OPEN:
        assert item["name_a"].strip()
        assert item["name_b"].strip()
        assert item["name_a"] != item["name_b"] or "roles_a" in item
