"""CSV: what RFC 4180 and a spreadsheet need."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export import export_story
from dateline.export.csv import cell, csv_text
from dateline.story import open_story
from dateline.story.views import TABLES
from tests.tiny_story import store_tiny_story


@dataclass(frozen=True)
class Line:
    id: str
    text: str


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_text_that_a_spreadsheet_would_run_is_kept_as_text(start: str) -> None:
    assert cell(f"{start}cmd()").startswith("'")


@pytest.mark.parametrize(
    ("value", "text"), [(-3, "-3"), (-0.5, "-0.5"), (None, ""), (True, "true"), (False, "false")]
)
def test_numbers_stay_numbers_and_nothing_is_empty(value: object, text: str) -> None:
    assert cell(value) == text


def test_a_list_is_joined_and_guarded_as_one_cell() -> None:
    assert cell(("=a", "b")) == "'=a; b"
    assert cell(()) == ""


def test_control_characters_are_replaced_and_line_breaks_kept() -> None:
    assert cell("a\x1b[31m\x00b\nc") == "a\ufffd[31m\ufffdb\nc"


def test_quotes_are_doubled_and_lines_end_in_crlf() -> None:
    assert csv_text(Line, [Line("1", 'say "no", now')]) == 'id,text\r\n1,"say ""no"", now"\r\n'


@given(st.text())
def test_any_text_stays_in_its_cell_and_never_begins_a_formula(text: str) -> None:
    table = csv_text(Line, [Line("1", text), Line("2", "next")])
    rows = list(csv.reader(io.StringIO(table, newline="")))
    assert len(rows) == 3
    assert rows[2] == ["2", "next"]
    assert not rows[1][1].startswith(("=", "+", "-", "@"))


def test_every_table_is_a_file_with_its_columns(tmp_path: Path) -> None:
    with open_story(store_tiny_story(tmp_path / "tiny.db", replaced=True)) as story:
        counts = export_story(story, "csv", tmp_path / "out")
    assert set(counts) == {f"{table.name}.csv" for table in TABLES}
    for table in TABLES:
        rows = list(
            csv.DictReader(io.StringIO((tmp_path / "out" / f"{table.name}.csv").read_bytes().decode(), newline=""))
        )
        assert len(rows) == counts[f"{table.name}.csv"] > 0
        assert all(row["id"] for row in rows)
