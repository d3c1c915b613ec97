"""The scorer of our own gold of claims, and the shape of its open half."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from eval.own.claims import score as scorer

FOLDER = Path(scorer.__file__).parent
OPEN = [json.loads(line) for line in (FOLDER / "open.jsonl").read_text(encoding="utf-8").splitlines()]
KINDS = {"date", "number", "place", "participant", "attribution", "role", "wording", "statement"}


def claim(number: int, label: str, first: str, second: str, kind: str = "number") -> dict[str, Any]:
    return {"id": f"c{number}", "label": label, "kind": kind, "values": [first, second]}


def answer(number: int, *values: str, kind: str = "number") -> dict[str, Any]:
    return {"id": f"c{number}", "conflicts": [{"kind": kind, "values": list(values)}]}


GOLD = [
    claim(1, "conflict", "61,000 teachers", "About 18,000"),
    claim(2, "conflict", "on Monday", "on Tuesday", "date"),
    claim(3, "agreement", "more than 40", "43"),
    claim(4, "update", "will go", "will stay", "reversal"),
]


def test_the_gold_itself_scores_full_marks():
    lines = [
        {"id": item["id"], "conflicts": [{"kind": item["kind"], "values": item["values"]}]}
        for item in OPEN
        if item["label"] == "conflict" or item["kind"] == "reversal"
    ]
    result = scorer.score(OPEN, lines)
    assert result["f1"] == result["kind right"] == result["reversals named"] == 100
    assert result["agreements called conflicts"] == result["updates called conflicts"] == 0


def test_whoever_calls_everything_a_conflict_is_told_so():
    lines = [{"id": one["id"], "conflicts": [{"kind": "number", "values": one["values"]}]} for one in GOLD]
    result = scorer.score(GOLD, lines)
    assert result["recall"] == result["agreements called conflicts"] == result["updates called conflicts"] == 100
    assert result["precision"] == result["kind right"] == 50


def test_an_item_without_a_line_has_no_conflict():
    result = scorer.score(GOLD, [answer(1, "61,000", "18,000")])
    assert result["recall"] == 50
    assert result["precision"] == result["f1 number"] == 100
    assert result["f1 date"] == 0


def test_a_reversal_named_so_is_no_false_call_but_of_another_kind_it_is():
    named = scorer.score(GOLD, [answer(4, "will go", "will stay", kind="reversal")])
    assert named["reversals named"] == 100
    assert named["updates called conflicts"] == 0
    called = scorer.score(GOLD, [answer(4, "will stay", "will go", kind="statement")])
    assert called["reversals named"] == 0
    assert called["updates called conflicts"] == 100


def test_a_conflict_between_other_values_counts_neither_way():
    result = scorer.score(GOLD, [answer(1, "61,000", "61,000 members"), answer(3, "Port Sella", "Gradna")])
    assert result["recall"] == result["agreements called conflicts"] == 0


def test_one_value_cannot_stand_for_both_sides():
    assert not scorer.opposes({"values": ["on Monday"]}, claim(5, "agreement", "on Monday", "on Monday"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Tens of thousands”", "tens of thousands"),
        ("4,112 stations", "4112"),
        ("Prime Minister Ana Holt", "Holt"),
        ("The doors of the hall were locked from outside, she said", "doors of the hall were locked from outside"),
    ],
)
def test_two_wordings_of_one_value_are_one(one: str, other: str):
    assert scorer.same_value(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 people", "15 people"),
        ("We found 14 bottles in the hall", "We found 40 bottles in the hall"),
        ("on Monday", "on Tuesday"),
        ("40", "Police in the town said on Friday that 40 had come, others more"),
        ("", "Monday"),
    ],
)
def test_other_values_and_whole_sentences_are_not_one(one: str, other: str):
    assert not scorer.same_value(one, other)


def test_every_value_of_the_open_half_is_printed_in_its_report():
    for item in OPEN:
        for report, value in zip(item["reports"], item["values"], strict=True):
            assert value.strip()
            assert value in f"{report.get('title', '')}\n{report['text']}", item["id"]
            assert date.fromisoformat(report["published"]).year >= 2020
            assert report["outlet"]


def test_the_open_half_has_half_of_what_was_asked_for_in_every_kind():
    assert len({item["id"] for item in OPEN}) == len(OPEN)
    labels = Counter(item["label"] for item in OPEN)
    assert labels["conflict"] >= 80
    assert labels["agreement"] >= 80
    assert labels["update"] >= 18
    assert set(labels) == {"conflict", "agreement", "update"}
    assert {item["kind"] for item in OPEN if item["label"] == "conflict"} == KINDS
    assert {item["kind"] for item in OPEN if item["label"] == "agreement"} == KINDS
    assert {item["label"] for item in OPEN if item["kind"] == "reversal"} == {"update"}


def test_a_frame_of_the_open_half_has_one_pair_of_reports_and_at_most_three_items():
    frames: dict[str, list[dict[str, Any]]] = {}
    for item in OPEN:
        frames.setdefault(item["frame"], []).append(item)
    for items in frames.values():
        assert len(items) <= 3
        assert all(item["reports"] == items[0]["reports"] for item in items)
    texts = [report["text"] for items in frames.values() for report in items[0]["reports"]]
    assert len(set(texts)) == len(texts)
