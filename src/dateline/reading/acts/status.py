"""How an act stands: happened, planned, promised, demanded, denied, negated or hypothetical.

The nearest word that says something decides: the act's own auxiliaries and negation first, then what governs it
("promised to", "denied that", "calls for"), up to the clause that reports it.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from dateline.model import Status
from dateline.reading.acts.clauses import coordinated, has_auxiliary_finite, is_finite, is_paratactic, own_subject
from dateline.reading.acts.triggers import Trigger
from dateline.reading.timex.tense import with_particle
from dateline.vocabulary import load

_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_UNSURE = frozenset({"would", "could", "may", "might", "can", "ca", "'d", "’d"})
_NEEDED = frozenset({"must", "should", "ought"})
_IF = frozenset({"if", "unless", "whether", "lest"})
REPORTING = frozenset(
    {
        "say",
        "tell",
        "add",
        "report",
        "claim",
        "state",
        "write",
        "note",
        "explain",
        "confirm",
        "announce",
        "think",
        "believe",
        "know",
        "reveal",
        "show",
    }
)
_DONE_BY_IT = frozenset(
    {"ask", "speak", "contest"}
)  # frames whose infinitive tells what was done: "marched to demand"
_BY_CLAUSE = frozenset({"tell", "ask", "advise"})  # demand what their clause says, not what their object names
_CLIMB = 8  # governing words looked at; more lie only in broken parses


@cache
def governors() -> dict[str, Status]:
    """Status by the lemma of a governing word."""
    table = load("plover")["status"]
    return {lemma: Status(name) for name in sorted(table, reverse=True) for lemma in table[name]}


def negation(token: Token) -> bool:
    """True if the word itself is negated: "did not meet", "no talks", "never"."""
    return any(
        child.dep_ == "neg"
        or (child.dep_ == "det" and child.lower_ in {"no", "neither"})
        or (child.dep_ in {"nsubj", "nsubjpass"} and nobody(child))
        for child in token.children
    )


def nobody(subject: Token) -> bool:
    """True for a subject that says that none of them does it: "neither A nor B", "no minister", "nobody"."""
    return subject.lower_ in {"nobody", "none", "neither"} or any(
        c.lower_ == "neither" and c.dep_ in {"cc", "preconj", "det"} for c in subject.children
    )


def status_of(trigger: Trigger) -> Status:
    """The status of an act; HAPPENED where nothing says otherwise."""
    token = trigger.token
    if trigger.day is not None and trigger.act.stands is not None:
        return trigger.act.stands
    if trigger.verbal:
        return verb_status(token, trigger.act.frame, _CLIMB)
    return noun_status(token, trigger.act.frame, _CLIMB)


def verb_status(verb: Token, frame: str, climb: int) -> Status:
    """The status of what a verb tells, from its auxiliaries, then from what governs it."""
    own = from_auxiliaries(verb)
    if own is not None:
        return own
    return Status.PLANNED if is_set_for_a_day(verb) or is_due_to(verb) else governed_status(verb, frame, climb)


def from_auxiliaries(verb: Token) -> Status | None:
    """What the verb's own negation, modal or condition says; None if it has none of them."""
    if negation(verb):
        return Status.NEGATED
    for child in verb.children:
        word = child.lower_
        if child.dep_ == "mark" and word in _IF:
            return Status.HYPOTHETICAL
        if child.dep_ != "aux":
            continue
        if word in _FUTURE:
            return Status.PLANNED
        if word in _NEEDED:
            return Status.DEMANDED
        if word in {"would", "'d", "’d"} and reported_in_past(verb):
            return Status.PLANNED
        if word in _UNSURE:
            return Status.HYPOTHETICAL
    return None


def reported_in_past(verb: Token) -> bool:
    """True in "said that it would": the future of what is reported."""
    head = verb.head
    return verb.dep_ == "ccomp" and head.lemma_ in REPORTING and head.tag_ in {"VBD", "VBN"}


