"""Traps that real stories set: what looks like a difference and is none, and who looks like one and is two."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dateline.model import ActorKind, Conflict, EventType, MergedEvent, Role
from dateline.story import Story
from tests.unit.linking.conftest import Tell


def names(story: Story, kind: ActorKind = ActorKind.PERSON) -> list[set[str]]:
    return [{name.name for name in actor.names} for actor in story.actors() if actor.kind is kind and actor.names]


def titles(story: Story, name: str) -> list[str]:
    (actor,) = story.who(name)[:1]
    return [role.title for role in story.all(Role) if role.actor == actor.id]


# --- one flight, told with three causes

FLIGHT = (
    (
        "2030-05-14",
        "Opposition candidate Mara Lind fled Tavia for Norholm on Sunday after President Odran Velk "
        "claimed victory. Police searched her flat in Karsund.",
    ),
    (
        "2030-05-16",
        "Mara Lind, the Tavian opposition leader, fled to Norholm on Sunday for fear of arrest. Velk has "
        "called her a criminal.",
    ),
    (
        "2030-05-20",
        "Opposition leader Mara Lind met Foreign Minister Jonas Aske in Norholm on Friday. Lind, who fled"
        " to Norholm on May 12 after her husband was imprisoned, thanked him.",
    ),
)


def test_one_flight_told_with_three_causes_is_one_event_without_conflict(tell: Tell) -> None:
    story = tell(*FLIGHT)
    (lind,) = story.who("Mara Lind")[:1]
    flights = [event for event in story.events() if event.type is EventType.MOVE and lind.id in event.actors]
    (told,) = (event for event in flights if len(event.members) > 1)
    assert {story.tally(told.id).reports, len(told.members)} == {3}
    assert told.time
    assert told.time.edtf == "2030-05-12"
    assert story.all(Conflict) == []  # the causes differ, and nobody denies another's


# --- candidate, then leader, then in exile


def test_a_candidate_who_becomes_leader_and_goes_into_exile_is_one_actor_with_all_roles(tell: Tell) -> None:
    story = tell(
        ("2030-05-02", "Opposition candidate Mara Lind spoke to thousands of people in Karsund on Wednesday."),
        (
            "2030-06-20",
            "Opposition leader Mara Lind met reporters in Norholm on Tuesday. Lind said that she would return.",
        ),
        (
            "2031-04-08",
            "Exiled opposition leader Mara Lind asked Norholm on Monday for help. Lind has lived there "
            "for a year.",
        ),
    )
    assert [found for found in names(story) if "Mara Lind" in found] == [{"Mara Lind", "Lind"}]
    found = " / ".join(titles(story, "Mara Lind"))
    assert "candidate" in found
    assert "leader" in found
    assert story.all(Conflict) == []


def test_a_minister_who_is_a_former_minister_a_year_later_is_one_actor_without_conflict(tell: Tell) -> None:
    story = tell(
        (
            "2030-05-14",
            "Interior Minister Jonas Aske visited Karsund on Monday. Aske said that the town was calm.",
        ),
        ("2031-05-14", "Former interior minister Jonas Aske was charged with fraud in Karsund on Monday."),
    )
    assert len([found for found in names(story) if "Jonas Aske" in found]) == 1
    assert story.all(Conflict) == []


# --- one surname, two people

COUPLE = (
    (
        "2030-05-14",
        "Opposition leader Mara Lind said on Monday that she would not give up. Her husband, the blogger "
        "Jon Lind, has been in prison since April. He is on hunger strike.",
    ),
    (
        "2030-05-15",
        "Mara Lind met Foreign Minister Jonas Aske in Norholm on Tuesday. Lind told reporters that she "
        "was grateful.",
    ),
    (
        "2030-05-16",
        "Jon Lind, the blogger, was moved to another prison on Wednesday, his lawyer said. Lind had "
        "refused food for a week.",
    ),
)


def test_a_surname_shared_by_a_woman_and_a_man_stays_two_actors(tell: Tell) -> None:
    found = names(tell(*COUPLE))
    assert not [one for one in found if {"Mara Lind", "Jon Lind"} <= one]
    assert len([one for one in found if {"Mara Lind", "Jon Lind"} & one]) == 2


def test_gendered_forms_of_a_surname_stay_two_actors(tell: Tell) -> None:
    story = tell(
        ("2030-05-14", "Opposition leader Alena Morovska said on Monday that she would not give up."),
        (
            "2030-05-15",
            "Alena Morovska’s husband, the blogger Stepan Morovsky, was arrested in Karsund on Tuesday.",
        ),
        ("2030-05-16", "Morovska called for the release of Morovsky on Wednesday."),
    )
    found = [one for one in names(story) if any(name.startswith(("Alena", "Stepan")) for name in one)]
    assert sorted(map(sorted, found)) == [["Alena Morovska", "Morovska"], ["Morovsky", "Stepan Morovsky"]]


# --- a slip of the scanner in a name


@pytest.mark.parametrize("slip", ["Moravsk0y", "Moravsk0oy"])
def test_a_slip_in_a_name_is_the_same_actor(tell: Tell, slip: str) -> None:
    story = tell(
        ("2030-05-14", "President Odran Moravskoy addressed parliament in Karsund on Monday."),
        (
            "2030-05-15",
            f"President Odran Moravskoy spoke again. In the past {slip} had claimed that the strikes were "
            "paid for from abroad.",
        ),
    )
    assert len([one for one in names(story) if {"Odran Moravskoy", slip} & one]) == 1


# --- what happens is told in the order of time


def test_a_retrospective_does_not_move_what_it_recalls(tell: Tell) -> None:
    story = tell(
        ("2030-05-14", "Opposition leader Mara Lind met Foreign Minister Jonas Aske in Norholm on Monday."),
        (
            "2031-05-14",
            "A year ago Mara Lind met Foreign Minister Jonas Aske in Norholm for the first time. On "
            "Tuesday she was sworn in as prime minister of Tavia.",
        ),
    )
    moments: list[MergedEvent] = [moment.event for moment in story.timeline()]
    meetings = [event for event in moments if event.type is EventType.CONSULT]
    assert len(meetings) == 1
    assert story.tally(meetings[0].id).reports == 2
    days = [event.time.earliest for event in moments if event.time and event.time.earliest]
    assert all(first <= second for first, second in pairwise(days))
    assert story.all(Conflict) == []
