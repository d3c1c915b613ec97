"""What a clause must tell for its verb to be a certain act: a weapon that does it, the score of a contest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from dateline.vocabulary import load

_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
_DASHES = frozenset({"-", "–"})
_DIGITS = 3  # of one side's score
_RELATIVE = frozenset({"which", "that"})


def by_weapon(verb: Token) -> bool:
    """True if a shell, a bomb or the like does what the verb says, or what it follows from: "hit ..., killing"."""
    for child in verb.children:
        inner: Token | None = child
        if child.dep_ == "agent":
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
        elif child.dep_ not in {"nsubj", "nsubjpass"}:
            continue
        if inner is not None:
            return weapon(inner) or (inner.lower_ in _RELATIVE and verb.dep_ == "relcl" and weapon(verb.head))
    if verb.dep_ in {"advcl", "conj"} and verb.head.pos_ == "VERB":
        return by_weapon(verb.head)
    return False


def intransitive(verb: Token) -> bool:
    """True for an active verb without an object: "the nurses struck", not "a wave struck the town"."""
    return any(c.dep_ == "nsubj" for c in verb.children) and not any(
        c.dep_ in {"dobj", "auxpass", "agent"} for c in verb.children
    )


def transitive(verb: Token) -> bool:
    """True for a verb that has an object, or is passive: "returned the ring to her", not "returned to Varia"."""
    return any(c.dep_ in {"dobj", "nsubjpass"} for c in verb.children)


def by_phone(verb: Token) -> bool:
    """True for somebody called with nothing said of them: "called her on Monday", not "called her a liar"."""
    said = {"oprd", "ccomp", "acomp", "dative", "attr", "xcomp"}
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    of_them = any(c.dep_ in said and not has_to(c) for c in verb.children)
    return len(objects) == 1 and not of_them and not any(c.dep_ == "prt" for c in verb.children)


def has_to(clause: Token) -> bool:
    """True for an infinitive: "to discuss"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)


def by_force(verb: Token) -> bool:
    """True if armed forces do what the verb says to something: "the army struck the depot"."""
    doers = (c for c in verb.children if c.dep_ == "nsubj")
    return any(c.lemma_.lower() in forces() for c in doers) and any(c.dep_ == "dobj" for c in verb.children)


def of_a_structure(verb: Token) -> bool:
    """True if what was built does it by itself: "the roof gave way", "part of the pier went down"."""
    if any(c.dep_ == "dobj" and c.lower_ != "way" for c in verb.children):
        return False
    for child in verb.children:
        if child.dep_ == "nsubj":
            named = verb.head if verb.dep_ == "relcl" and child.lower_ in _RELATIVE else child
            inner = (w for c in named.children if c.lower_ == "of" for w in c.children if w.dep_ == "pobj")
            return any(word.lemma_.lower() in structures() for word in (named, *inner))
    return False


def weapon(token: Token) -> bool:
    """True for what is fired or dropped."""
    return token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in weapons()


def with_score(verb: Token) -> bool:
    """True if the clause tells a score ("2-1", "6-4, 6-3") or the round of a contest that it decided."""
    doc = verb.doc
    for token in verb.subtree:
        if token.lower_ in contests() and token.dep_ == "pobj":
            return True
        if _SCORE.fullmatch(token.text):
            return True
        if token.text in _DASHES and 0 < token.i < len(doc) - 1 and few_digits(token.nbor(-1), token.nbor()):
            return True
    return False


def few_digits(*tokens: Token) -> bool:
    """True if each token is a number that a score can hold: a year is none."""
    return all(token.is_digit and len(token) <= _DIGITS for token in tokens)


@cache
def weapons() -> frozenset[str]:
    """Nouns of what is fired or dropped."""
    return frozenset(load("plover")["weapons"]["nouns"])


def in_conflict(noun: Token) -> bool:
    """True if the clause of a noun names a conflict under a preposition: "the toll has risen in the dispute"."""
    return any(inner.lemma_.lower() in conflicts() for inner in beside(noun))


def beside(noun: Token) -> Iterator[Token]:
    """What prepositions of a noun and of its verb govern."""
    for host in (noun, noun.head) if noun.dep_ in {"nsubj", "nsubjpass", "dobj"} else (noun,):
        for preposition in host.children:
            if preposition.dep_ == "prep":
                yield from (c for c in preposition.children if c.dep_ == "pobj")


@cache
def conflicts() -> frozenset[str]:
    """Nouns of wars, disputes and acts in which people are killed."""
    return frozenset(load("plover")["conflicts"]["nouns"])


@cache
def forces() -> frozenset[str]:
    """Nouns of armed forces and of what they fight from."""
    return frozenset(load("plover")["forces"]["nouns"])


@cache
def structures() -> frozenset[str]:
    """Nouns of what is built, and can break."""
    return frozenset(load("plover")["structures"]["nouns"])


@cache
def contests() -> frozenset[str]:
    """Nouns of the games that a side wins or loses."""
    return frozenset(load("plover")["contests"]["nouns"])
