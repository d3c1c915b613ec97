"""Whatever two texts hold, what is found common to them stands in both, word for word."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.linking.speech.spoken import likeness, tokens
from dateline.linking.texts.alignment import passages
from dateline.linking.texts.retelling import retold
from dateline.linking.texts.shingles import BodyText, body_text, shares
from dateline.testing import arrival
from tests.effort import examples

WORDS = st.lists(st.sampled_from(["pier", "quay", "Varn", "12", "rain", "and", "the"]), max_size=60).map(" ".join)


def body(name: str, text: str) -> BodyText:
    return body_text(arrival(text, title=name).report, [(0, text)], (), 4)


@given(WORDS, WORDS)
@settings(max_examples=examples(150))
def test_passages_have_as_many_common_words_as_they_say_and_do_not_overlap(first: str, second: str) -> None:
    a, b = body("a", first), body("b", second)
    found = passages(a, b, 4)

    for one in found:
        assert 4 <= one.common <= min(one.first_end - one.first, one.second_end - one.second)
        assert a.forms[one.first : one.first + 4] == b.forms[one.second : one.second + 4]
    for one, other in pairwise(found):
        assert one.first_end <= other.first


@given(WORDS, WORDS)
def test_shares_are_between_none_and_all_and_turn_round(first: str, second: str) -> None:
    there, back = shares(body("a", first), body("b", second)), shares(body("b", second), body("a", first))

    assert 0.0 <= there.of_first <= 1.0
    assert (there.of_first, there.of_second) == (back.of_second, back.of_first)


@given(WORDS, WORDS)
def test_what_is_told_again_is_a_share_and_turns_round(first: str, second: str) -> None:
    a, b = body("a", first).told, body("b", second).told

    assert all(0.0 <= share <= 1.0 for share in retold(a, b))
    assert retold(a, b) == retold(b, a)[::-1]


@given(st.text(max_size=80), st.text(max_size=80))
def test_likeness_is_the_same_from_both_sides_and_odd_text_raises_nothing(first: str, second: str) -> None:
    a, b = tokens(first), tokens(second)

    assert likeness(a, b) == likeness(b, a)
    assert likeness(a, a) is None if not a else likeness(a, a) is not None
