from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Sentence
from dateline.stage import Draft
from dateline.story import Store, Story
from dateline.story.search import as_match
from dateline.testing import story_of


@pytest.fixture
def story(read: Callable[..., Draft]) -> Story:
    return story_of(
        [
            read("The café at the harbour burned down. Nobody was hurt.", title="Fire at the harbour"),
            read("He said: “No AND no.” The fire was put out.", published="2030-05-15"),
        ]
    )


def texts(story: Story, words: str) -> list[str]:
    return [hit.text for hit in story.search(words)]


def test_all_words_must_occur_whatever_their_case_and_accents(story: Story) -> None:
    assert texts(story, "CAFE Harbour") == ["The café at the harbour burned down."]


def test_a_phrase_in_marks_must_occur_as_it_is(story: Story) -> None:
    assert texts(story, '"the fire"') == ["The fire was put out."]


def test_a_hit_names_its_report_and_its_sentence(story: Story) -> None:
    (hit,) = story.search("burned")
    assert hit.sentence is not None
    assert story.get(hit.sentence).id in {s.id for s in story.in_report(Sentence, hit.report)}


def test_a_title_that_is_a_sentence_of_its_report_is_found_once(story: Story) -> None:
    assert texts(story, "Fire harbour") == ["Fire at the harbour"]


@pytest.mark.parametrize("words", ["", "  ", '"', '""', "*", "()", "NEAR(", "'", "- -", "title:"])
def test_signs_are_no_operators(story: Story, words: str) -> None:
    assert texts(story, words) == []


@pytest.mark.parametrize("words", ["no AND no", "fire OR*", 'put" out', "text : fire", "fire^2 -- out"])
def test_words_that_look_like_operators_are_words(story: Story, words: str) -> None:
    assert isinstance(texts(story, words), list)


def test_each_word_is_quoted() -> None:
    assert as_match('he said "no way" twice') == '"he" "said" "no way" "twice"'
    assert as_match('a"b') == '"a""b"'


def test_sentences_that_were_replaced_are_no_longer_found(read: Callable[..., Draft]) -> None:
    store = Store.in_memory()
    draft = read("The bridge fell. The river rose.")
    for records in (draft.records(), [draft.report]):
        with store.atomic():
            store.replace("reading", "unit", records, version="1", digest="")
    assert store.story.search("bridge") == []
