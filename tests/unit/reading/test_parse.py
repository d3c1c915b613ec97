"""Paragraphs and sentences."""

from collections.abc import Callable

import pytest

from dateline.errors import SettingsError
from dateline.model import Furniture, FurnitureKind, Paragraph, ParagraphKind, Sentence
from dateline.reading.language_model import load_model
from dateline.reading.parse import ParseStage, body_pieces
from dateline.reading.parsed import Parse
from dateline.span import Span, Words
from dateline.stage import Context, Draft
from dateline.testing import arrival

Read = Callable[..., Draft]


def sentences(draft: Draft) -> list[str]:
    return [sentence.words.text for sentence in draft.of(Sentence)]


def test_a_paragraph_is_a_line_and_a_sentence_never_crosses_it(read: Read) -> None:
    draft = read("The dam broke. Two towns\nwere flooded.")
    assert [p.words.text for p in draft.of(Paragraph)] == ["The dam broke. Two towns", "were flooded."]
    assert sentences(draft) == ["The dam broke.", "Two towns", "were flooded."]


def test_the_title_is_a_headline_and_a_short_line_inside_is_a_subheading(read: Read) -> None:
    draft = read("The dam broke.\nWho knew of it\nNobody said a word.", title="Dam breaks")
    kinds = [p.kind for p in draft.of(Paragraph)]
    assert kinds == [
        ParagraphKind.HEADLINE,
        ParagraphKind.BODY,
        ParagraphKind.SUBHEADING,
        ParagraphKind.BODY,
    ]


def test_a_sentence_glued_to_a_closing_mark_is_a_sentence_of_its_own(read: Read) -> None:
    assert sentences(read("He said the minister “must go.”Lee said there was a crisis.")) == [
        "He said the minister “must go.”",
        "Lee said there was a crisis.",
    ]


def test_furniture_is_not_read_but_what_stands_around_it_is(context: Context) -> None:
    given = arrival("By Ann Lee The dam broke. Read more")
    report = given.report.id
    pieces = (Words(0, 10, "By Ann Lee"), Words(26, 35, "Read more"))
    furniture = tuple(
        Furniture(id=f"f_{w.start}", report=report, words=w, kind=FurnitureKind.OTHER, rule="test") for w in pieces
    )
    stage = ParseStage()
    stage.open(context)
    draft = Draft(type(given)(report=given.report, furniture=furniture, candidates=()))
    texts = [item.words.text for item in stage.run(draft) if isinstance(item, Sentence)]
    assert texts == ["The dam broke."]


def test_a_paragraph_without_an_end_is_cut_at_white_space() -> None:
    text = "word " * 50
    pieces = body_pieces(text, [], longest=40)
    assert all(len(piece) <= 40 for piece in pieces)
    assert " ".join(piece.of(text) for piece in pieces) == text.strip()


def test_a_word_longer_than_a_paragraph_may_be_is_cut_through() -> None:
    text = "x" * 95
    assert [len(piece) for piece in body_pieces(text, [], longest=40)] == [40, 40, 15]


def test_a_report_of_furniture_alone_has_no_paragraph() -> None:
    assert body_pieces("Sign up", [Span(0, 7)], longest=100) == []


def test_tokens_lead_back_to_the_clean_text(read: Read) -> None:
    draft = read("The dam broke.\n\n  Two “towns” were flooded.")
    for parse in draft.of(Parse):
        for token in parse.doc:
            words = parse.words(token)
            assert draft.report.text[words.start : words.end] == words.text == token.text


def test_a_model_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError, match="no_such_model is not installed"):
        load_model("no_such_model")
