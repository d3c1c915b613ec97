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

from dateline.linking.speech.contraries import CLAUSES_KEPT, Phrase, Said, denied_of, no_plan, open_denial, sense
from dateline.linking.speech.polarity import AUXILIARIES, ENDS_NOUN, PRO_FORMS, canonical, family, open_words
from dateline.linking.speech.spoken import NEGATIONS, tokens
from dateline.linking.speech.word_forms import kin, plain_forms
from dateline.vocabulary import load

NAME = "xx"  # stands for a name
ACT, THING, PLAN = (
    "word ",
    "thing ",
    "plan ",
)  # how topics begin: before a family, before several, before what is planned
NO_PLAN = "noplan"  # stands for "no plan to", "no sign of"
NOUN_REACH = 8  # words from "no" to the verb of which it begins the subject
VERB_REACH = 4  # words from "not" to what it denies: adverbs, auxiliaries
OBJECT_REACH = 6  # words from a verb to its object: "never asked for a reduction"
PAST_LETTERS = 5  # of a form in -ed: "fired", not "need"
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
    negated = not (NEGATIONS | {NO_PLAN}).isdisjoint(said)
    if not open_words().isdisjoint(said) or (not negated and not wholly):
        return {}
    found = list(denied_words(said))
    if wholly:
        auxiliary = next((at for at, word in enumerate(said) if word in AUXILIARIES), None)
        verb = None if auxiliary is None or negated else place_after(said, auxiliary)
        found = [] if verb is None else list(of_verb(said, verb, verb))
    return {Said(one.topic, 0, True): phrase(said, one.at, whose(said, one)) for one in found}


def without_names(clause: str) -> tuple[str, ...]:
    """The words of a clause in lower case, a mark for each name: a name is neither denied nor affirmed."""
    first, *rest = clause.split(" ")
    plain = canonical(" ".join((first, *(word if word[:1].islower() else NAME for word in rest))))
    return tokens(no_plan().sub(f"{NO_PLAN} ", plain))


def main_verb(said: Sequence[str]) -> int | None:
    """The verb of a clause that has an auxiliary: "that a drone had been lost"."""
    first = next((at for at, word in enumerate(said) if word in AUXILIARIES), None)
    return None if first is None else verb_after(said, first)


def assertions(clause: str, denied: frozenset[str], wholly: bool = False) -> dict[Said, Phrase]:
    """What a clause says of the topics that some other clause denies; nothing if its source denies it."""
    said = without_names(clause)
    if wholly or not NEGATIONS.isdisjoint(said) or NO_PLAN in said:
        return {}
    found = dict(planned(said, denied))
    if not (open_words() | _listed("doubting")).isdisjoint(said) or not any(map(finite, said)):
        return found
    told = {word_family(word): at for at, word in enumerate(said) if says_something(word) and tells(said, at)}
    for word, at in told.items():
        if ACT + word in denied and not to_do(said, at):
            found[Said(ACT + word, 0, False)] = phrase(said, at)
    for topic in things(denied, frozenset(told)):
        found[Said(topic, 0, False)] = phrase(said, max(told[w] for w in topic.removeprefix(THING).split()))
    return found


def tells(said: Sequence[str], at: int) -> bool:
    """True unless a word only names whoever does it, or how, or has no subject: "the inspector", "freely"."""
    word = said[at]
    if at == 0 and is_past(word):
        return False  # "reached by telephone"
    agent = word.endswith(_AGENT) and kin(word) not in ("", word)
    return not word.endswith("ly") and not (agent and said[at - 1 : at] not in _INDEFINITE)


_AGENT = ("er", "or", "ers", "ors", "ee", "ees", "ist", "ists")
_INDEFINITE = (("a",), ("an",), ("one",), ("two",), ("three",))


def planned(said: Sequence[str], denied: frozenset[str]) -> Iterator[tuple[Said, Phrase]]:
    """What is to be done, of all that others deny that it is planned: "will close", "wanted to sell"."""
    for at, word in enumerate(said):
        if at and says_something(word) and (said[at - 1] == "will" or (said[at - 1] == "to" and plans(said[:at]))):
            topic = PLAN + word_family(word)
            if topic in denied:
                yield Said(topic, 0, False), phrase(said, at)


def plans(before: Sequence[str]) -> bool:
    """True if the words before "to" tell of a plan: "wanted", "is", "decided"; in a headline the subject alone."""
    return len(before) > 1 and before[-2] in _listed("planning")


def things(denied: frozenset[str], told: frozenset[str]) -> Iterator[str]:
    """The denied things of which a clause has every word."""
    for topic in sorted(denied):
        if topic.startswith(THING) and told.issuperset(topic.removeprefix(THING).split()):
            yield topic


def denied_words(said: Sequence[str]) -> Iterator[Denial]:
    """The acts and things that the negations of a clause deny."""
    for at, word in enumerate(said):
        if word == NO_PLAN:
            verb = place_after(said, at + 1)
            if verb is not None and says_something(said[verb]):
                yield Denial(PLAN + word_family(said[verb]), verb, at)
                yield Denial(ACT + word_family(said[verb]), verb, at)
            continue
        if word not in NEGATIONS or open_denial(said, at) or said[max(0, at - 1) : at] in (("if",), ("or",)):
            continue
        if word == "no" or (word in PRO_FORMS and said[at + 1 : at + 2] and said[at + 1] in ENDS_NOUN - {"ever"}):
            yield from of_noun(said, at)  # "nobody at the mill was asked"
        elif word == "nothing" and at and said[at - 1] not in STOP_WORDS:
            yield from of_verb(said, at - 1, at)
        elif said[at + 1 : at + 2] != ("to",) and (verb := place_after(said, at + 1)) is not None:
            yield from of_verb(said, verb, at)