def governed_status(verb: Token, frame: str, climb: int) -> Status:
    """What the words above a verb say of it."""
    head = verb.head
    if head == verb or climb == 0 or is_paratactic(verb):
        return Status.HAPPENED
    if verb.dep_ == "conj":
        if own_subject(verb) is None and verb.pos_ in {"VERB", "AUX"} and head.pos_ in {"VERB", "AUX"}:
            return shared_status(verb, frame, climb)
        return governed_status(head, frame, climb - 1) if head.pos_ in {"VERB", "AUX"} else Status.HAPPENED
    infinitive = any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
    if verb.dep_ in {"dobj", "nsubjpass"} and verb.tag_ == "VBG" and head.pos_ == "VERB":
        return under_verb(verb, head, frame, climb)  # "called off the reopening"
    if verb.dep_ == "advcl":
        return purpose_status(verb, frame, climb) if infinitive else Status.HAPPENED
    if verb.dep_ not in {"xcomp", "ccomp", "pcomp", "acl", "acomp", "oprd"}:
        return Status.HAPPENED
    if verb.dep_ == "acl" and not infinitive:
        return Status.HAPPENED
    return head_status(verb, head, infinitive, frame, climb)


def shared_status(verb: Token, frame: str, climb: int) -> Status:
    """A conjunct stands as the verb that it is coordinated with, but does not share its negation.

    One with a tense of its own ("will close the border and has asked") shares only what governs the two.
    """
    head = coordinated(verb)
    if is_finite(verb) or has_auxiliary_finite(verb):
        return governed_status(head, frame, climb - 1)
    status = verb_status(head, frame, climb - 1)
    return Status.HAPPENED if status is Status.NEGATED else status


def head_status(verb: Token, head: Token, infinitive: bool, frame: str, climb: int) -> Status:
    """What the word that governs a complement says of it."""
    if infinitive and head.lower_ == "about":  # "is about to meet"
        return Status.PLANNED
    if head.pos_ == "ADP":
        return word_status(head.head, frame, climb) or Status.HAPPENED
    if head.lemma_ == "go" and infinitive:
        return Status.PLANNED
    if head.lemma_ == "be" and infinitive:  # "is to meet"
        return Status.PLANNED
    if verb.dep_ == "ccomp" and head.lemma_ in REPORTING:
        return from_auxiliaries(head) if head.lemma_ == "claim" and negation(head) else Status.HAPPENED  # type: ignore[return-value]
    return word_status(head, frame, climb) or verb_status(head, frame, climb - 1)


def word_status(head: Token, frame: str, climb: int) -> Status | None:
    """What a governing word makes of the act below it; None if it makes nothing of it."""
    known = governors().get(head.lemma_.lower())
    if known is None:
        return None
    if known in {Status.DENIED, Status.NEGATED} and head.pos_ in {"VERB", "AUX"} and negation(head):
        return Status.HAPPENED
    if negation(head):
        return Status.NEGATED
    return known


def purpose_status(verb: Token, frame: str, climb: int) -> Status:
    """An infinitive of purpose is an aim; but who marches to demand demands, and "rallied to beat" won."""
    if frame in _DONE_BY_IT:
        return verb_status(verb.head, frame, climb - 1) if verb.head.pos_ in {"VERB", "AUX"} else Status.HAPPENED
    return Status.PLANNED


def noun_status(noun: Token, frame: str, climb: int) -> Status:
    """The status of what a noun tells: its determiner and adjectives, then what governs it."""
    if negation(noun):
        return Status.NEGATED
    head = noun.head
    for child in noun.children:
        if child.dep_ == "amod":
            known = governors().get(child.lower_)
            if known is not None:  # "cancelled a planned visit": what is called off is no longer planned
                called_off = noun.dep_ in {"dobj", "nsubjpass"} and governors().get(head.lemma_.lower())
                return Status.NEGATED if called_off is Status.NEGATED and not negation(head) else known
    if head == noun or climb == 0:
        return Status.HAPPENED
    if noun.dep_ == "conj":
        return noun_status(head, frame, climb - 1) if head.pos_ in {"NOUN", "PROPN"} else Status.HAPPENED
    if noun.dep_ == "pobj":
        return under_preposition(noun, head, frame, climb)
    if noun.dep_ in {"dobj", "nsubjpass", "nsubj", "attr"} and head.pos_ in {"VERB", "AUX"}:
        return under_verb(noun, head, frame, climb)
    return Status.HAPPENED


