from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from dateline.errors import RecordError, SpanError, StoryFileError
from dateline.ids import content_id
from dateline.model import Furniture, FurnitureKind, Link, LinkKind, Report, Sentence
from dateline.span import Words
from dateline.story import Store, Story, Writer, open_story
from dateline.story.store import Entry
from dateline.testing import arrival

ARRIVAL = arrival("The ferry sank off Orm. Nobody was hurt.")
REPORT = ARRIVAL.report


def furniture(start: int = 0, end: int = 9, text: str = "The ferry", rule: str = "a rule") -> Furniture:
    return Furniture(
        id=content_id("u", REPORT.id, start, rule),
        report=REPORT.id,
        words=Words(start, end, text),
        kind=FurnitureKind.OTHER,
        rule=rule,
    )


def link(member: str, target: str, unit: str = "") -> Link:
    id_ = content_id("l", member, target, unit)
    return Link(id=id_, kind=LinkKind.EVENT, member=member, target=target, score=1.0, reasons=("told", "twice"))


def write(store: Store, *records: Report | Furniture, unit: str = "unit") -> None:
    with store.atomic():
        store.replace("stage", unit, records, version="1", digest="d")


def test_what_was_written_comes_back_from_the_file(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.db") as store:
        write(store, REPORT, furniture())
    with open_story(tmp_path / "s.db") as story:
        assert story.all(Report) == [REPORT]
        assert story.all(Furniture) == [furniture()]
        assert story.get(REPORT.id) == REPORT


def test_replacing_a_unit_leaves_no_trace_of_what_it_held() -> None:
    store = Store.in_memory()
    write(store, REPORT)
    write(store, furniture(), furniture(10, 14, "sank"), unit="marks")
    write(store, furniture(10, 14, "sank"), unit="marks")
    assert store.story.all(Furniture) == [furniture(10, 14, "sank")]
    assert store.ledger("stage") == {"unit": Entry("1", "d"), "marks": Entry("1", "d")}


def test_words_that_do_not_stand_where_they_say_are_refused_and_nothing_of_the_unit_is_kept() -> None:
    store = Store.in_memory()
    with pytest.raises(SpanError, match="does not read 'A ferry'"):
        write(store, REPORT, furniture(0, 9, "A ferry"))
    assert store.story.all(Report) == []


def test_words_of_a_report_that_is_not_there_are_refused() -> None:
    with pytest.raises(SpanError, match="which the story does not have"):
        write(Store.in_memory(), furniture())


def test_two_records_with_one_id_are_refused() -> None:
    with pytest.raises(RecordError, match=f"two records of furniture have the id {furniture().id}"):
        write(Store.in_memory(), REPORT, furniture(), furniture())


def test_a_record_that_points_to_nothing_is_refused() -> None:
    store = Store.in_memory()
    orphan = Sentence(id="s_1", report=REPORT.id, paragraph="p_none", number=0, words=Words(0, 9, "The ferry"))
    with pytest.raises(RecordError, match="a row of sentence points to a paragraph"), store.atomic():
        store.replace("stage", "unit", [REPORT, orphan], version="1", digest="")
    assert store.story.all(Report) == []


def test_what_a_transaction_wrote_before_it_failed_is_gone() -> None:
    store = Store.in_memory()

    def write_both() -> None:
        with store.atomic():
            store.replace("stage", "unit", [REPORT], version="1", digest="")
            store.replace("stage", "other", [furniture(0, 9, "A ferry")], version="1", digest="")

    with pytest.raises(SpanError):
        write_both()
    assert store.story.all(Report) == []
    assert store.ledger("stage") == {}


def test_a_file_that_another_build_is_writing_to_is_said(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.db") as one, Store.open(tmp_path / "s.db") as other:
        other.story.connection.execute("PRAGMA busy_timeout = 1")
        with one.atomic(), pytest.raises(StoryFileError, match="locked") as raised:
            write(other, REPORT)
    assert raised.value.hint == "is another build writing to it?"


class TestWriter:
    @staticmethod
    def run(store: Store, *units: tuple[str, str, list[Link]], version: str = "1") -> list[bool]:
        """Run a stage that gives these blocks (unit, digest of inputs, records); which it had to write anew."""
        changed = []

        def stage(_: Story, out: Writer) -> None:
            for unit, inputs, records in units:
                changed.append(out.block(unit, inputs))
                if changed[-1]:
                    out.replace(unit, records)

        with store.atomic():
            store.run_corpus_stage("links", version, (Link,), stage)
        return changed

    def test_only_blocks_whose_inputs_changed_are_asked_for(self) -> None:
        store = Store.in_memory()
        first, second = link("a", "b"), link("c", "d")
        assert self.run(store, ("1", "x", [first]), ("2", "y", [second])) == [True, True]
        assert self.run(store, ("1", "x", [first]), ("2", "z", [second])) == [False, True]
        assert {found.id for found in store.story.all(Link)} == {first.id, second.id}

    def test_another_version_of_the_stage_writes_every_block_anew(self) -> None:
        store = Store.in_memory()
        self.run(store, ("1", "x", [link("a", "b")]))
        assert self.run(store, ("1", "x", [link("a", "b")]), version="2") == [True]

    def test_units_that_a_run_does_not_name_are_deleted(self) -> None:
        store = Store.in_memory()
        self.run(store, ("1", "x", [link("a", "b")]), ("2", "y", [link("c", "d")]))
        self.run(store, ("2", "y", [link("c", "d")]))
        assert store.story.all(Link) == [link("c", "d")]

    def test_a_record_may_move_from_one_unit_to_another(self) -> None:
        store = Store.in_memory()
        self.run(store, ("1", "x", [link("a", "b")]), ("2", "y", []))
        self.run(store, ("1", "x2", []), ("2", "y2", [link("a", "b")]))
        assert store.story.all(Link) == [link("a", "b")]

    def test_two_stages_may_write_the_same_kind_of_record(self) -> None:
        store = Store.in_memory()
        self.run(store, ("1", "x", [link("a", "b")]))
        with store.atomic():
            store.run_corpus_stage("others", "1", (Link,), lambda _, out: out.replace("1", [link("c", "d")]))
        self.run(store)
        assert store.story.all(Link) == [link("c", "d")]


class TestOpening:
    def test_a_missing_file_is_no_story(self, tmp_path: Path) -> None:
        with pytest.raises(StoryFileError, match="there is no story file"):
            open_story(tmp_path / "none.db")

    def test_reading_makes_no_file(self, tmp_path: Path) -> None:
        with pytest.raises(StoryFileError):
            open_story(tmp_path / "none.db")
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("content", [b"not a database at all" * 100, b"\x00" * 5000])
    def test_another_file_is_refused_and_left_as_it_is(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "letter.txt"
        path.write_bytes(content)
        for open_ in (open_story, Store.open):
            with pytest.raises(StoryFileError, match="is no story file"):
                open_(path)
        assert path.read_bytes() == content

    def test_another_programs_database_is_refused_and_left_as_it_is(self, tmp_path: Path) -> None:
        path = tmp_path / "other.db"
        other = sqlite3.connect(path)
        other.execute("CREATE TABLE mine (x)")
        other.commit()
        other.close()
        before = path.read_bytes()
        for open_ in (open_story, Store.open):
            with pytest.raises(StoryFileError, match="is a database, but no story file"):
                open_(path)
        assert path.read_bytes() == before

    def test_a_story_of_another_schema_is_refused_with_a_way_out(self, tmp_path: Path) -> None:
        with Store.open(tmp_path / "s.db") as store:
            store.story.connection.execute("PRAGMA user_version = 99")
        with pytest.raises(StoryFileError, match="has schema 99") as raised:
            open_story(tmp_path / "s.db")
        assert "build the story anew" in raised.value.hint

    def test_a_folder_that_is_not_there_is_said(self, tmp_path: Path) -> None:
        with pytest.raises(StoryFileError, match="cannot be opened"):
            Store.open(tmp_path / "none" / "s.db")

    def test_a_story_is_read_while_a_build_writes(self, tmp_path: Path) -> None:
        with Store.open(tmp_path / "s.db") as store:
            write(store, REPORT)
            with store.atomic():
                store.delete("stage", "unit")
                with open_story(tmp_path / "s.db") as story:
                    assert story.all(Report) == [REPORT]

    def test_an_opened_story_cannot_be_written(self, tmp_path: Path) -> None:
        Store.open(tmp_path / "s.db").close()
        with open_story(tmp_path / "s.db") as story, pytest.raises(sqlite3.OperationalError, match="readonly"):
            story.connection.execute("DELETE FROM ledger")
