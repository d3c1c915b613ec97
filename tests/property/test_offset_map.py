from hypothesis import given
from hypothesis import strategies as st

from dateline.span import OffsetMap, Segment, Span

BLOCKS = st.lists(st.tuples(st.text("ab<", max_size=6), st.text("xyz", min_size=1, max_size=6)), max_size=6)


@given(BLOCKS)
def test_every_character_of_the_clean_text_is_found_in_the_raw_text(blocks: list[tuple[str, str]]) -> None:
    """Raw text alternates markup and words; the clean text is the words alone, a line each."""
    raw = clean = ""
    segments = []
    for markup, words in blocks:
        raw += markup
        clean += "\n" if clean else ""
        segments.append(Segment(len(clean), len(clean) + len(words), len(raw)))
        raw, clean = raw + words, clean + words
    page = OffsetMap(tuple(segments))
    for segment in segments:
        span = Span(segment.start, segment.end)
        assert page.raw_span(span).of(raw) == span.of(clean)
    places = [page.to_raw(offset) for offset in range(len(clean))]
    assert places == sorted(places)
