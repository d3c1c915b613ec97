"""Files that change or vanish between builds are told; a pruned story is what a new one of the same files is."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import RECORDS, Record, RejectionCode
from dateline.pipeline import BuildSummary
from dateline.settings import Settings
from dateline.story import open_story, verify
from tests.effort import examples
from tests.light_stages import PIPELINE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    for name in "abc":
        give(folder, f"{name}.txt", f"The mill in Torv has closed.\n\nShip {name} has arrived.")
    return folder


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return tmp_path / "story.db"


def give(folder: Path, name: str, text: str) -> None:
    folder.joinpath(name).write_text(f"Title: News\nDate: 2030-05-14\nSource: The Wend\n\n{text}\n")


def build(folder: Path, story: Path, *, prune: bool = False) -> BuildSummary:
    summary = PIPELINE.run([folder], story, prune=prune)
    assert summary.inputs == summary.reports + summary.rejections
    return summary


def contents(story: Path) -> dict[type[Record], list[Record]]:
    with open_story(story) as opened:
        assert verify(opened).ok
        return {kind: sorted(opened.all(kind), key=lambda record: record.id) for kind in RECORDS}


def as_built_anew(folder: Path, story: Path) -> bool:
    with tempfile.TemporaryDirectory() as elsewhere:
        anew = Path(elsewhere, "anew.db")
        build(folder, anew)
        return contents(story) == contents(anew)


def test_a_vanished_file_is_told_and_kept_until_it_is_pruned(folder: Path, story: Path) -> None:
    assert build(folder, story).vanished == ()
    folder.joinpath("b.txt").unlink()
    for _ in range(2):
        summary = build(folder, story)
        assert (summary.vanished, summary.reports, summary.forgotten) == (("desk/b.txt",), 3, 0)
    summary = build(folder, story, prune=True)
    assert (summary.vanished, summary.reports, summary.forgotten, summary.linked) == (("desk/b.txt",), 2, 1, True)
    assert as_built_anew(folder, story)
    assert build(folder, story).vanished == ()


def test_a_changed_file_is_told_until_what_it_gave_before_is_pruned(folder: Path, story: Path) -> None:
    build(folder, story)
    give(folder, "a.txt", "The mill in Torv has opened.")
    summary = build(folder, story)
    assert (summary.changed, summary.reports, summary.read) == (("desk/a.txt",), 4, 1)
    assert build(folder, story).changed == ("desk/a.txt",)
    summary = build(folder, story, prune=True)
    assert (summary.changed, summary.reports, summary.forgotten) == (("desk/a.txt",), 3, 1)
    assert as_built_anew(folder, story)
    assert build(folder, story).changed == ()


def test_a_file_that_only_grew_is_told_as_changed_and_loses_nothing(tmp_path: Path, story: Path) -> None:
    records = [json.dumps({"title": f"T {n}", "text": f"Ship {n} has arrived in Torv."}) for n in range(4)]
    feed = tmp_path / "desk" / "feed.jsonl"
    feed.parent.mkdir()
    feed.write_text("\n".join(records[:2]) + "\n")
    build(feed.parent, story)
    feed.write_text("\n".join(records) + "\n")
    summary = build(feed.parent, story, prune=True)
    assert (summary.changed, summary.reports, summary.forgotten, summary.read) == (("desk/feed.jsonl",), 4, 0, 2)
    assert build(feed.parent, story).changed == ()


def test_a_report_whose_home_vanishes_lives_on_where_else_it_stands(folder: Path, story: Path) -> None:
    folder.joinpath("d.txt").write_bytes(folder.joinpath("a.txt").read_bytes())
    assert build(folder, story).rejections == 1
    folder.joinpath("a.txt").unlink()
    summary = build(folder, story, prune=True)
    assert (summary.reports, summary.rejections, summary.read) == (3, 0, 0)
    assert as_built_anew(folder, story)


def test_a_copy_that_vanishes_is_no_longer_a_rejection(folder: Path, story: Path) -> None:
    folder.joinpath("d.txt").write_bytes(folder.joinpath("a.txt").read_bytes())
    build(folder, story)
    folder.joinpath("d.txt").unlink()
    assert build(folder, story, prune=True).rejections == 0
    assert as_built_anew(folder, story)


def test_only_folders_that_are_given_again_can_miss_a_file(folder: Path, story: Path, tmp_path: Path) -> None:
    build(folder, story)
    other = tmp_path / "other"
    other.mkdir()
    give(other, "x.txt", "The river rose.")
    folder.joinpath("b.txt").unlink()
    assert build(other, story, prune=True).vanished == ()
    assert build(folder / "a.txt", story, prune=True).vanished == ()


def test_a_failed_report_goes_with_its_file(folder: Path, story: Path) -> None:
    give(folder, "d.txt", "Here stages stumble.")
    folder.joinpath("e.txt").write_bytes(folder.joinpath("d.txt").read_bytes())
    assert build(folder, story).rejections == 2
    folder.joinpath("d.txt").unlink()
    assert build(folder, story, prune=True).rejections == 1
    with open_story(story) as opened:
        (rejection,) = opened.rejections()
    assert (rejection.location, rejection.code) == ("desk/e.txt", RejectionCode.FAILED)
    folder.joinpath("e.txt").unlink()
    assert build(folder, story, prune=True).rejections == 0
    assert as_built_anew(folder, story)


NAMES = st.sampled_from(["a.txt", "b.txt", "c.txt", "d.jsonl"])
TEXTS = st.sampled_from(["The mill closed.", "The river rose.", "A ship came.", "Here stages stumble.", ""])
STEPS = st.lists(st.tuples(NAMES, st.one_of(st.none(), TEXTS), st.booleans()), min_size=2, max_size=8)


@settings(max_examples=examples(10), deadline=None)
@given(STEPS)
def test_after_any_changes_a_pruned_story_is_that_of_the_files_that_are_there(
    steps: list[tuple[str, str | None, bool]],
) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder, story = Path(place, "desk"), Path(place, "story.db")
        folder.mkdir()
        for name, text, prune in steps:
            path = folder / name
            if text is None:
                path.unlink(missing_ok=True)
            elif name.endswith(".jsonl"):
                lines = [{"title": "News", "text": text}, {"title": "News", "text": "A ship came."}]
                path.write_text("".join(json.dumps(line) + "\n" for line in lines))
            else:
                path.write_text(text and f"News\n\n{text}\n")
            build(folder, story, prune=prune)
        build(folder, story, prune=True)
        assert as_built_anew(folder, story)


def test_a_file_that_is_read_in_another_way_gives_what_a_new_story_would_have(tmp_path: Path, story: Path) -> None:
    table = tmp_path / "desk" / "dump.csv"
    table.parent.mkdir()
    rows = ("titel,text,tekst", "News,A short one.,The mill in Torv has closed.", "News,Another.,The river rose.")
    table.write_text("\n".join(rows) + "\n")
    for names in ((), (("text", "tekst"),), (("text", "tekst"), ("title", "titel")), ()):
        pipeline = replace(PIPELINE, settings=Settings(field_names=names))
        summary = pipeline.run([table.parent], story)
        assert summary.inputs == summary.reports + summary.rejections
        pipeline.run([table.parent], tmp_path / f"anew{len(names)}{summary.reports}.db")
        assert contents(story) == contents(tmp_path / f"anew{len(names)}{summary.reports}.db")
