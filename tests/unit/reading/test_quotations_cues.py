from __future__ import annotations

import pytest

from dateline.model import Stance
from dateline.reading.speech.confidence import BY_RULE, by_rule
from dateline.reading.speech.cues import media, nouns, verbs
from dateline.vocabulary import load

KINDS = {"clause", "infinitive", "ing", "object", "proposition", "as", "small", "marks"}
PREPOSITIONS = {"of", "about", "on", "for", "to", "at", "with", "against"}


@pytest.mark.parametrize("table", ["verbs", "thoughts", "nouns"])
def test_every_cue_has_a_stance_and_contents_that_the_rules_know(table: str) -> None:
    for lemma, row in load("cues")[table].items():
        assert set(row) <= {"stance", "content", "denies", "relays", "replies", "beside", "misread"}, lemma
        assert set(row["content"]) <= KINDS | PREPOSITIONS, lemma
        assert row["stance"] in set(Stance), lemma


def test_no_verb_stands_in_two_tables() -> None:
    tables = load("cues")
    assert not set(tables["verbs"]) & set(tables["thoughts"])


def test_thoughts_are_marked_as_thoughts() -> None:
    assert verbs()["believe"].thought
    assert not verbs()["say"].thought


def test_a_misread_lemma_leads_to_the_verb() -> None:
    assert verbs()["hop"].lemma == "hope"


def test_nouns_and_media_are_lemmas_in_lower_case() -> None:
    assert all(word == word.lower() for word in (*nouns(), *media()))


def test_confidence_takes_the_first_prefix_that_fits() -> None:
    assert by_rule("clause: say") > by_rule("clause: praise") > by_rule("run of speech")
    assert by_rule("no cue") < min(value for _, value in BY_RULE)
