"""Two accounts of one act that give its day, its place or its doer otherwise, and those that tell of two acts."""

from __future__ import annotations

import pytest

from dateline.linking.accounts.acts import acts_of
from dateline.linking.accounts.corrected import corrected
from dateline.linking.accounts.differing import differing_accounts
from dateline.linking.accounts.places import begins_with_name, kinds_of, name_alone
from dateline.linking.accounts.told import Accounts
from dateline.linking.chronology import Chronology
from dateline.linking.who import Who
from dateline.model import Actor, Chain, Claim, ConflictKind, Event, Link, Mention, Report, Sentence, Timex
from dateline.story import Story
from tests.unit.linking.conftest import Tell
from tests.unit.linking.made import report, sentences_of

LIMIT = 200
DAY = "2030-05-14"  # a Tuesday


def told(story: Story, kind: ConflictKind) -> list[set[str]]:
    who = Who(story.all(Actor), story.all(Link), story.all(Chain))
    accounts = Accounts(story.all(Mention), story.all(Timex), story.all(Event), who).of(story.all(Sentence))
    found = differing_accounts(accounts, who, Chronology(story.all(Report)), LIMIT)
    return [{slot.value for slot in one.slots} for one in found if one.kind is kind]


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        (
            "The inquiry into the sinking of the ferry Halcyon opened in Lorvan on Monday.",
            "Hearings into the loss of the Halcyon began in Lorvan on Sunday.",
            {"2030-05-13", "2030-05-12"},
        ),
        (
            "The hail destroyed the vineyards of Lorvan on Monday.",
            "The hailstorm that ruined the vineyards of Lorvan came on Sunday.",
            {"2030-05-13", "2030-05-12"},
        ),
        (
            "The Lorvan shipyard lodged an insolvency petition on Monday.",
            "The Lorvan shipyard filed for bankruptcy on Sunday, its lawyers say.",
            {"2030-05-13", "2030-05-12"},
        ),
        (
            "A gas leak caused the explosion at the mill of Lorvan on Monday.",
            "The mill of Lorvan was shaken by a gas explosion on Sunday.",
            {"2030-05-13", "2030-05-12"},
        ),
    ],
)
def test_one_act_on_two_days_is_a_conflict(tell: Tell, first: str, second: str, days: set[str]) -> None:
    assert told(tell((DAY, first), (DAY, second)), ConflictKind.DATE) == [days]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (  # the day is that of the words
            "Minister Ned Farr resigned on Sunday over the mill of Lorvan.",
            "Minister Ned Farr has resigned over the mill of Lorvan, his office said on Monday.",
        ),
        (  # and this that of the inquiry into it
            "The tower of the mill in Lorvan collapsed on Sunday.",
            "Judge Ned Farr ordered an inquiry into the collapse of the mill tower in Lorvan on Monday.",
        ),
        (  # and this that of another act, told of it
            "Ned Farr was killed at the mill of Lorvan on Sunday.",
            "Police investigating the death of Ned Farr at the mill of Lorvan took the owner away on Monday.",
        ),
        (
            "Ned Farr was killed at the mill of Lorvan on Sunday.",
            "Workers of the Lorvan mill mourned the death of Ned Farr on Monday.",
        ),
        (  # two persons
            "Ned Farr was arrested at the mill of Lorvan on Sunday.",
            "Joan Petch was arrested at the mill of Lorvan on Monday.",
        ),
        (  # one is still to come
            "The new mill of Lorvan opened on Monday.",
            "The new mill of Lorvan will be opened on Sunday.",
        ),
        (  # the report knows both
            "The bank in Lorvan was robbed on Sunday. The bank in Lorvan was robbed on Monday too.",
            "The bank in Lorvan was robbed on Monday.",
        ),
    ],
)
def test_what_are_two_acts_or_one_day_is_no_dispute_about_a_day(tell: Tell, first: str, second: str) -> None:
    assert told(tell((DAY, first), (DAY, second)), ConflictKind.DATE) == []


