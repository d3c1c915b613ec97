"""Times that are reckoned from what happened, from a dateline, or from a named day."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.intake.inputs import InputFile
from dateline.intake.read import read_file
from dateline.model import Timex
from dateline.reading.parse import ParseStage
from dateline.reading.timexes import TimexStage
from dateline.settings import DEFAULTS
from dateline.stage import Context
from dateline.testing import arrival, read

PUBLISHED = "2031-04-10"  # a Thursday


@pytest.fixture(scope="module")
def context() -> Context:
    return Context()


def told(context: Context, text: str, words: str, published: str = PUBLISHED) -> str | None:
    """The days of an expression as EDTF, None if it is bound to none; AssertionError if it is not found."""
    draft = read(arrival(text, published=published), ParseStage(), TimexStage(), context=context)
    (timex,) = (each for each in draft.of(Timex) if each.words.text == words)
    return timex.time.edtf if timex.time else None


FROM_ACTS = [
    ("The bridge fell on April 3. Three days after the fall he left.", "Three days", "2031-04-06"),
    ("Three days after the collapse he left. The bridge collapsed on April 3.", "Three days", "2031-04-06"),
    ("The vote was held on March 9. The day after the election, crowds came.", "The day", "2031-03-10"),
    ("They went to the polls on March 9. A week after the vote he fled.", "A week", "2031-03-16"),
    ("He fled on the eve of the vote, which was on April 6.", "the eve", "2031-04-05"),
    (
        "The strike began on March 10. On its 3rd day, on the 20th day of the strike, it rained.",
        "the 20th day",
        "2031-03-29",
    ),
    ("Drivers walked out on March 10. Two weeks into the strike, talks opened.", "Two weeks", "2031-03-24"),
    ("The hunger strike began on 1 March. On day 12 two of them fell ill.", "day 12", "2031-03-12"),
    ("Guns fired on crowds on March 28. Two days after guns fired on crowds, he left.", "Two days", "2031-03-30"),
    ("She died on March 2, 2029. Two years after her death they wept.", "Two years", "2031"),
    ("The blast on Sunday killed six. Hours before the explosion he fled.", "Hours", "2031-04-06"),
    (
        "He was arrested on Sunday, a day after the coup. Two days after the coup, he spoke.",
        "Two days",
        "2031-04-07",
    ),
]


@pytest.mark.parametrize(("text", "words", "days"), FROM_ACTS)
def test_what_is_reckoned_from_an_act_has_the_days_that_the_text_gives_the_act(
    context: Context, text: str, words: str, days: str
) -> None:
    assert told(context, text, words) == days


def test_a_length_from_an_act_of_unknown_date_is_bound_to_no_day(context: Context) -> None:
    assert told(context, "He left three days after the collapse.", "three days") is None


def test_a_day_beside_an_act_of_unknown_date_is_left_out(context: Context) -> None:
    draft = read(
        arrival("He left the day after the vote.", published=PUBLISHED),
        ParseStage(),
        TimexStage(),
        context=context,
    )
    assert draft.of(Timex) == ()


ELLIPSES = [
    ("The talks will be held on April 13 and 14.", "April 13 and 14", "2031-04-13/2031-04-14"),
    ("They met on 5 and 12 March.", "5", "2031-03-05"),
    ("The hearing is set for the 21st.", "the 21st", "2031-04-21"),
    ("She was arrested on the 3rd of the month.", "the 3rd of the month", "2031-04-03"),
    ("He was shot on 24 March and again on the 26th and 27th.", "the 26th and 27th", "2031-03-26/2031-03-27"),
    ("The winter of 2029-30 was hard.", "The winter of 2029-30", "2029-24"),
    ("The order bears the date of 31-07-2030.", "31-07-2030", "2030-07-31"),
    ("The embargo ends on the last day of May.", "the last day of May", "2031-05-31"),
    ("He left half a year ago.", "half a year ago", "2030-10"),
    ("The round is due in two weeks.", "two weeks", "2031-04-24"),
    ("The road was shut for six days from March 16.", "six days from March 16", "2031-03-16/2031-03-21"),
]


@pytest.mark.parametrize(("text", "words", "days"), ELLIPSES)
def test_what_is_left_unsaid_of_a_date_is_told_by_the_words_around(
    context: Context, text: str, words: str, days: str
) -> None:
    assert told(context, text, words) == days


NAMED = [
    ("On Boxing Day the shops were shut.", "Boxing Day", "2030-12-26"),
    ("Crowds filled Paris on Bastille Day.", "Bastille Day", "2030-07-14"),
    ("Finland marked Independence Day in silence.", "Independence Day", "2030-12-06"),
    ("Shots were heard in Washington on Independence Day.", "Independence Day", "2030-07-04"),
    ("They will meet again on Whit Monday.", "Whit Monday", "2031-06-02"),
    ("Both armies rested on Orthodox Easter.", "Orthodox Easter", "2031-04-13"),
    ("Prices rose in Q3 2030.", "Q3 2030", "2030-07-01/2030-09-30"),
]


@pytest.mark.parametrize(("text", "words", "days"), NAMED)
def test_a_named_day_is_a_day_of_the_calendar(context: Context, text: str, words: str, days: str) -> None:
    assert told(context, text, words) == days


def test_a_national_day_without_a_country_is_no_date(context: Context) -> None:
    draft = read(
        arrival("He spoke on Independence Day.", published=PUBLISHED), ParseStage(), TimexStage(), context=context
    )
    assert draft.of(Timex) == ()


LIMITS = [
    ("By Friday, 30 people will have fled.", "Friday", "../2031-04-11"),
    ("The curfew runs through Tuesday.", "Tuesday", "../2031-04-15"),
    ("Nobody had come before 2029.", "2029", "../2028-12-31"),
    ("Nobody came after 2029.", "2029", "2030-01-01/.."),
]


@pytest.mark.parametrize(("text", "words", "days"), LIMITS)
def test_a_limit_leaves_one_end_open(context: Context, text: str, words: str, days: str) -> None:
    assert told(context, text, words) == days


@pytest.mark.parametrize(
    "text",
    [
        "He joined the Friday Club.",
        "The landlord, August Strand, was there.",
        "The annual March for Peace passed.",
    ],
)
def test_a_day_or_month_in_a_name_is_no_date(context: Context, text: str) -> None:
    assert read(arrival(text, published=PUBLISHED), ParseStage(), TimexStage(), context=context).of(Timex) == ()


def test_today_is_the_day_of_the_dateline_and_says_so(context: Context, tmp_path: Path) -> None:
    text = "HARN, 10 April (Coastline) — The pass was closed today by snow, police said."
    page = f"Title: Pass closed\nDate: 2031-04-11\n\n{text}\n"
    path = tmp_path / "report.txt"
    path.write_text(page, encoding="utf-8")
    (given,) = read_file(InputFile(path, path.name), DEFAULTS)
    (timex,) = read(given, ParseStage(), TimexStage(), context=context).of(Timex)
    assert timex.time is not None
    assert (timex.words.text, timex.time.edtf, timex.anchor) == ("today", "2031-04-10", "dateline 2031-04-10")
