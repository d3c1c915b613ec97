"""The day of a report's main event, and the words that give it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from dateline.reading.events import EventStage
from dateline.reading.mentions import MentionStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.stage import Draft
from dateline.story.main_event import MainEvent, main_event
from dateline.story.report_reading import ReportReading


@pytest.fixture
def told(read: Callable[..., Draft]) -> Callable[..., MainEvent]:
    """told(text, title=..., published=...) is the main event of a small report."""

    def of(text: str, **given: str | None) -> MainEvent:
        draft = read(text, TimexStage(), MentionStage(), QuotationStage(), EventStage(), **given)
        return main_event(ReportReading.of(draft.report, draft.of))

    return of


def when(event: MainEvent) -> tuple[str | None, dt.date | None]:
    return (event.when.text if event.when else None), event.day


def test_an_evening_hour_without_a_day_was_the_evening_before(told: Callable[..., MainEvent]) -> None:
    event = told(
        "A warehouse burned down in Karsund. The fire in the warehouse broke out shortly before 9 pm.",
        title="Warehouse burns down in Karsund",
        published="2030-05-14",
    )
    assert when(event) == ("shortly before 9 pm", dt.date(2030, 5, 13))


def test_a_morning_hour_without_a_day_was_that_of_publication(told: Callable[..., MainEvent]) -> None:
    event = told(
        "A warehouse burned down in Karsund. The fire in the warehouse broke out at 6 am.",
        title="Warehouse burns down in Karsund",
        published="2030-05-14",
    )
    assert event.day == dt.date(2030, 5, 14)


def test_the_date_under_a_post_is_not_the_day(told: Callable[..., MainEvent]) -> None:
    event = told(
        "A warehouse burned down in Karsund on Sunday.\n\n"
        "Karsund warehouse burns down, crews are there. — Karsund Fire (@KarsundFire) May 14, 2030",
        title="Karsund warehouse burns down",
        published="2030-05-14",
    )
    assert event.day == dt.date(2030, 5, 12)


def test_a_report_of_unknown_date_takes_the_year_from_its_own_full_date(told: Callable[..., MainEvent]) -> None:
    event = told(
        "Karsund won the cup on June 3.\n\nThe cup was handed over on June 3, 2028, in the rain.",
        title="Karsund wins the cup",
        published=None,
    )
    assert event.day == dt.date(2028, 6, 3)


def test_a_weekday_says_more_than_this_morning(told: Callable[..., MainEvent]) -> None:
    event = told(
        "President Odran Velk met Minister Sira Tamm in Karsund this morning.\n\n"
        "Velk and Tamm spoke for an hour on Tuesday.",
        title="Velk meets Tamm in Karsund",
        published="2030-05-14",
    )
    assert when(event) == ("Tuesday", dt.date(2030, 5, 14))


def test_the_meeting_that_a_later_sentence_dates_is_the_one_of_the_headline(
    told: Callable[..., MainEvent],
) -> None:
    event = told(
        "President Odran Velk has met Minister Sira Tamm in Karsund.\n\n"
        "After Sunday's meeting in Karsund, Velk said: “We have begun.”",
        title="Velk meets Tamm in Karsund",
        published="2030-05-14",
    )
    assert when(event) == ("Sunday", dt.date(2030, 5, 12))