def test_one_act_at_places_of_two_kinds_is_a_conflict(tell: Tell) -> None:
    story = tell(
        (DAY, "The gold mask of Lorvan was found on Monday in a cellar in Tamm."),
        (DAY, "Customs officers found the gold mask of Lorvan on Monday in the boot of a car."),
    )
    assert told(story, ConflictKind.PLACE) == [{"a cellar in Tamm", "the boot of a car"}]


def test_a_described_place_is_given_with_the_water_that_it_lies_on(tell: Tell) -> None:
    story = tell(
        (DAY, "Ned Farr was arrested on Monday morning at his cottage on the Orle, a mile from Tamm."),
        (DAY, "Ned Farr was arrested at Lorvan airport on Monday as he was about to leave."),
    )
    assert told(story, ConflictKind.PLACE) == [{"his cottage on the Orle", "Lorvan airport"}]


def test_a_place_that_the_other_names_beside_its_own_is_none(tell: Tell) -> None:
    story = tell(
        (DAY, "The gold mask of Lorvan was found on Monday in Tamm."),
        (DAY, "The gold mask of Lorvan was found on Monday in Oster, a suburb of Tamm."),
    )
    assert told(story, ConflictKind.PLACE) == []


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (
            "The cinema Orion in Lorvan was bought on Monday by the actress Ann Lund.",
            "A foundation led by the painter Bo Marsh bought the cinema Orion in Lorvan on Monday.",
            [{"Ann Lund", "Bo Marsh"}],
        ),
        (
            "Minister Ann Lund met the striking guards in Lorvan on Monday.",
            "It was her deputy, Bo Marsh, who met the striking guards in Lorvan on Monday.",
            [{"Ann Lund", "Bo Marsh"}],
        ),
        (  # both may have done so
            "Minister Ann Lund met the striking guards in Lorvan on Monday.",
            "Mayor Bo Marsh met the striking guards in Lorvan on Monday.",
            [],
        ),
    ],
)
def test_who_did_what_one_does_is_disputed(tell: Tell, first: str, second: str, found: list[set[str]]) -> None:
    assert told(tell((DAY, first), (DAY, second)), ConflictKind.PARTICIPANT) == found


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (
            "Surgeon Ann Lund ordered the ward in Lorvan to be closed on Monday.",
            "The order to close the ward in Lorvan was given by the rector, Bo Marsh.",
            [{"Ann Lund", "Bo Marsh"}],
        ),
        (  # nobody else was heard
            "The inquiry into the mill of Lorvan heard a single witness, the miller Bo Marsh.",
            "The inquiry into the mill of Lorvan met. Its only witness was Ann Lund.",
            [{"Ann Lund", "Bo Marsh"}],
        ),
        (  # those who did it need no names
            "The children of Lorvan were rescued by fishermen on Monday.",
            "On Monday the children of Lorvan were rescued by a navy frigate.",
            [{"fishermen", "a navy frigate"}],
        ),
        (  # and these act for each other
            "The children of Lorvan were rescued by firefighters on Monday.",
            "On Monday the children of Lorvan were rescued by the fire brigade.",
            [],
        ),
        (  # of two years
            "The mill of Lorvan was bought in 2019 by Ann Lund.",
            "The mill of Lorvan was bought in 2027 by Bo Marsh.",
            [],
        ),
        (  # with each other
            "The treaty of Lorvan was signed on Monday by President Ann Lund.",
            "Ann Lund and Bo Marsh signed the treaty of Lorvan on Monday.",
            [],
        ),
    ],
)
def test_the_one_who_did_what_one_does_may_be_told_in_many_ways(
    tell: Tell, first: str, second: str, found: list[set[str]]
) -> None:
    assert told(tell((DAY, first), (DAY, second)), ConflictKind.PARTICIPANT) == found


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (
            "Ned Farr was struck on the steps of the cathedral in Lorvan on Monday.",
            "Ned Farr was hit on Monday in front of the courthouse of Lorvan.",
            [{"the cathedral in Lorvan", "the courthouse of Lorvan"}],
        ),
        (  # two towns
            "Ann Lund and Bo Marsh struck a deal over the mill in Tamm on Monday.",
            "Ann Lund and Bo Marsh shook hands over the mill on Monday at the town hall in Oster.",
            [{"Tamm", "the town hall in Oster"}],
        ),
        (  # the one lies in the other
            "Ned Farr was arrested on Monday at a hotel.",
            "Ned Farr was arrested on Monday in Tamm.",
            [],
        ),
        (  # this is its own name, and tells no town
            "Ned Farr was killed on Monday at Saint Anna Hospital.",
            "Ned Farr was killed on Monday in Tamm.",
            [],
        ),
        (  # the town has a name
            "Ned Farr was arrested on Monday in the Lorvan capital, Tamm.",
            "Ned Farr was arrested on Monday in Tamm.",
            [],
        ),
        (  # a journey has two days, and two places
            "Ned Farr arrived in Tamm on Sunday with his wife Ida Farr.",
            "Ned Farr arrived in Oster on Monday with his wife Ida Farr.",
            [],
        ),
    ],
)
def test_places_exclude_each_other_by_kind_and_by_where_they_lie(
    tell: Tell, first: str, second: str, found: list[set[str]]
) -> None:
    assert told(tell((DAY, first), (DAY, second)), ConflictKind.PLACE) == found


