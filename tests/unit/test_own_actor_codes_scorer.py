"""The scorer of actor codes: what counts as right, and what a case does not ask for."""

from __future__ import annotations

from typing import Any

from eval.own.actor_codes.score import kept, score


def figure(expected: dict[str, str], country: str | None, *sectors: str, name: str = "all") -> float:
    gold = [{"id": "one", "expected": expected}]
    system: list[dict[str, Any]] = [{"id": "one", "country": country, "sectors": list(sectors)}]
    return score(gold, system)[name]


def test_country_and_sectors_must_all_be_right():
    expected = {"country": "PER", "code_1": "GOV", "code_2": "MIL"}
    assert figure(expected, "PER", "GOV", "MIL") == 100
    assert figure(expected, "PER", "GOV") == 0
    assert figure(expected, "PER", "GOV", name="second") == 0
    assert figure(expected, "CHL", "GOV", "MIL", name="first") == 100


def test_no_code_is_asked_for_in_several_ways():
    for expected in ({"code": "None"}, {"country": "", "code_1": "UNK"}, {"country": "", "code_1": "JNK"}):
        assert figure(expected, None, "UNK") == 100
        assert figure(expected, None, "GOV") == 0


def test_what_a_case_does_not_ask_for_does_not_count():
    assert figure({"country": "PER", "wiki": "Peru"}, "PER", "GOV") == 100
    assert figure({"code_1": "????", "country": "PER"}, "PER", "PTY") == 100


def test_old_names_of_codes_are_read_as_the_manuals():
    assert figure({"country": "XKX", "code_1": "HLH"}, "KOS", "MED") == 100


def test_a_case_without_an_answer_is_wrong_unless_it_asks_for_none():
    gold = [{"id": "a", "expected": {"country": "PER"}}, {"id": "b", "expected": {"code_1": "UNK"}}]
    assert score(gold, [])["all"] == 50


def test_the_list_of_cases_is_not_empty_and_holds_ids_alone():
    assert len(kept()) == 153
    assert all(len(id_) <= 15 and " " not in id_ for id_ in kept())
