"""Who takes part in an act, where the grammar puts another name nearer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Chain, Event
from dateline.reading.events import EventStage
from dateline.reading.mentions import MentionStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.stage import Draft

Sides = tuple[list[str], list[str]]


@pytest.fixture
def sides(read: Callable[..., Draft]) -> Callable[[str, str], Sides]:
    """sides(text, word) are the names of the actors and of the recipients of the act that a word tells."""

    def of(text: str, word: str) -> Sides:
        draft = read(text, TimexStage(), MentionStage(), QuotationStage(), EventStage())
        names = {chain.id: chain.name for chain in draft.of(Chain)}
        event = next(event for event in draft.of(Event) if event.words.text == word)
        return [names[p.chain] for p in event.actors], [names[p.chain] for p in event.recipients]

    return of


@pytest.mark.parametrize(
    ("text", "word", "actors"),
    [
        (
            "The pit is run by Orlo Minerals, a firm registered in Varnia, which bought it from him in 2011.",
            "bought",
            ["Orlo Minerals"],
        ),
        (
            "The ferry belongs to Blue Strait Lines, a company owned in Lusia, which purchased it in 2019.",
            "purchased",
            ["Blue Strait Lines"],
        ),
        ("Ministers met Jan Peel, the head of Orlo Bank, who resigned on Monday.", "resigned", ["Jan Peel"]),
        (
            "She was among some 40 teachers, by the union's count, who occupied the ministry on Tuesday.",
            "occupied",
            ["some 40 teachers"],
        ),
    ],
)
def test_a_relative_clause_is_about_who_can_do_it(
    sides: Callable[[str, str], Sides], text: str, word: str, actors: list[str]
) -> None:
    assert sides(text, word)[0] == actors


@pytest.mark.parametrize(
    ("text", "word", "recipients"),
    [
        (
            "Her brother Emil, the clerk whose arrest at the Tarn crossing in April 2027 shook us, teaches music.",
            "arrest",
            ["Emil"],
        ),
        (
            "Tomas Brandt, the editor whose release on Sunday was celebrated, has left.",
            "release",
            ["Tomas Brandt"],
        ),
        (
            "Brandt told his staff on the day of his dismissal last May that he would return.",
            "dismissal",
            ["Brandt"],
        ),
    ],
)
def test_whose_arrest_it_was_is_who_was_arrested(
    sides: Callable[[str, str], Sides], text: str, word: str, recipients: list[str]
) -> None:
    assert sides(text, word) == ([], recipients)


def test_an_office_stands_for_who_holds_it(sides: Callable[[str, str], Sides]) -> None:
    text = "The government on Thursday suspended the director of Osk General Hospital, Jonas Brandt."
    assert sides(text, "suspended") == (["The government"], ["Jonas Brandt"])
    text = "The president of Lusia, Ada Brandt, met the chairman of Orlo Bank, Jan Peel, in Osk on Tuesday."
    assert sides(text, "met") == (["Ada Brandt", "Jan Peel"], [])


def test_the_house_of_an_arrest_is_nobody(sides: Callable[[str, str], Sides]) -> None:
    text = "Kora Lind was arrested at his house in Osk on April 3, the wife of Emil Hart said."
    assert sides(text, "arrested")[1] == ["Kora Lind"]


@pytest.mark.parametrize(
    ("text", "word", "actors"),
    [
        ("A rally on Sunday drew 3,000 people, the police said.", "rally", ["3,000 people"]),
        (
            "The march to the port of Tarn that drew about 6,000 people was over by noon.",
            "march",
            ["about 6,000 people"],
        ),
        (
            "The demonstration in Osk on Saturday attracted some 400 teachers.",
            "demonstration",
            ["some 400 teachers"],
        ),
        ("A march through Osk on Sunday gathered thousands of miners.", "march", ["thousands of miners"]),
        ("The rally in Osk on Sunday was attended by 200 pensioners.", "attended", ["200 pensioners"]),
    ],
)
def test_those_whom_a_march_drew_took_part_in_it(
    sides: Callable[[str, str], Sides], text: str, word: str, actors: list[str]
) -> None:
    assert sides(text, word)[0] == actors
