"""Who is meant by a description that no role of the report fits: "the whip", "the banned rider".

Any noun will do that the report has printed beside a name ("her party's whip, Tom Ray"), and what was
done to them ("banned Ann Lee"). Only what one named somebody fits is taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.model import ActorKind, Chain, MentionForm
from dateline.reading.speech.clashes import Cast, tokens_of
from dateline.reading.speech.heard import Heard

_DONE_TO = frozenset({"dobj", "nsubjpass", "pobj"})
_PEOPLE = (ActorKind.PERSON, ActorKind.UNKNOWN, ActorKind.ORGANISATION)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SUCCEEDING = frozenset({"new", "acting", "interim", "incoming", "newly", "caretaker", "provisional"})
_DEFINITE = frozenset({"the", "that", "this"})
_OTHER = frozenset({"another", "other", "a", "an", "some", "one", "any"})


def described(one: Heard, cast: Cast) -> Chain | None:
    """The one named somebody that the source's noun fits; None for a source that is no definite description."""
    noun = _noun(one, cast)
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
    suffered = [chain for chain, _ in told if done & _done_to(chain, cast)]
    return suffered[0] if len(suffered) == 1 else None


def in_the_paragraph(one: Heard, cast: Cast) -> Chain | None:
    """The one named person who is a subject before "the new minister" in its paragraph, if that is nobody else.

    For a description that sets its holder apart from the one before: "acting", "new". What its bare noun names
    elsewhere in the report is the other one.
    """
    noun = _noun(one, cast) if one.found.head is not None and one.found.head.pos_ == "NOUN" else None
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


def _noun(one: Heard, cast: Cast) -> Token | None:
    """The noun of the source, or of the description that a pronoun stands for."""
    head = one.found.head
    if head is None or one.source is None:
        return None
    if head.pos_ == "NOUN":
        return head
    if head.pos_ != "PRON" or one.speaker is None or one.speaker.names:
        return None
    first = next((m for m in cast.chains.mentions_of(one.speaker.id) if m.form is MentionForm.ROLE), None)
    parse = cast.parse_of(first) if first is not None else None
    tokens = tokens_of(parse, first) if parse is not None and first is not None else []
    return next((token for token in reversed(tokens) if token.pos_ == "NOUN"), None)


def _is_definite(noun: Token) -> bool:
    """True for "the rider", "her aide", not for "an aide" and "riders"."""
    before = {child.lower_ for child in noun.children if child.i < noun.i}
    owned = any(child.dep_ == "poss" for child in noun.children)
    return noun.tag_ == "NN" and not before & _OTHER and (owned or bool(before & _DEFINITE))


def _candidates(cast: Cast, noun: Token) -> Iterator[Chain]:
    """Named people and bodies, without the owner of the description ("Ann Lee's lawyer" is not Ann Lee)."""
    owners = {token.text for child in noun.children if child.dep_ == "poss" for token in child.subtree}
    for chain in cast.chains.chains():
        named = chain.names and not chain.plural and chain.kind in _PEOPLE
        if named and not owners & {word for name in chain.names for word in name.split()}:
            yield chain


def _told(chain: Chain, cast: Cast) -> list[Token]:
    """The nouns that are printed around a name as what somebody is."""
    return [token for _, _, said in cast.named(chain) for token in said.tokens if token.pos_ == "NOUN"]


def _done_to(chain: Chain, cast: Cast) -> set[str]:
    """Lemmas of the verbs whose object somebody is."""
    tokens = (token for mention, parse, _ in cast.named(chain) for token in tokens_of(parse, mention))
    return {token.head.lemma_.lower() for token in tokens if token.dep_ in _DONE_TO}
