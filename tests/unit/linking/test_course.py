"""The course of one act: planned, moved, called off, happened."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.linking.acts.course import moved, of_one_course, standing
from dateline.linking.acts.sameness import clash, one_act
from dateline.linking.acts.telling import Telling, says_moved, telling
from dateline.linking.speech.spoken import tokens
from dateline.model import Event, EventType, Report, Status
from tests.unit.linking.made import day, event, report, sentence_at, who

PARTIES = ("Noor", "Pell")


def told(text: str, trigger: str, iso: str, status: Status, by: tuple[str, ...] = PARTIES) -> Telling:
    of: Report = report(text, "2030-05-14")
    happening = event(of, trigger, EventType.CONSULT, time=day(iso), status=status, actors=by)
    return as_told(of, happening)


def arrest(text: str, trigger: str, iso: str, rule: str) -> Telling:
    of: Report = report(text, "2030-05-14")
    happening = event(of, trigger, EventType.COERCE, mode="arrest", time=day(iso), recipients=("Noor",))
    return as_told(of, replace(happening, time_rule=rule))


def as_told(of: Report, happening: Event) -> Telling:
    return telling(happening, who([of], *PARTIES), sentence_at(of, happening.words).words)


PLAN = told("Noor and Pell are to meet on 20 May.", "meet", "2030-05-20", Status.PLANNED)
MOVED = told("Noor and Pell will now meet on 28 May.", "meet", "2030-05-28", Status.PLANNED)
HAPPENED = told("Noor met Pell on 28 May.", "met", "2030-05-28", Status.HAPPENED)
CANCELLED = told("Noor called off the talks with Pell.", "talks", "2030-05-17", Status.NEGATED)


def test_what_is_moved_is_one_with_what_was_planned() -> None:
    same = one_act(PLAN, MOVED)

    assert same is not None
    assert "one moves what the other plans" in same.reasons


def test_a_plan_that_nobody_moved_stays_apart_from_what_happened_on_another_day() -> None:
    assert one_act(PLAN, HAPPENED) is None
    assert clash(PLAN, HAPPENED)


def test_a_third_telling_that_moves_it_lets_plan_and_happening_stand_together() -> None:
    assert not clash(PLAN, HAPPENED, moving=True)


def test_two_happenings_on_two_days_are_never_one_though_a_plan_was_moved() -> None:
    earlier = told("Noor met Pell on 20 May.", "met", "2030-05-20", Status.HAPPENED)

    assert clash(earlier, HAPPENED, moving=True)


def test_a_plan_is_called_off_on_a_day_that_is_not_its_own() -> None:
    same = one_act(PLAN, CANCELLED)

    assert same is not None
    assert "one calls off what the other plans" in same.reasons


def test_what_happened_was_not_called_off() -> None:
    assert clash(HAPPENED, CANCELLED)


def test_plans_of_other_parties_are_not_moved() -> None:
    alone = told("Noor will now meet aides on 28 May.", "meet", "2030-05-28", Status.PLANNED, ("Noor",))

    assert not of_one_course(PLAN, alone)
    assert moved(PLAN, alone)  # the words alone would do


def test_what_is_postponed_is_still_planned() -> None:
    put_off = told("The talks of Noor and Pell were postponed.", "talks", "2030-05-28", Status.NEGATED)

    assert standing(put_off) is Status.PLANNED
    assert standing(CANCELLED) is Status.NEGATED


@pytest.mark.parametrize(
    ("sentence", "moves"),
    [
        ("The summit was postponed to June.", True),
        ("She will now arrive on Friday, later than planned.", True),
        ("She will arrive on Friday as planned.", False),
        ("He now says that he will come.", False),
    ],
)
def test_a_sentence_says_that_a_plan_was_moved(sentence: str, moves: bool) -> None:
    assert says_moved(tokens(sentence)) is moves


DATED = arrest("Noor was arrested on 3 May.", "arrested", "2030-05-03", "with its word")


def test_an_arrest_is_recalled_without_its_day() -> None:
    recalled = arrest("The aides of Noor, who was arrested, wept.", "arrested", "2030-05-13", "narrative day")

    assert one_act(DATED, recalled)


def test_an_arrest_that_no_text_dates_is_told_again_a_week_later() -> None:
    first, again = (
        arrest(f"Noor, the aide of a minister, was arrested, {who_says} said.", "arrested", iso, "narrative day")
        for iso, who_says in (("2030-05-06", "a lawyer"), ("2030-05-13", "friends"))
    )

    assert one_act(first, again)


def test_two_arrests_with_days_of_their_own_stay_apart() -> None:
    again = arrest("Noor was arrested on 13 May.", "arrested", "2030-05-13", "with its word")

    assert one_act(DATED, again) is None


def test_nobody_recalls_what_is_still_to_come() -> None:
    before = arrest("The aides of Noor, who was arrested, wept.", "arrested", "2030-04-20", "narrative day")

    assert one_act(DATED, before) is None
