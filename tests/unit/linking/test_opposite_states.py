"""Two sources that put one thing in opposite states, and a source that takes back what it said."""

from __future__ import annotations

import pytest

from dateline.linking.speech.reversals import pattern
from dateline.model import ConflictKind
from dateline.story import Story
from tests.unit.linking.conftest import Tell

DAY = "2030-05-14"
LATER = "2030-05-20"


def kinds(story: Story) -> list[ConflictKind]:
    return [one.kind for one in story.conflicts() if one.kind in (ConflictKind.STATEMENT, ConflictKind.REVERSAL)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The exits of the Lorvan mill were open, the owner, Ned Farr, said.",
            "All exits of the Lorvan mill were locked, the guard Joan Petch said.",
        ),
        (
            "The search of the Lorvan mill was lawful, Judge Ned Farr said.",
            "The search of the Lorvan mill was illegal, lawyer Joan Petch said.",
        ),
        (
            "The painting of Lorvan was genuine, Ned Farr said.",
            "The painting of Lorvan was fake, Joan Petch said.",
        ),
        (
            "The archive of Lorvan has been destroyed, Ned Farr said.",
            "The archive of Lorvan is intact, Joan Petch said.",
        ),
        (
            "The milk in Lorvan is clean, Ned Farr said.",
            "The milk in Lorvan is anything but clean, Joan Petch said.",
        ),
    ],
)
def test_opposite_states_of_one_thing_are_a_conflict(tell: Tell, first: str, second: str) -> None:
    assert kinds(tell((DAY, first), (DAY, second))) == [ConflictKind.STATEMENT]


@pytest.mark.parametrize(
    ("first", "second", "later"),
    [
        (
            "The exits of the Lorvan mill were open, Ned Farr said.",
            "The school in Tamm was locked, Joan Petch said.",
            DAY,
        ),
        (
            "The harbour of Lorvan was open, Ned Farr said.",
            "The harbour of Lorvan was closed, Joan Petch said.",
            LATER,
        ),
        (
            "The search of the Lorvan mill was lawful, Ned Farr said.",
            "The search of the Lorvan mill was not illegal, Joan Petch said.",
            DAY,
        ),
        (
            "The painting of Lorvan may be genuine, Ned Farr said.",
            "The painting of Lorvan was fake, Joan Petch said.",
            DAY,
        ),
        (
            "The archive of Lorvan is intact, Ned Farr said.",
            "The mill of Tamm has been destroyed, Joan Petch said.",
            DAY,
        ),
    ],
)
def test_other_things_other_days_and_what_is_left_open_are_none(
    tell: Tell, first: str, second: str, later: str
) -> None:
    assert kinds(tell((DAY, first), (later, second))) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Ned Farr said that he had seen the lorry.",
            "Ned Farr took back his words on Friday. Farr said that he had not seen the lorry.",
        ),
        (
            "Ned Farr said that he would not sell the mill.",
            "Ned Farr changed his mind on Friday. Farr said that he would sell the mill.",
        ),
        (
            "Ned Farr said that he had never met the banker.",
            "Ned Farr corrected himself on Friday. Farr said that he had met the banker twice.",
        ),
        ("Ned Farr said that the pump had been tested.", "Ned Farr now admits that the pump had not been tested."),
        (
            "Ned Farr said that he had signed the lease.",
            "Ned Farr recanted on Friday. Farr said that he had not signed the lease.",
        ),
    ],
)
def test_what_is_taken_back_is_a_reversal(tell: Tell, first: str, second: str) -> None:
    assert kinds(tell((DAY, first), (LATER, second))) == [ConflictKind.REVERSAL]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Ned Farr said that he had seen the lorry.",
            "Ned Farr took back his words on Friday. Joan Petch said that the bridge was not safe.",
        ),
        (
            "Ned Farr said that the lorry was red.",
            "Ned Farr changed his mind on Friday. Farr said that he would not sell the mill.",
        ),
        ("Ned Farr said that he would sell the mill.", "Ned Farr now says that he will sell the mill in May."),
    ],
)
def test_another_source_matter_or_the_same_again_is_no_reversal(tell: Tell, first: str, second: str) -> None:
    assert ConflictKind.REVERSAL not in kinds(tell((DAY, first), (LATER, second)))


@pytest.mark.parametrize("text", ["she withdrew money", "after the fire", "he made up his mind", "they went back"])
def test_words_that_take_nothing_back(text: str) -> None:
    assert not pattern().search(text)
