from __future__ import annotations

from itertools import pairwise

import pytest

from dateline.linking.speech.printings import altered, plain, relation_to
from dateline.linking.speech.renderings import rendering, vectors
from dateline.linking.speech.spoken import tokens
from dateline.model import ConflictKind, Relation
from dateline.settings import DEFAULTS
from tests.unit.linking.conftest import Tell

FIRST = "We have not seen a single letter from the harbour office since the spring."


def relation(first: str, other: str, *, in_marks: bool = True) -> Relation:
    return relation_to(plain(tokens(first)), plain(tokens(other)), in_marks=in_marks)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("We haven’t seen a single letter from the harbor office since the spring", Relation.IDENTICAL),
        ("We have not seen a single letter from the harbour office", Relation.TRIMMED),
        ("We have seen a single letter from the harbour office since the spring.", Relation.CHANGED),
        ("No mail at all has come to us out of the port authority for months.", Relation.TRANSLATED),
    ],
)
def test_a_printing_relates_to_the_first_by_its_words(other: str, expected: Relation) -> None:
    assert relation(FIRST, other) is expected


def test_what_stands_in_no_marks_is_reported() -> None:
    assert relation(FIRST, FIRST, in_marks=False) is Relation.REPORTED


def test_numbers_in_figures_or_letters_are_one_number() -> None:
    assert relation("Only three boats came back", "Only 3 boats came back") is Relation.IDENTICAL


def test_words_that_turn_the_meaning_are_altered_and_the_printers_are_not() -> None:
    assert altered(tokens("checked twice that day"), tokens("checked once that day")) == [(("twice",), ("once",))]
    assert altered(tokens("the labour was organised"), tokens("the labor was organized")) == []


def test_two_translations_are_told_from_two_sentences_on_one_matter() -> None:
    texts = [
        "The judge promised my mother a fast trial and an honest verdict.",
        "A quick hearing and a fair sentence: that the magistrate pledged to our mum.",
        "The judge asked about the trial of my mother and drank a glass of water.",
    ]
    one, other, third = (tokens(text) for text in texts)
    vector_of = vectors(DEFAULTS.model)

    assert rendering(one, other, vector_of, only=True)
    assert rendering(one, other, vector_of)
    assert not rendering(one, third, vector_of, only=True)


def test_another_number_in_quoted_words_is_a_conflict_of_wording(tell: Tell) -> None:
    story = tell(
        ("2030-05-14", "“Two judges sold their votes,” Ada Noor told a hall full of skaters in Varn on Monday."),
        ("2030-05-14", "On Monday Ada Noor spoke in Varn. “Three judges sold their votes,” Ada Noor said."),
    )
    (conflict,) = story.conflicts()
    (utterance,) = [u for u in story.utterances() if len(u.members) > 1]

    assert conflict.kind is ConflictKind.WORDING
    assert utterance.relations == (Relation.FIRST, Relation.CHANGED)
    assert {"“two”", "“three”"} <= set(conflict.reason.split())


def test_one_sentence_in_two_mouths_is_a_conflict_of_attribution(tell: Tell) -> None:
    story = tell(
        ("2030-05-14", "“They sold our orchard while we slept,” Mayor Ada Noor said in Varn on Monday."),
        ("2030-05-14", "In Varn on Monday the lawyer Ben Ismay said: “They sold our orchard while we slept.”"),
    )

    assert [c.kind for c in story.conflicts()] == [ConflictKind.ATTRIBUTION]


def test_two_ministries_of_one_man_on_one_day_are_a_conflict_of_role(tell: Tell) -> None:
    story = tell(
        ("2030-05-14", "Defence Minister Ben Ismay resigned on Monday over the loss of a ship."),
        ("2030-05-14", "Interior Minister Ben Ismay stepped down on Monday after a ship was lost in a storm."),
    )
    (conflict,) = [c for c in story.conflicts() if c.kind is ConflictKind.ROLE]

    assert all(first < second for first, second in pairwise(conflict.sides))


def test_a_deputy_told_by_the_rank_alone_is_no_conflict_weeks_later(tell: Tell) -> None:
    story = tell(
        ("2030-05-14", "Deputy Mayor Ben Ismay opened the new market hall in Varn on Monday."),
        ("2030-07-16", "Mayor Ben Ismay opened the new bath in Varn on Monday."),
    )

    assert story.conflicts() == []


def test_two_counts_of_the_same_things_are_a_conflict_and_of_others_are_not(tell: Tell) -> None:
    story = tell(
        ("2030-05-14", "The tug Halmar towed four barges off the Varn sandbank on Monday, the port said."),
        (
            "2030-05-14",
            "The Halmar got seven barges off the Varn sandbank on Monday, its owner said. "
            "Five sailors of the Halmar rested in Varn.",
        ),
    )
    (conflict,) = [c for c in story.conflicts() if c.kind is ConflictKind.NUMBER]

    assert {c.value for c in story.claims(conflict.about)} & {"4", "7"}


def test_one_killing_on_two_days_is_a_conflict_of_date(tell: Tell) -> None:
    story = tell(
        ("2030-05-14", "The forest guard Ben Ismay was shot dead on Saturday night in the Orle reserve."),
        ("2030-05-14", "Ben Ismay, a guard, was killed by poachers on Sunday night in the Orle reserve."),
    )

    assert [c.kind for c in story.conflicts()] == [ConflictKind.DATE]


def test_a_denial_that_is_withdrawn_is_a_reversal_in_the_order_of_time(tell: Tell) -> None:
    story = tell(
        ("2030-05-14", "Mayor Ada Noor said: “There was no letter about the harbour crane in Varn.”"),
        ("2030-05-24", "Mayor Ada Noor said: “There was a letter about the harbour crane in Varn.”"),
    )
    (conflict,) = [c for c in story.conflicts() if c.kind is not ConflictKind.WORDING]
    first, second = (next(c.value for c in story.claims() if c.id == side) for side in conflict.sides)

    assert conflict.kind is ConflictKind.REVERSAL
    assert "no letter" in first
    assert "a letter" in second
