from __future__ import annotations

import pytest

from dateline.ids import content_id
from dateline.linking.chronology import Chronology
from dateline.linking.speech.offices import two_offices
from dateline.model import Report, RoleMention
from tests.unit.linking.made import chain_id, report, who, words_in

HOLM, LIND = "Ada Holm", "Bo Lind"


def called(of: Report, name: str, words: str, title: str, *, former: bool = False) -> RoleMention:
    return RoleMention(
        id=content_id("g", of.id, name, words),
        report=of.id,
        chain=chain_id(of, name),
        words=words_in(of, words),
        title=title,
        of=None,
        former=former,
    )


def offices(first: list[RoleMention], second: list[RoleMention], reports: list[Report]) -> list[tuple[str, str]]:
    found = two_offices([*first, *second], who(reports, HOLM, LIND), Chronology(reports))
    return [(pair.first.words.text, pair.second.words.text) for pair in found]


def told(
    own: str, other: str, holder: str | None, *, former: bool = False, later: str = "2030-05-15"
) -> list[tuple[str, str]]:
    """Ada Holm is called `own` in one report and `other` in a second, which calls Bo Lind `holder`."""
    one = report(f"{HOLM}, {own} of the clinics, spoke. {LIND} was there.")
    two = report(f"{HOLM}, {other}, spoke. {LIND}, {holder or 'guest'}, was there.", later)
    held = [called(two, LIND, holder, holder, former=former)] if holder else []
    return offices([called(one, HOLM, own, own)], [called(two, HOLM, other, other), *held], [one, two])


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("chief executive", "works doctor"),
        ("union leader", "night nurse"),
        ("head", "bookkeeper"),
        ("harbour commander", "ship's engineer"),
        ("chairwoman", "chief engineer"),
    ],
)
def test_an_office_that_another_holds_by_the_other_report_is_disputed(own: str, other: str) -> None:
    assert told(own, other, own) == [(own, other)]


def test_two_things_that_somebody_is_are_no_dispute_while_nobody_else_holds_one() -> None:
    assert told("chief executive", "works doctor", None) == []


def test_a_post_that_many_hold_is_no_dispute() -> None:
    assert told("striker", "teacher", "striker") == []


def test_who_held_the_office_before_does_not_dispute_it() -> None:
    assert told("chief executive", "works doctor", "chief executive", former=True) == []


def test_weeks_later_the_office_may_have_another_holder() -> None:
    assert told("chief executive", "works doctor", "chief executive", later="2030-06-15") == []
