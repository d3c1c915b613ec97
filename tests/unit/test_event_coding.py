"""PLOVER's and CAMEO's codes of acts that have happened, are to come, or were refused."""

from __future__ import annotations

import pytest

from dateline.export.coding import auxiliary_mode, cameo_code, plover_type, quad_class, scale
from dateline.model import EventType, Status
from dateline.vocabulary import load
from training.sentences import MODES

PLOVER = [type_ for type_ in EventType if type_.is_plover]


@pytest.mark.parametrize("type_", ["CONSULT", "SUPPORT", "COOPERATE", "AID"])
def test_a_promise_of_cooperation_is_an_agreement(type_: str) -> None:
    assert plover_type(EventType(type_), Status.PROMISED) is EventType.AGREE
    assert plover_type(EventType(type_), Status.HAPPENED) is EventType(type_)


def test_a_withdrawal_to_come_is_conceded() -> None:
    assert plover_type(EventType.RETREAT, Status.PLANNED) is EventType.CONCEDE
    assert cameo_code(EventType.RETREAT, "withdraw", Status.PLANNED) == "035"


def test_help_refused_is_a_rejection_but_a_protest_that_did_not_happen_stays_one() -> None:
    assert plover_type(EventType.AID, Status.NEGATED) is EventType.REJECT
    assert plover_type(EventType.PROTEST, Status.NEGATED) is EventType.PROTEST
    assert auxiliary_mode(EventType.PROTEST, Status.NEGATED) == "negation"


def test_an_auxiliary_mode_never_stands_beside_a_type_that_says_it() -> None:
    assert auxiliary_mode(EventType.AID, Status.PROMISED) is None
    assert auxiliary_mode(EventType.PROTEST, Status.PLANNED) == "future"
    assert auxiliary_mode(EventType.ASSAULT, Status.HAPPENED) is None


def test_own_types_have_no_code() -> None:
    assert plover_type(EventType.MOVE, Status.HAPPENED) is None
    assert cameo_code(EventType.ELECTION, None, Status.HAPPENED) is None


def test_conflict_to_come_is_threatened_in_cameo() -> None:
    assert cameo_code(EventType.ASSAULT, "aerial", Status.HAPPENED) == "195"
    assert cameo_code(EventType.ASSAULT, "aerial", Status.PLANNED) == "138"


@pytest.mark.parametrize("type_", PLOVER)
def test_every_mode_has_a_code_and_a_score_on_its_side_of_the_scale(type_: EventType) -> None:
    table = load("event_codes")[type_]
    assert set(table["cameo"]) - {"-"} == set(MODES[type_.value])
    for mode in (None, *sorted(MODES[type_.value])):
        code = cameo_code(type_, mode, Status.HAPPENED)
        assert code is not None
        assert code.isdigit()
        assert 3 <= len(code) <= 4
        assert (scale(type_, mode) > 0) == (quad_class(type_) <= 2) or scale(type_, mode) in {0, 0.5}
