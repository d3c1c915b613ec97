"""What a report tells as its news and what as background: by clause, by tense, by the place of a noun."""

from __future__ import annotations

from spacy.tokens import Token

from dateline.reading.acts.clauses import clause_of
from dateline.reading.acts.status import REPORTING
from dateline.reading.acts.tense import finite_tense

ALLUDED = "recent: the week before"  # the rule for what a noun mentions without telling it as news
BACKGROUND = frozenset({"previously", "once", "formerly", "ever", "past", "long"})
_BEFORE = frozenset({"after", "following"})  # what they govern is over when the clause begins


def in_main_clause(token: Token) -> bool:
    """False inside a relative or an adverbial clause, for what had been before, and for a noun told in passing."""
    here = clause_of(token)
    if finite_tense(token) == "pluperfect":
        return False
    if here != token and (not told_as_news(token) or token.head.lower_ in _BEFORE):
        return False
    while here.head != here:
        if here.dep_ in {"relcl", "advcl", "acl"} and not opened_by_phrase(here):
            return False
        here = here.head
    return True


def told_as_done(token: Token, adverbs: set[str]) -> bool:
    """True in "said that they had released": news of what was done, unless a word puts it further back."""
    verb = clause_of(token)
    lasting = any(c.dep_ == "prep" and c.lower_ in {"for", "since", "during"} for c in verb.children)
    reported = verb.dep_ == "ccomp" and verb.head.lemma_ in REPORTING
    return reported and not lasting and not adverbs & BACKGROUND


def in_background(token: Token) -> bool:
    """True inside a relative clause in the past: what somebody once did, told of them and not as news."""
    here = clause_of(token)
    while here.head != here:
        if here.dep_ == "relcl" and not goes_on(here) and not opened_by_phrase(here):
            return finite_tense(here) in {"past", "pluperfect"}
        here = here.head
    return False


def opened_by_phrase(verb: Token) -> bool:
    """True for "spoke" of "Through a door he spoke", where the parser makes the phrase the root."""
    opening = verb.head.head
    return verb.dep_ == "relcl" and opening.dep_ == "ROOT" and opening.pos_ == "ADP"


def goes_on(relative: Token) -> bool:
    """True for a relative clause that carries the story on: "to the square, where police stopped them".

    It is in the simple past, a comma parts it, and what it follows comes after the verb of its clause.
    """
    noun, first = relative.head, relative.left_edge
    verb = clause_of(noun)
    apart = first.i > 0 and first.nbor(-1).lower_ == ","
    return (
        apart
        and finite_tense(relative) == "past"
        and verb.i < noun.i
        and finite_tense(verb) in {"past", "pluperfect"}
    )


def told_as_news(noun: Token) -> bool:
    """True if the clause is about the named act itself: its subject, its object, or "during" it."""
    return noun.dep_ in {"nsubj", "nsubjpass", "dobj", "ROOT", "attr"} or (
        noun.dep_ == "pobj" and noun.head.lower_ in {"during", "at", "in", "after", "following"}
    )
