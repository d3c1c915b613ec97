"""The sentences behind a row, with the words marked that it was read from."""

from __future__ import annotations

import pytest

from dateline.model import MergedEvent, Role, Utterance
from dateline.story import Story, open_story, views
from dateline.story.lookup.passage import Passage
from dateline.story.views import Directory
from dateline.story.wording import speaking_in_words
from tests.tiny_story import REPORTS, store_tiny_story


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    return open_story(store_tiny_story(tmp_path_factory.mktemp("evidence") / "tiny.db"))


def marked(passage: Passage) -> list[str]:
    return [text for text, is_marked in passage.pieces() if is_marked]


def test_each_report_s_telling_marks_the_verb_and_the_words_that_give_the_day(story: Story) -> None:
    (event,) = story.all(MergedEvent)
    first, second, third = views.tellings(Directory(story), event)
    assert first.report == REPORTS["a"]
    assert marked(first.passages[0]) == ["met", "on Monday"]
    assert marked(second.passages[0]) == ["met", "on Tuesday"]
    assert (second.dated_by, second.time_words, second.status) == ("on Tuesday", "6 May 2031", "happened")
    assert third.report == REPORTS["c"]


def test_each_printing_marks_what_is_said(story: Story) -> None:
    (utterance,) = story.all(Utterance)
    printings = views.printings(Directory(story), utterance)
    assert [each.report for each in printings] == [REPORTS["a"], REPORTS["b"]]
    assert [marked(passage) for each in printings for passage in each.passages] == [["No deal was signed,"]] * 2
    (alone,) = views.printings(Directory(story), story.quotations()[0])
    assert alone.id == story.quotations()[0].id


def test_a_role_is_shown_where_it_is_given_first(story: Story) -> None:
    (role,) = story.all(Role)
    (passage,) = views.first_given(Directory(story), role)
    assert passage.report == REPORTS["a"]
    assert marked(passage) == ["Foreign minister"]


def test_speaking_is_told_as_it_was_done_or_not_done() -> None:
    assert speaking_in_words("promises") == "promised"
    assert speaking_in_words("promises", negated=True) == "did not promise"
    assert speaking_in_words("denies", negated=True) == "did not deny"
