"""What a clause denies outright, of whatever act or thing: "no record was altered", "there was no sheet".

vocabulary/contraries.toml knows opposites by name. This file needs none: the act that one clause denies, another
clause of the same matter says was done. The word itself is looked for, in any form ("inspection", "inspected"), or
the whole of what is denied to have been ("no rubber bullets").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from spacy.lang.en.stop_words import STOP_WORDS

from dateline.linking.speech.contraries import CLAUSES_KEPT, Phrase, Said, denied_of, head, open_denial
from dateline.linking.speech.polarity import AUXILIARIES, ENDS_NOUN, PRO_FORMS, canonical, family, open_words
from dateline.linking.speech.spoken import NEGATIONS, tokens
from dateline.linking.speech.word_forms import plain_forms
from dateline.vocabulary import load

NAME = "xx"  # stands for a name
ACT, THING = "word ", "thing "  # how topics of this file begin: before a family of words, before several
NOUN_REACH = 8  # words from "no" to the verb of which it begins the subject
VERB_REACH = 4  # words from "not" to what it denies: adverbs, auxiliaries
THING_WORDS = 2  # that make what is denied so special that who names it says that there was such a thing


@dataclass(frozen=True, slots=True)
class Denial:
    """One thing that a clause denies."""

    topic: str
    at: int  # index of the word that names it
    start: int  # index of the negation


@lru_cache(maxsize=CLAUSES_KEPT)
def denials(clause: str, wholly: bool = False) -> dict[Said, Phrase]:
    """What a clause denies, by the word that is denied; `wholly`: its source denies what it says."""
    said = without_names(clause)
    negated = not NEGATIONS.isdisjoint(said)
    if not open_words().isdisjoint(said) or (not negated and not wholly):
        return {}
    found = list(denied_words(said))
    if wholly:
        verb = main_verb(said)
        found = [Denial(ACT + word_family(said[verb]), verb, verb)] if verb is not None and not negated else []
    return {Said(one.topic, 0, True): phrase(said, one.at, whose(said, one)) for one in found}


def without_names(clause: str) -> tuple[str, ...]:
    """The words of a clause in lower case, a mark for each name: a name is neither denied nor affirmed."""
    first, *rest = clause.split(" ")
    return tokens(canonical(" ".join((first, *(word if word[:1].islower() else NAME for word in rest)))))


def main_verb(said: Sequence[str]) -> int | None:
    """The verb of a clause that has an auxiliary: "that a drone had been lost"."""
    first = next((at for at, word in enumerate(said) if word in AUXILIARIES), None)
    return None if first is None else verb_after(said, first)


def assertions(clause: str, denied: frozenset[str], wholly: bool = False) -> dict[Said, Phrase]:
    """What a clause says of the topics that some other clause denies; nothing if its source denies it."""
    said = without_names(clause)
    if wholly or not all(words.isdisjoint(said) for words in (open_words(), NEGATIONS, doubting())):
        return {}
    found: dict[Said, Phrase] = {}
    told = {word_family(word): at for at, word in enumerate(said) if says_something(word)}
    for word, at in told.items():
        if ACT + word in denied and not to_do(said, at):
            found[Said(ACT + word, 0, False)] = phrase(said, at)
    for topic in things(denied, frozenset(told)):
        found[Said(topic, 0, False)] = phrase(said, max(told[w] for w in topic.removeprefix(THING).split()))
    return found


def things(denied: frozenset[str], told: frozenset[str]) -> Iterator[str]:
    """The denied things of which a clause has every word."""
    for topic in sorted(denied):
        if topic.startswith(THING) and told.issuperset(topic.removeprefix(THING).split()):
            yield topic


def denied_words(said: Sequence[str]) -> Iterator[Denial]:
    """The acts and things that the negations of a clause deny."""
    for at, word in enumerate(said):
        if word not in NEGATIONS or open_denial(said, at) or said[max(0, at - 1) : at] in (("if",), ("or",)):
            continue
        if word == "no" or (word in PRO_FORMS and said[at + 1 : at + 2] and said[at + 1] in ENDS_NOUN - {"ever"}):
            yield from of_noun(said, at)  # "nobody at the mill was asked"
        elif (verb := verb_after(said, at + 1)) is not None:
            yield Denial(ACT + word_family(said[verb]), verb, at)
        elif word == "nothing" and at and says_something(said[at - 1]):
            yield Denial(ACT + word_family(said[at - 1]), at - 1, at)


def of_noun(said: Sequence[str], at: int) -> Iterator[Denial]:
    """What "no" denies: the verb of its subject; or the noun behind it, and the verb of its object."""
    nouns, end = noun_phrase(said, at) if said[at] == "no" else ([], at + 1)
    if len(nouns) >= THING_WORDS:
        words = " ".join(sorted({word_family(said[n]) for n in nouns}))
        yield Denial(THING + words, nouns[-1], at)
    predicate = next((n for n in range(end, min(at + NOUN_REACH, len(said))) if said[n] in _BEGIN_PREDICATE), None)
    if predicate is not None:
        verb = verb_after(said, predicate)
        if verb is not None:
            yield Denial(ACT + word_family(said[verb]), verb, at)
        return
    if len(nouns) == 1:
        yield Denial(ACT + word_family(said[nouns[0]]), nouns[0], at)
    if nouns and at and says_something(said[at - 1]):
        yield Denial(ACT + word_family(said[at - 1]), at - 1, at)


_BEGIN_PREDICATE = AUXILIARIES | {"ever"}


def noun_phrase(said: Sequence[str], at: int) -> tuple[list[int], int]:
    """The places of the words of the noun phrase behind "no" that say something, and where it ends."""
    nouns: list[int] = []
    for place in range(at + 1, min(at + NOUN_REACH, len(said))):
        if said[place] in STOP_WORDS or said[place] in _BEGIN_PREDICATE:
            return nouns, place
        if says_something(said[place]):
            nouns.append(place)
    return nouns, min(at + NOUN_REACH, len(said))


def verb_after(said: Sequence[str], start: int) -> int | None:
    """The first word that says something behind a negation or an auxiliary."""
    for place in range(start, min(start + VERB_REACH, len(said))):
        if said[place] in STOP_WORDS or said[place].endswith("ly"):
            continue
        return place if says_something(said[place]) else None
    return None


def whose(said: Sequence[str], denial: Denial) -> frozenset[str]:
    """Of whom alone it is denied: "no soldier was hurt"."""
    return denied_of(said, denial.at) if denial.topic.startswith(ACT) and denial.start < denial.at else frozenset()


def to_do(said: Sequence[str], at: int) -> bool:
    """True for what is only to be done, or asked for: "called on her to resign", "calls for his resignation"."""
    return at > 0 and (said[at - 1] in ("to", "for", "against") or (at > 1 and said[at - 2] in ("for", "against")))


def phrase(said: Sequence[str], at: int, of: frozenset[str] = frozenset()) -> Phrase:
    """The word that says it."""
    return Phrase(frozenset({head(said[at])}), at, said[at], of)


def generic(topic: str) -> bool:
    """True for a topic of this file."""
    return topic.startswith((ACT, THING))


@cache
def word_family(word: str) -> str:
    """A word in its plain form, without the ending that makes a noun of a verb."""
    return family(plain_forms().get(word, word))


@cache
def says_something(word: str) -> bool:
    """True unless a word is small, or so general that to deny it denies nothing in particular."""
    return (
        len(word) > 1
        and word not in STOP_WORDS
        and word not in NEGATIONS
        and not word[0].isdigit()
        and word != NAME
        and word_family(word) not in hollow()
    )


@cache
def hollow() -> frozenset[str]:
    """Families of words that deny and say nothing in particular."""
    return frozenset(word_family(word) for word in load("statement_words")["hollow"]["words"])


@cache
def doubting() -> frozenset[str]:
    """Words with which a clause does not say that something is so."""
    return frozenset(load("statement_words")["doubting"]["words"])
