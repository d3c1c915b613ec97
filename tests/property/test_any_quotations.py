from __future__ import annotations

import random

import pytest

from dateline.model import Quotation, QuotedPhrase
from dateline.reading.mentions import MentionStage
from dateline.reading.parse import ParseStage
from dateline.reading.quotations import QuotationStage
from dateline.stage import Context
from dateline.testing import arrival, read

MARKS = [
    "“",
    "”",
    "„",
    "«",
    "»",
    '"',
    "'",
    "‘",
    "’",
    "''",
    "``",
    "”Then",
    "‹",
    "›",
    "‚",
    "\n\n— ",
    "\n\nMara Lindqvist: ",
]
WORDS = [
    "she",
    "said",
    "he",
    "told",
    "them",
    "that",
    "the",
    "plan",
    "was",
    "unfair",
    "Mara Lindqvist",
    *",.:?—🙂",
    "\n\n",
]


@pytest.mark.parametrize("seed", range(12))
def test_text_with_random_marks_never_raises_and_all_spans_slice(context: Context, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- test data
    text = "He spoke. " + " ".join(chance.choice(MARKS if chance.random() < 0.3 else WORDS) for _ in range(250))
    draft = read(arrival(text), ParseStage(), MentionStage(), QuotationStage(), context=context)
    for one in draft.of(Quotation):
        assert one.contents
        for words in (*one.contents, one.source, one.cue, one.addressee, one.medium, one.venue):
            assert words is None or draft.report.text[words.start : words.end] == words.text
    for phrase in draft.of(QuotedPhrase):
        assert draft.report.text[phrase.words.start : phrase.words.end] == phrase.words.text
    ids = [r.id for r in (*draft.of(Quotation), *draft.of(QuotedPhrase))]
    assert len(set(ids)) == len(ids)
