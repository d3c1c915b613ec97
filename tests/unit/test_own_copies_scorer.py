"""The scorer of our own gold of copies, and the shape of its open half."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from eval.own.copies import score as scorer

FOLDER = Path(scorer.__file__).parent
OPEN = [json.loads(line) for line in (FOLDER / "open.jsonl").read_text(encoding="utf-8").splitlines()]


def pair(a: str, b: str, reason: str, first: str | None = None) -> dict[str, Any]:
    copied = not reason.startswith("independent")
    return {"a": a, "b": b, "copied": copied, "reason": reason, "who_first": first} | (
        {"credited": reason == "cut tail"} if first else {}
    )


GOLD = [
    {
        "id": "s",
        "pairs": [
            pair("a", "b", "cut tail", "a"),
            pair("a", "c", "spun", "a"),
            pair("b", "c", "both from one text"),
            pair("a", "d", "independent"),
            pair("b", "d", "independent"),
            pair("c", "d", "independent, with a shared quotation"),
        ],
    }
]


def figures(*links: dict[str, Any]) -> dict[str, float]:
    return scorer.score(GOLD, [{"id": "s", "pairs": list(links)}])


def test_the_gold_itself_scores_full_marks():
    answer = [
        {
            "id": story["id"],
            "pairs": [
                {"a": one["b"], "b": one["a"], "first": one["who_first"]}
                for one in story["pairs"]
                if one["copied"]
            ],
        }
        for story in OPEN
    ]
    result = scorer.score(OPEN, answer)
    assert result["f1"] == result["both from one text"] == result["first right"] == 100
    assert result["wrongly linked"] == 0


def test_two_copies_of_one_text_count_for_precision_but_not_for_recall():
    result = figures({"a": "b", "b": "c"})
    assert result["precision"] == result["both from one text"] == 100
    assert result["recall"] == 0


def test_a_link_to_an_independent_telling_costs_precision():
    result = figures({"a": "a", "b": "b", "first": "b"}, {"a": "d", "b": "c"})
    assert result["precision"] == result["recall"] == result["f1"] == 50
    assert result["wrongly linked"] == pytest.approx(100 / 3)
    assert result["wrongly linked, shared quotation"] == 100
    assert result["first right"] == 0
    assert result["recall credited"] == 100
    assert result["recall spun"] == 0


def test_links_that_gold_does_not_know_are_left_out():
    result = scorer.score(GOLD, [{"id": "elsewhere", "pairs": [{"a": "a", "b": "d"}]}])
    assert result["precision"] == result["wrongly linked"] == 0
    assert result["copies"] == 2


@pytest.mark.parametrize("story", OPEN, ids=lambda story: story["id"])
def test_every_pair_of_a_story_is_judged_once_and_the_first_is_never_later(story: dict[str, Any]):
    dates = {report["id"]: report["date"] for report in story["reports"]}
    assert sorted((one["a"], one["b"]) for one in story["pairs"]) == sorted(combinations(sorted(dates), 2))
    for one in story["pairs"]:
        if one["who_first"]:
            assert dates[one["who_first"]] == min(dates[one["a"]], dates[one["b"]])