def test_what_few_do_needs_few_words_in_common(tell: Tell) -> None:
    first = (DAY, "The Lorvan mill, a maker of flour, filed for bankruptcy on Monday.")
    second = (DAY, "Thirty millers want their wages from the mill, which filed for bankruptcy on Sunday.")
    assert told(tell(first, second), ConflictKind.DATE) == [{"2030-05-13", "2030-05-12"}]


def test_a_release_is_told_with_two_days_months_apart(tell: Tell) -> None:
    first = (DAY, "The miller Ned Farr was let go on Sunday but remains a suspect.")
    second = (
        "2030-10-01",
        "The case against the miller Ned Farr, who was freed from custody on May 9, was dropped.",
    )
    assert told(tell(first, second), ConflictKind.DATE) == [{"2030-05-12", "2030-05-09"}]


def test_another_act_of_its_kind_is_no_dispute(tell: Tell) -> None:
    first = (DAY, "A fishing boat of the Lorvan fleet sank off Tamm on Sunday.")
    second = (DAY, "Another fishing boat of the Lorvan fleet sank off Tamm on Monday.")
    assert told(tell(first, second), ConflictKind.DATE) == []


@pytest.mark.parametrize("text", ["a congress in Tamm", "the Lorvan crisis", "a hurry"])
def test_not_all_that_stands_after_in_is_a_place(text: str) -> None:
    assert begins_with_name("the border town of Tamm")
    assert not begins_with_name(text)


def test_the_noun_of_a_place_says_its_kind() -> None:
    assert kinds_of("the boot of a car") == kinds_of("a bus")
    assert kinds_of("the steps of the cathedral") == kinds_of("a church")
    assert kinds_of("the car park") != kinds_of("a car")
    assert not kinds_of("the end of the year")


def test_sentences_without_an_event_are_set_against_each_other(tell: Tell) -> None:
    story = tell(
        (DAY, "The gold mask of Lorvan was found on Monday in a cellar in Tamm."),
        (DAY, "Customs officers found the gold mask of Lorvan on Monday in the boot of a car."),
    )
    [conflict] = [one for one in story.conflicts() if one.kind is ConflictKind.PLACE]
    sides = [claim for side in conflict.sides if isinstance(claim := story.get(side), Claim)]
    assert {claim.value for claim in sides} == {"a cellar in Tamm", "the boot of a car"}
    assert all(isinstance(story.get(claim.about), Sentence) for claim in sides)


