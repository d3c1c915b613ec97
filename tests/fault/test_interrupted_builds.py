"""A build that is interrupted, at any point and in any way, leaves a story that the next build completes."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.model import RECORDS, Record, Report
from dateline.progress import Progress, Step
from dateline.story import open_story, verify
from tests.light_stages import PIPELINE

ROOT = Path(__file__).parents[2]
POINTS = [
    (Step.INTAKE, 0),
    (Step.INTAKE, 3),
    (Step.READING, 0),
    (Step.READING, 2),
    (Step.LINKING, 0),
    (Step.LINKING, 1),
]


@pytest.fixture(autouse=True)
def listening_to_ctrl_c() -> Iterator[None]:
    """A shell starts what runs in its background deaf to Ctrl-C; the tests are run there too."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    for number in range(5):
        text = f"date 2030-05-1{number} News\n\nThe mill in Torv has closed.\n\nShip {number} has arrived.\n"
        folder.joinpath(f"{number}.txt").write_text(text)
    return folder


def contents(story: Path) -> dict[type[Record], list[Record]]:
    with open_story(story) as opened:
        assert verify(opened).ok
        return {kind: list(opened.all(kind)) for kind in RECORDS}


def complete(folder: Path, story: Path) -> None:
    """The next build must come to what a build without interruption comes to."""
    summary = PIPELINE.run([folder], story)
    assert summary.inputs == summary.reports + summary.rejections == 5
    PIPELINE.run([folder], story.with_name("whole.db"))
    assert contents(story) == contents(story.with_name("whole.db"))


@pytest.mark.parametrize(("step", "done"), POINTS)
def test_after_a_killed_process(folder: Path, tmp_path: Path, step: Step, done: int) -> None:
    story = tmp_path / "story.db"
    script = [sys.executable, "-m", "tests.fault.killed_build", str(folder), str(story), step, str(done), "1"]
    ended = subprocess.run(script, cwd=ROOT, check=False, timeout=60)
    assert ended.returncode == -signal.SIGKILL
    complete(folder, story)


@pytest.mark.parametrize(("step", "done"), POINTS)
def test_after_ctrl_c(folder: Path, tmp_path: Path, step: Step, done: int) -> None:
    def interrupt(now: Progress) -> None:
        if (now.step, now.done) == (step, done):
            signal.raise_signal(signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        PIPELINE.run([folder], tmp_path / "story.db", progress=interrupt)
    complete(folder, tmp_path / "story.db")


def test_after_ctrl_c_what_was_read_is_not_read_again(folder: Path, tmp_path: Path) -> None:
    def interrupt(now: Progress) -> None:
        if (now.step, now.done) == (Step.READING, 3):
            signal.raise_signal(signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        PIPELINE.run([folder], tmp_path / "story.db", workers=2, progress=interrupt)
    summary = PIPELINE.run([folder], tmp_path / "story.db")
    assert (summary.taken_in, summary.read) == (0, 2)
    complete(folder, tmp_path / "story.db")


def test_workers_do_not_outlive_a_killed_build(folder: Path, tmp_path: Path) -> None:
    story = tmp_path / "story.db"
    script = [sys.executable, "-m", "tests.fault.killed_build", str(folder), str(story), "reading", "1", "2"]
    ended = subprocess.run(script, cwd=ROOT, check=False, timeout=60)
    assert ended.returncode == -signal.SIGKILL
    deadline = time.monotonic() + 10
    while workers_of(story) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert workers_of(story) == []
    complete(folder, story)


def workers_of(story: Path) -> list[str]:
    """Processes that still have the story's folder on their command line or hold the story open."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            environment = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
        except OSError:
            continue
        if str(story.parent).encode() in environment and process.name != str(_own()):
            found.append(process.name)
    return found


def _own() -> int:
    import os

    return os.getpid()


def test_a_story_that_is_being_read_does_not_stop_a_build(folder: Path, tmp_path: Path) -> None:
    story = tmp_path / "story.db"
    PIPELINE.run([folder], story)
    with open_story(story) as reader:
        assert len(reader.all(Report)) == 5
        folder.joinpath("9.txt").write_text("date 2030-05-19 News\n\nThe river rose.\n")
        assert PIPELINE.run([folder], story).read == 1
