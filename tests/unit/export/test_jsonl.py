"""JSON Lines: everything a story knows, in the model's order, the same bytes every time."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export import export_story
from dateline.export.jsonl import as_json, file_name, json_text
from dateline.model import RECORDS, MergedEvent, Report
from dateline.story import open_story
from tests.tiny_story import HOSTILE_TITLE, store_tiny_story, tiny_records


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("jsonl")
    with open_story(store_tiny_story(made / "tiny.db")) as story:
        export_story(story, "jsonl", made / "out")
    return made / "out"


def lines(folder: Path, name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]


def test_every_record_of_every_kind_is_a_line(folder: Path) -> None:
    records = list(tiny_records())
    for kind in RECORDS:
        wanted = {record.id for record in records if isinstance(record, kind)}
        assert {line["id"] for line in lines(folder, file_name(kind))} == wanted


def test_fields_stand_in_the_model_s_order(folder: Path) -> None:
    for kind in RECORDS:
        names = [field.name for field in dataclasses.fields(kind)]
        assert all(list(line) == names for line in lines(folder, file_name(kind)))


def test_dates_words_and_lists_keep_their_parts(folder: Path) -> None:
    event = lines(folder, file_name(MergedEvent))[0]
    assert event["time"] == {
        "earliest": "2031-05-05",
        "latest": "2031-05-06",
        "precision": "range",
        "edtf": "2031-05-05/2031-05-06",
    }
    assert set(event["words"]) == {"start", "end", "text"}  # type: ignore[call-overload]
    assert isinstance(event["members"], list)


def test_a_hostile_headline_comes_back_to_the_letter_and_is_escaped_in_the_file(folder: Path) -> None:
    assert HOSTILE_TITLE in [line["title"] for line in lines(folder, file_name(Report))]
    assert b"\x1b" not in (folder / file_name(Report)).read_bytes()


def test_the_manifest_counts_the_lines(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text())
    assert manifest["format"] == "jsonl"
    assert manifest["rows"] == {file_name(kind): len(lines(folder, file_name(kind))) for kind in RECORDS}


def test_names_of_files_are_the_kinds_in_small_letters() -> None:
    assert file_name(MergedEvent) == "merged_event.jsonl"


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_is_one_line_of_utf_8_and_comes_back(text: str) -> None:
    line = json_text({"text": text})
    line.encode()
    assert len(line.splitlines()) == 1
    assert json.loads(line)["text"] == text


def test_a_record_becomes_plain_json_types() -> None:
    for record in tiny_records():
        assert json.loads(json.dumps(as_json(record))) == as_json(record)
