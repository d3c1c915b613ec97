from __future__ import annotations

import pytest

from dateline.linking.speech.renderings import rendering, vectors
from dateline.linking.speech.spoken import tokens
from dateline.linking.speech.wordings import one_worded
from dateline.settings import DEFAULTS


def test_a_phrase_becomes_the_word_that_it_stands_for() -> None:
    assert one_worded(tokens("She put her name to it")) == ["she", "sign", "it"]


def test_words_that_are_no_phrase_stay() -> None:
    assert one_worded(tokens("They put the lamp out")) == ["they", "put", "the", "lamp", "out"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("They called off the regatta on the ninth of May.", "The regatta was cancelled on May 9."),
        ("I signed whatever I was handed.", "I put my name to whatever was laid before me."),
    ],
)
def test_phrases_and_ordinals_do_not_hide_a_translation(first: str, second: str) -> None:
    assert rendering(tokens(first), tokens(second), vectors(DEFAULTS.model)) is not None


def test_one_verb_in_common_makes_no_translation() -> None:
    vector_of = vectors(DEFAULTS.model)
    assert (
        rendering(
            tokens("The barge was empty when it left"), tokens("The skipper was tired when he left"), vector_of
        )
        is None
    )
