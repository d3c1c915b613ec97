"""Words that take part in an act, as chains of the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Token

from dateline.model import ActorKind, Mention, MentionForm, Participant
from dateline.reading.acts.clauses import prepositions, with_conjuncts
from dateline.reading.chains import ChainIndex
from dateline.reading.parsed import Parse
from dateline.span import Span
from dateline.vocabulary import load


@cache
def spokesbodies() -> frozenset[str]:
    """Nouns that act for the country or organisation that qualifies them."""
    return frozenset(load("plover")["spokesbodies"]["nouns"])


def participants(
    tokens: Iterable[Token], parse: Parse, index: ChainIndex, owners: bool, without: frozenset[str] = frozenset()
) -> tuple[Participant, ...]:
    """One participant for each chain that the tokens and their conjuncts name, in that order.

    `owners`: a word that names nobody ("the courage", "the arrest") stands for whose it is. `without`: chains left out.
    """
    found: dict[str, Participant] = {}
    for token in tokens:
        for one in with_conjuncts(token):
            for mention in named_by(one, parse, index, owners):
                if mention.chain not in without:
                    found.setdefault(mention.chain, Participant(mention.chain, mention.words))
    return tuple(found.values())


def named_by(token: Token, parse: Parse, index: ChainIndex, owners: bool) -> Iterator[Mention]:
    """The mention that a token heads, and the body it acts for; else, with `owners`, the mention it belongs to."""
    mention = mention_of(token, parse, index)
    if mention is not None:
        yield mention
        if token.lemma_.lower() in spokesbodies() and mention.form is not MentionForm.NAME:
            yield from qualifiers(token, parse, index)
        return
    if token.pos_ == "NOUN" and token.lemma_.lower() in spokesbodies():
        yield from qualifiers(token, parse, index)
    elif owners and token.pos_ in {"NOUN", "PROPN", "NUM"}:
        yield from owner(token, parse, index)


def mention_of(token: Token, parse: Parse, index: ChainIndex) -> Mention | None:
    """The mention under a token."""
    start = parse.offset + token.idx
    return index.mention_at(Span(start, start + len(token)))


def qualifiers(token: Token, parse: Parse, index: ChainIndex) -> Iterator[Mention]:
    """Countries and organisations that qualify a noun: "EU" of "EU leaders", "Belarus" of "the authorities in Belarus"."""
    for child in token.children:
        if child.dep_ in {"compound", "nmod", "poss", "amod"}:
            mention = mention_of(child, parse, index)
            if mention is not None and mention.kind in {
                ActorKind.COUNTRY,
                ActorKind.ORGANISATION,
                ActorKind.UNKNOWN,
            }:
                yield mention
    for word, inner in prepositions(token):
        if word == "of":
            mention = mention_of(inner, parse, index)
            if mention is not None and mention.kind in {ActorKind.COUNTRY, ActorKind.ORGANISATION}:
                yield mention


def owner(token: Token, parse: Parse, index: ChainIndex) -> Iterator[Mention]:
    """Whose a thing is: its possessor, else what "of", "by" or "against" puts under it, else who is told to have made it."""
    for child in token.children:
        if child.dep_ == "poss":
            mention = mention_of(child, parse, index)
            if mention is not None:
                yield mention
                return
    for child in (token, *(c for c in token.children if c.dep_ == "acl")):
        for word, inner in prepositions(child):
            if word in {"of", "by", "against", "from"}:
                mention = mention_of(inner, parse, index)
                if mention is not None:
                    yield mention
                    return
