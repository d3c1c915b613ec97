"""Noun phrases, verb groups and subjects on spaCy's dependency parse (ClearNLP labels)."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_SHARES_SUBJECT = frozenset({"conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "dep"})
_LONGEST_CLIMB = 6  # verbs between a participle and its subject; further up the parse is guesswork


def subtree(token: Token) -> tuple[int, int]:
    """Token numbers [first, last + 1) of a token and all below it."""
    return token.left_edge.i, token.right_edge.i + 1


def noun_phrase(head: Token, avoid: Token | None = None) -> tuple[int, int]:
    """Token numbers of a noun with its modifiers, appositions and relative clauses, trimmed of outer commas.

    `avoid` is a token that cannot be part of it (the cue): the phrase ends before it, or begins after it.
    """
    start, end = subtree(head)
    if avoid is not None and start <= avoid.i < end:
        start, end = (start, avoid.i) if head.i < avoid.i else (avoid.i + 1, end)
    return trimmed(head, start, end)


def trimmed(token: Token, start: int, end: int) -> tuple[int, int]:
    """[start, end) without outer punctuation (a closing bracket stays with its opening one)."""
    doc = token.doc
    while start < end - 1 and (doc[start].is_punct or doc[start].is_space or doc[start].dep_ == "cc"):
        start += 1
    while end - 1 > start and (doc[end - 1].is_space or doc[end - 1].is_punct) and doc[end - 1].text not in ")]":
        end -= 1
    return start, end


def own_subject(verb: Token) -> Token | None:
    """The subject that hangs on the verb itself."""
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.pos_ in NOMINAL | {"DET", "ADJ"}:
            return child
    return None


def is_passive(verb: Token) -> bool:
    """True if a form of "be" or a passive subject hangs on it."""
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)


def agent(verb: Token) -> Token | None:
    """The "by" noun of a passive verb."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for below in child.children:
                if below.dep_ == "pobj":
                    return below
    return None


def speaker_of(verb: Token) -> Token | None:
    """The head noun of who says: the subject, also through coordination, participles and infinitives."""
    if is_passive(verb) or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        return agent(verb)
    return own_subject(verb) or shared_subject(verb)


def shared_subject(verb: Token) -> Token | None:
    """The subject that a verb takes over from the one above it, or the noun it describes."""
    for _ in range(_LONGEST_CLIMB):
        above = verb.head
        if above.i == verb.i:
            return None
        if verb.dep_ in ("acl", "relcl"):
            return above if above.pos_ in NOMINAL else None
        if verb.dep_ not in _SHARES_SUBJECT:
            return None
        if verb.dep_ == "ccomp" and verb.tag_ not in ("VBG", "VB"):
            return None
        if verb.dep_ in ("xcomp", "ccomp"):
            controller = _object(above)
            if controller is not None:
                return controller
        subject = own_subject(above)
        if subject is not None:
            return subject
        verb = above
    return None


def _object(verb: Token) -> Token | None:
    """The direct object, which says or does what follows in an infinitive."""
    for child in verb.children:
        if child.dep_ == "dobj":
            return child
    return None


def verb_group(verb: Token) -> list[Token]:
    """The verb with its auxiliaries, negation, particle, and the adverbs between them."""
    parts = {verb.i: verb}
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass", "neg", "prt") or (child.dep_ == "advmod" and child.i < verb.i):
            parts[child.i] = child
    run = [verb]
    doc = verb.doc
    place = verb.i - 1
    while place >= 0 and place in parts:
        run.insert(0, doc[place])
        place -= 1
    if verb.i + 1 in parts:
        run.append(parts[verb.i + 1])
    return run


def is_negated(verb: Token) -> bool:
    """True under "not", "never", "n't"."""
    return any(child.dep_ == "neg" for child in verb.children)


def ancestors(token: Token) -> Iterator[Token]:
    """The token's heads, nearest first."""
    while token.head.i != token.i:
        token = token.head
        yield token
