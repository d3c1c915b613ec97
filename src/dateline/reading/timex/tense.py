"""Whether the verb that governs a time expression looks back or ahead.

Read from the parse: tags and auxiliaries of the nearest verb above the expression. A present tense of a timetable
("the visit concludes on Saturday") looks ahead; any other present says nothing, as headlines tell the past in it.
"""

from __future__ import annotations

from enum import StrEnum

from spacy.tokens import Token

_AHEAD = frozenset(
    {"will", "'ll", "’ll", "wo", "shall", "would", "'d", "may", "might", "could", "should", "must", "can"}
)
_HAVE = frozenset({"have", "has", "had", "'ve", "’ve", "having"})
_TIMETABLE = frozenset(
    {
        "arrive",
        "begin",
        "close",
        "commence",
        "conclude",
        "convene",
        "depart",
        "end",
        "expire",
        "finish",
        "fly",
        "go",
    }
    | {"kick", "leave", "meet", "open", "resume", "return", "run", "start", "take", "travel", "visit", "vote"}
)
_PLANNED = frozenset(["due", "expect", "plan", "prepare", "schedule", "set", "slate"])
_UPCOMING = frozenset({"upcoming", "planned", "scheduled", "forthcoming", "looming", "coming", "expected"})
_CLIMB = 12  # steps up a tree before giving up: deeper nesting says nothing of the expression


class Tense(StrEnum):
    """What the verb says of the time."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


def tense_at(token: Token) -> Tense:
    """The tense of the verb that governs a token."""
    here = token
    for _ in range(_CLIMB):
        if here.pos_ in ("VERB", "AUX") and here is not token:
            tense = _of_verb(here)
            if tense is not None:
                return tense
        elif any(child.lower_ in _UPCOMING for child in here.children):
            return Tense.FUTURE
        if here.head is here or here.head == here:
            break
        here = here.head
    return Tense.UNKNOWN


def _of_verb(verb: Token) -> Tense | None:
    """None: the verb has no tense of its own, and the one above it decides."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & _AHEAD:
        return Tense.PAST if helpers & _HAVE else Tense.FUTURE
    if "to" in helpers:
        return None if helpers & _HAVE else Tense.FUTURE
    if helpers & _HAVE or verb.tag_ == "VBD":
        return _of_past(verb)
    present = bool(helpers & {"is", "are", "am", "'s", "’s", "'re", "’re", "be"})
    if verb.tag_ == "VBN":
        return Tense.FUTURE if verb.lemma_ in _PLANNED else Tense.PAST
    if verb.tag_ == "VBG":
        return Tense.FUTURE if present else None
    if verb.tag_ in ("VBZ", "VBP"):
        return _of_present(verb)
    return Tense.UNKNOWN


def _of_past(verb: Token) -> Tense:
    """Was due on Monday: ahead from the past."""
    if verb.lemma_ == "be" and any(child.lower_ in _PLANNED for child in verb.children):
        return Tense.FUTURE
    return Tense.PAST


def _of_present(verb: Token) -> Tense:
    if verb.lemma_ in _TIMETABLE or any(child.lower_ in _PLANNED for child in verb.children):
        return Tense.FUTURE
    return Tense.UNKNOWN
