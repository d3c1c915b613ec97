"""Whether two printed names may be one organisation's or one place's."""

from __future__ import annotations

import pytest

from dateline.linking.names.same_body import numbered_apart, same_organisation, same_place


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ministry of Finance of Norland", "Norland Finance Ministry"),
        ("Norlandian Bank", "Bank of Norland"),
        ("NTU", "Norlandian Teachers' Union"),
        ("Norland Steel AG", "Norland Steel"),
        ("Centre for Peace", "Center for Peace"),
        ("Harbour News Agency", "Harbour"),
        ("Union der Arbeiter", "Workers' Union"),
        ("Weltbank", "World Bank"),
        ("ООН", "UN"),
    ],
)
def test_one_body_is_known_under_two_names(a: str, b: str) -> None:
    assert same_organisation(a, b)
    assert same_organisation(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("1st Rifle Brigade", "2nd Rifle Brigade"),
        ("Ministry of Finance of Norland", "Ministry of Finance of Sudland"),
        ("Norland Finance Ministry", "Norland Foreign Ministry"),
        ("Farmers' League, Ost branch", "Farmers' League, West branch"),
        ("United Nations", "United Nations Children's Fund"),
        ("Harbour Herald", "Harbour Herald Rowing Club"),
        ("Party of Democratic Order", "Party of Democratic Orders Abroad"),
    ],
)
def test_bodies_of_like_names_stay_apart(a: str, b: str) -> None:
    assert not same_organisation(a, b)
    assert not same_organisation(b, a)


def test_an_acronym_that_fits_by_chance_is_told_by_what_the_bodies_are() -> None:
    assert not same_organisation("NTU", "Northern Tennis Umpires", "trade union", "sports body")
    assert same_organisation("NTU", "Northern Tennis Umpires", "umpires", "umpires of tennis")


@pytest.mark.parametrize(("a", "b"), [("Wien", "Vienna"), ("Москва", "Moscow"), ("St Olm", "Saint Olm")])
def test_a_town_is_known_in_two_languages(a: str, b: str) -> None:
    assert same_place(a, b)


@pytest.mark.parametrize(("a", "b"), [("Paris, France", "Paris, Texas"), ("Iran", "Iraq"), ("Mali", "Malawi")])
def test_namesake_towns_and_like_lands_stay_apart(a: str, b: str) -> None:
    assert not same_place(a, b)


@pytest.mark.parametrize("odd", ["", "()", "🙂", "-", "," * 50, "A" * 20_000])
def test_odd_names_never_raise(odd: str) -> None:
    assert not same_organisation(odd, "Norland Bank")
    assert not same_place(odd, "Vienna")


def test_a_number_or_a_country_parts_names_that_are_alike_otherwise() -> None:
    assert numbered_apart(("1st", "rifle", "brigade"), ("2nd", "rifle", "brigade"))
    assert numbered_apart(("bank", "of", "austria"), ("bank", "of", "australia"))
    assert not numbered_apart(("first", "rifle", "brigade"), ("1st", "rifle", "brigade"))
    assert not numbered_apart(("rifle", "brigade"), ("2nd", "rifle", "brigade"))
