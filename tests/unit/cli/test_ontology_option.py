"""`dateline build --ontology`: a user's types from the file to the story."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from dateline.cli.app import dateline
from dateline.model import Event
from dateline.story import open_story

TYPES = '[[type]]\nname = "stranding"\nunder = "OTHER"\nframe = "solo"\nverbs = ["beach"]\n'


def test_a_users_type_reaches_the_story(tmp_path: Path) -> None:
    (tmp_path / "types.toml").write_text(TYPES, encoding="utf-8")
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "one.txt").write_text(
        "Date: 14 May 2030\n\nThe tanker Orla beached near Arvik on Monday. Nobody was hurt, its owner said.\n",
        encoding="utf-8",
    )
    story = tmp_path / "s.db"
    call = ["build", str(reports), "-o", str(story), "--ontology", str(tmp_path / "types.toml")]
    done = CliRunner().invoke(dateline, call)
    assert done.exit_code == 0, done.output
    with open_story(story) as opened:
        assert "stranding" in {event.mode for event in opened.all(Event)}


def test_a_faulty_file_is_told_and_nothing_is_built(tmp_path: Path) -> None:
    (tmp_path / "types.toml").write_text("[[type]]\n", encoding="utf-8")
    call = ["build", str(tmp_path), "-o", str(tmp_path / "s.db"), "--ontology", str(tmp_path / "types.toml")]
    done = CliRunner().invoke(dateline, call)
    assert done.exit_code != 0
    assert not (tmp_path / "s.db").exists()
