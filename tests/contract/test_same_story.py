"""The same reports make the same story, whatever their order, the steps they come in and the number of workers."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dateline import sample
from dateline.export import export_story
from dateline.pipeline import BuildSummary, default_pipeline
from dateline.story import open_story, verify

REPORTS = sorted(path for path in sample.FOLDER.iterdir() if path.suffix in {".txt", ".html", ".jsonl"})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled sample in a folder of its own, and one report of it under a second name."""
    folder = tmp_path_factory.mktemp("given") / "reports"
    folder.mkdir()
    for path in REPORTS:
        shutil.copy(path, folder)
    shutil.copy(REPORTS[0], folder / "000_again.txt")
    return folder


@pytest.fixture(scope="module")
def at_once(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    story = tmp_path_factory.mktemp("once") / "story.db"
    default_pipeline().run([folder], story)
    return story


def exported(story: Path, to: Path) -> dict[str, bytes]:
    with open_story(story) as opened:
        export_story(opened, "jsonl", to)
    return {path.name: path.read_bytes() for path in sorted(to.iterdir())}


def built(paths: list[Path], story: Path, workers: int = 1) -> BuildSummary:
    return default_pipeline().run(paths, story, workers=workers)


def test_a_second_build_reads_nothing_and_links_nothing(folder: Path, at_once: Path, tmp_path: Path) -> None:
    before = exported(at_once, tmp_path / "before")
    summary = built([folder], at_once)
    assert (summary.taken_in, summary.read, summary.linked) == (0, 0, False)
    assert exported(at_once, tmp_path / "after") == before


def test_every_span_of_the_story_stands(at_once: Path) -> None:
    with open_story(at_once) as story:
        verification = verify(story)
    assert verification.problems == ()
    assert verification.spans > 500


def test_two_workers_make_the_same_export(folder: Path, at_once: Path, tmp_path: Path) -> None:
    built([folder], tmp_path / "story.db", workers=2)
    assert exported(tmp_path / "story.db", tmp_path / "new") == exported(at_once, tmp_path / "old")


def test_reports_that_come_one_file_at_a_time_backwards_make_the_same_export(
    folder: Path, at_once: Path, tmp_path: Path
) -> None:
    for path in sorted(folder.iterdir(), reverse=True):
        summary = built([path], tmp_path / "story.db")
        assert summary.inputs == summary.reports + summary.rejections
    assert summary.rejections == 1  # the report that stands twice
    assert exported(tmp_path / "story.db", tmp_path / "new") == exported(at_once, tmp_path / "old")
