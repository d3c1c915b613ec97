from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.linking.speech.occasions import Occasion, Occasions
from dateline.model import Quotation, Report, Timex, TimexType
from dateline.span import Grounding
from tests.unit.linking.made import day, days, quotation, report, words_in

WORDS = "The bridge will hold,"


def quoted(told: str, published: str = "2030-08-20") -> tuple[Report, Quotation]:
    page = report(f"“{WORDS}” {told}", published)
    verb = "told" if "told" in told else "maintained"
    lemma = "tell" if verb == "told" else "maintain"
    return page, replace(quotation(page, WORDS, by="Ada Noor"), cue=words_in(page, verb), cue_lemma=lemma)


def occasion(told: str, time: Timex | None = None, published: str = "2030-08-20") -> Occasion:
    page, one = quoted(told, published)
    if time:
        one = replace(one, said_at=time.id)
    return Occasions([page], [time] if time else []).of(one)


def april() -> Timex:
    page = report("in April")
    return Timex(
        id="t_april",
        report=page.id,
        sentence="s",
        words=words_in(page, "April"),
        type=TimexType.DATE,
        value="2030-04",
        mod=None,
        time=days("2030-04-01", "2030-04-30"),
        anchor=None,
        grounding=Grounding.NORMALISED,
        rule="by hand",
    )


def test_what_is_told_as_news_was_said_in_the_week_before() -> None:
    news = occasion("Ada Noor told reporters.")
    assert news.meets(occasion("Ada Noor told reporters.", published="2030-08-26"))
    assert not news.meets(occasion("Ada Noor told reporters.", published="2030-08-28"))


@pytest.mark.parametrize(
    "told",
    [
        "Ada Noor had told reporters.",
        "Ada Noor had repeatedly told reporters.",
        "Ada Noor told reporters at the time.",
        "Ada Noor always maintained.",
        "Ada Noor maintained.",
    ],
)
def test_what_is_recalled_may_be_of_any_day_before(told: str) -> None:
    recalled = occasion(told)
    assert recalled.recalled
    assert recalled.meets(occasion("Ada Noor told reporters.", published="2029-01-03"))
    assert not recalled.meets(occasion("Ada Noor told reporters.", published="2030-09-30"))


def test_a_month_that_the_report_names_is_the_time_of_the_words() -> None:
    spring = occasion("Ada Noor told the Courier in April.", april())
    assert spring.recalled
    assert spring.meets(occasion("Ada Noor told the Courier.", published="2030-04-08"))
    assert not spring.meets(occasion("Ada Noor told the Courier.", published="2030-06-08"))


def test_two_named_days_are_two_occasions_and_neighbours_are_near_enough_for_one_speaker() -> None:
    first, second, later = (
        Occasion(time.earliest, time.latest, named=True, recalled=False)
        for time in map(day, ("2030-05-13", "2030-05-14", "2030-05-16"))
    )
    assert first.other_day(second)
    assert first.meets(second)
    assert not first.meets(later)
