from __future__ import annotations

from eval.tasks.pieces import answering

ONE, TWO = "They painted over the alarms,", "We have the letters."


def test_pieces_of_interrupted_printings_answer_each_other_one_by_one() -> None:
    found = answering([[("1", ONE), ("1", TWO)], [("2", ONE), ("2", TWO)]])
    assert found == [[("1", ONE), ("2", ONE)], [("1", TWO), ("2", TWO)]]


def test_a_printing_in_one_go_answers_each_piece() -> None:
    whole = f"{ONE[:-1]}. {TWO}"
    found = answering([[("1", ONE), ("1", TWO)], [("2", whole)]])
    assert found == [[("1", ONE), ("2", whole)], [("1", TWO), ("2", whole)]]


def test_one_printing_is_no_group_whatever_its_pieces() -> None:
    assert answering([[("1", ONE), ("1", "They painted over all of the alarms.")]]) == []
    assert answering([[("1", ONE)]]) == []


def test_printings_in_other_words_answer_each_other_whole() -> None:
    other = "The sirens were hidden under varnish"
    assert answering([[("1", ONE)], [("2", other)]]) == [[("1", ONE), ("2", other)]]