def places(*reports: Report) -> list[tuple[str, str]]:
    sentences = [sentence for one in reports for sentence in sentences_of(one)]
    return [(one.slots[0].value, one.slots[1].value) for one in corrected(sentences, Chronology([*reports]))]


@pytest.mark.parametrize(
    "correction",
    [
        "The batch of jam that made the children ill was not packed in Lorvan but here in Port Tamm.",
        "The batch of jam that made the children ill was packed in Port Tamm, not in Lorvan.",
    ],
)
def test_a_place_that_a_report_calls_wrong_is_set_against_the_right_one(correction: str) -> None:
    wrong = report("The jam was sold to children in Oster. The batch was packed in Lorvan.")
    assert places(wrong, report(correction, "2030-05-16")) == [("Lorvan", "Port Tamm")]


def test_a_correction_is_of_its_own_matter() -> None:
    other = report("The mayor was born in Lorvan.")
    assert places(other, report("The batch of jam was packed in Port Tamm, not in Lorvan.", "2030-05-16")) == []


def test_a_noun_or_a_name_is_no_form_of_a_verb() -> None:
    assert "dismiss" not in acts_of("the fire in the mill")
    assert "sign" not in acts_of("Signe Lund came")
    assert set(acts_of("the mill burned down")) == {"fire"}
    assert not acts_of("they hope to open it")


def test_whom_the_next_sentence_names_was_arrested(tell: Tell) -> None:
    first = "Police arrested the owner of the Lorvan mill at the airport on Monday. Odo Venn, 58, said nothing."
    second = "Odo Venn, who owns the Lorvan mill, was taken from his house in Tamm on Monday."
    assert told(tell((DAY, first), (DAY, second)), ConflictKind.PLACE) == [{"the airport", "his house in Tamm"}]


def test_offices_and_a_home_are_searched_at_once(tell: Tell) -> None:
    first = "Police searched the offices of Lorvan Mills in Tamm on Monday."
    second = "Police searched the house of the owner of Lorvan Mills in Port Orle on Monday."
    assert told(tell((DAY, first), (DAY, second)), ConflictKind.PLACE) == []


def test_the_end_of_one_night_and_the_beginning_of_the_day_are_one(tell: Tell) -> None:
    first = "The paper mill of Lorvan caught fire late on Sunday."
    second = "The paper mill of Lorvan caught fire in the early hours of Monday."
    assert told(tell((DAY, first), (DAY, second)), ConflictKind.DATE) == []


def test_a_place_begins_with_a_name_and_no_verb_belongs_to_it() -> None:
    assert name_alone("Lorvan sentenced the trainer Odo Venn") == "Lorvan"
    assert name_alone("the Tavian capital Lorvan") == "the Tavian capital Lorvan"


def test_a_hotel_is_one_by_its_own_name_and_a_port_is_a_town() -> None:
    assert kinds_of("a room of the Hotel Regent in Lorvan") == kinds_of("a hotel")
    assert not kinds_of("Port Orle")


@pytest.mark.parametrize(
    ("second", "places"),
    [
        ("The trawler Halcyon went down off Tamm Reef on Monday.", [{"the Orle Passage", "Tamm Reef"}]),
        ("The trawler Halcyon went down in Orle Passage on Monday.", []),
        ("The trawler Halcyon went down in the Varn Sea on Monday.", []),
    ],
)
def test_what_sank_off_one_seamark_did_not_sink_off_another(
    tell: Tell, second: str, places: list[set[str]]
) -> None:
    story = tell((DAY, "The trawler Halcyon sank in the Orle Passage on Monday."), (DAY, second))
    found = [{value.removeprefix("the ") for value in sides} for sides in told(story, ConflictKind.PLACE)]
    assert found == [{value.removeprefix("the ") for value in sides} for sides in places]
