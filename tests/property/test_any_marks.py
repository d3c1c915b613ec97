from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.reading.speech.marks import pieces
from tests.effort import examples

MARKS = "“”„‟«»\"'‘’`＂"
TEXTS = st.text(alphabet=st.sampled_from(MARKS + " \t.,:;!?…—-()abcNo19é🙂"), max_size=80)


@settings(max_examples=examples(400), deadline=None)
@given(TEXTS)
def test_pieces_of_any_text_slice_and_never_overlap(text: str) -> None:
    found = pieces(text)
    for piece in found:
        assert 0 <= piece.outer_start <= piece.start < piece.end <= piece.outer_end <= len(text)
        assert not text[piece.start].isspace()
        assert not text[piece.end - 1].isspace()
        assert any(character.isalnum() for character in text[piece.start : piece.end])
    for left, right in pairwise(found):
        assert left.outer_end <= right.outer_start


@settings(max_examples=examples(200), deadline=None)
@given(st.text(alphabet="abc def", min_size=1, max_size=20).filter(lambda s: s.strip() == s and s != ""))
def test_words_between_a_pair_of_curly_marks_are_one_piece(said: str) -> None:
    text = f"“{said}” she said."
    assert [text[p.start : p.end] for p in pieces(text)] == [said]
