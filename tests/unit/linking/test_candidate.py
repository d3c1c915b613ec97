"""How near two printed names are."""

from __future__ import annotations

import pytest

from dateline.linking.names.candidate import nearness


def test_one_letter_is_near_and_three_are_not() -> None:
    assert nearness("Peter Hollow", "Peter Hallow", person=True) > 0.5
    assert nearness("Peter Hollow", "Peter Hotlew", person=True) > 0.5
    assert nearness("Peter Hollow", "Peter Harper", person=True) < 0.5


def test_another_given_name_is_not_near() -> None:
    assert nearness("Peter Hollow", "Gregor Hollow", person=True) < 0.5


def test_a_word_left_out_or_joined_costs_little() -> None:
    assert nearness("Peter Amos Hollow", "Peter Hollow", person=True) > 0.8
    assert nearness("PeterHollow", "Peter Hollow", person=True) > 0.8


def test_legal_forms_and_points_do_not_part_companies() -> None:
    assert nearness("Q.R.S. Motors Ltd", "QRS Motors", person=False) == 1.0
    assert nearness("Norland Open Joint Stock Company", "OAO Norland", person=False) == 1.0


def test_scripts_are_compared_by_sound() -> None:
    assert nearness("Сергей Головач", "Sergei Golovach", person=True) > 0.8
    assert nearness("سامر البغدادي", "Samer al-Baghdadi", person=True) > 0.8


@pytest.mark.parametrize("person", [True, False])
@pytest.mark.parametrize("odd", ["", "🙂", "''", "A.B.", "x" * 20_000])
def test_odd_names_have_a_score_between_0_and_1(odd: str, person: bool) -> None:
    assert 0.0 <= nearness(odd, "Peter Hollow", person=person) <= 1.0
    assert nearness(odd, "Peter Hollow", person=person) == nearness("Peter Hollow", odd, person=person)
