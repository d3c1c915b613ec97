"""The sample to judge by hand, and what judgements say: precision, intervals, agreement."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from dateline.story.validation import Finding, Judged, Judgement, ValidationRow, draw, validation
from dateline.story.validation.draw import allot
from dateline.story.validation.precision import kappa, wilson

RIGHT, WRONG, UNSURE = Judgement.RIGHT, Judgement.WRONG, Judgement.UNSURE


def found(id_: str, band: str) -> Finding:
    return Finding(id=id_, band=band, cited="The Pier, 1 May 2031 (a.txt)", sentence="It rained.", reading="rain")


STORY = [
    *(found(f"e_s{n}", "strong") for n in range(90)),
    *(found(f"e_f{n}", "fair") for n in range(40)),
    *(found(f"e_w{n}", "weak") for n in range(4)),
]


def row(rows: list[ValidationRow], measure: str, band: str = "all") -> ValidationRow:
    (one,) = [each for each in rows if each.measure == measure and each.band == band]
    return one


def test_a_small_band_is_drawn_whole_and_the_others_share_the_rest() -> None:
    bands = Counter(finding.band for finding in draw(STORY, 30))
    assert bands == {"weak": 4, "fair": 13, "strong": 13}


def test_the_same_story_and_seed_give_the_same_sheet_in_any_order() -> None:
    assert draw(STORY, 20) == draw(STORY[::-1], 20)
    assert draw(STORY, 20) != draw(STORY, 20, seed="again")


def test_a_larger_sheet_has_all_that_the_smaller_one_has() -> None:
    assert {one.id for one in draw(STORY, 20)} < {one.id for one in draw(STORY, 40)}


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 50)), st.integers(1, 100))
def test_no_row_is_lost_where_the_story_has_enough(sizes: dict[str, int], n: int) -> None:
    shares = allot(sizes, n)
    assert sum(shares.values()) == min(n, sum(sizes.values()))
    assert all(shares[band] <= sizes[band] for band in sizes)


@given(st.integers(1, 400), st.data())
def test_the_interval_is_that_of_a_statistics_library(n: int, data: st.DataObject) -> None:
    right = data.draw(st.integers(0, n))
    theirs = binomtest(right, n).proportion_ci(0.95, method="wilson")
    assert wilson(right / n, n) == pytest.approx((theirs.low, theirs.high), abs=1e-6)


def test_a_judge_who_found_all_right_is_not_told_that_the_story_is_faultless() -> None:
    sheet = Judged(judge="Ann", answers={finding.id: RIGHT for finding in draw(STORY, 20)})
    every = row(validation(STORY, [sheet]), "precision")
    assert (every.value, every.high) == (1.0, 1.0)
    assert every.low is not None
    assert every.low < 0.9


def test_each_band_weighs_in_the_whole_as_much_as_it_does_in_the_story() -> None:
    strong = {f"e_s{n}": RIGHT for n in range(10)}
    fair = {f"e_f{n}": WRONG for n in range(10)}
    rows = validation(STORY, [Judged(judge="Ann", answers={**strong, **fair})])
    every = row(rows, "precision")
    assert every.value == round(90 / 130, 4)
    assert (row(rows, "precision", "strong").value, row(rows, "precision", "fair").value) == (1.0, 0.0)
    # 20 answers of unequal weight tell less than 20 of equal weight.
    low, high = wilson(90 / 130, 20)
    assert every.low is not None
    assert every.high is not None
    assert every.low < low
    assert every.high > high


def test_what_is_unsure_or_open_is_counted_and_left_out_of_the_share() -> None:
    answers = {"e_w0": RIGHT, "e_w1": WRONG, "e_w2": UNSURE, "e_w3": None}
    weak = row(validation(STORY, [Judged(judge="Ann", answers=answers)]), "precision", "weak")
    assert (weak.drawn, weak.right, weak.wrong, weak.unsure, weak.value) == (4, 1, 1, 1, 0.5)


def test_a_sheet_that_nobody_has_judged_has_no_precision() -> None:
    every = row(validation(STORY, [Judged(judge="Ann", answers={"e_w0": None})]), "precision")
    assert (every.value, every.low, every.high) == (None, None, None)


def test_kappa_is_the_textbook_one() -> None:
    # 20 both right, 5 and 10 apart, 15 both wrong: observed 0.7, by chance 0.5.
    pairs = [(RIGHT, RIGHT)] * 20 + [(RIGHT, WRONG)] * 5 + [(WRONG, RIGHT)] * 10 + [(WRONG, WRONG)] * 15
    assert kappa(pairs) == pytest.approx(0.4)


def test_kappa_is_not_defined_where_both_judges_gave_one_answer_throughout() -> None:
    assert kappa([(RIGHT, RIGHT)] * 9) is None
    assert kappa([]) is None


def test_two_judges_agree_over_what_both_have_judged() -> None:
    ann = Judged(judge="Ann", answers={"e_s0": RIGHT, "e_s1": WRONG, "e_s2": RIGHT, "e_s3": None})
    bo = Judged(judge="Bo", answers={"e_s0": RIGHT, "e_s1": RIGHT, "e_s3": WRONG, "e_s4": RIGHT})
    agreement = row(validation(STORY, [ann, bo]), "agreement")
    assert (agreement.judge, agreement.drawn, agreement.value) == ("Ann and Bo", 2, 0.5)
