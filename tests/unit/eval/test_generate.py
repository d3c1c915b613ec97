"""The generator of stories: the same seed gives the same bytes, and the key fits the texts."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from eval.generate.checks import faults
from eval.generate.days import counted, on_day
from eval.generate.phrases import phrases
from eval.generate.rates import USUAL
from eval.generate.story import generate
from eval.generate.writing import contents, write


def texts_of(reports: int, seed: int, **rates: Any) -> dict[str, str]:
    return contents(generate(reports, seed, replace(USUAL, **rates)), seed)


def dice(number: int) -> Random:
    return Random(number)  # noqa: S311


def key_of(texts: dict[str, str]) -> dict[str, Any]:
    key = yaml.safe_load(texts["expected.yaml"])
    assert isinstance(key, dict)
    return key


@pytest.fixture(scope="module")
def two_hundred() -> dict[str, str]:
    return texts_of(200, 5, dispute=0.7)


def test_a_story_has_as_many_reports_as_asked_for() -> None:
    for reports in (1, 5, 12, 40):
        assert len(key_of(texts_of(reports, 1))["reports"]) == reports


def test_the_same_seed_gives_the_same_bytes_and_another_seed_another_story() -> None:
    assert texts_of(12, 1) == texts_of(12, 1)
    assert texts_of(12, 1) != texts_of(12, 2)


def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    code = "from eval.generate.story import generate; from eval.generate.writing import contents; import hashlib;"
    code += "print(hashlib.sha256(repr(contents(generate(30, 3), 3)).encode()).hexdigest())"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


@pytest.mark.parametrize("seed", range(6))
def test_the_key_fits_the_texts(seed: int) -> None:
    assert faults(texts_of(40, seed)) == []


def test_a_key_that_does_not_fit_is_seen() -> None:
    texts = texts_of(12, 1)
    key = key_of(texts)
    key["quotations"][0]["text"] = "Nobody ever said this"
    key["corroboration"][0]["about"] = "nothing"
    texts["expected.yaml"] = yaml.safe_dump(key)
    assert len(faults(texts)) == 2


def test_a_larger_story_has_something_for_every_section(two_hundred: dict[str, str]) -> None:
    key = key_of(two_hundred)
    for section in ("lineage", "actors", "quotations", "not_quotations", "reported_speech", "events", "conflicts"):
        assert key[section], section
    for section in ("agreements", "updates", "corroboration", "quote_groups"):
        assert key[section], section
    assert {row["kind"] for row in key["conflicts"]} == {"date", "place", "number", "statement", "attribution"}
    assert any(row.get("never_same_as") for row in key["actors"])
    assert any(row.get("unrelated") for row in key["reports"].values())
    assert any(not row["same"] for row in key["quote_groups"])
    assert {path.rsplit(".", 1)[1] for path in two_hundred} == {"txt", "html", "jsonl", "yaml"}


def test_copies_are_made_in_every_manner(two_hundred: dict[str, str]) -> None:
    kinds = {kind.split()[0] for row in key_of(two_hundred)["lineage"] for kind in row.get("kinds", {}).values()}
    assert kinds == {"wire", "reprint", "cut", "relede", "spun", "merged"}


def test_a_rate_of_nothing_leaves_the_thing_out() -> None:
    key = key_of(texts_of(60, 2, wire=0.0, dispute=0.0, unrelated=0.0, misattributed=0.0))
    assert "lineage" not in key
    assert {row["kind"] for row in key["conflicts"]} == {"statement"}
    assert not any(row.get("unrelated") for row in key["reports"].values())


def test_every_act_is_told_in_eight_ways() -> None:
    acts = {name: ways for name, ways in phrases("acts").items() if name != "about"}
    assert len(acts) >= 15
    assert all(len(set(ways["happened"])) >= 8 for ways in acts.values())


def test_a_weekday_is_used_only_where_it_is_clear() -> None:
    published = date(2031, 3, 14)  # a Friday
    near = {on_day(dice(n), date(2031, 3, 11), published, False, False)[0] for n in range(40)}
    assert near == {"on Tuesday", "on Tuesday, 11 March", "on 11 March"}
    assert on_day(dice(1), date(2031, 3, 4), published, False, False)[0] == "on 4 March"
    assert on_day(dice(1), date(2031, 3, 4), published, True, True) == (
        "earlier this month",
        (date(2031, 3, 1), published),
    )


def test_an_approximate_count_is_true_of_the_count() -> None:
    for number in (14, 43, 99, 1234, 25000):
        for n in range(30):
            words = counted(dice(n), number, True, False)
            given = int(words.split()[-1].replace(",", ""))
            if words.startswith(("more than", "at least")):
                assert given <= number
            else:
                assert abs(given - number) <= number / 5


def test_a_story_is_not_written_into_a_folder_that_has_something(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(FileExistsError, match="not empty"):
        write({"a.txt": "b"}, tmp_path)
