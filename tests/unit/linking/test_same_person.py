"""Whether two printed names may be one person's."""

from __future__ import annotations

import pytest

from dateline.linking.names.same_person import Bearer, same_bearer, same_person
from dateline.model import Gender


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Siarhei Halavach", "Sergey Golovach"),  # Belarusian and Russian
        ("Сергей Головач", "Sergei Golowatsch"),  # Russian and German
        ("Hryhoriy Zhdanko", "Grigori Jdanko"),  # Ukrainian and French
        ("Yousef al-Khatibi", "Youssef El Katibi"),
        ("Abd al-Karim Nassiri", "Abdelkarim Nasiri"),
        ("سامر البغدادي", "Samer al-Baghdadi"),
        ("王建国", "Wang Jianguo"),
        ("Jianguo Wang", "Wang Jianguo"),
        ("최민호", "Choi Min-ho"),
        ("Γιώργος Παππάς", "Giorgos Pappas"),
        ("Ševčík Jaroslav", "Jaroslav Sevcik"),
        ("Dr. Peter Hollow", "Peter Hollow"),
        ("P. Hollow", "Peter Hollow"),
        ('Robert "Bob" Tarn', "Bob Tarn"),
        ("Pet3r Hollow", "Peter Hollow"),
        ("Ivan Sergeevich Morozko", "Ivan Morozko"),
        ("Pablo Rey Duarte", "Pablo Rey"),
        ("Hollow, Peter", "Peter Hollow"),
        ("Mr Hollow", "Peter Hollow"),
        ("Mukarrama Nazimi", "Mokarrama Nazimi"),
        ("Jörg Köppen", "Joerg Koeppen"),
    ],
)
def test_one_person_is_known_under_two_spellings(a: str, b: str) -> None:
    assert same_person(a, b)
    assert same_person(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Tom Hollow", "Tim Hollow"),
        ("Dan Hollow", "Don Hollow"),
        ("Pavel Morozko", "Olga Morozko"),
        ("Pavel Vetrov", "Pavla Vetrova"),
        ("Jonas Baltrunas", "Jonė Baltrūnienė"),
        ("Nikos Pappas", "Niki Pappa"),
        ("Mr Hollow", "Mrs Hollow"),
        ("Peter Hollow Jr.", "Peter Hollow Sr."),
        ("Pablo Rey padre", "Pablo Rey hijo"),
        ("Ivan Sergeevich Morozko", "Ivan Petrovich Morozko"),
        ("Pablo Rey Duarte", "Pablo Rey Lucena"),
        ("J. Hollow", "Peter Hollow"),
        ("Wang Jianguo", "Wang Jianmin"),
        ("Martin Thomas", "Thomas Martin"),
        ("Peter Hollow", "Peter Hallow"),
        ("Julio Duarte", "Julia Duarte"),
        ("Ahmed bin Nasser al-Sabri", "Nasser bin Ahmed al-Sabri"),
    ],
)
def test_kin_and_neighbours_in_the_alphabet_stay_apart(a: str, b: str) -> None:
    assert not same_person(a, b)
    assert not same_person(b, a)


def test_equal_names_with_roles_that_no_one_bearer_has_are_two_people() -> None:
    judge, diver = Bearer("Ana Torrel", ("appeal judge",)), Bearer("Ana Torrel", ("a drowned swimmer",))
    assert not same_bearer(judge, diver)
    assert same_bearer(judge, Bearer("Ana Torrel", ("the judge in the case",)))


def test_a_gender_that_a_report_tells_keeps_bearers_of_one_surname_apart() -> None:
    assert not same_bearer(Bearer("Oru", gender=Gender.MALE), Bearer("Oru", gender=Gender.FEMALE))


@pytest.mark.parametrize("odd", ["", "   ", "“”", "🙂", "-", "Mr", "x" * 20_000, "al", ", ,"])
def test_odd_names_never_raise_and_are_nobody_known(odd: str) -> None:
    assert not same_person(odd, "Peter Hollow")


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Yu. P. Lermin", "Yuri Pavlovich Lermin", True),
        ("Yu. P. Lermin", "Ivan Pavlovich Lermin", False),
        ("Đorđe Malinović", "Djordje Malinovic", True),
        ("Zurab Melawidse", "Zurab Melavidze", True),
        ("Wang Zhiqiang", "Wang Zhiqing", False),
        ("Tran Van Loc", "Tran Thi Loc", False),
        ("Tran Van Loc", "Tran Loc", True),
        ("Marta Alborado", "Marta Alvorado", True),
        ("Marta Berova", "Marta Verova", False),
        ("Jean Rachidi", "Jean Rashidi", True),
    ],
)
def test_letters_that_stand_for_one_sound_and_words_that_tell_another_person(a: str, b: str, same: bool) -> None:
    assert same_person(a, b) is same


def test_ministers_of_one_surname_with_two_portfolios_are_two() -> None:
    finance, interior = (
        Bearer("Minister Dell", ("finance minister",)),
        Bearer("Minister Dell", ("interior minister",)),
    )

    assert not same_bearer(finance, interior)
    assert same_bearer(finance, Bearer("Anna Dell", ("minister",)))
