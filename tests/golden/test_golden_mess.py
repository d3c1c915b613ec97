"""The golden mess: what an editor reads in each input, and how much of it intake must find."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden.mess_score import FIELDS, Score, cases, score

CASES = cases()
FURNITURE_MARKED = 0.95  # of the letters of the furniture of all cases
BODY_KEPT = 0.99  # of the letters of the bodies of all cases
CASE_KEPT = 0.97  # of those of each: no one report may pay for the others
FIELD_RIGHT = 0.95  # of the cases, for each field


@pytest.fixture(scope="module")
def total() -> Score:
    whole = Score()
    for path in CASES:
        whole.add(score(path))
    return whole


def test_every_letter_that_a_case_shows_is_in_its_reading(total: Score) -> None:
    assert total.cases == len(CASES)
    assert total.furniture > 0 < total.body


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_the_body_of_each_case_is_kept(path: Path) -> None:
    found = score(path)
    assert found.body_kept >= CASE_KEPT * found.body, found.errors


def test_the_furniture_of_the_mess_is_marked_and_its_bodies_are_kept(total: Score) -> None:
    assert total.furniture_found >= FURNITURE_MARKED * total.furniture, total.errors
    assert total.body_kept >= BODY_KEPT * total.body, total.errors


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_is_right_in_the_mess(field: str, total: Score) -> None:
    assert total.fields_right[field] >= FIELD_RIGHT * total.cases, total.errors
