from __future__ import annotations

from pathlib import Path

from tests.unit.cli.conftest import Run


def test_a_dossier_is_written_and_its_size_told(dateline: Run, tiny: Path, tmp_path: Path) -> None:
    code, printed, _ = dateline("dossier", tiny, "-o", tmp_path / "story.html", "--title", "The talks")
    assert code == 0
    assert printed.startswith(str(tmp_path / "story.html")[:40])
    assert "<h1>The talks</h1>" in (tmp_path / "story.html").read_text()


def test_a_dash_prints_the_page_and_nothing_else(dateline: Run, tiny: Path) -> None:
    code, printed, _ = dateline("dossier", tiny, "-o", "-")
    assert code == 0
    assert printed.startswith("<!DOCTYPE html>")
    assert printed.endswith("</html>\n")


def test_a_story_file_is_not_overwritten_by_its_dossier(dateline: Run, tiny: Path) -> None:
    before = tiny.read_bytes()
    code, _, complaint = dateline("dossier", tiny, "-o", tiny)
    assert code == 2
    assert "not overwritten" in complaint
    assert len(complaint.splitlines()) == 2
    assert tiny.read_bytes() == before


def test_lines_beyond_the_rows_asked_for_are_counted(dateline: Run, tiny: Path) -> None:
    _, printed, _ = dateline("dossier", tiny, "-o", "-", "--rows", "1")
    assert "Not in this document: 1 more actor;" in printed
