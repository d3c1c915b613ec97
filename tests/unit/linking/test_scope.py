"""Clauses of which one denies of one thing what the other says of another."""

from __future__ import annotations

import pytest

from dateline.linking.speech.scope import other_scope


@pytest.mark.parametrize(
    ("one", "said", "other", "theirs"),
    [
        ("The mill has not paid the bonus", "paid", "The mill has paid its taxes", "paid"),
        ("The guards did not fire at the crowd", "fire", "The guards fired at a car", "fired"),
        ("She did not win the first round", "win", "She won the second round", "won"),
    ],
)
def test_another_object_round_or_aim_is_another_thing(one: str, said: str, other: str, theirs: str) -> None:
    assert other_scope(one, said, other, theirs)


@pytest.mark.parametrize(
    ("one", "said", "other", "theirs"),
    [
        ("The mill has not paid the bonus", "paid", "The mill has paid every bonus", "paid"),
        ("No sample was diluted in the clinic", "diluted", "the sample had been diluted with water", "diluted"),
        ("She did not win the first round", "win", "She won", "won"),
    ],
)
def test_the_same_object_or_none_is_no_other_thing(one: str, said: str, other: str, theirs: str) -> None:
    assert not other_scope(one, said, other, theirs)


def test_before_and_after_are_two_times() -> None:
    assert other_scope("no bag was opened after the match", "", "a bag was opened before the match", "")


def test_who_spoke_to_one_may_not_have_spoken_to_another() -> None:
    denial, other = "she never spoke to the press", "she spoke with the heirs for an hour"
    assert other_scope(denial, "", other, "", to_whom=True)
    assert not other_scope(denial, "", "she spoke to the press for an hour", "", to_whom=True)
