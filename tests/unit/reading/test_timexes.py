"""The stage over small texts: which words, which value, which days, from which anchor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dateline.fuzzydate import FuzzyDate
from dateline.model import Sentence, Timex, TimexType
from dateline.reading.parse import ParseStage
from dateline.reading.timexes import TimexStage
from dateline.span import Grounding
from dateline.stage import Draft
from dateline.testing import arrival
from dateline.testing import read as read_arrival

MONDAY = "2030-05-13"
TUESDAY = "2030-05-14"
Read = Callable[..., Draft]


def timexes(read: Read, text: str, published: str | None = TUESDAY) -> list[Timex]:
    return list(read(text, TimexStage(), published=published).of(Timex))


def days(timex: Timex) -> tuple[str | None, str | None]:
    assert timex.time is not None, timex
    ends = timex.time.earliest, timex.time.latest
    return tuple(end.isoformat() if end else None for end in ends)  # type: ignore[return-value]


# published, text, words, value, earliest, latest
DATES = [
    # full dates
    (TUESDAY, "It fell on 9 August 2029.", "9 August 2029", "2029-08-09", "2029-08-09", "2029-08-09"),
    (TUESDAY, "It fell on August 9, 2029.", "August 9, 2029", "2029-08-09", "2029-08-09", "2029-08-09"),
    (TUESDAY, "It fell on Aug. 9, 2029.", "Aug. 9, 2029", "2029-08-09", "2029-08-09", "2029-08-09"),
    (
        TUESDAY,
        "It fell on the 9th of August 2029.",
        "the 9th of August 2029",
        "2029-08-09",
        "2029-08-09",
        "2029-08-09",
    ),
    (TUESDAY, "It fell on 2029-08-09.", "2029-08-09", "2029-08-09", "2029-08-09", "2029-08-09"),
    (TUESDAY, "It fell on 09.08.2029.", "09.08.2029", "2029-08-09", "2029-08-09", "2029-08-09"),
    (TUESDAY, "It fell on 29 February 2028.", "29 February 2028", "2028-02-29", "2028-02-29", "2028-02-29"),
    # without a year: the nearest, unless a verb looks ahead
    (TUESDAY, "The bridge fell on May 9.", "May 9", "2030-05-09", "2030-05-09", "2030-05-09"),
    (TUESDAY, "The bridge fell on Dec. 28.", "Dec. 28", "2029-12-28", "2029-12-28", "2029-12-28"),
    (TUESDAY, "The court will rule on June 3.", "June 3", "2030-06-03", "2030-06-03", "2030-06-03"),
    ("2030-03-10", "She will be sworn in on January 20.", "January 20", "2031-01-20", "2031-01-20", "2031-01-20"),
    ("2030-01-05", "The army left in December.", "December", "2029-12", "2029-12-01", "2029-12-31"),
    # weekdays: past in news, coming after a verb that looks ahead, today on the day itself
    (TUESDAY, "Police freed her on Sunday.", "Sunday", "2030-05-12", "2030-05-12", "2030-05-12"),
    (TUESDAY, "Police free 20 on Sunday", "Sunday", "2030-05-12", "2030-05-12", "2030-05-12"),
    (TUESDAY, "They will meet on Wednesday.", "Wednesday", "2030-05-15", "2030-05-15", "2030-05-15"),
    (TUESDAY, "They agreed to meet on Friday.", "Friday", "2030-05-17", "2030-05-17", "2030-05-17"),
    (TUESDAY, "She is to appear in court on Thursday.", "Thursday", "2030-05-16", "2030-05-16", "2030-05-16"),
    (
        TUESDAY,
        "The visit, which concludes on Saturday, is short.",
        "Saturday",
        "2030-05-18",
        "2030-05-18",
        "2030-05-18",
    ),
    (MONDAY, "The minister spoke on Monday.", "Monday", "2030-05-13", "2030-05-13", "2030-05-13"),
    (MONDAY, "A vote is planned on Monday.", "Monday", "2030-05-13", "2030-05-13", "2030-05-13"),
    (MONDAY, "He left last Monday.", "last Monday", "2030-05-06", "2030-05-06", "2030-05-06"),
    (MONDAY, "He leaves next Monday.", "next Monday", "2030-05-20", "2030-05-20", "2030-05-20"),
    (TUESDAY, "The talks were held until Friday.", "Friday", "2030-05-10", None, "2030-05-10"),
    (TUESDAY, "The trial was postponed until Friday.", "Friday", "2030-05-17", None, "2030-05-17"),
    # periods around the day of publication
    (TUESDAY, "The offices closed this week.", "this week", "2030-W20", "2030-05-13", "2030-05-19"),
    (TUESDAY, "They met earlier this week.", "earlier this week", "2030-W20", "2030-05-13", "2030-05-14"),
    (TUESDAY, "They will meet later this month.", "later this month", "2030-05", "2030-05-14", "2030-05-31"),
    (TUESDAY, "They met last week.", "last week", "2030-W19", "2030-05-06", "2030-05-12"),
    (TUESDAY, "They met last year.", "last year", "2029", "2029-01-01", "2029-12-31"),
    (TUESDAY, "They met yesterday.", "yesterday", "2030-05-13", "2030-05-13", "2030-05-13"),
    ("2030-03-01", "They met yesterday.", "yesterday", "2030-02-28", "2030-02-28", "2030-02-28"),
    ("2030-01-01", "They met last month.", "last month", "2029-12", "2029-12-01", "2029-12-31"),
    (TUESDAY, "They met at the weekend.", "the weekend", "2030-W19-WE", "2030-05-11", "2030-05-12"),
    (TUESDAY, "They met three days ago.", "three days ago", "2030-05-11", "2030-05-11", "2030-05-11"),
    (TUESDAY, "They met a year ago.", "a year ago", "2029", "2029-01-01", "2029-12-31"),
    (TUESDAY, "In recent days, 300 were held.", "recent days", "PAST_REF", None, "2030-05-14"),
    # seasons, quarters, halves, decades, centuries
    (TUESDAY, "They met last autumn.", "last autumn", "2029-FA", "2029-09-01", "2029-11-30"),
    (
        "2030-09-17",
        "The winner of last summer’s polls fled.",
        "last summer",
        "2029-SU",
        "2029-06-01",
        "2030-08-31",
    ),
    (
        "2030-07-01",
        "The winner of last summer’s polls fled.",
        "last summer",
        "2029-SU",
        "2029-06-01",
        "2029-08-31",
    ),
    (TUESDAY, "It was dry in the summer of 2028.", "the summer of 2028", "2028-SU", "2028-06-01", "2028-08-31"),
    (TUESDAY, "It was cold in the winter of 2028.", "the winter of 2028", "2028-WI", "2027-12-01", "2029-02-28"),
    (TUESDAY, "Sales fell in the first quarter.", "the first quarter", "2030-Q1", "2030-01-01", "2030-03-31"),
    (
        TUESDAY,
        "Sales fell in the first half of 2029.",
        "the first half of 2029",
        "2029-H1",
        "2029-01-01",
        "2029-06-30",
    ),
    (TUESDAY, "The wall was built in the 1980s.", "the 1980s", "198", "1980-01-01", "1989-12-31"),
    (TUESDAY, "The wall was built in the late 1980s.", "the late 1980s", "198", "1987-01-01", "1989-12-31"),
    (TUESDAY, "It was ruled from afar in the 19th century.", "the 19th century", "18", "1800-01-01", "1899-12-31"),
    # parts of periods
    (TUESDAY, "They met in mid-September 2029.", "mid-September 2029", "2029-09", "2029-09-11", "2029-09-20"),
    (TUESDAY, "They met in early 2029.", "early 2029", "2029", "2029-01-01", "2029-04-30"),
    (
        TUESDAY,
        "They met in the first week of March.",
        "the first week of March",
        "2030-03",
        "2030-03-01",
        "2030-03-07",
    ),
    (TUESDAY, "They met at the end of last year.", "the end of last year", "2029", "2029-09-01", "2029-12-31"),
    (
        TUESDAY,
        "It is the first Sunday in June.",
        "the first Sunday in June",
        "2030-06-02",
        "2030-06-02",
        "2030-06-02",
    ),
    (
        TUESDAY,
        "It is the last Sunday of June.",
        "the last Sunday of June",
        "2030-06-30",
        "2030-06-30",
        "2030-06-30",
    ),
    # ranges and bounds
    (TUESDAY, "It ran from 3 to 5 May.", "3 to 5 May", "2030-05-03/2030-05-05", "2030-05-03", "2030-05-05"),
    (TUESDAY, "It ran on May 3-5.", "May 3-5", "2030-05-03/2030-05-05", "2030-05-03", "2030-05-05"),
    (TUESDAY, "It ran on 3–5 May 2029.", "3–5 May 2029", "2029-05-03/2029-05-05", "2029-05-03", "2029-05-05"),
    (TUESDAY, "It fell between 3 and 5 May.", "3 and 5 May", "2030-05-03/2030-05-05", "2030-05-03", "2030-05-05"),
    (TUESDAY, "He has ruled since 1994.", "1994", "1994", "1994-01-01", None),
    (TUESDAY, "The war of 1914-1918 ended.", "1914-1918", "1914/1918", "1914-01-01", "1918-12-31"),
    # feasts
    (TUESDAY, "They met on Christmas Eve.", "Christmas Eve", "2029-12-24", "2029-12-24", "2029-12-24"),
    (TUESDAY, "They met on Easter Monday.", "Easter Monday", "2030-04-22", "2030-04-22", "2030-04-22"),
]


@pytest.mark.parametrize(("published", "text", "words", "value", "earliest", "latest"), DATES)
def test_a_date_is_an_interval(
    read: Read, published: str, text: str, words: str, value: str, earliest: str | None, latest: str | None
) -> None:
    (timex,) = timexes(read, text, published)
    assert (timex.words.text, timex.value) == (words, value)
    assert days(timex) == (earliest, latest)


LENGTHS = [
    ("He ended his 26-year rule.", "26-year", "P26Y"),
    ("He has ruled for twenty-six years.", "twenty-six years", "P26Y"),
    ("It took two and a half years.", "two and a half years", "P2Y6M"),
    ("It took 2 1/2 years.", "2 1/2 years", "P2Y6M"),
    ("It took half an hour.", "half an hour", "PT30M"),
    ("It took nearly two decades.", "nearly two decades", "P20Y"),
    ("It took several weeks.", "several weeks", "PXW"),
    ("It took two to three weeks.", "two to three weeks", "PXW"),
    ("He was held for a fortnight.", "a fortnight", "P2W"),
    ("He has been abroad for years.", "years", "PXY"),
]


@pytest.mark.parametrize(("text", "words", "value"), LENGTHS)
def test_a_length_has_a_value_and_no_days(read: Read, text: str, words: str, value: str) -> None:
    (timex,) = timexes(read, text)
    assert (timex.words.text, timex.value, timex.type, timex.time) == (words, value, TimexType.DURATION, None)


SETS = [
    ("Shops close every day.", "every day", "P1D"),
    ("Shops close each Sunday.", "each Sunday", "XXXX-WXX-7"),
    ("Shops close on Sundays.", "Sundays", "XXXX-WXX-7"),
    ("It costs 40,000 crowns a year.", "a year", "P1Y"),
]


@pytest.mark.parametrize(("text", "words", "value"), SETS)
def test_a_set_repeats(read: Read, text: str, words: str, value: str) -> None:
    (timex,) = timexes(read, text)
    assert (timex.words.text, timex.value, timex.type) == (words, value, TimexType.SET)


TIMES = [
    ("Police came on Sunday afternoon.", "Sunday afternoon", "2030-05-12TAF"),
    ("Police came late on Sunday night.", "late on Sunday night", "2030-05-12TNI"),
    ("Police came at 10:30 p.m. on Sunday.", "10:30 p.m. on Sunday", "2030-05-12T22:30"),
    ("Police came on the night of 9 May.", "the night of 9 May", "2030-05-09TNI"),
    ("Police came last night.", "last night", "2030-05-13TNI"),
]


@pytest.mark.parametrize(("text", "words", "value"), TIMES)
def test_a_time_of_day_lies_on_its_day(read: Read, text: str, words: str, value: str) -> None:
    (timex,) = timexes(read, text)
    assert (timex.words.text, timex.value, timex.type) == (words, value, TimexType.TIME)
    assert days(timex)[0] == value[: len(TUESDAY)]


NOTHING = [
    "She may march on.",
    "The 52-year-old is 52 years old.",
    "About 2000 people were held.",
    "The second man paid $1990.",
    "Three-quarters of them left, a quarter of them wounded.",
    "A second man in his 50s scored in the second half of the match.",
    "The March for Peace recalled Bloody Sunday.",
    "It has not been told how the day before the vote was spent.",
    "The Sun and Mr May agreed.",
    "Now he is currently here.",
    "",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_bears_no_date_is_left_alone(read: Read, text: str) -> None:
    assert [t.words.text for t in timexes(read, text)] == []


def test_a_look_back_over_many_months_is_not_taken_for_a_coming_day(read: Read) -> None:
    arrested, trial = timexes(read, "He was arrested on April 2. The trial will begin on March 10.", "2030-02-04")
    assert days(arrested) == ("2029-04-02", "2029-04-02")
    assert days(trial) == ("2030-03-10", "2030-03-10")


def test_vague_references_are_read_on_request(read: Read) -> None:
    draft = read("Now he is here.", TimexStage(vague=True))
    assert [(t.words.text, t.value, t.time) for t in draft.of(Timex)] == [("Now", "PRESENT_REF", None)]


def test_a_later_day_is_reckoned_from_the_date_before_it(read: Read) -> None:
    first, later, following = timexes(
        read, "The dam broke on 9 May. Two days later the minister resigned. The following day his aide fled."
    )
    assert (days(later)[0], later.anchor) == ("2030-05-11", f"timex {first.id}")
    assert (days(following)[0], following.anchor) == ("2030-05-12", f"timex {later.id}")


def test_a_day_is_not_reckoned_from_a_date_far_back_in_the_report(read: Read) -> None:
    far = timexes(read, "It broke on 9 May.\n\nA.\n\nB.\n\nC.\n\nTwo days later he resigned.")[-1]
    assert (far.words.text, far.time, far.anchor) == ("Two days later", None, None)


def test_a_length_after_a_dated_event_gives_that_day(read: Read) -> None:
    length, date = timexes(read, "A week after the 3 May vote, he fled.")
    assert (length.type, length.value) == (TimexType.DURATION, "P1W")
    assert days(length) == ("2030-05-10", "2030-05-10")
    assert date.value == "2030-05-03"


def test_a_length_after_an_undated_event_stays_without_days(read: Read) -> None:
    (length,) = timexes(read, "A year after the disputed vote, he fled.")
    assert (length.value, length.time) == ("P1Y", None)


def test_days_before_an_undated_event_are_a_length(read: Read) -> None:
    _, length = timexes(read, "She fled on 3 May. He had left 10 days before the vote.")
    assert (length.words.text, length.value, length.time) == ("10 days", "P10D", None)


def test_days_before_what_is_told_are_a_date(read: Read) -> None:
    told, before = timexes(read, "She fled on 3 May. He had left 10 days before.")
    assert (days(before), before.anchor) == (("2030-04-23", "2030-04-23"), f"timex {told.id}")


def test_the_date_of_an_event_is_no_bound(read: Read) -> None:
    (date,) = timexes(read, "Strikes went on after the 3 May vote.")
    assert days(date) == ("2030-05-03", "2030-05-03")


def test_an_ordinal_day_is_the_day_that_its_sentence_tells_of(read: Read) -> None:
    sunday, nth = timexes(read, "Sunday was the 50th consecutive day of marches.")
    assert (days(nth), nth.anchor) == (days(sunday), f"timex {sunday.id}")


def test_a_time_without_a_day_takes_the_day_of_its_sentence(read: Read) -> None:
    noon, friday = timexes(read, "At noon, as agreed on Friday, they left.")
    assert (noon.value, noon.anchor) == ("2030-05-10T12:00", f"timex {friday.id}")


def test_the_previous_day_is_not_reckoned_from_a_day_to_come(read: Read) -> None:
    text = "She met him on Sunday and will leave on Friday. The previous day had been calm."
    assert days(timexes(read, text)[-1]) == ("2030-05-11", "2030-05-11")


def test_without_a_publication_date_nothing_falls_back(read: Read) -> None:
    text = "On Monday; on 9 August; last year; yesterday; last summer; two days ago; in 2029."
    found = timexes(read, text, published=None)
    open_values = ["XXXX-WXX-1", "XXXX-08-09", "XXXX", "XXXX-XX-XX", "XXXX-SU", "XXXX-XX-XX"]
    assert [t.value for t in found] == [*open_values, "2029"]
    assert [t.time is None for t in found] == [True] * 6 + [False]
    assert {t.anchor for t in found} == {None}


def test_a_report_dated_by_its_month_leaves_its_days_open(read: Read) -> None:
    given = arrival("They met on Monday, this month, last year, and two weeks ago.")
    given = replace(given, report=replace(given.report, published=FuzzyDate.month(2030, 5)))
    draft = read_arrival(given, ParseStage(), TimexStage())
    monday, month, year, weeks = draft.of(Timex)
    assert (monday.value, days(monday), monday.anchor) == (
        "XXXX-WXX-1",
        ("2030-04-29", "2030-05-27"),
        "published 2030-05",
    )
    assert (month.value, year.value) == ("2030-05", "2029")
    assert (weeks.value, days(weeks)) == ("XXXX-WXX", ("2030-04-15", "2030-05-19"))


def test_numeric_dates_follow_the_order_that_the_report_shows(read: Read) -> None:
    assert [t.value for t in timexes(read, "On 28/09/2029 and on 09/08/2029.")] == ["2029-09-28", "2029-08-09"]
    assert [t.value for t in timexes(read, "On 09/28/2029 and on 09/08/2029.")] == ["2029-09-28", "2029-09-08"]


def test_a_numeric_date_of_open_order_covers_both_readings(read: Read) -> None:
    (timex,) = timexes(read, "They met on 09/08/2029.")
    assert (timex.value, days(timex)) == ("2029-XX-XX", ("2029-08-09", "2029-09-08"))


def test_a_weekday_beside_a_date_tells_the_year(read: Read) -> None:
    (timex,) = timexes(read, "They will meet on Sunday, 12 May.")  # 12 May 2030 is a Sunday, and two days past
    assert timex.value == "2030-05-12"


RANGES = [
    ("It ran from Friday to Sunday.", ["2030-05-10", "2030-05-12"], ("2030-05-10", "2030-05-12")),
    ("It ran from Friday until Sunday.", ["2030-05-10", "2030-05-12"], ("2030-05-10", "2030-05-12")),
    ("It grew between 1994 and 1997.", ["1994", "1997"], ("1994-01-01", "1997-12-31")),
    ("It ran from March to May 2029.", ["2029-03", "2029-05"], ("2029-03-01", "2029-05-31")),
    ("It ran from Saturday to Monday.", ["2030-05-11", "2030-05-13"], ("2030-05-11", "2030-05-13")),
    ("It ran from Monday to Saturday.", ["2030-05-06", "2030-05-11"], ("2030-05-06", "2030-05-11")),
]


@pytest.mark.parametrize(("text", "values", "whole"), RANGES)
def test_both_ends_of_a_range_stand_for_all_of_it(
    read: Read, text: str, values: list[str], whole: tuple[str, str]
) -> None:
    first, last = timexes(read, text)
    assert [first.value, last.value] == values
    assert days(first) == days(last) == whole


def test_a_range_out_of_order_claims_nothing_more_than_its_ends(read: Read) -> None:
    first, last = timexes(read, "It ran from 2029 to 1994.")
    assert (days(first)[0], days(last)[0]) == ("2029-01-01", "1994-01-01")


def test_a_date_moved_to_another_is_no_range(read: Read) -> None:
    text = "The vote was moved from Sunday to Friday."
    assert [t.words.text for t in timexes(read, text)] == ["Sunday", "Friday"]


def test_words_in_quotation_marks_are_read_too(read: Read) -> None:
    (timex,) = timexes(read, "“We lost it on 9 May,” she said.")
    assert timex.words.text == "9 May"


def test_grounding_tells_whether_an_anchor_was_needed(read: Read) -> None:
    full, short = timexes(read, "It opened on 9 May 2029 and closed on 2 May.")
    assert (full.grounding, full.anchor) == (Grounding.NORMALISED, None)
    assert (short.grounding, short.anchor) == (Grounding.INFERRED, f"published {TUESDAY}")


def test_spans_slice_in_later_paragraphs_and_name_their_sentence(read: Read) -> None:
    draft = read("One line.\n\nIt fell. It fell on 9 May.", TimexStage())
    (timex,) = draft.of(Timex)
    assert draft.report.text[timex.words.start : timex.words.end] == "9 May" == timex.words.text
    assert draft.get(Sentence, timex.sentence).words.text == "It fell on 9 May."
