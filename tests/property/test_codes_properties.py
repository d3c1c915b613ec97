"""Whatever the words are, coding them never fails, and what it reports stands in them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.codes import codes_of
from dateline.reading.codes.lexicon import code_lexicon

_CODE = re.compile(r"[A-Z]{3}\Z")
_WORDS = sorted({word for phrase in (*code_lexicon().countries, *code_lexicon().sectors) for word in phrase})
_MADE = st.lists(
    st.one_of(st.sampled_from(_WORDS), st.sampled_from(["of", "to", ",", "the", "former", "-backed", "’s", "."])),
    max_size=12,
).map(" ".join)


@given(st.one_of(st.text(max_size=80), _MADE, _MADE.map(str.title), _MADE.map(str.upper)))
def test_codes_are_three_letters_each_once_and_their_words_stand_in_the_text(words: str):
    codes = codes_of(words)
    assert codes.country is None or _CODE.match(codes.country)
    assert all(_CODE.match(code) for code in codes.sectors)
    assert len(set(codes.sectors)) == len(codes.sectors)
    told = [word for text in (codes.country_from or "", *codes.sectors_from) for word in text.split()]
    assert all(word in words for word in told)


@given(st.text(alphabet=" a,-'’.", max_size=200))
def test_marks_alone_tell_nothing(words: str):
    assert not codes_of(words).known
