from __future__ import annotations

import pytest

from dateline.reading.timex.cascade import compile_pattern
from dateline.reading.timex.lexicon import class_of, classes, pieces_of, tables


def test_a_word_has_one_class() -> None:
    words = [word for table in tables().values() for word in table]
    assert sorted(words) == sorted(set(words))


def test_every_class_has_a_letter_of_its_own() -> None:
    assert len(set(classes().values())) == len(classes())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Aug.", "MONTH"),
        ("May", "MONTH"),
        ("may", None),
        ("Sunday", "WEEKDAY"),
        ("31", "DAY"),
        ("32", "INT"),
        ("1,200", "INT"),
        ("1994", "YEAR"),
        ("50th", "ORDINAL"),
        ("10:35", "CLOCK"),
        ("1990s", "DECADE"),
        ("28/09/2029", "NUMERIC"),
        ("28/09.2029", None),
        ("p.m.", "AMPM"),
        ("minister", None),
    ],
)
def test_a_piece_is_classed_by_its_word_or_its_shape(text: str, name: str | None) -> None:
    assert class_of(text) == name


def test_a_token_with_a_dash_falls_into_pieces_if_one_of_them_tells_of_time() -> None:
    assert [(p.start, p.end) for p in pieces_of("mid-1990s")] == [(0, 3), (3, 4), (4, 9)]
    assert len(pieces_of("ex-minister")) == 1


def test_a_pattern_with_an_unknown_class_is_refused() -> None:
    with pytest.raises(KeyError):
        compile_pattern("MONTH FORTNITE")
