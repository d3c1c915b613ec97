from __future__ import annotations

import os
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.web.templating import environment
from dateline.web.writing import write_page

PAGE = '<!DOCTYPE html>\n<head><meta name="generator" content="Dateline 1">'


def test_a_page_is_written_and_an_earlier_one_replaced(tmp_path: Path) -> None:
    write_page(tmp_path / "a.html", PAGE + "first")
    write_page(tmp_path / "a.html", PAGE + "second")
    assert (tmp_path / "a.html").read_text() == PAGE + "second"
    assert [file.name for file in tmp_path.iterdir()] == ["a.html"]


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00", b"<!DOCTYPE html><title>mine</title>"])
def test_a_file_that_is_no_page_of_ours_is_left_alone(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "mine"
    file.write_bytes(content)
    with pytest.raises(InputError, match="not overwritten"):
        write_page(file, PAGE)
    assert file.read_bytes() == content


def test_a_folder_and_a_device_are_left_alone(tmp_path: Path) -> None:
    for path in (tmp_path, Path(os.devnull)):
        with pytest.raises(InputError):
            write_page(path, PAGE)


def test_a_folder_that_is_not_there_is_told_in_two_lines(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file") as raised:
        write_page(tmp_path / "no" / "a.html", PAGE)
    assert raised.value.hint


def test_what_fails_leaves_the_earlier_page_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_page(tmp_path / "a.html", PAGE)

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(InputError, match="No space"):
        write_page(tmp_path / "a.html", PAGE + "new")
    assert (tmp_path / "a.html").read_text() == PAGE
    assert [file.name for file in tmp_path.iterdir()] == ["a.html"]


def test_a_new_page_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    write_page(tmp_path / "a.html", PAGE)
    (tmp_path / "other").touch()
    assert (tmp_path / "a.html").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_what_no_page_can_hold_is_shown_as_such() -> None:
    template = environment().from_string("{{ words }}")
    assert (
        template.render(words="a\x00b\x1bc\u202ed\ud800e\tf\n")
        == "a\ufffdb\ufffdc\ufffdd\ufffde\tf\n".rstrip("\n") + "\n"
    )
