"""What was stated: the sentences of quotations, each with what it affirms and denies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.linking.speech.contraries import words as words_of
from dateline.linking.speech.polarity import AUXILIARIES, Polarity, canonical, polarity
from dateline.linking.speech.spoken import NEGATIONS, stem, tokens
from dateline.linking.who import Who
from dateline.model import Quotation, Stance
from dateline.span import Words
from dateline.vocabulary import load

STATING = frozenset({Stance.STATES, Stance.CLAIMS, Stance.DENIES, Stance.ACCUSES, Stance.PRAISES, Stance.WARNS})
FEWEST_WORDS = 3
LONGEST_WORDS = 60  # a "sentence" beyond this is a list or a torn page, and touches on everything
PRONOUNS = frozenset(
    {"i", "we", "you", "he", "she", "it", "they", "who", "many", "some", "others", "one", "this", "that"}
)
NEGATION_REACH = 5  # words from a negation to what it negates: "not been free or fair"

NOTHING_REACH = 2  # words from a verb to the "nothing" that it takes: "agreed to nothing"
_NONE = frozenset({"nothing", "nobody", "none"})

_SENTENCE = re.compile(r"\S.*?(?:[.!?…]+[\"'”’]?(?=\s+[\"'“‘]?[A-Z0-9])|\Z)", re.DOTALL)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of what somebody said."""

    id: str
    quotation: Quotation
    words: Words
    affirmed: frozenset[str]  # families of the words of clauses that say so
    denied: frozenset[str]  # families of what is said not to be so
    about: frozenset[str]  # families of all words that say something
    beside: frozenset[str]  # families of all words of the clauses that deny something
    names: frozenset[str]  # stems of its capitalised words; the speaker's too where it says "I" or "we"
    wholly: bool  # "denied that ...": the whole of it is denied
    exists: bool  # "there is", "there is no"
    own: frozenset[str]  # families of the clauses in which the speaker says "I" or "we"
    anybody: bool  # "nobody was hurt": what is said of one answers it
    pronoun: bool
    sides: frozenset[tuple[str, str]]  # (topic, side) of vocabulary/opposites.toml; none if a clause is open
    states: frozenset[tuple[str, str]]  # the same, of the clauses that are not open
    matter: frozenset[str]  # what it is about, who says "he" of himself included


def statements(quotation: Quotation) -> Iterator[Statement]:
    """The sentences of a quotation that state something."""
    denies = quotation.stance is Stance.DENIES
    if quotation.stance not in STATING or quotation.negated:
        return  # who "did not say" something has not said the opposite
    for piece in quotation.contents:
        for match in _SENTENCE.finditer(piece.text):
            words = Words(piece.start + match.start(), piece.start + match.end(), match[0])
            said = tokens(words.text)
            clause = not denies or not AUXILIARIES.isdisjoint(said)  # "denied any part in it" is no clause
            if FEWEST_WORDS <= len(said) <= LONGEST_WORDS and clause:
                yield analysed(quotation, words)


def analysed(quotation: Quotation, words: Words) -> Statement:
    """What one sentence affirms and denies; a denial turns it round, but not the reason that it may give."""
    wholly = quotation.stance is Stance.DENIES
    read: Polarity = polarity(reason().sub("", words.text) if wholly else words.text)
    told_by = quotation.source.text if quotation.source else ""
    speaker = told_by if read.own else ""
    return Statement(
        id=f"{quotation.id} {words.start:09d}",
        quotation=quotation,
        words=words,
        affirmed=read.denied if wholly else read.affirmed,
        denied=read.affirmed if wholly else read.denied,
        about=read.about,
        beside=read.about if wholly else read.beside,
        names=names(words.text) | names(f". {speaker}"),
        wholly=wholly,
        exists=read.exists,
        own=read.own,
        anybody=read.anybody,
        pronoun=read.pronoun,
        sides=frozenset() if read.open else frozenset(sides_of(tokens(canonical(words.text)), wholly)),
        states=frozenset() if read.question else frozenset(sides_of(read.closed, wholly)),
        matter=read.about | (names(f". {told_by}") if read.pronoun else frozenset()),
    )


@cache
def reason() -> re.Pattern[str]:
    """What a sentence goes on with where it gives a reason or a circumstance."""
    return re.compile(rf",? (?:{'|'.join(sorted(words_of('circumstance')))})\b.*", re.DOTALL)


def voice(statement: Statement, who: Who) -> str:
    """Who said it: an actor, or the printed words; empty if that is not known."""
    actor = who.id(statement.quotation.speaker)
    printed = statement.quotation.source.text.casefold() if statement.quotation.source else ""
    return actor or ("" if printed in PRONOUNS else printed)


def names(text: str) -> frozenset[str]:
    """Stems of the capitalised words of a text, its first word aside."""
    return frozenset(
        stem(match[0].casefold())
        for match in _WORD.finditer(text)
        if match.start() > 0 and match[0][0].isupper() and len(match[0]) > 1
    )


def sides_of(said: Sequence[str], denied: bool) -> Iterator[tuple[str, str]]:
    """The sides that a statement's words put it on; none of a topic where they put it on both."""
    for topic, by_word in side_words().items():
        found = {
            turned(by_word[word], denied != (negated_before(said, at) or negated_after(said, at)))
            for at, word in enumerate(said)
            if word in by_word
        }
        if len(found) == 1:
            yield topic, found.pop()


def turned(side: str, round_: bool) -> str:
    """The side itself, or the other."""
    return ({"one": "other", "other": "one"}[side]) if round_ else side


def negated_before(said: Sequence[str], at: int) -> bool:
    """True if a negation stands shortly before a word."""
    return any(word in NEGATIONS for word in said[max(0, at - NEGATION_REACH) : at])


def negated_after(said: Sequence[str], at: int) -> bool:
    """True if "nothing" or "nobody" follows at once, or after one word: "agreed to nothing"."""
    return not _NONE.isdisjoint(said[at + 1 : at + 1 + NOTHING_REACH])


@cache
def side_words() -> dict[str, dict[str, str]]:
    """For each topic the side of each word."""
    return {
        topic: {tokens(word)[0]: side for side in ("one", "other") for word in table[side]}
        for topic, table in load("opposites").items()
    }


@cache
def passing() -> frozenset[str]:
    """Topics of states that may change from one day to the next."""
    return frozenset(topic for topic, table in load("opposites").items() if table.get("passing", False))


@cache
def matter_words(topic: str) -> frozenset[str]:
    """What a topic is about: one of two opposed statements names it."""
    return frozenset(load("opposites")[topic]["matter"])
