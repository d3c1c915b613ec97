"""Whether the verb that governs a time expression looks back or ahead.

Read from the parse: tags and auxiliaries of the nearest verb above the expression; a verb right before it decides,
however the parser attached it. The present tense of a timetable ("the visit concludes on Saturday") looks ahead;
any other present says nothing, as headlines tell the past in it.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from spacy.tokens import Token

from dateline import vocabulary

_AHEAD = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "'d", "’d", "may", "might", "should", "must"})
_FIRMLY_AHEAD = frozenset({"will", "'ll", "’ll", "wo", "shall"})  # "will have fled"; "would have fled" looks back
_HAVE = frozenset({"have", "has", "had", "'ve", "’ve", "having"})
_PRESENT_BE = frozenset({"is", "are", "am", "'re", "’re", "'m", "’m"})
_LINKS = frozenset({"on", "late", "early", "by", "until", "for"})
_AIMS = frozenset({"for", "from", "starting", "beginning"})
_MOVED_BY = frozenset({"from", "to", "until", "till", "for"})
_CLIMB = 12  # steps up a tree before giving up: deeper nesting says nothing of the expression


@cache
def words(name: str) -> frozenset[str]:
    """A list of the vocabulary."""
    return frozenset(vocabulary.load("tense")["words"][name])


class Tense(StrEnum):
    """What the verb says of the time."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


def tense_at(first: Token, token: Token) -> Tense:
    """The tense of the verb that governs an expression, by its first and last token."""
    if deadline(first) or aimed_at(first) or moved_at(first) or of_what_is_off(token) or due_at(first):
        return Tense.FUTURE
    beside = _verb_beside(token)
    if beside is not None and (tense := _of_verb(beside)):
        return tense
    possessor = token.dep_ == "poss"
    here = token
    for _ in range(_CLIMB):
        if here.pos_ in ("VERB", "AUX") and here is not token:
            tense = _of_verb(here)
            if tense is not None:
                owned_past = possessor and tense is Tense.FUTURE and token.head.lemma_ not in words("appointed")
                return Tense.UNKNOWN if owned_past else tense
        elif any(child.lower_ in words("upcoming") for child in here.children):
            return Tense.FUTURE
        if here.head.i == here.i:
            break
        here = here.head
    return Tense.UNKNOWN


def deadline(first: Token) -> bool:
    """True if the words before an expression set a term: as early as Tuesday, postponed until Tuesday."""
    before = [first.doc[at].lower_ for at in range(max(0, first.i - 3), first.i)]
    if before[-3:] in (["as", "early", "as"], ["as", "soon", "as"], ["no", "later", "than"]):
        return True
    if before[-1:] not in (["until"], ["till"], ["through"], ["by"]):
        return False
    verb = first
    for _ in range(_CLIMB):
        verb = verb.head
        if verb.pos_ in ("VERB", "AUX"):
            break
    if any(child.lower_ in _PRESENT_BE for child in verb.children if child.dep_ == "auxpass"):  # "is banned until"
        return True
    return verb.tag_ not in ("VBD", "VBN") or verb.lemma_ in words("deferred")


def aimed_at(first: Token) -> bool:
    """True for the day that something is declared, summoned or ordered for: "declared a holiday from Friday".

    Not after "had": "had called a strike for Monday" may lie behind.
    """
    before = first.doc[first.i - 1] if first.i > 0 else first
    if before.lower_ not in _AIMS:
        return False
    verb = before
    for _ in range(_CLIMB):
        verb = verb.head
        if verb.lemma_ in words("declared"):
            return not any(child.lower_ in ("had", "'d", "’d") for child in verb.children)
        if verb.head.i == verb.i or (verb.tag_ == "VBD" and verb.i < first.i):
            break
    return False


