"""Watching a folder: a file that still grows waits, a batch is a build, Ctrl-C ends it cleanly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from dateline.watching import batches
from tests.light_stages import PIPELINE


def watched(folder: Path, *steps: Callable[[], object]) -> Iterator[frozenset[Path]]:
    """The batches of a folder in which one step happens at each pause, until Ctrl-C behind the last."""
    left: Iterator[Callable[[], object]] = iter(steps)

    def pause() -> None:
        step = next(left, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    with suppress(KeyboardInterrupt):
        yield from batches(folder, pause)


def nothing() -> None:
    """Time passes."""


def test_a_file_that_grows_is_held_back_until_it_has_stopped(tmp_path: Path) -> None:
    whole, growing = tmp_path / "a.txt", tmp_path / "b.txt"
    whole.write_text("The mill closed.")
    growing.write_text("The riv")

    def grow() -> None:
        growing.write_text(growing.read_text() + "er rose.")

    assert list(watched(tmp_path, grow, grow, nothing, nothing)) == [frozenset({growing}), frozenset()]


def test_a_batch_is_a_build_of_what_is_whole(tmp_path: Path) -> None:
    folder, story = tmp_path / "desk", tmp_path / "story.db"
    folder.mkdir()
    (folder / "a.txt").write_text("The mill in Torv has closed.")

    def arrive() -> None:
        (folder / "b.txt").write_text("The river ro")

    def complete() -> None:
        (folder / "b.txt").write_text("The river rose over its banks.")

    steps = (arrive, complete, nothing, nothing, (folder / "a.txt").unlink, nothing)
    summaries = [PIPELINE.run([folder], story, held_back=arriving) for arriving in watched(folder, *steps)]
    assert [summary.reports for summary in summaries] == [1, 2, 2]
    assert [passed.reason for passed in summaries[0].passed_over] == ["still arriving"]
    assert [summary.vanished for summary in summaries] == [(), (), ("desk/a.txt",)]


def test_once_takes_what_is_there_and_ends(tmp_path: Path) -> None:
    assert list(batches(tmp_path, nothing, once=True)) == [frozenset()]


def test_a_hidden_part_of_a_download_is_not_looked_at(tmp_path: Path) -> None:
    def arrive() -> None:
        (tmp_path / ".a.txt.part").write_text("The mi")

    assert list(watched(tmp_path, nothing, arrive, nothing)) == [frozenset()]
