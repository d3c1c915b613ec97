"""Which files are inputs, what they are called in the story, and what was passed over."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.intake import InputFile, digest_of, find_inputs


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    (reports / "sub").mkdir(parents=True)
    (reports / ".git").mkdir()
    for name in (
        "b.txt",
        "a.html",
        "sub/c.jsonl",
        "expected.yaml",
        "README.md",
        "photo.JPG",
        ".DS_Store",
        ".git/x.txt",
        "story.db",
    ):
        (reports / name).write_text("words")
    return reports


def test_a_folder_is_walked_in_order_and_hidden_files_are_not_looked_at(folder: Path) -> None:
    assert [f.location for f in find_inputs([folder]).inputs] == [
        "reports/a.html",
        "reports/b.txt",
        "reports/sub/c.jsonl",
    ]


def test_what_is_plainly_no_report_is_passed_over_and_said_so(folder: Path) -> None:
    assert {p.location: p.reason for p in find_inputs([folder]).passed_over} == {
        "reports/README.md": "a paper about the folder",
        "reports/expected.yaml": "configuration",
        "reports/photo.JPG": "a picture",
        "reports/story.db": "a story file or another database",
    }


def test_a_file_named_by_itself_is_always_an_input(folder: Path) -> None:
    scan = find_inputs([folder / "expected.yaml"])
    assert [f.location for f in scan.inputs] == ["reports/expected.yaml"]
    both = find_inputs([folder, folder / "expected.yaml"])
    assert "reports/expected.yaml" not in {p.location for p in both.passed_over}


def test_a_file_has_one_name_however_it_is_given(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    given = [find_inputs([path]).inputs for path in (Path("b.txt"), folder / "b.txt", Path("../reports/b.txt"))]
    assert given[0] == given[1] == given[2]
    assert len(find_inputs([folder, Path("b.txt"), Path(".")]).inputs) == 3


def test_the_order_of_the_paths_does_not_matter(folder: Path) -> None:
    assert find_inputs([folder / "b.txt", folder / "sub"]) == find_inputs([folder / "sub", folder / "b.txt"])


def test_a_path_that_is_not_there_is_an_error_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist") as error:
        find_inputs([tmp_path / "nothing"])
    assert error.value.hint


def test_the_digest_is_of_the_bytes(folder: Path) -> None:
    assert digest_of(InputFile(folder / "b.txt", "x")) == hashlib.sha256(b"words").hexdigest()
    assert digest_of(InputFile(folder / "gone.txt", "x")) == ""


def test_a_file_name_that_is_no_utf_8_is_told_with_escapes(tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path / "reports") + b"/caf\xe9.txt"
    (tmp_path / "reports").mkdir()
    Path(os.fsdecode(odd)).write_text("words")
    for given in (tmp_path / "reports", Path(os.fsdecode(odd))):
        assert [file.location for file in find_inputs([given]).inputs] == ["reports/caf\\xe9.txt"]