def of_verb(said: Sequence[str], verb: int, at: int) -> Iterator[Denial]:
    """What is denied with a verb: itself; and its object, of a verb that says little ("never got a letter").

    Of objects only those of vocabulary/word_families.toml: "nobody had seen the girl" denies no girl.
    """
    if says_something(said[verb]):
        yield Denial(ACT + word_family(said[verb]), verb, at)
    behind = said[verb + 1 : verb + 3]
    at_all = behind[:1] in (("any",), ("one",)) or behind in (("so", "much"), ("a", "single"))
    if said[verb] in _listed("taking") or at_all:
        for place in objects_of(said, verb):
            if kin(said[place]):
                yield Denial(ACT + word_family(said[place]), place, at)


def objects_of(said: Sequence[str], verb: int) -> Iterator[int]:
    """The place of the object of a verb: the last word of the first noun phrase behind it."""
    start = verb + 1
    while start < min(verb + OBJECT_REACH, len(said)) and said[start] in STOP_WORDS:
        start += 1
    nouns, _ = noun_phrase(said, start - 1)
    yield from nouns[-1:]


def of_noun(said: Sequence[str], at: int) -> Iterator[Denial]:
    """What "no" denies: the verb of its subject; or the noun behind it, and the verb of its object."""
    nouns, end = noun_phrase(said, at) if said[at] == "no" else ([], at + 1)
    if len(nouns) >= THING_WORDS:
        words = " ".join(sorted({word_family(said[n]) for n in nouns}))
        yield Denial(THING + words, nouns[-1], at)
    predicate = begin_predicate(said, nouns[-1] + 1 if nouns else end, at)
    if predicate is not None:
        verb = predicate if said[predicate] not in _BEGIN_PREDICATE else place_after(said, predicate)
        if verb is not None and nouns and carries(said[verb]):
            yield Denial(ACT + word_family(said[nouns[-1]]), nouns[-1], at)  # "no letter reached us"
        if verb is not None and (says_something(said[verb]) or not nouns):
            yield from of_verb(said, verb, at)
        elif nouns and verb is None:
            yield Denial(ACT + word_family(said[nouns[-1]]), nouns[-1], at)
        return
    if len(nouns) == 1:
        yield Denial(ACT + word_family(said[nouns[0]]), nouns[0], at)
    if nouns and at and says_something(said[at - 1]):
        yield Denial(ACT + word_family(said[at - 1]), at - 1, at)


def begin_predicate(said: Sequence[str], start: int, at: int) -> int | None:
    """Where the predicate behind "no" and its noun begins: an auxiliary, or a verb in the past."""
    for place in range(start, min(at + NOUN_REACH, len(said))):
        word = said[place]
        if word in _BEGIN_PREDICATE:
            return place
        if is_past(word) and said[place - 1] not in _BEFORE_NOUN:
            return place
    return None


def is_past(word: str) -> bool:
    """True for a form of the past: "reached", "came"."""
    return (word.endswith("ed") and len(word) >= PAST_LETTERS) or word in plain_forms()


def finite(word: str) -> bool:
    """True for an auxiliary, and a form of the past: without them a clause is a heading, or a part of a phrase."""
    return word in AUXILIARIES or is_past(word)


_BEFORE_NOUN = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my", "no"})
_BEGIN_PREDICATE = AUXILIARIES | {"ever"}
_NO_VERB = STOP_WORDS - {"see", "get", "give", "make", "take", "go", "put", "call", "show", "say"} | NEGATIONS


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
    place = place_after(said, start)
    return place if place is not None and says_something(said[place]) else None


def place_after(said: Sequence[str], start: int) -> int | None:
    """The first word behind a negation or an auxiliary that is no adverb and no small word."""
    for place in range(start, min(start + VERB_REACH, len(said))):
        if said[place] not in _NO_VERB and not said[place].endswith("ly"):
            return place
    return None


def whose(said: Sequence[str], denial: Denial) -> frozenset[str]:
    """Of whom alone it is denied: "no soldier was hurt"."""
    return denied_of(said, denial.at) if denial.topic.startswith(ACT) and denial.start < denial.at else frozenset()


def to_do(said: Sequence[str], at: int) -> bool:
    """True for what is only to be done, or asked for: "called on her to resign", "calls for his resignation"."""
    return at > 0 and (said[at - 1] in ("to", "for", "against") or (at > 1 and said[at - 2] in ("for", "against")))


def phrase(said: Sequence[str], at: int, of: frozenset[str] = frozenset()) -> Phrase:
    """The word that says it."""
    return Phrase(frozenset({sense(said[at])}), at, said[at], of)


def generic(topic: str) -> bool:
    """True for a topic of this file."""
    return topic.startswith((ACT, THING, PLAN))


@cache
def word_family(word: str) -> str:
    """What stands for a word's family, or its plain form without the ending that makes a noun of a verb."""
    return family(kin(word) or plain_forms().get(word, word))


@cache
def carries(word: str) -> bool:
    """True for a verb that denies the thing with it: what never came was not sent."""
    return not says_something(word) or word_family(word) in _families("carrying")


@cache
def says_something(word: str) -> bool:
    """True unless a word is small, or so general that to deny it denies nothing in particular."""
    return (
        len(word) > 1
        and word not in STOP_WORDS
        and word not in NEGATIONS
        and not word[0].isdigit()
        and word != NAME
        and word_family(word) not in _families("hollow")
    )


@cache
def _listed(table: str) -> frozenset[str]:
    """Words of one of the lists of vocabulary/statement_words.toml, as they stand there."""
    return frozenset(load("statement_words")[table]["words"])


@cache
def _families(table: str) -> frozenset[str]:
    """The families of the words of such a list."""
    return frozenset(map(word_family, _listed(table)))
