from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest

from dateline.errors import InputError, PipelineError
from dateline.model import (
    Link,
    Origin,
    Paragraph,
    Record,
    Rejection,
    RejectionCode,
    Report,
)
from dateline.pipeline import BuildSummary, Pipeline, default_pipeline
from dateline.progress import Progress, Step
from dateline.settings import Settings
from dateline.stage import Draft
from dateline.story import Story, Writer, open_story
from tests.light_stages import PIPELINE, LineStage, SharedLineStage


def build(folder: Path, story: Path, pipeline: Pipeline = PIPELINE) -> BuildSummary:
    return pipeline.run([folder], story)


def contents(story: Path) -> dict[str, list[Record]]:
    with open_story(story) as opened:
        return {kind.__name__: opened.all(kind) for kind in (Report, Rejection, Paragraph, Origin, Link)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    give(folder, "a.txt", "The mill in Torv has closed.\n\nNobody was told.")
    give(folder, "b.txt", "The mill in Torv has closed.\n\nThe owners were abroad.")
    return folder


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return tmp_path / "story.db"


def give(folder: Path, name: str, text: str) -> None:
    head = "Title: News\nDate: 2030-05-14\nSource: The Wend"
    folder.joinpath(name).write_text(f"{head}\n\n{text}\n", encoding="utf-8")


class TestFitting:
    def test_the_usual_pipeline_fits_together(self) -> None:
        default_pipeline().check()

    def test_a_stage_that_comes_before_what_it_reads_is_named_with_the_record(self) -> None:
        usual = default_pipeline()
        turned = replace(usual, report_stages=usual.report_stages[::-1])
        with pytest.raises(PipelineError, match=r"stage events reads \w+, which no earlier stage writes"):
            turned.check()

    def test_nothing_runs_when_the_stages_do_not_fit(self, folder: Path, story: Path) -> None:
        with pytest.raises(PipelineError, match="stage shared lines reads Paragraph"):
            build(folder, story, Pipeline((), (SharedLineStage(),)))
        assert not story.exists()

    def test_two_stages_of_one_name_are_refused(self) -> None:
        with pytest.raises(PipelineError, match="two stages are called lines"):
            Pipeline((LineStage(), LineStage()), ()).check()

    def test_names_that_the_ledger_needs_are_refused(self) -> None:
        class Reading(LineStage):
            name: ClassVar[str] = "reading"

        with pytest.raises(PipelineError, match="called reading"):
            Pipeline((Reading(),), ()).check()

    def test_a_record_without_a_table_is_refused(self) -> None:
        class Rumour(Record):
            pass

        class RumourStage(LineStage):
            writes: ClassVar[tuple[type, ...]] = (Rumour,)

        with pytest.raises(PipelineError, match="writes Rumour, for which a story has no table"):
            Pipeline((RumourStage(),), ()).check()

    def test_replacing_a_stage_leaves_the_other_stages_and_the_pipeline_as_they_were(self) -> None:
        stage = SharedLineStage()
        changed = PIPELINE.replace("shared lines", stage)
        assert changed.corpus_stages == (stage,)
        assert changed.report_stages == PIPELINE.report_stages
        assert stage not in PIPELINE.corpus_stages

    def test_replacing_a_stage_that_is_not_there_names_those_that_are(self) -> None:
        with pytest.raises(PipelineError) as raised:
            PIPELINE.replace("rumours", SharedLineStage())
        assert raised.value.hint == "the stages are: lines, shared lines"


class TestBuilding:
    def test_what_came_in_is_counted(self, folder: Path, story: Path) -> None:
        give(folder, "c.txt", "")
        folder.joinpath("empty.txt").write_bytes(b"")
        folder.joinpath("notes.yaml").write_text("a: 1")
        summary = build(folder, story)
        assert summary.inputs == summary.reports + summary.rejections == 4
        assert (summary.taken_in, summary.read, summary.linked) == (4, summary.reports, True)
        assert [passed.location for passed in summary.passed_over] == ["desk/notes.yaml"]

    def test_a_path_that_does_not_exist_makes_no_story(self, tmp_path: Path, story: Path) -> None:
        with pytest.raises(InputError):
            build(tmp_path / "none", story)
        assert not story.exists()

    def test_a_second_build_reads_nothing(self, folder: Path, story: Path) -> None:
        build(folder, story)
        before = contents(story)
        summary = build(folder, story)
        assert (summary.inputs, summary.taken_in, summary.read, summary.linked) == (2, 0, 0, False)
        assert contents(story) == before

    def test_one_added_report_is_read_alone_and_linked_with_the_others(self, folder: Path, story: Path) -> None:
        build(folder, story)
        give(folder, "c.txt", "The mill in Torv has closed.\n\nIts workers marched.")
        summary = build(folder, story)
        assert (summary.inputs, summary.taken_in, summary.read, summary.linked) == (3, 1, 1, True)
        shared = next(o for o in contents(story)["Origin"] if isinstance(o, Origin) and "mill" in o.label)
        assert len(shared.reports) == 3

    def test_a_folder_that_was_moved_is_known_by_its_name_and_bytes(
        self, folder: Path, story: Path, tmp_path: Path
    ) -> None:
        build(folder, story)
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir()
        assert build(folder.rename(elsewhere / "desk"), story).taken_in == 0

    def test_a_jsonl_file_that_grew_gives_only_its_new_records(self, folder: Path, story: Path) -> None:
        records = [
            {"title": f"Title {n}", "date_publish": "2030-05-14", "maintext": f"Ship {n} has arrived in Torv."}
            for n in range(12)
        ]
        for length in (5, 12):
            lines = "".join(f"{json.dumps(record)}\n" for record in records[:length])
            folder.joinpath("feed.jsonl").write_text(lines)
            summary = build(folder, story)
        assert (summary.inputs, summary.taken_in, summary.read) == (14, 7, 7)

    def test_a_rejected_file_that_was_mended_is_no_longer_rejected(self, folder: Path, story: Path) -> None:
        folder.joinpath("c.txt").write_bytes(b"")
        assert build(folder, story).rejections == 1
        give(folder, "c.txt", "The river rose.")
        summary = build(folder, story)
        assert (summary.inputs, summary.reports, summary.rejections) == (3, 3, 0)

    def test_a_file_that_changed_is_a_new_report_beside_the_old_one(self, folder: Path, story: Path) -> None:
        build(folder, story)
        give(folder, "a.txt", "The mill in Torv has closed.\n\nEverybody was told.")
        summary = build(folder, story)
        assert (summary.inputs, summary.reports, summary.read) == (3, 3, 1)


class TestDuplicates:
    @pytest.mark.parametrize("order", [("a.txt", "z.txt"), ("z.txt", "a.txt")])
    def test_a_report_in_two_places_lives_in_the_smaller_whichever_comes_first(
        self, tmp_path: Path, story: Path, order: tuple[str, str]
    ) -> None:
        folder = tmp_path / "desk"
        folder.mkdir()
        for name in order:
            give(folder, name, "The mill in Torv has closed.")
            summary = build(folder, story)
        assert (summary.inputs, summary.reports, summary.rejections) == (2, 1, 1)
        with open_story(story) as opened:
            (report,), (rejection,) = opened.reports(), opened.rejections()
        assert report.location == "desk/a.txt"
        assert (rejection.location, rejection.code) == ("desk/z.txt", RejectionCode.DUPLICATE)
        assert "desk/a.txt" in rejection.reason

    def test_a_move_to_another_home_reads_nothing_anew(self, folder: Path, story: Path) -> None:
        build(folder, story)
        folder.joinpath("0.txt").write_bytes(folder.joinpath("a.txt").read_bytes())
        summary = build(folder, story)
        assert (summary.taken_in, summary.read, summary.linked) == (1, 0, False)
        with open_story(story) as opened:
            assert {report.location for report in opened.reports()} == {"desk/0.txt", "desk/b.txt"}

    def test_the_ninth_record_of_a_file_comes_before_the_tenth(self, tmp_path: Path, story: Path) -> None:
        same = json.dumps({"title": "T", "date_publish": "2030-05-14", "maintext": "The mill in Torv has closed."})
        others = [json.dumps({"title": "T", "maintext": f"Ship {n} has arrived."}) for n in range(8)]
        tmp_path.joinpath("feed.jsonl").write_text("\n".join([*others, same, same]) + "\n")
        PIPELINE.run([tmp_path / "feed.jsonl"], story)
        with open_story(story) as opened:
            (rejection,) = opened.rejections()
        assert rejection.location.endswith("feed.jsonl#10")


class TestVersions:
    def test_another_version_of_a_report_stage_reads_every_report_anew(self, folder: Path, story: Path) -> None:
        class BetterLines(LineStage):
            version: ClassVar[str] = "2"

        build(folder, story)
        summary = build(folder, story, PIPELINE.replace("lines", BetterLines()))
        assert (summary.taken_in, summary.read, summary.linked) == (0, 2, True)

    def test_another_version_of_a_corpus_stage_reads_nothing_and_links_anew(
        self, folder: Path, story: Path
    ) -> None:
        class BetterShared(SharedLineStage):
            version: ClassVar[str] = "2"

        build(folder, story)
        summary = build(folder, story, PIPELINE.replace("shared lines", BetterShared()))
        assert (summary.read, summary.linked) == (0, True)

    def test_what_a_stage_wrote_goes_with_the_stage(self, folder: Path, story: Path) -> None:
        build(folder, story)
        build(folder, story, Pipeline(PIPELINE.report_stages, ()))
        assert contents(story)["Origin"] == []

    def test_a_setting_of_reading_reads_anew_and_one_of_linking_does_not(self, folder: Path, story: Path) -> None:
        build(folder, story)
        linking = replace(PIPELINE, settings=Settings(block_limit=7))
        assert (build(folder, story, linking).read, build(folder, story, linking).linked) == (0, False)
        reading = replace(PIPELINE, settings=Settings(max_paragraph_chars=9))
        assert build(folder, story, reading).read == 2
        with open_story(story) as opened:
            assert max(len(paragraph.words.text) for paragraph in opened.all(Paragraph)) == 9


class TestFailing:
    def test_a_report_that_a_stage_fails_on_becomes_a_rejection_and_the_run_goes_on(
        self, folder: Path, story: Path
    ) -> None:
        give(folder, "c.txt", "Here stages stumble.")
        summary = build(folder, story)
        assert (summary.inputs, summary.reports, summary.rejections, summary.read) == (3, 2, 1, 2)
        with open_story(story) as opened:
            (rejection,) = opened.rejections()
        assert (rejection.location, rejection.code) == ("desk/c.txt", RejectionCode.FAILED)
        assert rejection.reason == "a stage failed: ValueError: I stumbled"

    def test_a_stage_that_cuts_words_wrongly_fails_on_that_report_alone(self, folder: Path, story: Path) -> None:
        class Careless(LineStage):
            def run(self, draft: Draft) -> Iterator[Record]:
                for paragraph in super().run(draft):
                    assert isinstance(paragraph, Paragraph)
                    careless = "told" in paragraph.words.text
                    words = replace(paragraph.words, text="nobody said") if careless else paragraph.words
                    yield replace(paragraph, words=words)

        summary = build(folder, story, PIPELINE.replace("lines", Careless()))
        assert (summary.reports, summary.rejections) == (1, 1)

    def test_it_is_not_tried_again_by_the_same_stages_but_by_better_ones(self, folder: Path, story: Path) -> None:
        class Surefooted(LineStage):
            version: ClassVar[str] = "2"

            def run(self, draft: Draft) -> Iterator[Record]:
                yield from ()

        give(folder, "c.txt", "Here stages stumble.")
        build(folder, story)
        assert build(folder, story).rejections == 1
        summary = build(folder, story, PIPELINE.replace("lines", Surefooted()))
        assert (summary.inputs, summary.reports, summary.rejections) == (3, 3, 0)

    def test_a_corpus_stage_that_fails_is_named_and_the_next_build_links(
        self, folder: Path, story: Path, tmp_path: Path
    ) -> None:
        class Failing(SharedLineStage):
            def run(self, story: Story, out: Writer) -> None:
                super().run(story, out)
                raise ZeroDivisionError("no reports")

        with pytest.raises(PipelineError, match="stage shared lines failed: ZeroDivisionError: no reports"):
            build(folder, story, PIPELINE.replace("shared lines", Failing()))
        assert contents(story)["Origin"] == []
        assert build(folder, story).read == 0
        build(folder, tmp_path / "other.db")
        assert contents(story) == contents(tmp_path / "other.db")


def test_progress_tells_what_is_done_of_how_much(folder: Path, story: Path) -> None:
    seen: list[Progress] = []
    PIPELINE.run([folder], story, progress=seen.append)
    counted = [(now.step, now.done, now.total) for now in seen]
    assert counted == [
        *((Step.INTAKE, done, 2) for done in (0, 1, 2)),
        *((Step.READING, done, 2) for done in (0, 1, 2)),
        *((Step.LINKING, done, 1) for done in (0, 1)),
    ]
    assert [now.item for now in seen if now.step is Step.READING] == ["", "desk/a.txt", "desk/b.txt"]


def test_rate_and_remaining_time_follow_from_what_is_done() -> None:
    now = Progress(Step.READING, done=20, total=50, seconds=10.0, item="")
    assert (now.rate, now.remaining) == (2.0, 15.0)
    assert Progress(Step.READING, done=0, total=50, seconds=0.1, item="").remaining is None
