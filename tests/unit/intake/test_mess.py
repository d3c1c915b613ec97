"""Nineteen messy reports: ⟦furniture⟧ stands in double brackets, all else is what an editor would read."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.intake import InputFile, read_file
from dateline.intake.html_reader import is_page
from dateline.intake.visible import read_page
from dateline.model import Arrival
from dateline.settings import DEFAULTS

FILES = sorted(Path(__file__).with_name("mess").iterdir())
BODY_KEPT = 0.99  # of the letters of each report's body
FURNITURE_FOUND = 0.97  # of the letters of the furniture of all reports


def expected_letters(marked: str) -> list[tuple[str, bool]]:
    """Letters of a marked text, each with whether it stands in double brackets."""
    letters, inside = [], False
    for character in marked:
        if character in "⟦⟧":
            inside = character == "⟦"
        elif character.isalnum():
            letters.append((character, inside))
    return letters


def read_letters(path: Path, folder: Path) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Letters of a report as expected and as read, each with whether it is furniture."""
    marked = path.read_text(encoding="utf-8")
    copy = folder / path.name
    copy.write_text(marked.replace("⟦", "").replace("⟧", ""), encoding="utf-8")
    (arrival,) = read_file(InputFile(copy, path.name), DEFAULTS)
    assert isinstance(arrival, Arrival)
    furniture = {i for piece in arrival.furniture for i in range(piece.words.start, piece.words.end)}
    read = [(c, i in furniture) for i, c in enumerate(arrival.report.text) if c.isalnum()]
    expected = expected_letters(read_page(marked).text if is_page(marked) else marked)
    assert [c for c, _ in read] == [c for c, _ in expected]
    return expected, read


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_body_of_a_messy_report_is_kept(path: Path, tmp_path: Path) -> None:
    expected, read = read_letters(path, tmp_path)
    body = [marked for (_, inside), (_, marked) in zip(expected, read, strict=True) if not inside]
    assert body.count(False) >= BODY_KEPT * len(body)


def test_the_furniture_of_messy_reports_is_found(tmp_path: Path) -> None:
    found = total = 0
    for path in FILES:
        expected, read = read_letters(path, tmp_path)
        furniture = [marked for (_, inside), (_, marked) in zip(expected, read, strict=True) if inside]
        found, total = found + sum(furniture), total + len(furniture)
    assert found >= FURNITURE_FOUND * total
