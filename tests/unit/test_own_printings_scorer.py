"""The scorer of our own gold of printings, and the shape of its open half."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from eval.own.printings import score as scorer

FOLDER = Path(scorer.__file__).parent
OPEN = [json.loads(line) for line in (FOLDER / "open.jsonl").read_text(encoding="utf-8").splitlines()]
GOLD = [{"id": relation, "relation": relation} for relation in scorer.RELATIONS]


def answers(**relations: str | None) -> list[dict[str, Any]]:
    return [{"id": name, "relation": relation} for name, relation in relations.items()]


def test_the_gold_itself_scores_full_marks():
    result = scorer.score(OPEN, OPEN)
    assert result["macro f1"] == result["joined f1"] == result["accuracy"] == 100
    assert result["look-alikes joined"] == result["changed called identical"] == 0


def test_null_and_no_line_both_say_unrelated():
    silent = scorer.score(GOLD, [])
    assert silent == scorer.score(GOLD, answers(**dict.fromkeys(scorer.RELATIONS)))
    assert silent["joined f1"] == silent["macro f1"] == 0
    assert silent["accuracy"] == pytest.approx(100 / 6)


def test_whoever_joins_everything_as_identical_is_told_so():
    result = scorer.score(GOLD, answers(**dict.fromkeys(scorer.RELATIONS, "identical")))
    assert result["look-alikes joined"] == result["changed called identical"] == result["joined reported"] == 100
    assert result["f1 identical"] == pytest.approx(100 * 2 / 7)
    assert result["joined f1"] == pytest.approx(100 * 10 / 11)
    assert result["f1 unrelated"] == 0


def test_a_pair_joined_by_the_wrong_relation_is_joined_but_not_right():
    result = scorer.score(GOLD, answers(trimmed="changed"))
    assert result["joined trimmed"] == 100
    assert result["f1 trimmed"] == result["f1 changed"] == 0


def test_every_quotation_of_the_open_half_is_printed_in_its_report():
    for item in OPEN:
        days = [date.fromisoformat(report["published"]) for report in item["reports"]]
        assert days == sorted(days), item["id"]
        for report, quotation in zip(item["reports"], item["quotations"], strict=True):
            assert quotation.strip()
            assert quotation in report["text"], item["id"]


def test_the_open_half_has_half_a_hundred_pairs_of_each_relation():
    assert len({item["id"] for item in OPEN}) == len(OPEN)
    counts = Counter(item["relation"] for item in OPEN)
    assert set(counts) == set(scorer.RELATIONS)
    assert min(counts.values()) >= 50


def test_pairs_of_one_utterance_are_all_related_and_look_alikes_all_not():
    related: dict[str, set[bool]] = {}
    for item in OPEN:
        related.setdefault(item["utterance"], set()).add(item["relation"] != scorer.UNRELATED)
    assert all(len(verdicts) == 1 for verdicts in related.values())