def under_preposition(noun: Token, preposition: Token, frame: str, climb: int) -> Status:
    """For "calls for sanctions", "plans for talks"; "during the visit" takes its clause's future."""
    head = preposition.head
    if preposition.lower_ in {"for", "of", "on", "to", "with"}:
        known = word_status(head, frame, climb)
        if known is not None and (head.pos_ == "NOUN" or preposition.lower_ == "for"):
            return known
    if preposition.lower_ in {"during", "at", "in"} and head.pos_ in {"VERB", "AUX"}:
        above = from_auxiliaries(head)
        return Status.PLANNED if above is Status.PLANNED else Status.HAPPENED
    return Status.HAPPENED


@cache
def light_verbs() -> frozenset[str]:
    """Verbs whose subject does what their object names."""
    return frozenset(load("plover")["light"]["verbs"])


@cache
def announced() -> frozenset[str]:
    """Acts that are announced when they have been done: an arrest is, a visit is not."""
    return frozenset(load("plover")["announced"]["nouns"])


SETTING = frozenset(
    {"call", "set", "fix", "plan", "schedule", "slate", "book", "summon", "subpoena", "list", "bill"}
)  # "was called for Friday"
OCCUR = frozenset(
    {"hold", "take", "happen", "occur", "begin", "start", "continue", "follow", "end", "conclude", "be", "resume"}
)


def is_to_be(verb: Token) -> bool:
    """True for "are to begin": what the present of "be" puts ahead by an infinitive of beginning or holding."""
    return verb.tag_ in {"VBP", "VBZ"} and any(
        child.dep_ == "xcomp" and child.lemma_.lower() in OCCUR and any(c.lower_ == "to" for c in child.children)
        for child in verb.children
    )


def is_set_for_a_day(verb: Token) -> bool:
    """True for "was fixed for Friday": what has a day is to come on it."""
    if verb.lemma_.lower() not in SETTING or not any(c.dep_ == "auxpass" for c in verb.children):
        return False
    days = (c for prep in verb.children if prep.lower_ == "for" for c in prep.children if c.dep_ == "pobj")
    return any(day.ent_type_ in {"DATE", "TIME"} for day in days)


def is_due_to(verb: Token) -> bool:
    """True for an infinitive under "due": "had been due to begin", "the trial, due to open"."""
    return verb.head.lower_ == "due" and any(child.lower_ == "to" for child in verb.children)


def is_imagined(noun: Token, verb: Token) -> bool:
    """True for what is weighed before it is done: "a blockade would harm all", "an embargo could not work"."""
    return any(c.dep_ == "aux" and c.lower_ in _UNSURE for c in verb.children) and any(
        c.dep_ == "det" and c.lower_ in {"a", "an", "any"} for c in noun.children
    )


def under_verb(noun: Token, verb: Token, frame: str, climb: int) -> Status:
    """The object of "demand" is demanded, that of "hold" stands as the holding does; a criticised act happened."""
    lemma = with_particle(verb) if with_particle(verb) in governors() else verb.lemma_.lower()  # "called off"
    judged = any(child.dep_ == "oprd" for child in verb.children)  # "called the talks constructive"
    known = governors().get(lemma) if lemma not in _BY_CLAUSE and not judged else None
    if lemma == "announce" and noun.lemma_.lower() in announced():
        known = None
    definite = any(
        c.dep_ == "det" and c.lower_ == "the" for c in noun.children
    )  # "called the dismissal a scandal"
    if (
        noun.dep_ == "dobj" and lemma == "call" and not negation(verb) and not definite
    ):  # to call a march announces it
        known = Status.PLANNED
    if noun.dep_ == "dobj" and known is not None and not negation(verb):
        above = from_auxiliaries(verb)
        return above if above is Status.HYPOTHETICAL else known
    if noun.dep_ == "nsubjpass" and is_set_for_a_day(verb):
        return Status.PLANNED
    if noun.dep_ == "nsubjpass" and known is not None:
        return known
    if noun.dep_ in {"nsubj", "nsubjpass"} and is_imagined(noun, verb):
        return Status.HYPOTHETICAL
    if noun.dep_ == "nsubj" and lemma == "be":  # "the vote was not fair" denies no vote
        return Status.PLANNED if is_to_be(verb) else Status.HAPPENED
    carries = lemma in light_verbs() if noun.dep_ in {"dobj", "nsubjpass"} else lemma in OCCUR
    return verb_status(verb, frame, climb - 1) if carries else Status.HAPPENED