def with_particle(verb: Token) -> str:
    """The lemma of a verb with its particle or adverb, if one stands behind it: "put off", "bring forward"."""
    particle = next((c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod") and c.i > verb.i), None)
    return f"{verb.lemma_} {particle}" if particle else verb.lemma_


def is_told_by(verb: Token, name: str) -> bool:
    """True for a verb of a list, by itself or with its particle."""
    return verb.lemma_ in words(name) or with_particle(verb) in words(name)


def moving_verb(first: Token) -> Token | None:
    """The verb that gives something another day, from or to the one that begins with `first`."""
    before = first.doc[first.i - 1] if first.i > 0 else first
    if before.lower_ not in _MOVED_BY:
        return None
    verb = before
    for _ in range(_CLIMB):
        verb = verb.head
        if verb.pos_ in ("VERB", "AUX") or verb.head.i == verb.i:
            break
    return verb if verb.pos_ == "VERB" and is_told_by(verb, "moved") else None


def moved_at(first: Token) -> bool:
    """True for both days of "put off its hearing from Tuesday to Friday": news of it comes before them."""
    return moving_verb(first) is not None


def of_what_is_off(token: Token) -> bool:
    """True for the day of a noun that is called off: "Friday's visit", "the concert on Friday was cancelled"."""
    behind = token.head.dep_ == "prep"  # "postponed the hearing on Monday": the day of the postponing
    noun = token.head.head if behind else token.head
    if noun.pos_ != "NOUN" or noun.dep_ not in ({"nsubjpass"} if behind else {"dobj", "nsubjpass"}):
        return False
    return noun.head.pos_ == "VERB" and is_told_by(noun.head, "cancelled")


def due_at(first: Token) -> bool:
    """True for "the trial, due on Friday," and "due to open on Friday", where "had" does not look back."""
    here = first
    for _ in range(_CLIMB):
        here = here.head
        if here.lower_ == "due" and here.pos_ == "ADJ":
            return here.dep_ == "amod" and here.head.pos_ in ("NOUN", "PROPN")
        if here.head.i == here.i or here.pos_ == "AUX" or here.tag_ in ("VBD", "VBN"):
            break
    return False


def _verb_beside(token: Token) -> Token | None:
    at = token.i - 1
    while at >= 0 and token.doc[at].lower_ in _LINKS:
        at -= 1
    before = token.doc[at] if at >= 0 else None
    return before if before is not None and before.pos_ == "VERB" and before.tag_ in ("VBD", "VBN") else None


def _of_verb(verb: Token) -> Tense | None:
    """The tense of a verb form; None if it has none of its own, and the one above it decides."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & _AHEAD:
        return Tense.PAST if helpers & _HAVE and not helpers & _FIRMLY_AHEAD else Tense.FUTURE
    if verb.lemma_ in words("planning"):
        return Tense.PAST if "had" in helpers else Tense.FUTURE
    if "to" in helpers:  # "was to have met" looks back
        return Tense.PAST if "have" in helpers else _of_infinitive(verb)
    if helpers & _HAVE or verb.tag_ == "VBD":
        return Tense.FUTURE if _is_due(verb) else Tense.PAST
    return _without_past(verb, helpers)


def _without_past(verb: Token, helpers: set[str]) -> Tense | None:
    present = bool(helpers & _PRESENT_BE)
    match verb.tag_:
        case "VBN":  # "is set for Friday"
            return Tense.FUTURE if present and verb.lower_ in words("due") else Tense.PAST
        case "VBG":
            return Tense.FUTURE if present else None
        case "VBZ" | "VBP":
            looks_ahead = verb.lemma_ in words("timetable") | words("willing")
            return Tense.FUTURE if looks_ahead or _is_due(verb) or _is_to(verb) else Tense.UNKNOWN
        case _:
            return Tense.UNKNOWN


def _is_due(verb: Token) -> bool:
    """Is due, was likely, are set (to do something)."""
    return verb.lemma_ == "be" and any(child.lower_ in words("due") for child in verb.children)


def _is_to(verb: Token) -> bool:
    """Is to, are to (do something): what is arranged."""
    below = (child for child in verb.children if child.dep_ == "xcomp")
    return verb.lemma_ == "be" and any(c.lower_ == "to" for child in below for c in child.children)


def _of_infinitive(verb: Token) -> Tense | None:
    """Ahead after a verb of intent ("agreed to meet", "is to appear"); else the verb above decides."""
    above = verb.head
    if any(child.lower_ == "had" for child in (*above.children, *above.head.children)):
        return Tense.PAST  # "had been due to expire on Friday"
    intends = above.lemma_ in words("due") | words("planning") | words("willing") | {"be"}
    return Tense.FUTURE if intends else None
