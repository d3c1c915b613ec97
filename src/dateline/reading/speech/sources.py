"""Which chain of the report the words of a source mean: a name, a description, "who", "it", a signed letter."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.model import ActorKind, Chain, MentionForm
from dateline.reading.chains import ChainIndex
from dateline.reading.speech.cues import author_of, is_medium
from dateline.reading.speech.grammar import noun_phrase, own_subject
from dateline.reading.speech.heard import Heard
from dateline.span import Words

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
BODIES = (ActorKind.ORGANISATION, ActorKind.COUNTRY)
MAIN = frozenset({"ROOT", "conj", "parataxis"})
CLAUSE_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_THINGS = frozenset({"it", "they", "these", "those", "this", "which", "that"})
_SHOWING = frozenset({"show", "depict"})  # what pictures and gauges do: "they" are those, and nobody
# What people do with a text that is theirs; who receives, reads or holds one has not written it.
_SENDING = frozenset(
    {"send", "issue", "release", "publish", "write", "post", "circulate", "email", "fax", "sign", "submit",
     "leave", "deliver", "distribute", "dictate", "draft", "compose"}
)  # fmt: skip
_DESCRIBING = frozenset({"poss", "acl", "relcl"})


def chain_of(one: Heard, chains: ChainIndex) -> Chain | None:
    """The chain that printed words mean; "who" means the noun that it describes."""
    head = one.found.head
    if head is None or one.source is None:
        return None
    if head.lower_ in _THINGS and one.found.lemma in _SHOWING:
        return None
    author = author_of(head)
    if author is not None and one.found.relayed_by is None:
        written = meant_by(one, author, one.parse.slice(*_edges(author)), chains)
        if written is not None:
            return written
    if head.lower_ in RELATIVE:
        antecedent = _antecedent(head)
        if antecedent is None:
            return None
        return _described_by(one, antecedent, head, chains)
    if head.lower_ == "it":
        told = chains.chain_at(one.source.span) or _subject_above(one, head, chains)
        return told or _sender_before(one, head, chains) or _body_before(one, head, chains)
    return meant_by(one, head, one.source, chains)


def meant_by(one: Heard, head: Token, words: Words, chains: ChainIndex) -> Chain | None:
    """The chain of a noun phrase: of a name in it or beside it, else of what it describes."""
    for noun in (head, *_appositions(head)):
        named = chains.mention_at(one.parse.words(noun).span)
        if named is not None and named.form is MentionForm.NAME:
            return chains.chain(named.chain)
    mention = chains.mention_at(words.span)
    if mention is None or _beside(mention.words, one, head):
        return None
    return chains.chain(mention.chain)


def _edges(noun: Token) -> tuple[int, int]:
    """First and last character of a noun with all that hangs on it, as [start, end) of its paragraph."""
    last = noun.right_edge
    return noun.left_edge.idx, last.idx + len(last)


def _body_before(one: Heard, pronoun: Token, chains: ChainIndex) -> Chain | None:
    """The body that the sentence before is about: "The ministry apologised. In a statement, it regretted ..."."""
    start = pronoun.sent.start
    for token in reversed(pronoun.doc[:start]):
        if token.dep_ not in CLAUSE_SUBJECTS or token.head.dep_ not in MAIN or token.lower_ == "it":
            continue
        chain = chains.chain_at(one.parse.words(token).span)
        return chain if chain is not None and chain.kind in BODIES else None
    return None


def _sender_before(one: Heard, pronoun: Token, chains: ChainIndex) -> Chain | None:
    """Who wrote the text that "it" is: "Her lawyer, Tom Ray, sent us a note. “She is innocent,” it reads."."""
    start = pronoun.sent.start
    last = pronoun.doc[start - 1].sent if start and one.found.lemma == "read" else None
    for medium in last or ():
        if medium.dep_ != "dobj" or not is_medium(medium):
            continue
        author = author_of(medium)
        if author is None and medium.head.lemma_ in _SENDING:
            author = own_subject(medium.head)
        if author is not None:
            return meant_by(one, author, one.parse.slice(*_edges(author)), chains)
    return None


def _described_by(one: Heard, noun: Token, pronoun: Token, chains: ChainIndex) -> Chain | None:
    """The chain of the noun that "who" describes, or of the name that it is set beside: "Lee, the judge, who"."""
    words = one.words(noun_phrase(noun, avoid=pronoun))
    chain = None if words is None else chains.chain_at(words.span)
    if noun.dep_ == "appos" and (chain is None or not chain.names):
        beside = chains.mention_at(one.parse.words(noun.head).span)
        if beside is not None and beside.form is MentionForm.NAME:
            return chains.chain(beside.chain)
    return chain


def _appositions(head: Token) -> Iterator[Token]:
    """Names set beside a noun, or beside one that a preposition ties to it ("the head of the union, Ann Lee")."""
    for child in head.children:
        if child.dep_ == "appos":
            yield child
        elif child.dep_ == "prep" and child.i > head.i:
            for noun in child.children:
                yield from (c for c in noun.children if c.dep_ == "appos" and c.ent_type_ == "PERSON")


def _beside(words: Words, one: Heard, head: Token) -> bool:
    """True if a mention only stands beside the noun: the owner of an office, the paper that has seen a report."""
    start, end = words.start - one.parse.offset, words.end - one.parse.offset
    edges = [(c.left_edge.idx, c.right_edge) for c in head.children if c.dep_ in _DESCRIBING]
    return any(first <= start and end <= last.idx + len(last) for first, last in edges)


def _subject_above(one: Heard, pronoun: Token, chains: ChainIndex) -> Chain | None:
    """Whom "it" means in "the council condemned what it called “a farce”": the subject of the verb above."""
    for verb in pronoun.head.ancestors:
        subject = own_subject(verb)
        if subject is not None and subject.lower_ != "it":
            return chains.chain_at(one.parse.words(subject).span)
    return None


def _antecedent(pronoun: Token) -> Token | None:
    """The noun that a relative clause describes; "she" in "it was she who told us"."""
    above = pronoun.head.head
    if above.lemma_ == "be" and any(c.dep_ in CLAUSE_SUBJECTS and c.lower_ == "it" for c in above.children):
        return next((c for c in above.children if c.dep_ == "attr" and above.i < c.i < pronoun.i), None)
    token = pronoun
    while token.head.i != token.i:
        if token.dep_ == "relcl":
            return token.head
        token = token.head
    return None
