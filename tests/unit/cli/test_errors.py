"""Errors: two lines and an exit code, a traceback only where it is asked for."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tiny_story import store_tiny_story
from tests.unit.cli.conftest import Run


def test_a_missing_story_is_two_lines_and_exit_code_2(dateline: Run, tmp_path: Path) -> None:
    code, out, err = dateline("events", tmp_path / "none.db")
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 2
    assert "Traceback" not in err


def test_a_file_that_is_no_story_is_said_so(dateline: Run, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("no story")
    code, _, err = dateline("events", tmp_path / "note.txt")
    assert code == 2
    assert "note.txt is no story file" in " ".join(err.split())


@pytest.mark.parametrize("command", ["build", "events"])
def test_a_folder_in_the_place_of_a_story_is_said_so(dateline: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "a.txt").write_text("words")
    given = (tmp_path / "a.txt", "-o", tmp_path) if command == "build" else (tmp_path,)
    code, _, err = dateline(command, *given)
    assert code == 2
    assert f"{tmp_path} is a folder" in err
    assert "story.db" in err.splitlines()[1]


def test_debug_shows_the_traceback(dateline: Run, tmp_path: Path) -> None:
    from dateline.errors import StoryFileError

    with pytest.raises(StoryFileError):
        dateline("events", tmp_path / "none.db", "--debug")


def test_an_unknown_command_is_exit_code_2(dateline: Run) -> None:
    code, _, err = dateline("evnets")
    assert code == 2
    assert "No such command" in err


def test_a_command_that_is_misspelt_or_incomplete_is_two_lines_too(dateline: Run, tmp_path: Path) -> None:
    code, out, err = dateline("build", tmp_path)
    assert (code, out) == (2, "")
    assert err.splitlines() == [
        "dateline: Missing option '-o' / '--output'.",
        "how it is used: dateline build --help",
    ]


def test_no_command_at_all_is_answered_with_the_list_of_commands(dateline: Run) -> None:
    _, out, err = dateline()
    assert "explain" in out + err


def test_a_fault_of_our_own_is_two_lines_too(dateline: Run, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise KeyError("x\x1b[2J")

    monkeypatch.setattr("dateline.story.views.overview", fail)
    code, _, err = dateline("overview", tiny)
    assert code == 70
    assert len(err.splitlines()) == 2
    assert "\x1b" not in err


def test_an_interrupt_says_that_what_was_done_is_kept(
    dateline: Run, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("dateline.story.views.overview", interrupt)
    code, out, err = dateline("overview", tiny)
    assert (code, out) == (130, "")
    assert err.split("\n")[-3:-1] == [
        "dateline: stopped",
        "what was done is kept; the same command goes on from there",
    ]


def test_an_unknown_id_says_where_ids_are(dateline: Run, tiny: Path) -> None:
    code, _, err = dateline("explain", "m_nothing", tiny)
    assert code == 2
    assert err.startswith("dateline: no record of this story has the id m_nothing\n")


def test_verify_lists_what_is_wrong_and_ends_with_1(dateline: Run, tmp_path: Path) -> None:
    path = store_tiny_story(tmp_path / "broken.db")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE mention SET start = start + 1, end = end + 1 WHERE text = 'Bo Lind'")
    connection.close()
    code, out, _ = dateline("verify", path)
    assert code == 1
    assert "3 problems" in out
    assert out.count("mention m_") == 3


def test_a_reader_that_goes_away_ends_the_command_without_a_word(tiny: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        done = subprocess.run(
            [sys.executable, "-m", "dateline", "events", str(tiny)],
            stdout=gone,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, b"")


def test_tables_do_not_wait_for_the_language_model(tiny: Path) -> None:
    program = "import sys; from dateline.cli.app import run; run(sys.argv[1:]); print('spacy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program, "overview", str(tiny)], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "False"
