"""Traps that real reports set to a reader of dates, each on a text of our own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from dateline.model import Event, EventType, Status, Timex
from dateline.reading.events import EventStage
from dateline.reading.mentions import MentionStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.stage import Draft

Read = Callable[..., Draft]
MONDAY = "2030-05-13"


def timex(draft: Draft, words: str) -> Timex:
    return next(found for found in draft.of(Timex) if words in found.words.text)


@pytest.mark.parametrize("words", ["last summer's polls", "last summer’s vote"])
def test_last_summer_in_september_may_be_either_summer(read: Read, words: str) -> None:
    draft = read(f"Mara Lind believes that she won {words}.", TimexStage(), published="2030-09-17")
    time = timex(draft, "last summer").time
    assert time
    assert time.earliest
    assert time.latest
    assert time.earliest <= dt.date(2029, 6, 21)
    assert time.latest >= dt.date(2030, 8, 31)


def test_what_is_planned_on_monday_in_mondays_report_is_planned_for_that_day(read: Read) -> None:
    draft = read(
        "A further walkout is planned on Monday after numerous reports of stoppages in recent days.",
        TimexStage(),
        published=MONDAY,
    )
    time = timex(draft, "Monday").time
    assert time
    assert (time.earliest, time.latest) == (dt.date(2030, 5, 13), dt.date(2030, 5, 13))


def test_what_is_planned_on_monday_is_an_act_that_is_planned(read: Read) -> None:
    draft = read(
        "A further strike is planned on Monday in Karsund.",
        TimexStage(),
        MentionStage(),
        QuotationStage(),
        EventStage(),
        published=MONDAY,
    )
    (strike,) = (event for event in draft.of(Event) if event.type is EventType.PROTEST)
    assert strike.status is Status.PLANNED
    assert strike.time
    assert strike.time.edtf == MONDAY
