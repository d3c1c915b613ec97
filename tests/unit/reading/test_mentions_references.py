"""Whom pronouns and descriptions of a report mean."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import ActorKind, Chain, Gender, Mention, RoleMention
from dateline.reading.mentions import MentionStage
from dateline.stage import Draft

Read = Callable[..., Draft]


def chain(draft: Draft, name: str) -> Chain:
    """The only chain with a name or a description."""
    found = [c for c in draft.of(Chain) if name in c.names or c.name == name]
    assert len(found) == 1, [c.name for c in draft.of(Chain)]
    return found[0]


def said_of(draft: Draft, name: str) -> list[str]:
    """The words of all mentions of somebody, in text order."""
    id_ = chain(draft, name).id
    return [m.words.text for m in draft.of(Mention) if m.chain == id_]


# --- pronouns


def test_a_lone_surname_may_be_a_man_whatever_the_model_calls_it(read: Read) -> None:
    draft = read(
        "The manager, Jorge Prado, was arrested on Tuesday as he tried to leave the country.\n\n"
        "Ocampo met the minister Ana Molina on Tuesday. “It was a start,” he said after the talks.",
        MentionStage(),
    )
    assert said_of(draft, "Ocampo") == ["Ocampo", "he"]
    assert chain(draft, "Ocampo").kind is ActorKind.PERSON
    assert chain(draft, "Ocampo").gender is Gender.MALE


def test_an_organisation_is_never_she(read: Read) -> None:
    draft = read(
        "The union praised Molina. Puertos Ltd will pay the families. She denied the charge.", MentionStage()
    )
    assert said_of(draft, "Puertos Ltd") == ["Puertos Ltd"]


# --- people by their age


def test_an_age_with_an_article_is_the_person_just_named(read: Read) -> None:
    draft = read(
        "Kostas Velan has slept in his cab for a week. “I carry milk,” said the 52-year-old, who drives a lorry.",
        MentionStage(),
    )
    assert said_of(draft, "Kostas Velan") == ["Kostas Velan", "his", "the 52-year-old"]


def test_an_age_in_apposition_is_no_role(read: Read) -> None:
    draft = read("Ann Lee, a 52-year-old, spoke. The 52-year-old former judge left.", MentionStage())
    assert said_of(draft, "Ann Lee") == ["Ann Lee", "The 52-year-old former judge"]
    assert draft.of(RoleMention) == ()


# --- groups


def test_groups_of_other_numbers_are_other_groups(read: Read) -> None:
    draft = read(
        "At least nine people died. Some 5,000 people marched. The 5,000 people went home at night.",
        MentionStage(),
    )
    assert said_of(draft, "At least nine people") == ["At least nine people"]
    assert said_of(draft, "Some 5,000 people") == ["Some 5,000 people", "The 5,000 people"]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Dockworkers in the port of Orel left the quay.", "Dockworkers"),
        ("Thousands marched through the town.", "Thousands"),
        ("The hauliers said that they would wait.", "The hauliers"),
        ("Police detained 14 people after the march.", "14 people"),
        ("Shells killed at least nine people in the market.", "at least nine people"),
    ],
)
def test_people_in_the_plural_are_a_group(read: Read, text: str, group: str) -> None:
    assert chain(read(text, MentionStage()), group).kind is ActorKind.GROUP


def test_a_number_of_things_is_no_group(read: Read) -> None:
    draft = read("It cost thousands of dollars, and millions more were lost.", MentionStage())
    assert not [c for c in draft.of(Chain) if c.plural and "dollars" in c.name]


# --- organisations by what they are


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        (
            "The harbour operator, Puertos del Norte, denied it. The crane was safe, the company said.",
            "Puertos del Norte",
            "the company",
        ),
        (
            "The Interior Ministry was silent on Monday. The ministry denied the charge later.",
            "Interior Ministry",
            "The ministry",
        ),
        (
            "The Northern Front left the town. The group said that it would return.",
            "Northern Front",
            "The group",
        ),
        (
            "The Lathian Harbour Commission met. The Commission urged both sides to talk.",
            "Lathian Harbour Commission",
            "Commission",
        ),
    ],
)
def test_a_body_is_called_by_what_it_is(read: Read, text: str, name: str, description: str) -> None:
    assert said_of(read(text, MentionStage()), name) == [name, description]


def test_the_company_is_no_ministry(read: Read) -> None:
    draft = read("The Interior Ministry was silent. The company denied the charge.", MentionStage())
    assert said_of(draft, "The company") == ["The company"]


# --- whose office it is


def test_the_minister_of_another_country_is_somebody_else(read: Read) -> None:
    draft = read(
        "France froze the contract. Marek Dolny, the energy minister, met reporters. "
        "Norway kept silent. Norway's energy minister was angry.",
        MentionStage(),
    )
    assert said_of(draft, "Marek Dolny") == ["Marek Dolny"]


def test_a_premier_is_a_prime_minister_and_no_other_minister(read: Read) -> None:
    draft = read(
        "Prime Minister Ann Lee met Energy Minister Tom Ray. Ray left early. The premier stayed.", MentionStage()
    )
    assert said_of(draft, "Ann Lee") == ["Ann Lee", "The premier"]


def test_who_speaks_by_what_he_does_has_been_named_before(read: Read) -> None:
    draft = read(
        "Kostas Velan crossed the border on Friday.\n\n“I still keep the pot,” the driver said.", MentionStage()
    )
    assert said_of(draft, "Kostas Velan") == ["Kostas Velan", "the driver"]


def test_a_former_minister_is_no_minister_named_further_on(read: Read) -> None:
    draft = read(
        "Tsonev grows roses. “They asked me,” the former minister said. Jelena Vukic, the only minister, left.",
        MentionStage(),
    )
    assert said_of(draft, "Jelena Vukic") == ["Jelena Vukic"]
    assert said_of(draft, "Tsonev") == ["Tsonev", "the former minister"]


def test_what_people_are_paid_for_is_no_part_of_them(read: Read) -> None:
    draft = read("The state will pay the drivers for their losses.", MentionStage())
    assert chain(draft, "the drivers").plural


# --- roles that are another's


def test_the_leader_of_the_opposition_is_not_the_prime_minister(read: Read) -> None:
    draft = read(
        "Mila Rostova, the leader of the opposition, said the bridge had been unsafe. Petar Danev denied it. "
        "“There was no such report,” the prime minister said.",
        MentionStage(),
    )
    assert said_of(draft, "Mila Rostova") == ["Mila Rostova"]
    assert said_of(draft, "Petar Danev") == ["Petar Danev", "the prime minister"]


def test_an_office_passes_over_the_subject_just_before_who_has_another_role(read: Read) -> None:
    draft = read(
        "Petar Danev, a lawyer, denied it. “There was no such report,” the prime minister said.", MentionStage()
    )
    assert said_of(draft, "Petar Danev") == ["Petar Danev"]


@pytest.mark.parametrize("adjunct", ["After meeting the opposition leader", "In talks with the opposition leader"])
def test_a_role_that_ends_an_adjunct_is_not_that_of_the_subject_after_it(read: Read, adjunct: str) -> None:
    draft = read(f"{adjunct} Danev said that he would stay.", MentionStage())
    held = [r.words.text for r in draft.of(RoleMention) if r.chain == chain(draft, "Danev").id]
    assert held == []
    assert said_of(draft, "Danev") == ["Danev", "he"]


def test_a_role_before_a_name_inside_the_subject_is_that_name_s(read: Read) -> None:
    draft = read("A lawyer for the opposition leader Petar Danev said that he would stay.", MentionStage())
    held = [r.words.text for r in draft.of(RoleMention) if r.chain == chain(draft, "Petar Danev").id]
    assert held == ["the opposition leader"]


# --- whose pronoun


def test_a_name_in_apposition_to_the_subject_leads_its_sentence(read: Read) -> None:
    draft = read(
        "A clerk who answered the telephone refused to speak. The mayor, Taruzel Mirak, had appeared at the gate, "
        "where he appealed to both sides.",
        MentionStage(),
    )
    assert said_of(draft, "Taruzel Mirak") == ["Taruzel Mirak", "he"]


def test_a_pronoun_after_a_row_of_names_tells_the_gender_of_none(read: Read) -> None:
    draft = read("Radik, Stanet and Leal met on Monday; she left early.", MentionStage())
    assert all(c.gender is not Gender.FEMALE for c in draft.of(Chain))
    one = read("Radik met the envoys on Monday; she left early.", MentionStage())
    assert chain(one, "Radik").gender is Gender.FEMALE


# --- no more than the noun phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Prosecutors questioned a judge for three hours.", "a judge"),
        ("On Monday police detained 14 people.", "police"),
        ("On Monday police detained 14 people.", "14 people"),
        ("The blast killed at least nine people on Friday.", "at least nine people"),
    ],
)
def test_a_description_ends_with_its_noun_phrase(read: Read, text: str, phrase: str) -> None:
    assert phrase in [m.words.text for m in read(text, MentionStage()).of(Mention)]
