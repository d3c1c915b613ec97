import pytest

from dateline.span import OffsetMap, Segment, Span, Words


def test_a_span_is_half_open() -> None:
    assert Span(3, 6).of("012345678") == "345"
    assert len(Span(3, 6)) == 3


def test_spans_that_only_meet_do_not_touch() -> None:
    assert not Span(0, 3).touches(Span(3, 5))
    assert Span(0, 4).touches(Span(3, 5))


def test_a_span_covers_itself() -> None:
    assert Span(2, 5).covers(Span(2, 5))
    assert not Span(2, 5).covers(Span(2, 6))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_that_cannot_be_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="a span needs"):
        Span(start, end)


def test_words_are_cut_with_their_place() -> None:
    assert Words.cut("the dam broke", 4, 7) == Words(4, 7, "dam")


def test_clean_offsets_lead_back_to_the_raw_page() -> None:
    raw = "<p>One</p><p>Two</p>"
    page = OffsetMap((Segment(0, 3, 3), Segment(5, 8, 13)))  # clean text: "One\n\nTwo"
    assert page.raw_span(Span(0, 3)).of(raw) == "One"
    assert page.raw_span(Span(5, 8)).of(raw) == "Two"
    assert page.raw_span(Span(1, 7)).of(raw) == "ne</p><p>Tw"


def test_a_line_break_put_in_by_us_maps_to_the_next_block() -> None:
    page = OffsetMap((Segment(0, 3, 3), Segment(5, 8, 13)))
    assert page.to_raw(4) == 13


def test_an_empty_span_maps_to_an_empty_span() -> None:
    assert OffsetMap.identity(5).raw_span(Span(2, 2)) == Span(2, 2)


def test_an_empty_text_maps_to_the_beginning() -> None:
    assert OffsetMap(()).to_raw(7) == 0
