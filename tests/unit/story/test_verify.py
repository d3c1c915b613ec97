from __future__ import annotations

import pytest

from dateline.ids import content_id
from dateline.model import CopyGroup, CopyKind, CopyMember, Furniture, FurnitureKind, Link, LinkKind
from dateline.span import Words
from dateline.story import Store, verify
from dateline.testing import arrival

FIRST = arrival("The ferry sank off Orm.").report
SECOND = arrival("A ferry sank on Monday.").report


@pytest.fixture
def store() -> Store:
    """Two reports with one marked passage and one shared passage: three spans."""
    store = Store.in_memory()
    mark = Furniture(id="u_1", report=FIRST.id, words=Words(0, 3, "The"), kind=FurnitureKind.OTHER, rule="")
    group = CopyGroup(
        id="g_1",
        kind=CopyKind.PASSAGE,
        members=(
            CopyMember(FIRST.id, Words(4, 14, "ferry sank")),
            CopyMember(SECOND.id, Words(2, 12, "ferry sank")),
        ),
        agency=None,
        containment=1.0,
        reason="shared words",
    )
    with store.atomic():
        store.replace("stage", "unit", [FIRST, SECOND, mark, group], version="1", digest="")
    return store


def test_a_sound_story_has_no_problem_and_says_how_many_spans_it_has(store: Store) -> None:
    verification = verify(store.story)
    assert verification.ok
    assert verification.spans == 3


def test_words_that_were_changed_in_the_file_are_found(store: Store) -> None:
    store.story.connection.execute("UPDATE furniture SET text = 'Tho'")
    (problem,) = verify(store.story).problems
    assert (problem.table, problem.id) == ("furniture", "u_1")
    assert "'Tho' does not stand at [0, 3)" in problem.what


def test_words_in_a_list_are_held_against_the_report_that_their_row_names(store: Store) -> None:
    store.story.connection.execute("UPDATE copy_group_members SET start = 3 WHERE position = 1")
    (problem,) = verify(store.story).problems
    assert (problem.table, problem.id) == ("copy_group_members", "g_1")


def test_a_report_whose_text_was_changed_is_found_by_the_words_cut_from_it(store: Store) -> None:
    store.story.connection.execute("UPDATE report SET text = 'x' || text WHERE text LIKE 'The%'")
    assert {problem.id for problem in verify(store.story).problems} == {"u_1", "g_1"}


def test_a_link_to_a_record_that_is_not_there_is_found(store: Store) -> None:
    broken = Link(
        id=content_id("l", 1), kind=LinkKind.ORIGIN, member=FIRST.id, target="o_none", score=1.0, reasons=()
    )
    with store.atomic():
        store.replace("links", "unit", [broken], version="1", digest="")
    (problem,) = verify(store.story).problems
    assert problem.what == "its target o_none is not in the story"


def test_a_row_that_another_program_took_away_is_missed(store: Store) -> None:
    store.story.connection.execute("PRAGMA foreign_keys = OFF")
    store.story.connection.execute("DELETE FROM report WHERE text LIKE 'A ferry%'")
    found = [problem.what for problem in verify(store.story).problems]
    assert any("points to a report that is not there" in what for what in found)
