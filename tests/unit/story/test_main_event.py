"""Who, what, when and where of a report, from its headline and lede."""

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


def words(event: MainEvent, question: str) -> str | None:
    answer = getattr(event, question)
    return answer.text if answer else None


LEDE = (
    "President Odran Velk met Foreign Minister Sira Tamm in Karsund on Monday, his office said.\n\n"
    "Velk had lost Friday's vote in parliament. Tamm said that she would travel home on Tuesday."
)


def test_a_report_is_told_in_four_lines(told: Callable[..., MainEvent]) -> None:
    event = told(LEDE, title="Velk meets Tamm in Karsund after lost vote", published="2030-05-14")
    assert words(event, "who") == "Odran Velk"
    assert words(event, "what") == "meets Tamm in Karsund"
    assert (words(event, "when"), event.day) == ("Monday", dt.date(2030, 5, 13))
    assert words(event, "where") == "Karsund"
    assert event.event is not None


def test_the_day_of_another_event_is_not_the_day(told: Callable[..., MainEvent]) -> None:
    event = told(
        "Odran Velk has promised to rebuild the bridge of Karsund, days after Friday's vote.",
        title="Velk promises to rebuild the bridge of Karsund",
        published="2030-05-14",
    )
    assert event.day == dt.date(2030, 5, 14)


def test_where_no_day_is_told_it_is_that_of_publication_and_says_so(told: Callable[..., MainEvent]) -> None:
    event = told("Odran Velk praised the miners.", title="Velk praises miners", published="2030-05-14")
    assert event.day == dt.date(2030, 5, 14)
    assert event.when is not None
    assert event.when.found_in == "publication"


def test_without_any_day_there_is_none(told: Callable[..., MainEvent]) -> None:
    event = told("Odran Velk praised the miners.", title="Velk praises miners", published=None)
    assert (event.when, event.day) == (None, None)


def test_a_place_is_printed_with_the_region_behind_its_comma(told: Callable[..., MainEvent]) -> None:
    event = told(
        "Two trains collided in Karsund, northern Norway, on Sunday.",
        title="Trains collide",
        published="2030-05-14",
    )
    assert words(event, "where") == "Karsund, northern Norway"


def test_who_stands_behind_the_comma_of_a_place_is_no_region(told: Callable[..., MainEvent]) -> None:
    event = told("In Bergen, Tamm opened a school on Sunday.", title="Tamm opens school", published="2030-05-14")
    assert words(event, "where") == "Bergen"


def test_a_town_in_the_lede_goes_before_the_country_of_the_headline(told: Callable[..., MainEvent]) -> None:
    event = told(
        "A ferry sank in Bergen on Sunday, rescuers in Norway said.",
        title="Ferry sinks in Norway",
        published="2030-05-14",
    )
    assert words(event, "where") == "Bergen"


def test_a_label_before_a_colon_is_neither_who_nor_what(told: Callable[..., MainEvent]) -> None:
    event = told(
        "Sira Tamm resigned on Monday, the Ostrav Council said.",
        title="Ostrav Council: Sira Tamm resigns after fraud inquiry",
        published="2030-05-14",
    )
    assert words(event, "who") == "Sira Tamm"
    assert words(event, "what") == "resigns"


def test_a_report_without_a_headline_is_told_by_its_lede(told: Callable[..., MainEvent]) -> None:
    event = told(LEDE, published="2030-05-14")
    assert words(event, "who") == "Odran Velk"
    assert event.what is not None
    assert event.what.found_in == "lede"
    assert event.what.text.startswith("President Odran Velk met")


@pytest.mark.parametrize("text", ["A", "…", "“”\n\n!", "\U0001f600 \u202e 1e9 31/02/2030"])
def test_odd_texts_have_answers_or_none(told: Callable[..., MainEvent], text: str) -> None:
    event = told(text, title=None, published=None)
    assert event.day is None
    assert event.where is None


def test_who_does_it_may_stand_in_the_second_clause_of_a_headline(told: Callable[..., MainEvent]) -> None:
    event = told(
        "Karsund Rovers fans filled the streets after the Winter Series.",
        title="Winter Series 2030: Tears of joy as Karsund Rovers fans celebrate",
        published="2030-05-14",
    )
    assert words(event, "who") == "Karsund Rovers fans"


def test_the_first_word_of_a_longer_name_is_not_where(told: Callable[..., MainEvent]) -> None:
    event = told(
        "Velk called it the best drive in Formula One. Velk won the race in Karsund.",
        title="Velk wins the race",
        published="2030-05-14",
    )
    assert words(event, "where") == "Karsund"
