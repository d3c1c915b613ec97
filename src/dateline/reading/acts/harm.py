"""What did the harm of a clause: "two died after a blast tore through it", "the fire that hit it killed two".

The dead died on the day and at the place of what killed them.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.reading.acts.clauses import own_subject, prepositions
from dateline.reading.acts.triggers import Trigger

CAUSES = frozenset({"after", "since", "when", "as"})  # what opens the clause that tells the cause
_HARM = frozenset(
    {"kill", "die", "injure", "wound", "hurt", "destroy", "damage", "perish", "drown", "trap", "displace"}
    | {"lose life", "leave dead", "leave injured", "leave homeless", "claim life"}
)


def is_harm(trigger: Trigger) -> bool:
    """True for an act that something does to people or things."""
    return trigger.verbal and trigger.act.lemma in _HARM


def clauses_under(trigger: Trigger) -> Iterator[Token]:
    """Adverbial clauses of a verb, and of a verb coordinated with it: "two died and five are missing after"."""
    for host in (trigger.token, *(c for c in trigger.token.children if c.dep_ == "conj")):
        yield from (c for c in host.children if c.dep_ == "advcl")


def opened_by(clause: Token) -> str:
    """The word of cause or time that opens a clause; "" for another."""
    return next((c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod"} and c.lower_ in CAUSES), "")


def causes(trigger: Trigger) -> Iterator[tuple[str, Token]]:
    """Verbs that tell what did a harm, each with the word that leads to it, the nearest first."""
    if not is_harm(trigger):
        return
    for clause in clauses_under(trigger):
        word = opened_by(clause)
        if word:
            yield word, clause
    for word, noun in prepositions(trigger.token):  # the parser may take "after a fire swept" so
        if word in CAUSES:
            yield from ((word, c) for c in noun.children if c.dep_ == "acl")
    named = own_subject(trigger.token)
    for clause in named.children if named is not None else ():
        if clause.dep_ == "relcl":
            yield "that", clause
