"""How many came: "a march that drew 6,000 people", "the vigil gathered thousands", "was attended by 200"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.reading.acts.clauses import RELATIVE, obj, own_subject, prepositions

_DRAWING = frozenset({"draw", "attract", "gather", "bring", "see", "assemble", "unite"})
_DEPTH = 3  # "a march to the gates of the port that drew": the parser hangs the clause on any of them


def those_who_came(noun: Token) -> Iterator[Token]:
    """Words for the people whom a verb says that a named gathering drew."""
    head = noun.head
    if noun.dep_ == "nsubj" and head.lemma_ in _DRAWING:
        yield from drawn_by(head)
    if noun.dep_ == "nsubjpass" and head.lemma_ == "attend":
        yield from (inner for word, inner in prepositions(head) if word == "by")
    for clause in clauses_about(noun, _DEPTH):
        if clause.lemma_ in _DRAWING:
            yield from drawn_by(clause)


def drawn_by(verb: Token) -> Iterator[Token]:
    """The object of a verb of drawing, if it is people by their number."""
    people = obj(verb)
    if people is not None and (people.pos_ == "NUM" or people.tag_ == "NNS"):
        yield people


def clauses_about(noun: Token, depth: int) -> Iterator[Token]:
    """Relative clauses behind a noun, wherever in its phrase they hang, whose subject is the relative pronoun."""
    for child in noun.children:
        if child.dep_ == "relcl" and (own := own_subject(child)) is not None and own.lower_ in RELATIVE:
            yield child
    if depth:
        for _, inner in prepositions(noun):
            yield from clauses_about(inner, depth - 1)
