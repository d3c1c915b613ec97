"""Clauses of two reports, said or told, that cannot both be right, and those that can."""

from __future__ import annotations

import pytest

from dateline.linking.speech.contraries import Said, says
from dateline.model import Aspect, ConflictKind
from dateline.story import Story
from tests.unit.linking.conftest import Tell

DAY = "2030-05-14"
LATER = "2030-05-17"


def statements(story: Story) -> list[list[str]]:
    found = [one for one in story.conflicts() if one.kind is ConflictKind.STATEMENT]
    return [sorted(story.get(side).value for side in one.sides) for one in found]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The brakes of the Lorvan tram failed on the hill, the driver told the police.",
            "The brakes of the Lorvan tram were in working order, the transport office says.",
        ),
        (
            "Residents of Tamm say that nobody warned them before the Lorvan dam was opened.",
            "The water company said that residents of Tamm were alerted twice before the dam was opened.",
        ),
        (
            "The bridge at Tamm was inspected every spring, the county said on Monday.",
            "The bridge at Tamm had last been inspected eleven years ago, engineer Ned Farr said on Monday.",
        ),
        (
            "A short circuit started the fire at the Lorvan mill on Friday, the owner said.",
            "The fire at the Lorvan mill on Friday was arson, the fire chief, Joan Petch, said.",
        ),
        (
            "The demonstration in Tamm on Saturday was peaceful, its organisers said.",
            "Demonstrators in Tamm threw stones and bottles on Saturday, police said.",
        ),
        (
            "Police opened fire on miners at Lorvan pit on Tuesday.",
            "Not a single shot was fired at Lorvan pit on Tuesday.",
        ),
        (
            "Minister Ned Farr attended the funeral in Tamm.",
            "Minister Ned Farr stayed away from the funeral in Tamm.",
        ),
        ("Ned Farr was let in at Tamm airport on Sunday.", "Ned Farr was turned away at Tamm airport on Sunday."),
        (
            "The lorry driver went through a red light in Tamm, witnesses said.",
            "The light was green when the lorry driver crossed the junction in Tamm, his lawyer said.",
        ),
    ],
)
def test_what_is_told_in_other_words_and_cannot_be_so_is_a_conflict(tell: Tell, first: str, second: str) -> None:
    assert len(statements(tell((DAY, first), (DAY, second)))) == 1


@pytest.mark.parametrize(
    ("first", "second", "later"),
    [
        ("No guard was hurt in the riot in Tamm.", "Nine marchers were hurt in the riot in Tamm.", DAY),
        ("Two of the five ships did not arrive in Tamm.", "Three ships arrived in Tamm.", DAY),
        ("The mayor of Tamm has not resigned.", "The mayor of Tamm resigned on Friday.", LATER),
        ("The road to Tamm was open.", "The road to Tamm was cut off by snow.", LATER),
        ("Police arrested Ned Farr in Tamm.", "Police did not arrest Al Dorn in Tamm.", DAY),
        ("The fire in Tamm was started by lightning.", "The fire in Lorvan was arson.", DAY),
        (
            "The ferry left Tamm on time, passengers said.",
            "The train from Tamm came too late, passengers said.",
            DAY,
        ),
        ("Not only the roof of the Tamm stand fell.", "The roof of the Tamm stand fell.", DAY),
        ("The police of Tamm did not say who had been arrested.", "The police arrested two men in Tamm.", DAY),
        (
            "Insurers refuse to pay for the Tamm mill, Joan Petch said, as the file lacks an inspection paper.",
            "Joan Petch said the insurers refused to pay for the mill because an inspection paper was missing.",
            DAY,
        ),
        (
            "No letter from Tamm ever reached the mill, Ned Farr said.",
            "In a letter sent later by the mill, Tamm is called a swamp.",
            DAY,
        ),
        (
            "The insurers of the Tamm mill refused to pay because the alarm was disconnected.",
            "The alarm of the mill in Tamm had been disconnected, its insurers said.",
            DAY,
        ),
        ("The burned mill in Tamm is a ruin.", "The tower of the mill in Tamm is still standing.", DAY),
    ],
)
def test_what_can_both_be_so_is_none(tell: Tell, first: str, second: str, later: str) -> None:
    assert statements(tell((DAY, first), (later, second))) == []


def test_a_clause_is_shown_without_its_day_and_what_follows(tell: Tell) -> None:
    story = tell(
        (DAY, "Captain Ned Farr, who led the mutiny in Tamm, gave himself up on Monday at the gate of the fort."),
        (DAY, "Captain Ned Farr was captured on Monday while he crossed the river at Tamm, the army said."),
    )
    (conflict,) = (one for one in story.conflicts() if one.kind is ConflictKind.STATEMENT)
    words = sorted(support.words.text for side in conflict.sides for support in story.supports(side))
    assert words == ["Captain Ned Farr was captured", "gave himself up"]
    assert statements(story)[0][1] == "gave himself up on Monday at the gate of the fort"


def test_a_narrated_clause_is_a_claim_about_its_sentence(tell: Tell) -> None:
    story = tell((DAY, "Ned Farr was let in at Tamm airport."), (DAY, "Ned Farr was turned away at Tamm airport."))
    claims = [claim for claim in story.claims() if claim.aspect is Aspect.STATEMENT]
    assert sorted(story.get(claim.about).words.text for claim in claims) == [  # type: ignore[union-attr]
        "Ned Farr was let in at Tamm airport.",
        "Ned Farr was turned away at Tamm airport.",
    ]


def told(clause: str, topic: str) -> list[Said]:
    return [said for said in says(clause) if said.topic == topic]


@pytest.mark.parametrize(
    ("clause", "denied"),
    [
        ("the mill was tested", False),
        ("the mill was not tested", True),
        ("nobody had ever tested the mill", True),
        ("the mill was hardly tested", True),
        ("the file lacks an inspection paper", True),
        ("an inspection paper was missing from the file", True),
        ("the inspection was missing", True),
        ("the inspection was long", False),
        ("the owner failed to test the mill", True),
        ("it was not only tested but sold", False),
        ("there are questions that nobody has tested", False),
    ],
)
def test_a_negation_denies_what_it_reaches(clause: str, denied: bool) -> None:
    assert [said.denied for said in told(clause, "check")] == [denied]


@pytest.mark.parametrize(
    "clause",
    [
        "the mill might be tested",
        "the mill was to burn on Friday",
        "the burned mill",
        "was tested and found untested",
    ],
)
def test_what_is_open_or_said_both_ways_says_nothing(clause: str) -> None:
    assert not told(clause, "check")
    assert not told(clause, "destruction")
