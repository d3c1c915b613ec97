from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import MentionForm
from dateline.reading.chains import ChainIndex
from dateline.reading.mentions import MentionStage
from dateline.span import Span
from dateline.stage import Draft

Read = Callable[..., Draft]


def at(draft: Draft, words: str) -> Span:
    start = draft.report.text.index(words)
    return Span(start, start + len(words))


def index_of(draft: Draft) -> ChainIndex:
    return ChainIndex(draft)


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Peruvian opposition leader Ann Lee, who fled", "Ann Lee"),
        ("Lee’s lawyer, Tom Ray", "Tom Ray"),
        ("A spokeswoman for NATO", "A spokeswoman for NATO"),
        ("Ray", "Tom Ray"),
        ("workers at the Orel plant", "workers at the Orel plant"),
    ],
)
def test_a_noun_phrase_leads_to_the_chain_of_its_head(read: Read, phrase: str, name: str) -> None:
    draft = read(
        "Peruvian opposition leader Ann Lee, who fled, spoke. Lee’s lawyer, Tom Ray, agreed. "
        "A spokeswoman for NATO said workers at the Orel plant were free.",
        MentionStage(),
    )
    chain = index_of(draft).chain_at(at(draft, phrase))
    assert chain is not None
    assert chain.name == name


def test_a_span_without_anybody_leads_to_nobody(read: Read) -> None:
    draft = read("Ann Lee slept while it rained.", MentionStage())
    assert index_of(draft).chain_at(at(draft, "it rained")) is None


def test_a_part_of_a_name_leads_to_the_name(read: Read) -> None:
    draft = read("Ann Lee slept.", MentionStage())
    mention = index_of(draft).mention_at(at(draft, "Ann"))
    assert mention is not None
    assert mention.words.text == "Ann Lee"


def test_mentions_in_a_span_are_those_wholly_inside_it(read: Read) -> None:
    draft = read("Ann Lee met Tom Ray. He smiled.", MentionStage())
    index = index_of(draft)
    assert [m.words.text for m in index.mentions_in(at(draft, "Lee met Tom Ray. He"))] == ["Tom Ray", "He"]


def test_mentions_and_roles_of_a_chain_are_in_text_order(read: Read) -> None:
    draft = read("Mayor Ann Lee, a doctor, slept. She dreamt.", MentionStage())
    index = index_of(draft)
    chain = index.chains()[0]
    assert [m.form for m in index.mentions_of(chain.id)] == [MentionForm.NAME, MentionForm.PRONOUN]
    assert [r.title for r in index.roles_of(chain.id)] == ["mayor", "doctor"]
    assert index.chain(chain.id) == chain
