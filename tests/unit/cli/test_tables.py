"""The commands that print tables: for people in 80 columns, for programs as JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from dateline.stage import Draft
from dateline.story import Store, open_story
from dateline.testing import arrival, grow
from tests.tiny_story import ACTORS, MEETING, REPORTS
from tests.unit.cli.conftest import Run

TABLES = ("overview", "reports", "actors", "quotes", "events", "timeline", "claims", "conflicts", "copies")


@pytest.mark.parametrize("command", TABLES)
def test_every_table_fits_80_columns(dateline: Run, tiny: Path, command: str) -> None:
    code, out, err = dateline(command, tiny)
    assert (code, err) == (0, "")
    assert out
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize("command", TABLES)
def test_every_table_has_the_same_rows_as_json_and_as_csv(dateline: Run, tiny: Path, command: str) -> None:
    code, out, err = dateline(command, tiny, "--json")
    rows = json.loads(out)
    assert (code, err) == (0, "")
    assert rows
    _, as_csv, _ = dateline(command, tiny, "--csv")
    cells = list(csv.DictReader(io.StringIO(as_csv, newline="")))
    assert [list(row) for row in rows] == [list(row) for row in cells]
    assert [row.get("id") for row in rows] == [row.get("id") for row in cells]


@pytest.mark.parametrize("command", TABLES[1:])
def test_every_row_has_an_id_that_the_story_knows(dateline: Run, tiny: Path, command: str) -> None:
    _, out, _ = dateline(command, tiny, "--json")
    with open_story(tiny) as story:
        for row in json.loads(out):
            assert story.get(row["id"]).id == row["id"]


@pytest.mark.parametrize("command", TABLES)
@pytest.mark.parametrize("switch", ["", "--json", "--csv"])
def test_no_escape_sequence_of_a_headline_is_sent(dateline: Run, tiny: Path, command: str, switch: str) -> None:
    _, out, _ = dateline(command, tiny, *filter(None, [switch]))
    assert "\x1b" not in out


def test_a_headline_with_markup_is_printed_as_it_stands(dateline: Run, tiny: Path) -> None:
    assert "=SUM(A1) [bold]Talks[/bold] ␛[31min Varn␛[0m" in dateline("reports", tiny)[1]


def test_a_headline_that_is_a_formula_is_text_in_csv(dateline: Run, tiny: Path) -> None:
    assert "'=SUM(A1)" in dateline("reports", tiny, "--csv")[1]


def test_the_overview_counts_unknown_outlets_and_origins_as_unknown(dateline: Run, tiny: Path) -> None:
    assert "3 reports / 2 outlets (1 unknown) / 1–2 independent origins" in dateline("overview", tiny)[1]


def test_an_interrupted_story_says_what_is_missing(dateline: Run, tmp_path: Path) -> None:
    draft = Draft(arrival("The dam broke."))
    with Store.open(tmp_path / "half.db") as store:
        grow(store, [draft])
    _, printed, _ = dateline("overview", tmp_path / "half.db")
    assert "1 report not linked yet" in " ".join(printed.split())


def test_json_and_csv_exclude_each_other(dateline: Run, tiny: Path) -> None:
    code, printed, told = dateline("actors", tiny, "--json", "--csv")
    assert (code, printed) == (2, "")
    assert "exclude each other" in told


def test_rejected_inputs_stand_with_their_reasons(dateline: Run, tiny: Path) -> None:
    out = dateline("reports", tiny)[1]
    assert "reports/empty.txt" in out
    assert "the file is empty" in out


def test_a_disputed_attribution_shows_both_readings_and_the_reason(dateline: Run, tiny: Path) -> None:
    out = " ".join(dateline("quotes", tiny)[1].split())
    assert "Ada Holm or Bo Lind said" in out
    assert "printed as said by “the foreign minister Bo Lind”; other reports" in out
    assert "other reports give the role “foreign minister” to Ada Holm" in out


def test_a_disputed_date_is_an_alternative(dateline: Run, tiny: Path) -> None:
    out = dateline("timeline", tiny)[1]
    assert "5 or 6 May 2031," in out
    assert "disputed" in out


def test_a_conflict_shows_each_side_with_its_outlet_date_and_sentence(dateline: Run, tiny: Path) -> None:
    out = dateline("conflicts", tiny)[1]
    monday, _, tuesday = out.partition("–  6 May 2031")
    assert "Foreign minister Ada Holm met Bo Lind in Varn on Monday." in monday
    assert "The Harbour Post, 6 May 2031 (a.txt)" in monday
    assert "Ada Holm met Bo Lind in Varn on Tuesday." in tuesday
    assert "an unknown outlet, 7 May 2031 (b.txt)" in tuesday


def test_copies_name_the_reports_that_share_a_passage_and_the_origins(dateline: Run, tiny: Path) -> None:
    shared, _, origins = dateline("copies", tiny)[1].partition("Origins  2")
    assert "in The Harbour Post, 6 May 2031 (a.txt)" in shared
    assert "in Varn Today, date unknown (c.txt)" in shared
    assert "may or may not be independent" in origins


def test_who_tells_names_roles_words_and_acts_with_report_and_date(dateline: Run, tiny: Path) -> None:
    out = dateline("who", "holm", tiny)[1]
    assert out.startswith(f"Ada Holm  {ACTORS['Ada Holm']}\n")
    for wanted in ("3 mentions", "foreign minister", "“No deal was signed,”", "meet · Bo Lind · Varn"):
        assert wanted in out
    assert out.count("reported by The Harbour Post, 6 May 2031 (a.txt)") == 3


def test_who_takes_an_id_and_prints_rows(dateline: Run, tiny: Path) -> None:
    rows = json.loads(dateline("who", ACTORS["Bo Lind"], tiny, "--json")[1])
    assert {row["section"] for row in rows} == {"name", "said", "underwent"}
    assert {row["actor"] for row in rows} == {ACTORS["Bo Lind"]}


def test_who_of_nobody_is_an_error_that_says_where_names_are(dateline: Run, tiny: Path) -> None:
    code, out, err = dateline("who", "Zebediah", tiny)
    assert (code, out) == (2, "")
    assert err.splitlines()[0] == "dateline: no actor is called “Zebediah”"


def test_search_finds_sentences_and_headlines(dateline: Run, tiny: Path) -> None:
    rows = json.loads(dateline("search", "Varn", tiny, "--json")[1])
    assert {row["report"] for row in rows} == set(REPORTS.values())
    assert sum(row["found_in"] == "headline" for row in rows) == 1


def test_search_says_how_many_hits_there_are_beyond_those_shown(dateline: Run, tiny: Path) -> None:
    total = len(json.loads(dateline("search", "Varn", tiny, "--json")[1]))
    assert f"the first 1 of {total} hits" in dateline("search", "Varn", tiny, "--limit", "1")[1]


def test_search_is_narrowed_by_kind_and_by_a_name(dateline: Run, tiny: Path) -> None:
    rows = json.loads(dateline("search", "Varn", tiny, "--kind", "report", "--json")[1])
    assert [row["found_in"] for row in rows] == ["headline"]
    code, _, err = dateline("search", "Varn", tiny, "--actor", "Zebediah")
    assert code == 2
    assert err.splitlines()[0] == "dateline: no actor is called “Zebediah”"


def test_search_for_nothing_known_finds_nothing(dateline: Run, tiny: Path) -> None:
    assert json.loads(dateline("search", "xylophone", tiny, "--json")[1]) == []


def test_explain_marks_the_words_in_their_sentence(dateline: Run, tiny: Path) -> None:
    out = dateline("explain", MEETING, tiny)[1]
    assert "│ ⟦Foreign minister Ada Holm met Bo Lind in Varn on Monday.⟧" in out
    assert "3 reports / 2 outlets (1 unknown) / 1–2 independent origins" in out


def test_explain_as_json_carries_spans_of_the_report(dateline: Run, tiny: Path) -> None:
    given = json.loads(dateline("explain", MEETING, tiny, "--json")[1])
    told = next(part for part in given["parts"] if part["heading"] == "Told best by")
    passage = told["lines"][0]["passage"]
    assert passage["report"] == REPORTS["a"]
    assert passage["marks"] == [{"start": passage["start"], "end": passage["start"] + len(passage["text"])}]


def test_verify_says_100_percent(dateline: Run, tiny: Path) -> None:
    code, out, _ = dateline("verify", tiny)
    assert code == 0
    assert "100 %" in out


def test_export_says_what_it_wrote(dateline: Run, tiny: Path, tmp_path: Path) -> None:
    code, out, _ = dateline("export", tiny, "--format", "csv", "-o", tmp_path / "made")
    assert code == 0
    assert "files, and manifest.json" in " ".join(out.split())
    assert (tmp_path / "made" / "conflicts.csv").is_file()
