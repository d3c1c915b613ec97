"""Numbers that somebody gives out: "police counted 4,000 marchers", "the union put the crowd at 30,000".

The number is what is said, though no clause says it: police and organisers count one crowd, and differ.
"""

from __future__ import annotations

from spacy.tokens import Token

from dateline.model import SpeechKind
from dateline.reading.speech.attribution import Attribution, from_verb, runs
from dateline.reading.speech.cues import bare_cue
from dateline.reading.speech.grammar import (
    SUBJECTS,
    direct_object,
    is_infinitive,
    is_passive,
    noun_phrase,
    subtree,
)

_COUNTING = frozenset({"count", "tally"})  # with a number as their object
_PUTTING = frozenset({"put", "estimate"})  # with "at" and a number
_UNITS = frozenset(
    {"people", "person", "percent", "%", "dollar", "euro", "pound", "crown", "ton", "tonne", "hectare"}
)


def tally(verb: Token, inside: list[int]) -> Attribution | None:
    """What is said by a verb that gives out a number; None for any other verb.

    `inside` holds the number of the marked piece of each token, or -1: in marks somebody else speaks.
    """
    if verb.pos_ != "VERB" or verb.lemma_ not in _COUNTING | _PUTTING or is_passive(verb) or is_infinitive(verb):
        return None
    speaker = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    counted = direct_object(verb)
    if speaker is None or counted is None or counted.i < verb.i or inside[speaker.i] >= 0:
        return None
    given = set(range(*subtree(counted)))
    if verb.lemma_ in _PUTTING:
        number = _number_after_at(verb)
        if number is None:
            return None
        given |= set(range(*subtree(number.head)))
    elif not _numbered(counted):
        return None
    found = from_verb(verb, bare_cue(verb), speaker, SpeechKind.INDIRECT, f"tally: {verb.lemma_}")
    found.contents = runs(verb.doc, given - set(range(*noun_phrase(speaker, avoid=verb))), verb)
    return found if found.contents else None


def _number_after_at(verb: Token) -> Token | None:
    """The number of "at 4,000" and "at 4,000 people" behind the verb or its object."""
    for at in (t for t in verb.subtree if t.i > verb.i and t.lower_ == "at" and t.dep_ == "prep"):
        number = next((c for c in at.children if c.dep_ == "pobj" and _is_amount(c)), None)
        if number is not None and (at.head.i == verb.i or at.head.dep_ in ("dobj", "pobj")):
            return number
    return None


def _is_amount(noun: Token) -> bool:
    """True for "4,000" and "4,000 people", but not for the "two gates" at which somebody puts a guard."""
    return noun.like_num or (noun.lemma_.lower() in _UNITS and _numbered(noun))


def _numbered(noun: Token) -> bool:
    """True for a number, or a noun with one."""
    return noun.like_num or any(c.dep_ == "nummod" and c.like_num for c in noun.children)
