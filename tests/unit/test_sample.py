"""The bundled sample and its key: what the key says stands in the reports, and it speaks of every report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from dateline import sample
from dateline.story import Story, open_story

Key = dict[str, Any]


@pytest.fixture(scope="module")
def key() -> Key:
    loaded: Key = yaml.safe_load((sample.FOLDER / "expected.yaml").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def texts(sample_story: Path) -> dict[str, str]:
    """The clean text of every report by its number in the key."""
    with open_story(sample_story) as story:
        return dict(numbered(story))


def numbered(story: Story) -> Iterator[tuple[str, str]]:
    for report in story.reports():
        name, _, line = report.location.rpartition("/")[2].partition("#")
        title = f"{report.title}\n" if line else ""
        yield name.split("_")[0] + (f"#{line}" if line else ""), title + report.text


def where(row: Key) -> list[str]:
    return row["in"] if isinstance(row["in"], list) else [row["in"]]


def test_the_key_speaks_of_every_report_and_of_no_other(key: Key, texts: dict[str, str]) -> None:
    assert set(key["reports"]) == set(texts)


@pytest.mark.parametrize("section", ["quotations", "not_quotations", "reported_speech"])
def test_what_the_key_quotes_stands_in_its_report(section: str, key: Key, texts: dict[str, str]) -> None:
    missing = [
        (report, row["text"])
        for row in key[section]
        for report in where(row)
        if row["text"].rstrip(",.") not in texts[report]
    ]
    assert missing == []


def test_every_name_of_an_actor_stands_in_one_of_its_reports(key: Key, texts: dict[str, str]) -> None:
    missing = [
        name
        for actor in key["actors"]
        for name in actor["names"]
        if not any(re.search(rf"\b{re.escape(name)}\b", texts[report]) for report in actor["in"])
    ]
    assert missing == []


def test_shared_words_stand_in_every_report_that_shares_them(key: Key, texts: dict[str, str]) -> None:
    for row in [*key["lineage"], *key["quote_groups"]]:
        shared = row.get("shared", row.get("texts"))
        for report in row.get("reports", shared):
            words = shared if isinstance(shared, str) else shared[report]
            assert words.rstrip(",.") in texts[report]


def test_speakers_participants_and_counted_events_are_known_to_the_key(key: Key) -> None:
    actors, events = {row["id"] for row in key["actors"]}, {row["id"] for row in key["events"]}
    assert {row["about"] for row in key["corroboration"]} <= events
    assert {row["conflict"] for row in key["events"] if "conflict" in row} <= {
        row["id"] for row in key["conflicts"]
    }
    collective = {"people", "police", "protesters", "rescue workers"}
    named = {row[part] for row in key["events"] for part in ("actor", "recipient", "place") if part in row}
    assert named <= actors | collective
    assert {row["speaker"] for row in key["quotations"]} <= actors | collective


def test_the_sample_has_a_piece_of_everything_that_makes_a_story_hard(key: Key) -> None:
    assert {row["kind"] for row in key["conflicts"]} == {"date", "number", "attribution", "statement"}
    assert {row["status"] for row in key["events"] if "status" in row} == {"planned", "promised", "demanded"}
    assert any(row.get("later", {}).get("status") == "negated" for row in key["events"])
    assert any(row.get("unrelated") for row in key["reports"].values())
    assert len({row["outlet"] for row in key["reports"].values()}) >= 6
    assert {path.suffix for path in sample.FOLDER.iterdir()} >= {".txt", ".html", ".jsonl"}
