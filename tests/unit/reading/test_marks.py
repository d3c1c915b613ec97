from __future__ import annotations

import time

import pytest

from dateline.reading.speech.marks import pieces


def words(text: str) -> list[str]:
    return [text[p.start : p.end] for p in pieces(text)]


@pytest.mark.parametrize(
    "text",
    [
        "“We stay,” she said.",
        '"We stay," she said.',
        "''We stay,'' she said.",
        "``We stay,'' she said.",
        "„We stay,“ she said.",
        "„We stay,” she said.",
        "«We stay,» she said.",
        "»We stay,« she said.",
        "‘We stay,’ she said.",
        "'We stay,' she said.",
        "”We stay,” she said.",
    ],
)
def test_every_kind_of_mark_gives_the_words_between(text: str) -> None:
    assert words(text) == ["We stay,"]


def test_marks_inside_marks_belong_to_the_outer_piece() -> None:
    assert words("“He called it ‘a farce’ twice,” she said.") == ["He called it ‘a farce’ twice,"]
    assert words("“He called it “a farce” twice,” she said.") == ["He called it “a farce” twice,"]


def test_apostrophes_are_no_marks() -> None:
    assert words("It's the workers' day, and Orlan's streets weren't empty.") == []
    assert words("The '90s were better than the dogs' years.") == []


def test_an_apostrophe_after_s_does_not_close_a_single_mark() -> None:
    assert words("He asked for ‘the workers’ share of it’ today.") == ["the workers’ share of it"]


def test_inches_are_no_marks() -> None:
    assert words('He is 5\'11" tall and 38" around.') == []


def test_a_mark_that_never_closes_ends_with_the_paragraph() -> None:
    (piece,) = pieces("She said: “We stay. We wait.")
    assert (piece.opened, piece.closed) == (True, False)
    assert words("She said: “We stay. We wait.") == ["We stay. We wait."]


def test_a_lost_closing_mark_ends_where_a_speaker_breaks_in() -> None:
    assert words("“We stay, she said. “We wait.”") == ["We stay,", "We wait."]


def test_a_mark_that_never_opened_begins_after_the_sentence_before() -> None:
    text = "“We stay,” he said. They can wait for us.”"
    assert words(text) == ["We stay,", "They can wait for us."]
    assert [p.opened for p in pieces(text)] == [True, False]


def test_a_lone_closing_mark_takes_the_paragraph_from_its_start() -> None:
    assert words("We stay. We wait,” he said.") == ["We stay. We wait,"]


def test_a_title_with_a_full_stop_does_not_end_the_sentence_of_a_lost_mark() -> None:
    assert words("“No,” he said. Ask Mr. Orlan about it.”") == ["No,", "Ask Mr. Orlan about it."]


def test_a_mark_opened_at_each_paragraph_is_left_open_there() -> None:
    first, second = "“We stay.", "“We wait,” she said."
    assert [p.closed for p in pieces(first)] == [False]
    assert [p.closed for p in pieces(second)] == [True]


def test_a_sentence_glued_to_a_closing_mark_stays_outside() -> None:
    assert words("He said the plan “must go.”Orlan left.") == ["must go."]


def test_empty_marks_give_nothing() -> None:
    assert words('“” and "" and “ … ”') == []


@pytest.mark.parametrize(
    "text", ["“" * 20_000, "”" * 20_000, "a” " * 6_000, '"a, Ann Lee ' * 1_800, "‚a " * 6_000]
)
def test_marks_without_end_are_read_in_little_time(text: str) -> None:
    began = time.process_time()
    pieces(text)
    assert time.process_time() - began < 5  # seconds; some of these took half a minute
