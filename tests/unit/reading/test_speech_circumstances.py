from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Chain, Quotation, Timex
from dateline.reading.mentions import MentionStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.stage import Draft

Hear = Callable[[str], Draft]


@pytest.fixture
def hear(read: Callable[..., Draft]) -> Hear:
    return lambda text: read(text, TimexStage(), MentionStage(), QuotationStage())


def first(draft: Draft) -> Quotation:
    return draft.of(Quotation)[0]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Mara Lindqvist said in a statement that the bridge was safe.", "a statement"),
        ("“The bridge is safe,” Mara Lindqvist wrote on Telegram.", "Telegram"),
        ("In a letter to the council, Mara Lindqvist said that the bridge was safe.", "a letter"),
        ("A statement on the ministry's website said the bridge was safe.", "A statement"),
        ("Mara Lindqvist said that the bridge was safe.", None),
    ],
)
def test_what_it_was_said_through_is_kept(hear: Hear, text: str, medium: str | None) -> None:
    one = first(hear(text))
    assert (one.medium.text if one.medium else None) == medium


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Mara Lindqvist told reporters at a press conference in Vilnius on Monday that it was safe.",
         "a press conference in Vilnius"),
        ("Speaking at a rally, Mara Lindqvist said she would stay.", "a rally"),
        ("Mara Lindqvist said in Vilnius that the bridge was safe.", "Vilnius"),
        ("Mara Lindqvist said that the bridge in Vilnius was safe.", None),
    ],
)  # fmt: skip
def test_where_it_was_said_is_kept_and_not_what_it_is_about(hear: Hear, text: str, venue: str | None) -> None:
    one = first(hear(text))
    assert (one.venue.text if one.venue else None) == venue


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Mara Lindqvist said on Monday that the bridge was safe.", "Monday"),
        ("Mara Lindqvist told reporters at a rally on Monday that the bridge was safe.", "Monday"),
        ("Mara Lindqvist said that the bridge would open on Monday.", None),
    ],
)
def test_the_time_of_speaking_is_not_the_time_spoken_of(hear: Hear, text: str, when: str | None) -> None:
    draft = hear(text)
    one = first(draft)
    assert (draft.get(Timex, one.said_at).words.text if one.said_at else None) == when


def test_speech_in_speech_is_tied_to_the_words_it_is_told_in(hear: Hear) -> None:
    draft = hear("Mara Lindqvist said that Tomas Brandt had promised to come.")
    outer, inner = sorted(draft.of(Quotation), key=lambda one: one.cue.start if one.cue else 0)
    assert (outer.within, inner.within) == (None, outer.id)
    assert [draft.get(Chain, one.speaker or "").name for one in (outer, inner)] == [
        "Mara Lindqvist",
        "Tomas Brandt",
    ]


def test_said_and_added_are_two_utterances_of_one_speaker(hear: Hear) -> None:
    draft = hear("Mara Lindqvist said that she would stay, and added that nobody would leave.")
    assert [draft.get(Chain, one.speaker or "").name for one in draft.of(Quotation)] == ["Mara Lindqvist"] * 2
    assert [one.cue_lemma for one in draft.of(Quotation)] == ["say", "add"]


def test_the_agency_that_quotes_is_what_it_came_through(hear: Hear) -> None:
    one = first(hear("Norpress quoted Mara Lindqvist as saying “no bridge is safe”."))
    assert (one.via, one.source.text if one.source else None) == ("Norpress", "Mara Lindqvist")


def test_what_a_friend_is_told_is_no_description_of_the_friend(hear: Hear) -> None:
    one = hear(
        "“It was a plank,” the mayor said, though he later told a friend he could not remember any plank."
    ).of(Quotation)[-1]
    assert [words.text for words in one.contents] == ["he could not remember any plank"]


def test_the_day_in_the_name_of_an_outlet_is_not_when_it_was_said(hear: Hear) -> None:
    assert first(hear("“The bridge is safe,” Mara Lindqvist told Transport Today.")).said_at is None
    assert first(hear("“The bridge is safe,” Mara Lindqvist told us today.")).said_at is not None
