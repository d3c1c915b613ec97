"""Exports as a whole: the same bytes, and an error where they cannot be written."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.export import FORMATS, export_story
from dateline.model import RECORDS
from dateline.story import Store, open_story
from tests.tiny_story import store_tiny_story, tiny_records


def exported(path: Path, format_: str, folder: Path) -> dict[str, bytes]:
    with open_story(path) as story:
        export_story(story, format_, folder)
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


@pytest.mark.parametrize("format_", FORMATS)
def test_records_written_in_another_order_give_the_same_bytes(tmp_path: Path, format_: str) -> None:
    turned = tmp_path / "turned.db"
    with Store.open(turned) as store, store.atomic():
        for kind in RECORDS:
            of_kind = [record for record in tiny_records() if isinstance(record, kind)]
            store.replace("by hand", kind.__name__, reversed(of_kind), version="1", digest="")
    straight = store_tiny_story(tmp_path / "straight.db")
    assert exported(straight, format_, tmp_path / "a") == exported(turned, format_, tmp_path / "b")


@pytest.mark.parametrize("format_", FORMATS)
def test_an_export_over_an_earlier_one_leaves_nothing_of_it(tmp_path: Path, format_: str) -> None:
    path = store_tiny_story(tmp_path / "tiny.db")
    first = exported(path, format_, tmp_path / "out")
    assert exported(path, format_, tmp_path / "out") == first


def test_no_path_and_no_time_of_writing_is_in_an_export(tmp_path: Path) -> None:
    path = store_tiny_story(tmp_path / "tiny.db")
    for format_ in FORMATS:
        for content in exported(path, format_, tmp_path / format_).values():
            assert str(tmp_path).encode() not in content


def test_a_folder_that_is_a_file_is_an_error_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with open_story(store_tiny_story(tmp_path / "tiny.db")) as story, pytest.raises(InputError, match="taken"):
        export_story(story, "csv", tmp_path / "taken")
