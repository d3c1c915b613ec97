"""However highlights overlap, the text stays whole, and each layer marks its own characters and no others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.span import Span
from dateline.web.parts.layers import Highlight, blocks

LAYERS = ("quotations", "events", "times", "mentions", "furniture", "at")


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Highlight]]:
    text = draw(st.text(alphabet="ab \n“é\r\u2028", max_size=40))
    places = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(places, places, st.sampled_from(LAYERS)), max_size=12))
    return text, [Highlight(Span(min(a, b), max(a, b)), layer, f"x{n}") for n, (a, b, layer) in enumerate(pairs)]


@given(marked_texts())
def test_the_pieces_joined_are_the_text(given_: tuple[str, list[Highlight]]) -> None:
    text, highlights = given_
    assert "\n".join(block.text for block in blocks(text, highlights)) == text


@given(marked_texts())
def test_every_piece_stands_where_it_says(given_: tuple[str, list[Highlight]]) -> None:
    text, highlights = given_
    for block in blocks(text, highlights):
        assert text[block.start : block.start + len(block.text)] == block.text
        for stretch in block.stretches:
            assert text[stretch.start : stretch.end] == stretch.text


@given(marked_texts())
def test_the_marked_characters_of_a_layer_are_exactly_its_spans(given_: tuple[str, list[Highlight]]) -> None:
    text, highlights = given_
    shown = [stretch for block in blocks(text, highlights) for stretch in block.stretches]
    for layer in LAYERS:
        marked = {at for stretch in shown if stretch.has(layer) for at in range(stretch.start, stretch.end)}
        meant = {at for one in highlights if one.layer == layer for at in range(one.span.start, one.span.end)}
        assert marked == {at for at in meant if text[at] != "\n"}  # a line break lies between two blocks


@given(marked_texts())
def test_the_highlights_over_a_piece_are_those_that_cover_it(given_: tuple[str, list[Highlight]]) -> None:
    text, highlights = given_
    for block in blocks(text, highlights):
        for stretch in block.stretches:
            here = Span(stretch.start, stretch.end)
            assert {one.id for one in stretch.over} == {one.id for one in highlights if one.span.covers(here)}
