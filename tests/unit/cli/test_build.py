"""build and demo, on small reports of ours and the bundled sample."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline.export import export_story
from dateline.story import open_story, views
from tests.unit.cli.conftest import Run

FIRST = "Title: Holm meets Lind\nDate: 6 May 2031\nSource: The Harbour Post\n\nAda Holm met Bo Lind on Monday.\n"
SECOND = "Title: Lind speaks\nDate: 7 May 2031\nSource: Varn Today\n\n“No deal was signed,” Bo Lind said.\n"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "notes.yaml").write_text("a: 1\n")
    return folder


def test_a_build_accounts_for_every_input_and_then_reads_only_what_is_new(
    dateline: Run, reports: Path, tmp_path: Path
) -> None:
    story = tmp_path / "story.db"
    code, out, err = dateline("build", reports, "-o", story)
    assert code == 0
    assert "inputs 2 = reports 1 + rejections 1" in out
    assert re.search(r"rejected  reports/empty\.txt: \w+", out)
    assert re.search(r"passed over  reports/notes\.yaml: \w+", out)
    assert "read now: 1 report; known before: 0" in out
    assert "reading: 1 of 1 report, " in err

    (reports / "second.txt").write_text(SECOND)
    assert "read now: 1 report; known before: 1" in dateline("build", reports, "-o", story)[1]
    assert "read now: 0 reports; known before: 2" in dateline("build", reports, "-o", story)[1]


def test_exports_are_equal_byte_for_byte_in_one_step_or_two_and_in_any_order(
    dateline: Run, reports: Path, tmp_path: Path
) -> None:
    (reports / "second.txt").write_text(SECOND)
    files = sorted(reports.glob("*.txt"))
    dateline("build", *files, "-o", tmp_path / "one.db")
    for file in reversed(files):
        dateline("build", file, "-o", tmp_path / "two.db")
    for format_ in ("jsonl", "csv"):
        made = []
        for name in ("one", "two"):
            with open_story(tmp_path / f"{name}.db") as story:
                export_story(story, format_, tmp_path / name / format_)
            made.append({path.name: path.read_bytes() for path in sorted((tmp_path / name / format_).iterdir())})
        assert made[0] == made[1]


def test_the_demo_is_a_tour_of_some_eighty_lines_that_ends_in_commands_that_work(
    dateline: Run, sample_story: Path
) -> None:
    code, out, _ = dateline("demo", "-o", sample_story)
    assert code == 0
    lines = out.splitlines()
    assert 30 <= len(lines) <= 95
    assert lines[0].startswith("16 reports / ")
    given = re.findall(r"^  \S+ explain (\S+) (\S+)$", out, re.MULTILINE)
    assert given == [(given[0][0], str(sample_story))]
    assert dateline("explain", *given[0])[0] == 0


@pytest.mark.parametrize(
    "table", [table.name for table in views.TABLES if table.name not in ("rejections", "origins", "versions")]
)
def test_every_table_of_the_sample_fits_80_columns(dateline: Run, sample_story: Path, table: str) -> None:
    code, out, _ = dateline(table, sample_story)
    assert code == 0
    assert max(map(len, out.splitlines())) <= 80


def test_a_role_that_only_a_misprint_gives_is_told_as_disputed(sample_story: Path) -> None:
    with open_story(sample_story) as story:
        roles = {row.name: row.roles for row in views.actors(story)}
    assert "opposition leader (in a disputed attribution)" in roles["Ilan Dorvak"]
    assert "opposition leader" not in roles["Ilan Dorvak"]
    assert not any("disputed" in role for role in roles["Mirela Kostova"])


def test_every_actor_of_the_sample_has_a_page(dateline: Run, sample_story: Path) -> None:
    with open_story(sample_story) as story:
        ids = [actor.id for actor in story.actors()]
    for id_ in ids:
        code, out, _ = dateline("who", id_, sample_story)
        assert code == 0
        assert max(map(len, out.splitlines())) <= 80


def test_a_table_of_actors_joins_names_and_codes_them(dateline: Run, reports: Path, tmp_path: Path) -> None:
    table = tmp_path / "actors.csv"
    table.write_text("name,aliases,country,sector\nAda Holm,Marigold Quay,NOR,MIL\n")
    (reports / "third.txt").write_text(FIRST.replace("Ada Holm", "Marigold Quay").replace("Varn", "Selby"))
    story = tmp_path / "story.db"
    assert dateline("build", reports, "-o", story, "--actors", table)[0] == 0
    with open_story(story) as opened:
        (row,) = [row for row in views.actors(opened) if "Ada Holm" in row.names]
    assert "Marigold Quay" in row.names
    assert (row.country, row.sectors, row.codes_from) == ("NOR", ("MIL",), ("line 2",))
    table.write_text("who\nAda Holm\n")
    code, _, err = dateline("build", reports, "-o", story, "--actors", table)
    assert code != 0
    assert "the first line names who" in err
