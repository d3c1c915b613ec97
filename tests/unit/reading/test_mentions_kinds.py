"""What the words around a name tell about its kind, on names that the model has never seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import ActorKind, Chain
from dateline.reading.mentions import MentionStage
from dateline.stage import Draft

Read = Callable[..., Draft]


def kind(draft: Draft, name: str) -> ActorKind:
    """The kind of the only chain of a name."""
    (found,) = [c for c in draft.of(Chain) if name in c.names]
    return found.kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The harbour operator, Puertos del Norte, denied the charge.", "Puertos del Norte"),
        ("The Lathian builder Interbalt won the contract.", "Interbalt"),
        ("Interbalt, a construction company from the north, won the contract.", "Interbalt"),
        ("Police arrested three managers of Puertos del Norte on Friday.", "Puertos del Norte"),
        ("Petar Molov, the leader of the Civic Bloc, spoke to the crowd.", "Civic Bloc"),
        ("She told the Courier that nothing would change.", "Courier"),
    ],
)
def test_a_noun_for_a_body_makes_an_unknown_name_an_organisation(read: Read, text: str, name: str) -> None:
    assert kind(read(text, MentionStage()), name) is ActorKind.ORGANISATION


@pytest.mark.parametrize(
    "text",
    [
        "The envoy to Orlia urged the army of Orlia to respect the truce.",
        "The 22-year-old from Orlia won the match.",
    ],
)
def test_a_state_or_a_home_is_a_place(read: Read, text: str) -> None:
    assert kind(read(text, MentionStage()), "Orlia") is ActorKind.PLACE


@pytest.mark.parametrize(
    "text",
    [
        "Quandia, which lies downstream, promised help. The Quandian foreign minister met reporters.",
        "Quandia’s opposition leader Ana Molina left for Geneva. Quandia is to hold an election in June.",
        "Trade with Quandia has stopped. The government of Quandia blames the weather.",
        "Quandia’s ambassador was called in on Friday.",
        "He was born in Selm, the capital of Quandia.",
        "The Quandian army crossed the river. The war in Quandia is in its second year.",
    ],
)
def test_a_name_with_a_government_or_envoys_is_a_country(read: Read, text: str) -> None:
    assert kind(read(text, MentionStage()), "Quandia") is ActorKind.COUNTRY


def test_a_person_with_a_government_is_no_country(read: Read) -> None:
    draft = read(
        "Carlos Prado won. Prado’s government took office; Prado’s foreign minister left.", MentionStage()
    )
    assert kind(draft, "Carlos Prado") is ActorKind.PERSON


def test_a_region_or_a_capital_with_a_parliament_is_a_place(read: Read) -> None:
    draft = read("Crimea’s parliament met. Warsaw’s ambassador left.", MentionStage())
    assert kind(draft, "Crimea") is ActorKind.PLACE
    assert kind(draft, "Warsaw") is ActorKind.PLACE


@pytest.mark.parametrize(
    "text",
    [
        "He lives in the capital, Tarvik. Tarvik said no.",
        "Tarvik is the capital of Quandia.",
        "Tarvik, a town near the border, said no.",
    ],
)
def test_what_is_said_to_be_a_town_is_a_place(read: Read, text: str) -> None:
    assert kind(read(text, MentionStage()), "Tarvik") is ActorKind.PLACE


def test_a_county_s_judge_is_no_place(read: Read) -> None:
    assert kind(read("Ana Molina, the county judge, said no.", MentionStage()), "Ana Molina") is ActorKind.PERSON


def test_a_town_is_a_place_whatever_it_does(read: Read) -> None:
    draft = read(
        "A fire broke out in the town of Orle. Orle mourned. Crowds filled the capital Tarvik.", MentionStage()
    )
    assert kind(draft, "Orle") is ActorKind.PLACE
    assert kind(draft, "Tarvik") is ActorKind.PLACE


@pytest.mark.parametrize(
    "text",
    [
        "Midfielder Carlos Prado left the pitch.",
        "On Friday, Grandmaster Carlos Prado won the match.",
        "Sen. Carlos Prado, R-Ohio, voted no.",
        "Gov. Carlos Prado left early.",
    ],
)
def test_a_name_begins_at_the_given_name(read: Read, text: str) -> None:
    (found,) = [c for c in read(text, MentionStage()).of(Chain) if c.kind is ActorKind.PERSON]
    assert found.names == ("Carlos Prado",)


@pytest.mark.parametrize("text", ["Ships queued outside the port.", "Trucks lined the road to the border."])
def test_a_plural_noun_at_the_head_of_a_sentence_is_no_name(read: Read, text: str) -> None:
    assert not [name for c in read(text, MentionStage()).of(Chain) for name in c.names]


@pytest.mark.parametrize("text", ["Quirantes left her office at noon.", "Torres said nothing to reporters."])
def test_a_surname_that_looks_like_a_plural_is_a_name(read: Read, text: str) -> None:
    assert [name for c in read(text, MentionStage()).of(Chain) for name in c.names] == [text.split()[0]]


def test_a_body_of_somebody_is_two_names(read: Read) -> None:
    draft = read("Polls put the Civic Bloc of Carlos Novak well ahead.", MentionStage())
    assert {name for c in draft.of(Chain) for name in c.names} == {"Civic Bloc", "Carlos Novak"}


def test_a_body_of_many_has_their_possessive_in_its_name(read: Read) -> None:
    draft = read("The Osk Nurses’ Association met. The association rejected the offer.", MentionStage())
    assert [chain.name for chain in draft.of(Chain)] == ["Osk Nurses’ Association"]


def test_a_number_parts_a_place_from_the_people_counted(read: Read) -> None:
    draft = read("In Varnia 34 miners died on Monday.", MentionStage())
    assert [chain.name for chain in draft.of(Chain)] == ["Varnia", "34 miners"]


def test_a_noun_before_a_mine_names_a_place_and_no_people(read: Read) -> None:
    draft = read("The blast tore through the Orlevali coal mine in eastern Norway on Tuesday.", MentionStage())
    assert kind(draft, "Orlevali") is ActorKind.PLACE
