"""The acts that a text dates, so that other expressions can be reckoned from them.

"The bridge collapsed on 3 April" dates a collapse; "three days after the collapse" is then 6 April, wherever in
the report it stands. Read from the parse: the words that an expression hangs on, up to its verb; below a verb that
only says that something is or begins, what its subject or object names.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from dateline import vocabulary

_CLIMB = 6  # steps from an expression to the verb of its clause
_STEM = 5  # letters in which two words of one stem agree: "explode", "explosion"
_APART = frozenset(
    {"after", "before", "since", "until", "till", "following"}
)  # what these govern is on another day
_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "attr")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(vocabulary.load("narrated")["words"][name])


@cache
def _groups() -> dict[str, frozenset[str]]:
    """The groups of each word that is in any."""
    found: dict[str, set[str]] = {}
    for group, members in vocabulary.load("narrated")["groups"].items():
        for word in members:
            found.setdefault(word, set()).add(group)
    return {word: frozenset(groups) for word, groups in found.items()}


def acts_dated(doc: Doc, first: int, last: int) -> frozenset[str]:
    """Lemmas of what happens on the day that tokens [first, last] name; empty for a habit or a bare date."""
    return frozenset(_dated_by(doc[first : last + 1].root))


def _dated_by(token: Token) -> Iterator[str]:
    here = token
    for _ in range(_CLIMB):
        here = here.head
        if here.pos_ == "NOUN":
            yield here.lemma_.lower()
        if here.pos_ in ("VERB", "AUX"):
            yield from _told_by(here)
            return
        if here.head.i == here.i:
            return


def _told_by(verb: Token) -> Iterator[str]:
    """A verb, with its particle, and what its subject and objects name."""
    lemma = verb.lemma_.lower()
    yield lemma
    for child in verb.children:
        if child.dep_ == "dobj":
            yield f"{lemma} {child.lemma_.lower()}"  # "take office"
        if child.dep_ == "prt" or child.lower_ in _words("particles"):
            yield f"{lemma} {child.lower_}"
        elif child.dep_ == "prep" and child.lower_ not in _APART:
            yield from (noun.lemma_.lower() for noun in child.children if noun.lemma_.lower() in _words("acts"))
    yield from _named_by(verb)


def _named_by(verb: Token) -> Iterator[str]:
    """What the subject and object of a verb name, if they name an act; all of them below a light verb."""
    light = verb.lemma_.lower() in _words("light")
    if light and verb.dep_ == "relcl":  # "the vote, which is on Sunday"
        yield verb.head.lemma_.lower()
    for child in verb.children:
        named = child.lemma_.lower()
        if child.pos_ == "NOUN" and child.dep_ in (*_SUBJECTS, *_OBJECTS) and (light or named in _words("acts")):
            yield named


def act_after(preposition: Token) -> frozenset[str]:
    """What follows "after" or "of": lemmas of the noun and its nouns beside it, or of the verb of a clause."""
    if preposition.dep_ == "mark" and preposition.head.pos_ in ("VERB", "AUX"):
        return frozenset(_told_by(preposition.head))
    for child in preposition.children:
        if child.dep_ in ("pobj", "pcomp") and child.pos_ in ("NOUN", "VERB"):
            return frozenset((child.lemma_.lower(),))
    return frozenset()


def is_beginning(told: frozenset[str]) -> bool:
    """True if a dated clause tells of something that begins."""
    return not told.isdisjoint(_words("beginning"))


def same_act(told: frozenset[str], asked: frozenset[str]) -> bool:
    """True if a dated clause tells the act that an expression is reckoned from."""
    return any(_alike(one, other) for one in told for other in asked)


def _alike(one: str, other: str) -> bool:
    if one == other:
        return one not in _words("empty")
    if _groups().get(one, frozenset()) & _groups().get(other, frozenset()):
        return True
    return len(one) > _STEM and len(other) > _STEM and one[:_STEM] == other[:_STEM]
