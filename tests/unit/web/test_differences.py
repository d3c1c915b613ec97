from __future__ import annotations

from dateline.web.desk import Piece
from dateline.web.parts.differences import differences


def marked(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.text for piece in pieces if piece.marked]


def test_a_changed_word_is_marked_on_both_sides() -> None:
    first, second = differences(["We had a good talk.", "We had a long talk."])
    assert (marked(first), marked(second)) == (["good"], ["long"])


def test_what_one_side_adds_is_marked_there_alone() -> None:
    first, second = differences(["We will help", "We will help all of them"])
    assert (marked(first), marked(second)) == ([], ["all of them"])


def test_a_comma_inside_the_marks_and_a_capital_are_no_difference_of_wording() -> None:
    assert [marked(each) for each in differences(["We will help,", "we will help"])] == [[], []]


def test_the_first_shows_what_any_other_lacks() -> None:
    first, *_ = differences(["one two three", "two three", "one two"])
    assert marked(first) == ["one", "three"]


def test_the_texts_are_kept_to_the_letter() -> None:
    texts = ["  odd \n spaces ", "and  others", "", "—"]
    assert ["".join(piece.text for piece in each) for each in differences(texts)] == [
        "odd \n spaces ",
        "and  others",
        "",
        "—",
    ]
