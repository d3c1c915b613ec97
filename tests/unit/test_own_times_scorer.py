"""The scorer of our own gold of times, and the shape of its open half."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from eval.own.times import score as scorer

FOLDER = Path(scorer.__file__).parent
OPEN = [json.loads(line) for line in (FOLDER / "open.jsonl").read_text(encoding="utf-8").splitlines()]


def expression(start: int, end: int, earliest: str | None, latest: str | None, **more: Any) -> dict[str, Any]:
    return {
        "start": start,
        "end": end,
        "type": "DATE",
        "earliest": earliest,
        "latest": latest,
        "kind": "tense",
    } | more


def figures(gold: list[dict[str, Any]], answers: list[dict[str, Any]], **more: Any) -> dict[str, float]:
    item = {"id": "a", "expressions": gold, **more}
    return scorer.score([item], [{"id": "a", "expressions": answers}])


def test_the_gold_itself_scores_full_marks():
    result = scorer.score(OPEN, OPEN)
    assert result["headline"] == result["found"] == result["precision"] == result["traps kept"] == 100
    assert result["spurious per item"] == 0


def test_an_empty_answer_scores_nothing_and_touches_no_trap():
    result = scorer.score(OPEN, [])
    assert result["headline"] == result["found"] == 0
    assert result["traps kept"] == 100


def test_a_day_beside_the_right_one_is_found_but_wrong():
    result = figures(
        [expression(3, 9, "2021-03-01", "2021-03-01")], [expression(0, 9, "2021-03-02", "2021-03-02")]
    )
    assert result["found"] == 100
    assert result["headline"] == result["right of found"] == 0


def test_an_alternative_reading_is_right():
    gold = expression(
        0, 6, "2021-03-01", "2021-03-01", alternatives=[{"earliest": "2021-03-08", "latest": "2021-03-08"}]
    )
    assert figures([gold], [expression(0, 6, "2021-03-08", "2021-03-08")])["headline"] == 100


def test_a_range_may_come_in_pieces():
    gold = [expression(0, 13, "2021-04-03", "2021-04-04")]
    pieces = [expression(0, 7, "2021-04-03", "2021-04-03"), expression(12, 13, "2021-04-04", "2021-04-04")]
    assert figures(gold, pieces)["headline"] == 100
    assert figures(gold, pieces[:1])["headline"] == 0


def test_an_open_end_is_not_a_closed_one():
    gold = [expression(0, 4, "1994-01-01", None)]
    assert figures(gold, [expression(0, 4, "1994-01-01", None)])["headline"] == 100
    assert figures(gold, [expression(0, 4, "1994-01-01", "1994-12-31")])["headline"] == 0


def test_a_duration_without_days_is_right_only_without_days():
    gold = [expression(0, 8, None, None, kind="duration")]
    untied = figures(gold, [expression(0, 8, None, None)])
    assert untied["headline"] == untied["duration"] == 100
    assert untied["dated"] == 0
    assert figures(gold, [expression(0, 8, "2021-04-03", "2021-04-05")])["headline"] == 0
    assert figures(gold, [])["headline"] == 0


def test_an_answer_off_the_gold_is_spurious_and_may_fall_into_a_trap():
    result = figures(
        [expression(0, 6, "2021-03-01", "2021-03-01")],
        [expression(0, 6, "2021-03-01", "2021-03-01"), expression(10, 13, "2021-05-01", "2021-05-31")],
        traps=[{"start": 10, "end": 13, "why": "a name"}, {"start": 20, "end": 23, "why": "vague"}],
    )
    assert result["precision"] == 50
    assert result["spurious per item"] == 1
    assert result["traps kept"] == 50


@pytest.mark.parametrize("item", OPEN, ids=lambda item: item["id"])
def test_every_item_of_the_open_half_slices_and_orders_its_days(item: dict[str, Any]):
    dt.date.fromisoformat(item["published"])
    for marked in [*item["expressions"], *item["traps"]]:
        words = item["text"][marked["start"] : marked["end"]]
        assert words
        assert words == words.strip()
    for marked in item["expressions"]:
        assert marked["type"] in {"DATE", "TIME", "DURATION", "SET"}
        for reading in [marked, *marked.get("alternatives", [])]:
            days = [dt.date.fromisoformat(day) for day in (reading["earliest"], reading["latest"]) if day]
            assert days == sorted(days)
            assert days or "value" in marked


def test_the_sealed_half_is_the_one_whose_digest_was_committed_before_the_rules():
    digest, name = (FOLDER / "sealed.sha256").read_text(encoding="utf-8").split()
    assert digest == hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()
    assert digest != hashlib.sha256((FOLDER / "open.jsonl").read_bytes()).hexdigest()
