"""Whether one clause denies of one thing what another says of another: "paid its taxes", "paid no bonus"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.lang.en.stop_words import STOP_WORDS

from dateline.linking.figures.stated import DAY_STEMS
from dateline.linking.speech.contraries import sense
from dateline.linking.speech.denials import NAME, without_names
from dateline.linking.speech.polarity import is_light
from dateline.linking.speech.spoken import NEGATIONS, stem
from dateline.linking.speech.word_forms import ideas

ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "last", "next", "previous", "latest", "earlier"}
)
ABOUT = ("on", "about", "over", "against", "at", "for", "into")  # before what an act is about
PASSIVE = frozenset({"was", "were", "been", "being", "is", "are"})
OBJECT_REACH = 4  # words from a verb to its object
ADVERBS_REACH = 3  # words from "was" to its participle: "was not even once tested"


def other_scope(one: str, said: str, other: str, theirs: str, to_whom: bool = False) -> bool:
    """True if two clauses speak of other things. `said`, `theirs`: the acts, one denied; empty if unknown.

    `to_whom`: the acts are done to somebody, so that whoever stands behind "to" and "with" must be the same.
    """
    ours, words = without_names(one), without_names(other)
    if two(ORDINALS.intersection(ours), ORDINALS.intersection(words)):
        return True
    if {"before", "after"} <= {*ours, *words} and ("before" in ours) != ("before" in words):
        return True
    if to_whom and two(*(after(said, "to") | after(said, "with") for said in (ours, words))):
        return True
    if any(two(after(ours, preposition), after(words, preposition)) for preposition in ABOUT):
        return True
    if said not in ours or theirs not in words or is_passive(ours, said) or is_passive(words, theirs):
        return False
    return two(objects(ours, said), objects(words, theirs))


def two(first: frozenset[str], second: frozenset[str]) -> bool:
    """True if both say something, and nothing that is alike."""
    if not first or not second or first & second:
        return False
    return frozenset().union(*map(ideas, first)).isdisjoint(frozenset().union(*map(ideas, second)))


def objects(said: Sequence[str], verb: str) -> frozenset[str]:
    """The words behind a verb that say something, up to a preposition."""
    at = said.index(verb)
    found = []
    for word in said[at + 1 : at + 1 + OBJECT_REACH]:
        if word in ABOUT or word in ("in", "by", "with", "to", "from", "after", "before", "since", "when", "that"):
            break
        found.append(word)
    return telling(found)


def after(said: Sequence[str], preposition: str) -> frozenset[str]:
    """The words shortly behind a preposition that say something."""
    return frozenset(
        word
        for at, here in enumerate(said)
        if here == preposition
        for word in telling(said[at + 1 : at + 1 + OBJECT_REACH])
    )


def telling(said: Sequence[str]) -> frozenset[str]:
    """Heads of words that say something and are no day."""
    return frozenset(
        sense(word)
        for word in said
        if word != NAME
        and word not in STOP_WORDS
        and word not in NEGATIONS
        and not is_light(word)
        and stem(word) not in DAY_STEMS
    )


def is_passive(said: Sequence[str], verb: str) -> bool:
    """True for "was stolen", "had not been tested"."""
    at = said.index(verb)
    return not verb.endswith("ing") and not PASSIVE.isdisjoint(said[max(0, at - ADVERBS_REACH) : at])
