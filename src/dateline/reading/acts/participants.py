"""Words that take part in an act, as chains of the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Token

from dateline.model import ActorKind, Mention, MentionForm, Participant
from dateline.reading.acts.clauses import own_subject, prepositions, subject, with_conjuncts
from dateline.reading.acts.status import REPORTING
from dateline.reading.acts.tense import in_present
from dateline.reading.acts.triggers import Trigger
from dateline.reading.chains import ChainIndex
from dateline.reading.parsed import Parse
from dateline.span import Span
from dateline.vocabulary import load

# Who opposes a country, or has left its service, does not act for it.
_APART = frozenset(
    {"opposition", "rebel", "former", "ex", "exiled", "dissident", "union", "protest", "separatist"}
)

# A pronoun may go back to the subject of the clause that reports it, if that is of such a kind.
_PLURAL_OR_BODY = {
    "it": frozenset({ActorKind.ORGANISATION, ActorKind.COUNTRY}),
    "they": frozenset({ActorKind.GROUP}),
}


@cache
def amounts() -> frozenset[str]:
    """Nouns of amount: who takes part stands under their "of"."""
    return frozenset(load("plover")["amounts"]["nouns"])


@cache
def spokesbodies() -> frozenset[str]:
    """Nouns that act for the country or organisation that qualifies them."""
    return frozenset(load("plover")["spokesbodies"]["nouns"])


def participants(
    tokens: Iterable[Token], parse: Parse, index: ChainIndex, owners: bool, without: frozenset[str] = frozenset()
) -> tuple[Participant, ...]:
    """One participant for each chain that the tokens and their conjuncts name, in that order.

    `owners`: a word that names nobody ("the courage") stands for whose it is. `without`: chains left out.
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
    if token.lower_ == "whose" and token.dep_ == "poss":
        yield from named_by(whose(token), parse, index, owners=False)
        return
    mention = apposed(token, parse, index) or mention_of(token, parse, index) or in_office(token, parse, index)
    if mention is None and (token.pos_ == "NUM" or token.lemma_.lower() in amounts()):
        inner = next((below for word, below in prepositions(token) if word == "of"), None)
        if inner is not None:
            yield from named_by(inner, parse, index, owners)
        return
    if mention is None and token.lower_ in _PLURAL_OR_BODY:
        mention = itself(token, parse, index)
    if mention is None and token.dep_ == "appos":  # "Ann Lee, a doctor who was arrested"
        mention = mention_of(token.head, parse, index)
    if mention is not None:
        yield from beside_its_head(mention, token, parse, index)
        yield mention
        if token.lemma_.lower() in spokesbodies() and mention.form is not MentionForm.NAME:
            yield from qualifiers(token, parse, index)
        return
    if token.pos_ == "NOUN" and token.lemma_.lower() in spokesbodies():
        yield from qualifiers(token, parse, index)
    elif owners and token.pos_ in {"NOUN", "PROPN", "NUM"}:
        yield from owner(token, parse, index)


def beside_its_head(name: Mention, token: Token, parse: Parse, index: ChainIndex) -> Iterator[Mention]:
    """The body of "the commission under the judge Ann Lee", whose head the parser sets beside it."""
    own = mention_of(token, parse, index)
    if own is None or own.chain == name.chain:
        return
    if own.kind is ActorKind.ORGANISATION and name.kind is ActorKind.PERSON:
        yield own


def itself(pronoun: Token, parse: Parse, index: ChainIndex) -> Mention | None:
    """Who announces its own act where no chain took "it": the union of "the union said it would strike"."""
    clause = pronoun.head
    if clause.dep_ != "ccomp" or clause.head.lemma_ not in REPORTING:
        return None
    speaker = own_subject(clause.head)
    mention = mention_of(speaker, parse, index) if speaker is not None else None
    if mention is None:
        return None
    return mention if index.chain(mention.chain).kind in _PLURAL_OR_BODY[pronoun.lower_] else None


def speaking_for(trigger: Trigger, parse: Parse, index: ChainIndex) -> Iterator[Token]:
    """The official who does an act of words by telling it: "the minister said that Varia does not accept it".

    Only in the present tense, and only for somebody of whom the report tells an office.
    """
    if trigger.act.frame not in {"speak", "ask"} or not trigger.verbal or not in_present(trigger.token):
        return
    clause = trigger.token
    while clause.dep_ in {"conj", "advcl"}:
        clause = clause.head
    if clause.dep_ != "ccomp" or clause.head.lemma_ not in REPORTING:
        return
    speaker = subject(clause.head)
    mention = mention_of(speaker, parse, index) if speaker is not None else None
    if speaker is not None and mention is not None and index.roles_of(mention.chain):
        yield speaker


def apposed(token: Token, parse: Parse, index: ChainIndex) -> Mention | None:
    """The name in apposition: "Tom Ray" of "her husband, Tom Ray," and of "one of them, the driver Tom Ray,"."""
    if token.pos_ not in {"NOUN", "NUM", "PRON"}:
        return None
    beside = [c for c in token.children if c.dep_ == "appos"]
    name = next((c for c in beside if c.pos_ == "PROPN"), None)
    if name is None and beside and token.pos_ != "NOUN":
        return apposed(beside[0], parse, index)
    mention = mention_of(name, parse, index) if name is not None else None
    return mention if mention is not None and mention.form is MentionForm.NAME else None


def mention_of(token: Token, parse: Parse, index: ChainIndex) -> Mention | None:
    """The mention under a token."""
    start = parse.offset + token.idx
    return index.mention_at(Span(start, start + len(token)))


def in_office(token: Token, parse: Parse, index: ChainIndex) -> Mention | None:
    """Who holds the office that a noun heads: N of "the director of the clinic, N", however it was parsed."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    start = parse.offset + token.idx
    return index.holder_of(Span(start, start + len(token)))


def qualifiers(token: Token, parse: Parse, index: ChainIndex) -> Iterator[Mention]:
    """Countries and organisations that qualify a noun: "EU" of "EU leaders", "Varia" of "the army of Varia".

    None for who opposes or has left them: "the Varian opposition leader", "a former Varian minister".
    """
    if any(child.lower_ in _APART for child in token.children):
        return
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
    """Whose a thing is: its possessor, else what "of", "by" or "against" puts under it or its participle."""
    for child in token.children:
        if child.dep_ == "poss":
            if child.lower_ == "whose":
                yield from named_by(whose(child), parse, index, owners=False)
                return
            mention = mention_of(child, parse, index)
            if mention is not None:
                yield mention
                return
    for child in (token, *(c for c in token.children if c.dep_ == "acl")):
        for word, inner in prepositions(child):
            if word in {"of", "by", "against", "from", "to"}:
                mention = apposed(inner, parse, index) or mention_of(inner, parse, index)
                if mention is not None:
                    yield mention
                    return


def whose(pronoun: Token) -> Token:
    """The noun that "whose" stands for; one of several where one is meant: "Ann Lee, one of those whose"."""
    clause = pronoun.head
    while clause.dep_ != "relcl" and clause.head != clause:
        clause = clause.head
    noun = clause.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ == "one":
        one = noun.head.head
        return one.head if one.dep_ == "appos" else one
    return noun
