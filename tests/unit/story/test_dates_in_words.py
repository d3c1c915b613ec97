"""Dates, counts and scores in plain English."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.fuzzydate import FuzzyDate, Precision
from dateline.story.wording import (
    UNKNOWN_DATE,
    count_of,
    date_in_words,
    days_in_words,
    list_in_words,
    number_in_words,
    score_in_words,
    sources_in_words,
)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def between(first: str | None, last: str | None) -> FuzzyDate:
    return FuzzyDate.between(day(first) if first else None, day(last) if last else None)


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (None, UNKNOWN_DATE),
        (FuzzyDate.day(day("2031-09-29")), "29 Sept 2031"),
        (FuzzyDate.month(2031, 5), "May 2031"),
        (FuzzyDate.year(1994), "1994"),
        (between("2031-05-03", "2031-05-07"), "between 3 and 7 May 2031"),
        (between("2031-05-30", "2031-06-02"), "between 30 May and 2 June 2031"),
        (between("2030-12-30", "2031-01-02"), "between 30 Dec 2030 and 2 Jan 2031"),
        (between(None, "2031-08-17"), "by 17 Aug 2031"),
        (between("2031-08-09", None), "since 9 Aug 2031"),
        (FuzzyDate(day("1994-01-01"), None, Precision.OPEN, "1994/.."), "since 1994"),
        (FuzzyDate(None, day("1994-03-31"), Precision.OPEN, "../1994-03"), "by March 1994"),
        (FuzzyDate(day("2031-06-01"), day("2031-08-31"), Precision.SEASON, "2031-22"), "summer 2031"),
        (FuzzyDate(day("2031-07-01"), day("2031-09-30"), Precision.QUARTER, "2031-35"), "third quarter of 2031"),
        (FuzzyDate(day("1990-01-01"), day("1999-12-31"), Precision.DECADE, "199X"), "the 1990s"),
        (FuzzyDate(day("1994-01-01"), day("1994-12-31"), Precision.YEAR, "1994~"), "about 1994"),
    ],
)
def test_a_date_reads_as_precisely_as_it_was_stated(date: FuzzyDate | None, words: str) -> None:
    assert date_in_words(date) == words


def test_days_inside_a_sentence_of_ours_are_written_out() -> None:
    assert days_in_words("one act on 2020-09-28 or 2020-09-29") == "one act on 28 Sept 2020 or 29 Sept 2020"
    assert days_in_words("AFP text of 2020-09-29") == "AFP text of 29 Sept 2020"
    assert days_in_words("on 2020-04-26/2020-04-27") == "on 26 April 2020 to 27 April 2020"
    assert days_in_words("flight 2020-99-99, file 2020-09-29-b") == "flight 2020-99-99, file 2020-09-29-b"


def test_two_disputed_days_read_as_an_alternative() -> None:
    assert date_in_words(between("2031-05-03", "2031-05-04"), disputed=True) == "3 or 4 May 2031, disputed"


def test_disputed_days_further_apart_read_as_an_interval() -> None:
    assert (
        date_in_words(between("2031-05-03", "2031-05-09"), disputed=True) == "between 3 and 9 May 2031, disputed"
    )


def test_unknown_outlets_and_origins_are_never_rounded_up() -> None:
    assert sources_in_words(3, 2, 1, 1, 3) == "3 reports / 2 outlets (1 unknown) / 1–3 independent origins"


def test_one_of_each_is_singular_and_nothing_unknown_is_not_mentioned() -> None:
    assert sources_in_words(1, 1, 0, 1, 1) == "1 report / 1 outlet / 1 independent origin"


def test_counts_take_the_plural_they_are_given() -> None:
    assert [count_of(1, "country", "countries"), count_of(2, "country", "countries")] == [
        "1 country",
        "2 countries",
    ]


def test_lists_end_in_and() -> None:
    assert [list_in_words(["a", "b", "c"][:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]


def test_numbers_show_their_bounds() -> None:
    assert number_in_words(40, None) == "40 or more"
    assert number_in_words(20000, 99999) == "20,000 to 99,999"
    assert number_in_words(1250000, 1250000) == "1,250,000"
    assert number_in_words(2.5, 2.5) == "2.5"


@pytest.mark.parametrize(
    ("score", "words"),
    [(1.0, "strong (1.00)"), (0.8, "strong (0.80)"), (0.5, "fair (0.50)"), (0.0, "weak (0.00)")],
)
def test_a_score_is_a_word_and_a_number(score: float, words: str) -> None:
    assert score_in_words(score) == words


@given(st.dates(), st.dates(), st.sampled_from(Precision), st.text(max_size=12), st.booleans())
def test_any_date_has_words_and_none_of_them_is_empty(
    one: dt.date, other: dt.date, precision: Precision, edtf: str, disputed: bool
) -> None:
    first, last = min(one, other), max(one, other)
    for date in (
        FuzzyDate(first, last, precision, edtf),
        FuzzyDate(first, None, precision, edtf),
        FuzzyDate(None, last, precision, edtf),
    ):
        assert date_in_words(date, disputed=disputed).strip()
