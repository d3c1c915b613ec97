"""Speech without marks: what a cue verb reports, where the parse or the sentence leads astray."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Quotation, SpeechKind
from dateline.reading.mentions import MentionStage
from dateline.reading.quotations import QuotationStage
from dateline.stage import Draft

Reported = Callable[[str], list[tuple[str, str]]]


@pytest.fixture
def reported(read: Callable[..., Draft]) -> Reported:
    def sources_and_contents(text: str) -> list[tuple[str, str]]:
        draft = read(text, MentionStage(), QuotationStage())
        return [
            (q.source.text if q.source else "", " … ".join(w.text for w in q.contents))
            for q in draft.of(Quotation)
            if q.kind is SpeechKind.INDIRECT
        ]

    return sources_and_contents


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "A spokeswoman for the Harbour League, which counts Varda among its members, told Norpress in a "
            "statement that there was no unrest on the coast.",
            "A spokeswoman for the Harbour League, which counts Varda among its members",
            "that there was no unrest on the coast",
        ),
        (
            "The ministry notified parents in a letter on Friday that the school would close.",
            "The ministry",
            "that the school would close",
        ),
        (
            "The minister assured farmers at a meeting in Varda that they would be paid.",
            "The minister",
            "that they would be paid",
        ),
    ],
)
def test_a_statement_or_meeting_before_the_clause_does_not_take_it(
    reported: Reported, text: str, who: str, what: str
) -> None:
    assert reported(text) == [(who, what)]


def test_a_relative_clause_is_no_content(reported: Reported) -> None:
    assert reported("Mara Lindqvist told miners in a hall that stood empty.") == []


def test_of_two_clauses_around_a_cue_the_later_one_is_its_content(reported: Reported) -> None:
    found = reported("Tomas Brandt maintains that he was pushed out; the council insists that he left freely.")
    assert ("the council", "that he left freely") in found
