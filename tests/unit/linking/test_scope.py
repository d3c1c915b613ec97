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
