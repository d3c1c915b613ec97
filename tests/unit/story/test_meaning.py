from __future__ import annotations

import datetime as dt
import logging
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.errors import ExtraError
from dateline.stage import Draft
from dateline.story import Story, meaning, open_story
from dateline.story.meaning import Meanings
from dateline.story.search import HitKind, Within, sentences_within
from dateline.testing import story_of


@pytest.fixture
def story(read: Callable[..., Draft]) -> Story:
    return story_of(
        [
            read("The mayor stepped down after the demonstrations. Bread became dearer."),
            read("Protesters made the head of the town resign.", published="2030-06-01"),
        ]
    )


def test_sentences_are_found_by_what_they_mean_and_not_by_their_words(story: Story) -> None:
    found = [hit.text for hit in Meanings(story.connection).find("resignation of the mayor", 5)]
    assert "The mayor stepped down after the demonstrations." in found
    assert "Bread became dearer." not in found


def test_the_likest_come_first_and_say_how_like_they_are(story: Story) -> None:
    meanings = Meanings(story.connection)
    hits = meanings.find("the head of the town was made to resign", 5)
    assert hits[0].text == "Protesters made the head of the town resign."
    likenesses = [hit.likeness or 0 for hit in hits]
    assert likenesses == sorted(likenesses, reverse=True)
    assert meanings.count("the head of the town was made to resign") == len(hits)


def test_what_is_searched_is_narrowed_in_the_same_way(story: Story) -> None:
    early = Within(until=dt.date(2030, 5, 31))
    found = Meanings(story.connection).find("the head of the town was made to resign", 5, within=early)
    assert all("Protesters" not in hit.text for hit in found)


@pytest.mark.parametrize("kind", list(HitKind))
def test_every_kind_can_be_searched_by_meaning(sample_story: Path, kind: HitKind) -> None:
    with open_story(sample_story) as story:
        meanings = Meanings(story.connection)
        found = meanings.find("the dam burst and people died", 200, within=Within(kind=kind))
        among = {sentence for sentence, *_ in sentences_within(story.connection, Within(kind=kind))}
        assert {hit.sentence for hit in found} <= among
        assert bool(found) == (kind in (HitKind.QUOTATION, HitKind.EVENT))


def test_a_story_without_sentences_has_no_hits(read: Callable[..., Draft]) -> None:
    assert Meanings(story_of([read("")]).connection).find("anything", 5) == []


def test_without_the_extra_it_is_said_what_to_install(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    meaning._model.cache_clear()
    monkeypatch.setitem(sys.modules, "wordllama", None)
    with pytest.raises(ExtraError, match="not installed") as error:
        Meanings(story.connection).find("anything", 5)
    assert "dateline[semantic]" in error.value.hint


def test_what_the_program_logs_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "wordllama"]:
        monkeypatch.delitem(sys.modules, name)
    meaning._model.cache_clear()
    root = logging.getLogger()
    before = root.handlers[:], root.level
    meaning._model()
    assert (root.handlers, root.level) == before
