"""PLOVER's contexts: why an act is done, read from the words of its sentence (vocabulary/contexts.toml)."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Span as DocSpan

from dateline.model import EventContext
from dateline.reading.parsed import Parse
from dateline.vocabulary import load

_LONGEST = 3  # words of a pattern: "rule of law"


@cache
def context_names() -> tuple[str, ...]:
    """All contexts, in the manual's order."""
    return tuple(load("contexts")["contexts"])


@cache
def patterns() -> dict[str, tuple[str, ...]]:
    """The contexts that a word or a phrase in lemmas tells."""
    found: dict[str, tuple[str, ...]] = {}
    for name, listed in load("contexts")["contexts"].items():
        for pattern in listed:
            found[pattern] = (*found.get(pattern, ()), name)
    return found


@cache
def first_words() -> frozenset[str]:
    """The words that a pattern begins with."""
    return frozenset(pattern.split()[0] for pattern in patterns())


def contexts_in(sentence: DocSpan, parse: Parse) -> tuple[EventContext, ...]:
    """The contexts that a sentence tells, in the manual's order, each with the first words that tell it.

    People's names tell none: Church is a surname.
    """
    known, starts = patterns(), first_words()
    lemmas = [token.lemma_.lower() for token in sentence]
    if starts.isdisjoint(lemmas):
        return ()
    told: dict[str, EventContext] = {}
    for at, lemma in enumerate(lemmas):
        if lemma not in starts or sentence[at].ent_type_ == "PERSON":
            continue
        for length in range(1, min(_LONGEST, len(lemmas) - at) + 1):
            for name in known.get(" ".join(lemmas[at : at + length]), ()):
                if name not in told:
                    told[name] = EventContext(name, parse.words(sentence[at : at + length]))
    return tuple(told[name] for name in context_names() if name in told)
