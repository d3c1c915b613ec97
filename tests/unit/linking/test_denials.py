"""What a clause denies outright, and which clauses of other reports say that it was done."""

from __future__ import annotations

import pytest

from dateline.linking.speech.contradictions import is_rare_thing
from dateline.linking.speech.denials import assertions, denials
from dateline.model import ConflictKind
from tests.unit.linking.conftest import Tell

DAY, NEXT, YEAR_LATER = "2030-05-14", "2030-05-15", "2031-04-02"


@pytest.mark.parametrize(
    ("denial", "assertion"),
    [
        ("No sample was diluted in this laboratory", "the sample had been diluted with water"),
        ("We have poured no oil into the bay", "the crew poured oil overboard for an hour"),
        ("There was no autopsy", "an autopsy was carried out in the hospital"),
        ("Nobody altered the minutes", "the minutes were altered by hand"),
        ("She never inspected the lift", "the lift had been inspected in March"),
        ("No stun grenades were thrown in the yard", "a stun grenade landed between the desks"),
        ("Not one of us got a letter", "the tenants had been written to in March"),
        ("No inspector has set foot in the mill", "the boiler was inspected twice"),
        ("He has admitted nothing", "the driver confessed that night"),
        ("There was never any intention to sell the farm", "the bishop wanted to sell the farm"),
        ("She has not received one penny", "the bank paid her in cash"),
        ("Nobody lifted so much as a pebble", "stones were thrown at the guards"),
        ("At no time was the pump inspected", "the pump was inspected"),
        ("Nobody at the quarry gave any order to blast", "the office rang and told me to blast"),
    ],
)
def test_what_one_clause_denies_another_asserts(denial: str, assertion: str) -> None:
    topics = frozenset(said.topic for said in denials(denial))
    assert topics
    assert assertions(assertion, topics)


@pytest.mark.parametrize(
    ("denial", "other"),
    [
        ("Nobody resigned", "students called on the rector to resign"),
        ("Nobody resigned", "the crowd chanted for his resignation"),
        ("No sample was diluted", "the sample may have been diluted"),
        ("No sample was diluted", "no sample had been diluted"),
        ("Nobody inspected the lift", "the inspector was on holiday"),
        ("They carried nothing but flowers", "the men carried a banner"),
        ("He was told not to touch a nurse", "a nurse was touched by the story"),
        ("No sample was diluted", "inspectors asked whether a sample was diluted"),
    ],
)
def test_what_is_asked_for_feared_or_denied_as_well_is_not_asserted(denial: str, other: str) -> None:
    assert assertions(other, frozenset(said.topic for said in denials(denial))) == {}


def test_a_name_is_not_denied() -> None:
    assert denials("it was opened not by Farr") == {}


def statements(tell: Tell, *reports: tuple[str, str]) -> int:
    return sum(one.kind is ConflictKind.STATEMENT for one in tell(*reports).conflicts())


def test_a_denial_is_set_against_what_is_told_in_another_report(tell: Tell) -> None:
    first = "“No sample was diluted at the Tamm clinic,” its director, Ned Farr, said on Monday."
    second = "A sample had been diluted at the Tamm clinic, said Joan Petch, who worked for Ned Farr."
    assert statements(tell, (DAY, first), (NEXT, second)) == 1


def test_a_denial_is_still_one_when_an_inquiry_ends(tell: Tell) -> None:
    first = "“No sample was diluted at the Tamm clinic,” its director, Ned Farr, told Joan Petch on Monday."
    second = "Samples were diluted at the Tamm clinic of Ned Farr for years, a judge told Joan Petch."
    assert statements(tell, (DAY, first), (YEAR_LATER, second)) == 1


def test_what_two_clinics_do_is_no_conflict(tell: Tell) -> None:
    first = "“No sample was diluted at the Tamm clinic,” its director, Ned Farr, said on Monday."
    second = "Samples were diluted at the Lorvan clinic, which competes with Ned Farr, Joan Petch said."
    assert statements(tell, (DAY, first), (NEXT, second)) == 0


def test_two_doers_are_no_conflict(tell: Tell) -> None:
    first = "Ned Farr has not signed the Tamm appeal against the dam, he said on Monday."
    second = "Joan Petch has signed the Tamm appeal against the dam, her office said on Monday."
    assert statements(tell, (DAY, first), (NEXT, second)) == 0


def test_a_rare_thing_that_one_report_denies_and_another_has_is_a_conflict(tell: Tell) -> None:
    first = 'Lena Orvik lives in Tarn. "There was no tachograph in the cab," said Lena Orvik.'
    second = 'Pavel Dorn is from Tarn. "The tyres were new and there was a tachograph," he wrote.'
    assert statements(tell, (DAY, first), (NEXT, second)) == 1


def test_a_verb_or_a_common_noun_is_no_rare_thing() -> None:
    assert [w for w in ("arrested", "table", "tachograph") if is_rare_thing(w)] == ["tachograph"]
