"""The sections of a page, from the story made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline import build
from dateline.story import open_story
from dateline.web.desk import Desk, Evidence, gathered
from dateline.web.dossier import Dossier, dossier_html
from dateline.web.parts.actors import actors
from dateline.web.parts.ahead import ahead
from dateline.web.parts.copies import copies, one_sources
from dateline.web.parts.disputes import disputes
from dateline.web.parts.network import network
from dateline.web.parts.reports import reports, safe_link
from dateline.web.parts.speech import speech
from dateline.web.parts.timeline import Timing, timeline
from tests.tiny_story import ACTORS, MEETING, UTTERANCE, store_tiny_story


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with open_story(store_tiny_story(tmp_path_factory.mktemp("desk") / "tiny.db")) as story:
        yield Desk(story)


def words(evidence: Evidence) -> str:
    return "".join(piece.text for piece in evidence.pieces)


def test_a_dispute_has_every_side_with_its_sentences_and_counts(desk: Desk) -> None:
    (dispute,) = disputes(desk)
    monday, tuesday = dispute.sides
    assert dispute.question == "On which day?"
    assert (monday.value, tuesday.value) == ("5 May 2031", "6 May 2031")
    assert monday.sources == "2 reports / 2 outlets / 1 independent origin"
    assert tuesday.sources == "1 report / 0 outlets (1 unknown) / 1 independent origin"
    assert [piece.text for each in tuesday.evidence for piece in each.pieces if piece.marked] == ["on Tuesday"]


def test_a_sentence_that_two_reports_print_to_the_letter_is_shown_once_for_both(desk: Desk) -> None:
    (dispute,) = disputes(desk)
    (sentence,) = dispute.sides[0].evidence
    assert [citation.number for citation in sentence.citations] == [1, 3]
    assert gathered([*dispute.sides[0].evidence, *dispute.sides[0].evidence]) == dispute.sides[0].evidence


def test_a_disputed_day_is_told_as_disputed(desk: Desk) -> None:
    (moment,) = timeline(desk, 10).moments
    (entry,) = moment.entries
    assert moment.timing is Timing.DISPUTED
    assert moment.words == "5 or 6 May 2031, disputed"
    assert [act.id for act in entry.acts] == [MEETING]
    assert words(entry.evidence[0]).startswith("Foreign minister Ada Holm met Bo Lind")
    assert entry.evidence[0].note == "5 May 2031, from “on Monday”"


def test_what_a_section_leaves_out_is_counted(desk: Desk) -> None:
    assert timeline(desk, 0).left_out == 1
    assert speech(desk, 0).left_out == 1
    assert actors(desk, 1).left_out == 1


def test_disputed_words_stand_first_with_both_readings_and_the_reason(desk: Desk) -> None:
    told = speech(desk, 10)
    (said,) = told.disputed
    (line,) = said.lines
    assert line.id == UTTERANCE
    assert {name.text for name in line.speakers} == {"Ada Holm", "Bo Lind"}
    assert "other reports give the role" in line.doubts[0]
    assert [[each.number for each in version.citations] for version in line.versions] == [[1, 2]]
    assert line.is_shared
    assert told.speakers == told.others == told.shared == ()


def test_an_actor_without_a_role_has_the_sentence_that_names_it_first(desk: Desk) -> None:
    by_name = {one.row.name: one for one in actors(desk, 10).told}
    assert by_name["Ada Holm"].roles[0].words == "foreign minister"
    assert not by_name["Ada Holm"].roles[0].in_doubt
    assert words(by_name["Bo Lind"].first[0]).startswith("Foreign minister Ada Holm met Bo Lind")
    assert [cited.number for cited in by_name["Bo Lind"].reports] == [1, 2, 3]


def test_who_acts_upon_whom_is_tied_once(desk: Desk) -> None:
    (tie,) = network(desk, 10).ties
    assert {tie.one.id, tie.other.id} == {ACTORS["Ada Holm"], ACTORS["Bo Lind"]}
    assert tie.acts == (MEETING,)


def test_a_shared_text_names_its_reports_and_the_origin_its_doubt(desk: Desk) -> None:
    (shared,) = copies(desk)
    assert [citation.number for citation, _ in shared.members] == [1, 3]
    assert shared.same_words
    wire, alone = one_sources(desk)
    assert (wire.known, alone.known) == (True, False)


def test_reports_are_numbered_by_date_and_rejections_kept(desk: Desk) -> None:
    listed, rejected = reports(desk)
    assert [(one.number, one.file) for one in listed] == [(1, "a.txt"), (2, "b.txt"), (3, "c.txt")]
    assert [one.location for one in rejected] == ["reports/empty.txt"]


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "//host/a",
        "file:///a",
        "http://[x",
    ],
)
def test_an_address_that_is_none_of_the_web_is_no_link(url: str | None) -> None:
    assert safe_link(url) is None


def test_the_same_story_gives_the_same_document(tmp_path: Path) -> None:
    texts = []
    for name in ("one.db", "two.db"):
        with open_story(store_tiny_story(tmp_path / name)) as story:
            texts.append(dossier_html(story))
    assert texts[0] == texts[1]
    assert texts[0].startswith('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">')


def test_an_empty_story_is_a_page_that_says_so(tmp_path: Path) -> None:
    from dateline.story import Store

    Store.open(tmp_path / "empty.db").close()
    with open_story(tmp_path / "empty.db") as story:
        assert Dossier.of(story).strip is None
        html = dossier_html(story)
    assert "No two values of these reports exclude each other." in html
    assert "No act of this story joins two actors." in html


def test_a_title_may_be_given(desk: Desk) -> None:
    assert "<h1>A &lt;title&gt;</h1>" in dossier_html(desk.story, title="A <title>")


def test_an_earlier_version_is_listed_with_its_changes_and_speaks_nowhere_else(tmp_path: Path) -> None:
    address = "https://harbour-post.example/2031/03/ferry"
    told = "The ferry ran aground off Norholm on Monday. “We will find out what happened,” Odran Velk said. "
    for name, more in (("a.txt", "It had 300 people on board."), ("b.txt", "It had 312 people on board.")):
        updated = "updated: 2031-03-04 09:00\n" if name == "b.txt" else ""
        head = f"title: Ferry aground\nsource: The Harbour Post\ndate: 2031-03-03\nurl: {address}\n{updated}"
        (tmp_path / name).write_text(f"{head}\n{told}{more}\n")
    with build([tmp_path], tmp_path / "story.db") as story:
        dossier = Dossier.of(story)
    earlier = next(one for one in dossier.reports if one.replaced_by)
    assert "“300” became “312”" in earlier.changes
    assert dossier.masthead.counted == 1
    assert {
        citation.number for entry in dossier.speech.others for said in entry.said for citation in said.cited
    } == {earlier.replaced_by}


def test_a_statement_in_the_report_s_own_words_is_not_put_into_quotation_marks(tmp_path: Path) -> None:
    told = "“There was a warning about the dam,” Ada Holm said. Bo Lind said there was no warning about the dam."
    (tmp_path / "a.txt").write_text(f"source: The Harbour Post\ndate: 2031-03-03\n\n{told}\n")
    with build([tmp_path], tmp_path / "story.db") as story:
        (dispute,) = disputes(Desk(story))
    assert {(side.speaker, side.in_marks) for side in dispute.sides} == {("Ada Holm", True), ("Bo Lind", False)}


def test_what_is_planned_by_nobody_named_shows_words_around_its_verb(tmp_path: Path) -> None:
    told = "The verdict was read on Monday. A new election will be held on May 20 in the whole of the north."
    (tmp_path / "a.txt").write_text(f"source: The Harbour Post\ndate: 2031-03-03\n\n{told}\n")
    with build([tmp_path], tmp_path / "story.db") as story:
        planned = [one for kind in ahead(Desk(story)) for one in kind.planned]
    assert planned
    for one in planned:
        assert one.act.status is None
        assert one.act.who or one.act.whom or one.act.place or (one.act.excerpt and "election" in one.act.excerpt)
