"""Texts side by side, paragraph by paragraph."""

from __future__ import annotations

from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from dateline.web.desk import Piece
from dateline.web.parts.aligned import rows
from dateline.web.parts.differences import differences


def read(*texts: str) -> list[list[str | None]]:
    """The rows as plain words."""
    return [
        [None if side is None else "".join(piece.text for piece in side) for side in row]
        for row in rows(differences(texts))
    ]


def test_a_paragraph_that_was_put_in_stands_alone_and_the_others_still_face_each_other() -> None:
    assert read(
        "The dam broke at dawn.\n\nNobody was warned.", "The dam broke at dawn.\nRain fell.\nNobody was warned."
    ) == [
        ["The dam broke at dawn.", "The dam broke at dawn."],
        [None, "Rain fell."],
        ["Nobody was warned.", "Nobody was warned."],
    ]


def test_a_paragraph_that_was_edited_faces_what_it_was() -> None:
    assert read(
        "At least 11 people died in the flood.\nAsk later.", "Some 14 people died in the flood.\nAsk later."
    ) == [
        ["At least 11 people died in the flood.", "Some 14 people died in the flood."],
        ["Ask later.", "Ask later."],
    ]


def test_a_paragraph_that_was_divided_faces_the_whole() -> None:
    assert read("The dam broke at dawn. Nobody was warned.", "The dam broke at dawn.\nNobody was warned.") == [
        ["The dam broke at dawn. Nobody was warned.", "The dam broke at dawn. ¶ Nobody was warned."]
    ]


def test_what_only_the_first_has_faces_nothing() -> None:
    assert read("Rain fell.\nThe dam broke.", "The dam broke.") == [["Rain fell.", None], ["The dam broke."] * 2]


def test_the_same_words_put_into_two_of_three_are_one_row() -> None:
    assert read("The dam broke.", "Rain fell.\nThe dam broke.", "Rain fell.\nThe dam broke.") == [
        [None, "Rain fell.", "Rain fell."],
        ["The dam broke."] * 3,
    ]


def test_marks_stay_on_their_words() -> None:
    ((first, other),) = rows(differences(["He will pay.", "He will not pay."]))
    assert first is not None
    assert other is not None
    assert [piece.text for piece in other if piece.marked] == ["not"]
    assert not any(piece.marked for piece in first)


def test_very_many_paragraphs_are_one_row_and_take_no_time() -> None:
    before = perf_counter()
    assert len(rows([[Piece("a\n" * 10_000, False)]] * 2)) == 1
    assert perf_counter() - before < 2


TEXT = st.lists(st.sampled_from(["a b c", "d e f", "a b d", "g", "", "x y"]), max_size=6).map("\n".join)


@given(st.lists(TEXT, min_size=2, max_size=4))
def test_every_word_of_every_text_stands_in_one_row_in_its_order(texts: list[str]) -> None:
    told = read(*texts)
    for number, text in enumerate(texts):
        column = " ".join(row[number] or "" for row in told)
        assert column.replace("¶", " ").split() == text.split()
