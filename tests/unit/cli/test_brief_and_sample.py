"""`brief`, `sample` and the options of `timeline` as a person runs them, on the bundled sample."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run


def test_a_brief_fits_80_columns_and_says_what_is_ours(dateline: Run, sample_story: Path) -> None:
    code, out, err = dateline("brief", sample_story, "--sentences", "16")
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= 80
    assert "date disputed: 12 March 2031 / 13 March 2031" in " ".join(out.split())
    assert ("[" in out) == ("in [brackets]" in out)


def test_a_brief_is_the_same_each_time_and_rows_as_json(dateline: Run, sample_story: Path) -> None:
    first, second = (dateline("brief", sample_story, "--sentences", "5", "--json")[1] for _ in range(2))
    assert first == second
    assert len(json.loads(first)) == 5


def test_a_brief_about_nobody_known_is_two_lines_and_no_traceback(dateline: Run, sample_story: Path) -> None:
    code, out, err = dateline("brief", sample_story, "--about", "Zebulon Quarles")
    assert (code, out, len(err.splitlines())) == (2, "", 2)


def test_a_brief_of_a_story_without_sentences_says_so(dateline: Run, tiny: Path) -> None:
    code, out, _ = dateline("brief", tiny, "--since", "2099-01-01")
    assert code == 0
    assert "no sentence that tells this" in out


def test_a_timeline_names_its_gaps_and_how_much_of_it_is_not_shown(dateline: Run, sample_story: Path) -> None:
    code, out, err = dateline("timeline", sample_story)
    assert (code, err) == (0, "")
    assert "No report tells of anything dated between" in " ".join(out.split())
    assert "not shown" not in out
    top = dateline("timeline", sample_story, "--top", "3")[1]
    assert "No report tells" not in top
    assert "events of less weight not shown" in top
    assert max(map(len, [*out.splitlines(), *top.splitlines()])) <= 80


@pytest.fixture
def sheet(dateline: Run, sample_story: Path, tmp_path: Path) -> Path:
    file = tmp_path / "sheet.csv"
    code, _, err = dateline("sample", sample_story, "--of", "quotations", "--n", "12", "-o", file)
    assert (code, err) == (0, "")
    return file


def judge(sheet: Path, name: str, *judgements: str) -> Path:
    """A copy of the sheet as a judge sends it back."""
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    given = sheet.with_name(f"{name}.csv")
    with given.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        for row, judgement in zip(rows, judgements, strict=True):
            writer.writerow({**row, "judgement": judgement, "judge": name})
    return given


def test_the_same_story_draws_the_same_sheet(dateline: Run, sample_story: Path, sheet: Path) -> None:
    again = sheet.with_name("again.csv")
    dateline("sample", sample_story, "--of", "quotations", "--n", "12", "-o", again)
    other = sheet.with_name("other.csv")
    dateline("sample", sample_story, "--of", "quotations", "--n", "12", "-o", other, "--seed", "b")
    assert sheet.read_bytes() == again.read_bytes() != other.read_bytes()


@pytest.mark.parametrize("of", ["events", "quotations", "conflicts", "actors", "same-events", "same-quotations"])
def test_every_kind_of_finding_can_be_drawn(dateline: Run, sample_story: Path, tmp_path: Path, of: str) -> None:
    file = tmp_path / f"{of}.csv"
    assert dateline("sample", sample_story, "--of", of, "--n", "3", "-o", file)[0] == 0
    with file.open(encoding="utf-8-sig", newline="") as sheet:
        rows = list(csv.DictReader(sheet))
    assert len(rows) == 3
    assert all(row["of"] == of and row["sentence"] and row["reading"] and not row["judgement"] for row in rows)


def test_two_judged_sheets_give_precision_and_agreement(dateline: Run, sample_story: Path, sheet: Path) -> None:
    ann = judge(sheet, "Ann", *["right"] * 9, *["wrong"] * 3)
    bo = judge(sheet, "Bo", *["right"] * 8, *["wrong"] * 4)
    code, out, err = dateline("sample", sample_story, "--read", ann, "--read", bo)
    assert (code, err) == (0, "")
    assert "Agreement  Ann and Bo" in out
    assert "91.7%" in out
    rows = json.loads(dateline("sample", sample_story, "--read", ann, "--read", bo, "--json")[1])
    assert {row["measure"] for row in rows} == {"precision", "agreement", "kappa"}
    (kappa,) = [row["value"] for row in rows if row["measure"] == "kappa"]
    assert kappa == 0.8


def test_who_drew_a_sheet_is_told_what_to_do_with_it(dateline: Run, sample_story: Path, tmp_path: Path) -> None:
    file = tmp_path / "my sheet.csv"
    out = dateline("sample", sample_story, "--of", "events", "--n", "3", "-o", file)[1]
    assert "right, wrong or unsure" in out
    assert f"dateline sample {sample_story} --read '{file}'" in out


def test_bands_stand_from_the_surest_to_the_least_sure(dateline: Run, sample_story: Path, tmp_path: Path) -> None:
    file = tmp_path / "events.csv"
    dateline("sample", sample_story, "--of", "events", "--n", "30", "-o", file)
    ann = judge(file, "Ann", *["right"] * 30)
    rows = json.loads(dateline("sample", sample_story, "--read", ann, "--json")[1])
    bands = [row["band"] for row in rows]
    assert bands == [band for band in ("all", "strong", "fair", "weak") if band in bands]
    assert len(bands) > 2


def test_a_conflict_is_put_so_that_it_can_be_judged(dateline: Run, sample_story: Path, tmp_path: Path) -> None:
    file = tmp_path / "conflicts.csv"
    dateline("sample", sample_story, "--of", "conflicts", "-o", file)
    with file.open(encoding="utf-8-sig", newline="") as sheet:
        readings = {row["reading"].partition(" ")[0].rstrip(":"): row["reading"] for row in csv.DictReader(sheet)}
    assert readings["date"].startswith("date of ")
    assert all(reading.endswith(" cannot both hold") for reading in readings.values())
    assert readings["statement"].startswith("statement: “")
    assert readings["statement"].count("” (") == 2  # who says each


def test_a_sheet_with_judgements_is_not_written_over(dateline: Run, sample_story: Path, sheet: Path) -> None:
    code, _, err = dateline("sample", sample_story, "--of", "events", "-o", sheet)
    assert code == 2
    assert "is there already" in err


def test_a_sheet_of_another_story_is_refused(dateline: Run, tiny: Path, sheet: Path) -> None:
    code, _, err = dateline("sample", tiny, "--read", judge(sheet, "Ann", *["right"] * 12))
    assert code == 2
    assert "drawn from another story" in err


def test_a_sheet_with_a_finding_that_is_gone_names_it(dateline: Run, sample_story: Path, sheet: Path) -> None:
    given = judge(sheet, "Ann", *["right"] * 12)
    rows = given.read_text(encoding="utf-8").splitlines(keepends=True)
    (first, _, rest) = rows[1].partition(",")
    rows[1] = f"q_nothing,{rest}"
    given.write_text("".join(rows), encoding="utf-8")
    code, _, err = dateline("sample", sample_story, "--read", given)
    assert code == 2
    assert first
    assert "q_nothing is not in the story" in err


@pytest.mark.parametrize(
    "asked", [[], ["--of", "events"], ["-o", "x.csv"], ["--of", "events", "-o", "x.csv", "--read", __file__]]
)
def test_a_command_that_neither_draws_nor_reads_says_how_it_is_used(
    dateline: Run, sample_story: Path, asked: list[str]
) -> None:
    code, _, err = dateline("sample", sample_story, *asked)
    assert code == 2
    assert "--read" in err
