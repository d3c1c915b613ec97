"""The flat rows that command line, export and page share."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from dateline.model import Actor, ActorKind, Conflict, Event, Quotation, Report
from dateline.story import Story, catalogue, open_story, views
from dateline.story.lookup.directory import UNKNOWN_OUTLET, Directory
from dateline.story.lookup.passage import passages, surroundings
from dateline.story.lookup.phrases import phrase
from dateline.story.query import fetch, ids_in_order
from tests.tiny_story import ACTORS, HOSTILE_TITLE, MEETING, REPORTS, UTTERANCE, WIRE, store_tiny_story, words


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    return open_story(store_tiny_story(tmp_path_factory.mktemp("views") / "tiny.db"))


def test_the_overview_balances_its_inputs(story: Story) -> None:
    given = views.overview(story)
    assert given.inputs == given.reports + given.rejections == 4


def test_the_overview_tells_known_outlets_from_unknown_ones_and_gives_origins_a_range(story: Story) -> None:
    given = views.overview(story)
    assert (given.outlets, given.outlets_unknown) == (2, 1)
    assert (given.origins_low, given.origins_high) == (1, 2)


def test_the_overview_counts_what_is_in_doubt(story: Story) -> None:
    given = views.overview(story)
    assert (given.attributions_disputed, given.dates_disputed, given.conflicts, given.reports_undated) == (
        1,
        1,
        1,
        1,
    )
    assert (given.first_published, given.last_published) == ("2031-05-06", "2031-05-07")


def test_reports_stand_by_date_and_undated_ones_last(story: Story) -> None:
    assert [row.published for row in views.reports(story)] == ["2031-05-06", "2031-05-07", None]


def test_a_report_row_tells_what_it_is_counted_as(story: Story) -> None:
    first, second, third = views.reports(story)
    assert first.origin == third.origin == WIRE
    assert first.origin_known
    assert not second.origin_known
    assert second.title == HOSTILE_TITLE


def test_an_actor_s_counts_are_of_what_it_said_did_and_underwent(story: Story) -> None:
    rows = {row.name: row for row in views.actors(story)}
    holm, lind = rows["Ada Holm"], rows["Bo Lind"]
    assert (holm.reports, holm.said, holm.did, holm.undergone) == (3, 1, 1, 0)
    assert (lind.reports, lind.said, lind.did, lind.undergone) == (3, 1, 0, 1)
    assert holm.roles == ("foreign minister",)


def test_a_disputed_quotation_names_both_readings_by_their_actors(story: Story) -> None:
    row = next(row for row in views.quotes(story) if row.anomaly)
    assert (row.speaker, row.other_speaker) == ("Bo Lind", "Ada Holm")
    assert (row.speaker_id, row.other_speaker_id) == (ACTORS["Bo Lind"], ACTORS["Ada Holm"])
    assert row.speaker_printed == "the foreign minister Bo Lind"


def test_quotations_of_one_utterance_stand_together_with_its_counts(story: Story) -> None:
    rows = views.quotes(story)
    assert [row.utterance for row in rows] == [UTTERANCE, UTTERANCE]
    assert {(row.reports, row.outlets, row.outlets_unknown, row.origins_high) for row in rows} == {(2, 1, 1, 2)}


def test_an_event_row_has_names_ids_numbers_and_the_reports_that_tell_it(story: Story) -> None:
    (row,) = views.events(story)
    assert (row.actors, row.recipients, row.place) == (("Ada Holm",), ("Bo Lind",), "Varn")
    assert (row.act, row.type, row.mode) == ("meet", "CONSULT", "visit")
    assert row.counts == ("“At least 40” (40 or more; person)",)
    assert row.told_by[0] == "The Harbour Post, 6 May 2031 (a.txt)"
    assert len(row.told_by) == 3


def test_the_timeline_has_the_events_that_stand_on_it(story: Story) -> None:
    assert [(row.id, row.number) for row in views.timeline(story)] == [(MEETING, 0)]


def test_each_side_of_a_conflict_has_a_row_for_each_of_its_reports(story: Story) -> None:
    rows = views.conflicts(story)
    assert [(row.side, row.value, row.location) for row in rows] == [
        (1, "5 May 2031", "reports/a.txt"),
        (1, "5 May 2031", "reports/c.txt"),
        (2, "6 May 2031", "reports/b.txt"),
    ]
    assert rows[2].sentence == "Ada Holm met Bo Lind in Varn on Tuesday."


def test_a_shared_passage_has_a_row_for_each_report_earliest_first(story: Story) -> None:
    assert [row.location for row in views.copies(story)] == ["reports/a.txt", "reports/c.txt"]
    assert [(row.label, row.known) for row in views.origins(story)][-1] == ("an unknown outlet", False)


def test_who_has_a_section_for_each_thing_told(story: Story) -> None:
    (lind,) = views.find_actors(story, "Bo Lind")
    rows = views.who(story, lind)
    assert [row.section for row in rows] == ["name", "said", "underwent"]
    assert rows[1].note == "disputed attribution"


def test_a_place_tells_what_happened_there(story: Story) -> None:
    (varn,) = views.find_actors(story, "Varn")
    assert [row.section for row in views.who(story, varn)] == ["name", "where"]


def test_an_actor_is_found_by_its_id(story: Story) -> None:
    assert [actor.name for actor in views.find_actors(story, ACTORS["Varn"])] == ["Varn"]
    assert views.find_actors(story, "Zebediah") == []


def test_cells_of_every_row_are_flat(story: Story) -> None:
    for table in views.TABLES:
        for row in table.rows(story):
            assert type(row) is table.row
            for field in dataclasses.fields(row):
                value = getattr(row, field.name)
                parts = value if isinstance(value, tuple) else (value,)
                assert all(part is None or isinstance(part, str | int | float) for part in parts)


def test_names_of_tables_are_unique() -> None:
    assert len({table.name for table in views.TABLES}) == len(views.TABLES)


def test_a_report_without_an_outlet_is_cited_as_one_of_an_unknown_outlet(story: Story) -> None:
    assert Directory(story).cite(REPORTS["b"]) == f"{UNKNOWN_OUTLET}, 7 May 2031 (b.txt)"
    assert Directory(story).cite(REPORTS["c"]) == "Varn Today, date unknown (c.txt)"


def test_records_have_phrases_a_reader_understands(story: Story) -> None:
    directory = Directory(story)
    assert phrase(directory, MEETING) == "Ada Holm · meet · Bo Lind · Varn"
    assert phrase(directory, UTTERANCE) == "Ada Holm or Bo Lind: “No deal was signed,”"
    assert phrase(directory, story.all(Conflict)[0].id) == "date of Ada Holm · meet · Bo Lind · Varn"
    assert phrase(directory, story.all(Event)[0].id) == "Ada Holm · meet · Bo Lind · Varn"
    assert phrase(directory, story.all(Quotation)[0].id) == "Ada Holm: “No deal was signed,”"
    assert phrase(directory, story.all(Actor)[0].id) in ACTORS
    assert phrase(directory, "m_nothing") == "m_nothing"


def test_words_are_shown_in_their_sentence_and_the_marks_cut_them_out(story: Story) -> None:
    report = story.report(REPORTS["a"])
    spans = [words("a", wanted).span for wanted in ("met", "Ada Holm", "Bo Lind")]
    (passage,) = passages(story, report, spans, "cited")
    assert passage.text == "Foreign minister Ada Holm met Bo Lind in Varn on Monday."
    assert [text for text, marked in passage.pieces() if marked] == ["Ada Holm", "met", "Bo Lind"]
    assert "".join(text for text, _ in passage.pieces()) == passage.text


def test_words_that_overlap_are_marked_as_one(story: Story) -> None:
    report = story.report(REPORTS["a"])
    spans = [words("a", "Ada Holm met").span, words("a", "met Bo Lind").span]
    (passage,) = passages(story, report, spans, "cited")
    assert [text for text, marked in passage.pieces() if marked] == ["Ada Holm met Bo Lind"]


def test_words_outside_all_sentences_are_shown_in_their_line(story: Story) -> None:
    report = story.report(REPORTS["a"])
    assert isinstance(report, Report)
    assert surroundings(story, report, words("a", "Read more").span).of(report.text) == "Read more stories"


def test_every_report_has_a_gist_and_the_api_tells_the_same(story: Story) -> None:
    rows = views.gists(story)
    assert [row.id for row in rows] == [report.id for report in story.reports()]
    for row in rows:
        found = story.main_event(row.id)
        assert row.who == (found.who.text if found.who else None)
        assert row.day == (found.day.isoformat() if found.day else None)
    assert any(row.who for row in rows)


@pytest.mark.parametrize("limit", [1, 3, 20, 1000])
@pytest.mark.parametrize("kind", [None, *ActorKind])
def test_the_best_attested_are_the_first_of_all_actors(
    sample_story: Path, kind: ActorKind | None, limit: int
) -> None:
    with open_story(sample_story) as story:
        first = {row.id: row.name for row in views.actors(story) if kind in (None, row.kind)}
        assert list(views.best_attested(story, limit, kind).items()) == list(first.items())[:limit]


@pytest.mark.parametrize("most", [1, 2, 4, 1000])
def test_the_most_told_conflicts_are_those_of_most_reports_the_earliest_first(
    sample_story: Path, most: int
) -> None:
    with open_story(sample_story) as story:
        reports: dict[str, set[str]] = {}
        for slip in catalogue.conflicts(story):
            reports.setdefault(slip.id, set()).add(slip.report)
        assert len(reports) > 4
        assert catalogue.most_told(story, most) == sorted(reports, key=lambda id_: -len(reports[id_]))[:most]


def test_to_read_a_few_records_the_ids_of_all_others_are_not_gone_through(sample_story: Path) -> None:
    with open_story(sample_story) as story:
        asked: list[str] = []
        story.connection.set_trace_callback(asked.append)
        ids_in_order(story.connection, Report)
        fetch(story.connection, Conflict)
        story.connection.set_trace_callback(None)
        plans = [
            step for sql in asked for *_, step in story.connection.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
        ]
        assert any(step.startswith("SEARCH i ") for step in plans)
        assert not [step for step in plans if step.startswith("SCAN i ")]
