"""Whose words they are, over several reports: a misprinted name, a pronoun, one sentence of two people."""

from __future__ import annotations

from dateline.model import Conflict, ConflictKind
from dateline.story import Story
from tests.unit.linking.conftest import Tell

CAPTAINS = (
    (
        "2030-05-11",
        "Emil Torsk, the captain of Harm United, met the owner of the club, Viktor Sand, in Harm on Friday.",
    ),
    (
        "2030-05-12",
        "Their captain, Emil Torsk, has not been paid since March. The owner, Viktor Sand, was not at home.",
    ),
    ("2030-05-13", "Viktor Sand, the owner of Harm United, has sold his yacht. Torsk, the captain, plays on."),
)


def in_dispute(story: Story) -> list[set[str]]:
    """The names on the sides of each conflict about who said something."""
    claims = {claim.id: claim for claim in story.claims()}
    return [
        {claims[side].value for side in conflict.sides}
        for conflict in story.all(Conflict)
        if conflict.kind is ConflictKind.ATTRIBUTION
    ]


def test_a_name_printed_with_a_post_that_the_others_give_one_other_person_is_in_doubt(tell: Tell) -> None:
    odd = (
        "“The lads heard it on the radio,” said club captain Viktor Sand, who has not seen his pay since January."
    )
    assert in_dispute(tell(*CAPTAINS, ("2030-05-14", odd))) == [{"Emil Torsk", "Viktor Sand"}]


def test_the_captain_of_another_body_is_no_misprint(tell: Tell) -> None:
    plain = "“The lads heard it on the radio,” said Nils Varde, the captain of the ferry Astrid."
    assert in_dispute(tell(*CAPTAINS, ("2030-05-14", plain))) == []


def test_one_sentence_of_guest_and_host_after_one_meeting_is_in_dispute(tell: Tell) -> None:
    story = tell(
        (
            "2030-05-14",
            "“There will be no ferry without us,” President Irma Kolas said after talks in Lisov on Monday.",
        ),
        (
            "2030-05-14",
            "President Irma Kolas called the talks in Lisov open. It was Luka Zorn, her host, who warned: “There"
            " will be no ferry without us.”",
        ),
    )
    assert in_dispute(story) == [{"Irma Kolas", "Luka Zorn"}]


def test_the_same_plain_words_of_two_people_on_two_matters_are_no_dispute(tell: Tell) -> None:
    story = tell(
        (
            "2030-05-14",
            "“We are ready to talk, but not at any price,” Anna Grange said of the dockers' strike on Monday.",
        ),
        ("2030-05-14", "“We are ready to talk, but not at any price,” Leo Brandt said of the tax case on Monday."),
    )
    assert in_dispute(story) == []
