"""Who is meant by a description that no role of the report fits: "the whip", "the banned rider".

Any noun will do that the report has printed beside a name ("her party's whip, Tom Ray"), and what was
done to them ("banned Ann Lee"). Only what one named somebody fits is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from dateline.model import ActorKind, Chain, MentionForm
from dateline.reading.parsed import Parse
from dateline.reading.speech.clashes import Cast, tokens_of
from dateline.reading.speech.heard import Heard
from dateline.vocabulary import load

_DONE_TO = frozenset({"dobj", "nsubjpass", "pobj"})
_PEOPLE = (ActorKind.PERSON, ActorKind.UNKNOWN, ActorKind.ORGANISATION)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SUCCEEDING = frozenset({"new", "acting", "interim", "incoming", "newly", "caretaker", "provisional"})
_DEFINITE = frozenset({"the", "that", "this"})
# What heads of all kinds are called: such a noun alone tells nobody from anybody.
LOOSE = frozenset(
    {"boss", "chief", "head", "leader", "captain", "candidate", "challenger", "politician", "owner", "official",
     "officer", "star", "ace", "champion", "expert"}
)  # fmt: skip
_OTHER = frozenset({"another", "other", "a", "an", "some", "one", "any"})


def described(one: Heard, cast: Cast) -> Chain | None:
    """The one named somebody that the source's noun fits; None for a source that is no definite description."""
    noun = noun_of(one, cast)
    if noun is None or not _is_definite(noun):
        return None
    wanted = {noun.lemma_.lower()}
    done = {child.lemma_.lower() for child in noun.children if child.dep_ == "amod" and child.tag_ == "VBN"}
    told = [(chain, _told(chain, cast)) for chain in _candidates(cast, noun)]
    exact = [chain for chain, words in told if wanted & {word.lemma_.lower() for word in words}]
    if len(exact) == 1:
        return exact[0]
    if exact:
        return None
    near = kindred().get(noun.lemma_.lower(), frozenset()) if noun.lemma_.lower() not in LOOSE else frozenset()
    alike = [chain for chain, words in told if near & {word.lemma_.lower() for word in words}]
    if alike:
        return alike[0] if len(alike) == 1 and _is_alone(noun) else None
    suffered = [chain for chain, _ in told if done & _done_to(chain, cast)]
    return suffered[0] if len(suffered) == 1 else None


@cache
def kindred() -> dict[str, frozenset[str]]:
    """For each noun those by which the same person may be called in turn."""
    found: dict[str, set[str]] = {}
    for line in load("kindred_trades")["kindred"]["lines"]:
        words = {word.strip().lower() for word in line.split(",")}
        for word in words:
            found.setdefault(word, set()).update(words - {word})
    return {word: frozenset(others) for word, others in found.items()}


def _is_alone(noun: Token) -> bool:
    """True for "the keeper", not for "her lawyer" and "the lawyer for the bank", who are lawyers of somebody."""
    return not any(c.dep_ in ("poss", "prep") for c in noun.children)


def in_the_paragraph(one: Heard, cast: Cast) -> Chain | None:
    """The one named person who is a subject before "the new minister" in its paragraph, if that is nobody else.

    For a description that sets its holder apart from the one before: "acting", "new". What its bare noun names
    elsewhere in the report is the other one.
    """
    head = one.found.head
    noun = head if head is not None and one.source is not None and head.pos_ == "NOUN" else None
    if noun is None or not _is_definite(noun) or not _SUCCEEDING & {child.lower_ for child in noun.children}:
        return None
    start = noun.idx + one.parse.offset
    subjects = {
        chain.id: chain
        for chain in cast.others(None)
        for mention, parse, _ in cast.named(chain)
        if parse is one.parse
        and mention.words.start < start
        and any(_is_subject(token) for token in tokens_of(parse, mention))
    }
    return next(iter(subjects.values())) if len(subjects) == 1 else None


def _is_subject(token: Token) -> bool:
    """True for a subject, and for what is set beside one: "her successor, Ann Lee, said"."""
    return token.dep_ in _SUBJECTS or (token.dep_ == "appos" and token.head.dep_ in _SUBJECTS)


def noun_of(one: Heard, cast: Cast) -> Token | None:
    """The noun of the source, or of the description that a pronoun stands for."""
    head = one.found.head
    if head is None or one.source is None:
        return None
    if head.pos_ == "NOUN" or (head.pos_ == "PROPN" and head.is_lower):
        return head
    if head.pos_ != "PRON" or one.speaker is None or one.speaker.names:
        return None
    first = first_described(one.speaker, cast)
    return None if first is None else first[0]


def first_described(chain: Chain, cast: Cast) -> tuple[Token, Parse] | None:
    """The noun by which somebody is first described, and its paragraph."""
    first = next((m for m in cast.chains.mentions_of(chain.id) if m.form is MentionForm.ROLE), None)
    parse = cast.parse_of(first) if first is not None else None
    tokens = tokens_of(parse, first) if parse is not None and first is not None else []
    noun = next((token for token in reversed(tokens) if token.pos_ == "NOUN"), None)
    return (noun, parse) if noun is not None and parse is not None else None


def _is_definite(noun: Token) -> bool:
    """True for "the rider", "her aide", not for "an aide" and "riders"."""
    before = {child.lower_ for child in noun.children if child.i < noun.i} | article(noun)
    owned = any(child.dep_ == "poss" for child in noun.children)
    return noun.tag_ in ("NN", "NNP") and not before & _OTHER and (owned or bool(before & _DEFINITE))


def article(noun: Token) -> set[str]:
    """The first word of a noun phrase, and the one before it, which the parse may hang on the verb after it."""
    edge = noun.left_edge
    return {edge.lower_} | ({edge.nbor(-1).lower_} if edge.i else set())


def _candidates(cast: Cast, noun: Token) -> Iterator[Chain]:
    """Named people and bodies, without the owner of the description ("Ann Lee's lawyer" is not Ann Lee)."""
    owners = {token.text for child in noun.children if child.dep_ == "poss" for token in child.subtree}
    for chain in cast.chains.chains():
        named = chain.names and not chain.plural and chain.kind in _PEOPLE
        if named and not owners & {word for name in chain.names for word in name.split()}:
            yield chain


def _told(chain: Chain, cast: Cast) -> list[Token]:
    """The nouns that are printed around a name as what somebody is."""
    return [
        token
        for _, _, said in cast.named(chain)
        for token in said.tokens
        if token.pos_ == "NOUN" or token.is_lower
    ]


def _done_to(chain: Chain, cast: Cast) -> set[str]:
    """Lemmas of the verbs whose object somebody is."""
    tokens = (token for mention, parse, _ in cast.named(chain) for token in tokens_of(parse, mention))
    return {token.head.lemma_.lower() for token in tokens if token.dep_ in _DONE_TO}
