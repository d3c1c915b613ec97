from __future__ import annotations

import pytest

from dateline.linking.speech.renderings import rendering, synonymous, vectors
from dateline.linking.speech.spoken import tokens
from dateline.linking.speech.word_forms import ideas, kin, lines_by_root, plain_forms, root
from dateline.model import Relation
from dateline.settings import DEFAULTS
from dateline.vocabulary import load


@pytest.mark.parametrize(
    ("one", "other"), [("took", "taken"), ("forbade", "forbid"), ("children", "child"), ("letters", "letter")]
)
def test_forms_of_one_word_have_one_root(one: str, other: str) -> None:
    assert root(one) == root(other)


def test_a_word_is_of_its_ideas_in_any_form() -> None:
    assert ideas("frontiers") & ideas("border")
    assert ideas("fought") & ideas("struggle")
    assert not ideas("border") & ideas("struggle")
    assert not ideas("Selby")


def test_no_line_of_synonyms_has_one_word_or_a_word_twice() -> None:
    for text in load("synonyms")["synonyms"].values():
        for line in text.strip().splitlines():
            words = line.split()
            assert len(words) > 1
            assert len(words) == len(set(words)), line
    assert max(len(lines) for lines in lines_by_root().values()) <= 12  # a word of all ideas tells nothing


def test_no_form_is_of_two_words() -> None:
    lines = [line.split() for line in load("irregular_forms")["forms"]["words"].strip().splitlines()]
    forms = [form for words in lines for form in words[1:]]
    assert len(forms) == len(set(forms)) == len(plain_forms())


def rendered(first: str, second: str, *, only: bool = False) -> bool:
    like = rendering(tokens(first), tokens(second), vectors(DEFAULTS.model), only=only)
    return like is not None and like.relation is Relation.TRANSLATED


def test_two_translations_name_one_thing_after_another_in_two_ways() -> None:
    assert rendered(
        "The frontier was shut and the soldiers burned our homes.",
        "Troops closed the border and set our houses on fire.",
    )
    assert rendered(
        "Nobody warned the fathers of the boys.", "The children's parents were alerted by no one.", only=True
    )


def test_two_sentences_on_one_matter_name_it_in_the_same_words() -> None:
    assert not rendered(
        "The bridge over the river is safe and will open in spring.",
        "Nobody has paid for the bridge over the river yet.",
    )
    assert not rendered("We count on our neighbours.", "The harvest was thin this year.", only=True)


def test_numbers_that_differ_are_no_translation() -> None:
    assert not rendered(
        "They shut 40 schools and burned 3 shops.", "Of the schools 14 were closed, 3 stores set on fire."
    )


def test_one_synonym_alone_is_chance() -> None:
    assert synonymous(["border", "harvest"], ["frontier", "minister"]) == 0.0
    assert synonymous(["border", "soldier"], ["frontier", "troop"]) == 1.0


def test_words_of_one_act_have_one_family_whatever_their_part_of_speech() -> None:
    assert kin("inspectors") == kin("inspected") == kin("inspection") != ""
    assert kin("admitted") == kin("confession") != ""
    assert kin("lamp") != kin("letter")


def test_a_form_that_counts_alone_brings_no_other_form_with_it() -> None:
    assert kin("fired") == kin("bullet")
    assert kin("fire") == kin("flames") != kin("bullet")


def test_a_word_of_no_family_has_none() -> None:
    assert kin("zebra") == ""
