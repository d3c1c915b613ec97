"""What a story file remembers of its builds, and what each of them changed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from dateline.export import export_story
from dateline.model import Actor, DecisionKind
from dateline.pipeline import default_pipeline
from dateline.story import Store, open_story, runs, views
from dateline.story.deciding import Ruled, decide
from dateline.story.runs import note_run

NOON = dt.datetime(2031, 5, 6, 12, tzinfo=dt.UTC)
FIRST = "Mayor resigns\n6 May 2031\n\nThe mayor of Tarn, Ilse Maar, resigned on Monday.\n"
SECOND = "Port shut\n8 May 2031\n\nThe port of Ostrel was shut on Tuesday. “We had no choice,” Bo Lind said.\n"


def given(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        folder.joinpath(f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_each_build_says_what_it_added_and_what_there_was_before(tmp_path: Path) -> None:
    story = tmp_path / "story.db"
    default_pipeline().run([given(tmp_path / "in", a=FIRST)], story)
    default_pipeline().run([given(tmp_path / "in", b=SECOND)], story)
    with open_story(story) as opened:
        last, first = views.runs(opened)
        change = views.last_change(opened)
        added = [report.id for report in opened.reports() if "Ostrel" in report.text]
    assert (first.number, first.reports_before, first.reports, first.utterances) == (1, 0, 1, 0)
    assert (last.reports_added, last.reports_before, last.reports) == (1, 1, 2)
    assert (last.utterances_before, last.utterances) == (0, 1)
    assert change is not None
    assert (change.run, change.is_first, list(change.reports)) == (last, False, added)


def test_a_build_that_finds_nothing_new_is_no_run(tmp_path: Path) -> None:
    story, folder = tmp_path / "story.db", given(tmp_path / "in", a=FIRST)
    for _ in range(2):
        default_pipeline().run([folder], story)
    with open_story(story) as opened:
        assert len(views.runs(opened)) == 1


def test_a_decision_that_was_linked_by_is_a_run_without_new_reports(tmp_path: Path) -> None:
    story = tmp_path / "story.db"
    default_pipeline().run([given(tmp_path / "in", a=FIRST)], story)
    with Store.open(story) as store:
        someone = store.story.all(Actor)[0].id
        ruled = Ruled(kind=DecisionKind.RENAME, ids=(someone,), author="Ann", reason="so it is", value="Maar")
        decide(store, ruled, NOON)
    default_pipeline().link(story)
    with open_story(story) as opened:
        last = views.runs(opened)[0]
    assert (last.number, last.reports_added, last.decisions_before, last.decisions) == (2, 0, 0, 1)


def test_runs_are_in_no_export(tmp_path: Path) -> None:
    story = tmp_path / "story.db"
    default_pipeline().run([given(tmp_path / "in", a=FIRST)], story)
    exports = []
    for name in ("one", "two"):
        with open_story(story) as opened:
            export_story(opened, "jsonl", tmp_path / name)
        exports.append({file.name: file.read_bytes() for file in (tmp_path / name).iterdir()})
        with Store.open(story) as store, store.atomic():
            note_run(store, NOON, "1.0")
    assert exports[0] == exports[1]


def test_the_last_hundred_runs_are_kept_and_each_knows_what_was_before() -> None:
    with Store.in_memory() as store:
        assert views.last_change(store.story) is None
        for _ in range(runs.KEPT + 7):
            with store.atomic():
                note_run(store, NOON, "1.0")
        kept = views.runs(store.story)
        assert len(kept) == runs.KEPT - 1
        assert kept[0].number == runs.KEPT + 7
        change = views.last_change(store.story)
        assert change is not None
        assert not change.is_first
