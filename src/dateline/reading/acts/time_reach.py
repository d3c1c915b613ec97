"""Where in a sentence the time of an act may stand: its own words, and those that it shares with other acts."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.model import EventType
from dateline.reading.acts.clauses import (
    clause_of,
    coordinated,
    has_auxiliary_finite,
    is_cleft,
    is_paratactic,
    is_verbal,
    outer_clause,
    own_subject,
    prepositions,
)
from dateline.reading.acts.crowds import clauses_about
from dateline.reading.acts.marks import Mark
from dateline.reading.acts.status import light_verbs
from dateline.reading.acts.tense import finite_tense
from dateline.reading.acts.triggers import Trigger, own_words

_DURING = frozenset({"during", "at", "in", "after", "before", "following", "on", "with"})
_WITHIN = frozenset({"in", "during", "at"})
_BEFORE_SOMEBODY = frozenset({"before", "to"})  # "appeared before an inquiry on Monday"
_OBJECTS = frozenset({"dobj", "pobj"})  # a verb's form in the place of a noun: "put off the reopening"
_DEPTH = 1  # "his visit to Varia, which was planned for": the clause may hang on the goal
_ARRANGED = frozenset({"plan", "schedule", "due", "hold", "set", "begin", "start", "take"})


def words_of(trigger: Trigger) -> set[int]:
    """Verbs among the words of an act's pattern ("let go on Sunday"), and what somebody is taken in for."""
    if not trigger.verbal or not trigger.act.others:
        return set()
    own = {at for at in own_words(trigger.token, trigger.act) if trigger.token.doc[at].pos_ == "VERB"}
    aims = (inner for word, inner in prepositions(trigger.token) if word == "for")
    return own | {inner.i for inner in aims if inner.tag_ == "VBG"}


def described_by(trigger: Trigger) -> Iterator[int]:
    """Verbs that say of a named act when it is to be: "a visit that was planned for Friday"."""
    if trigger.verbal:
        return
    yield from (c.i for c in trigger.token.children if c.dep_ == "acl" and c.lemma_.lower() in _ARRANGED)
    yield from (c.i for c in clauses_about(trigger.token, _DEPTH) if arranges(c))
    verb = trigger.token.head
    if trigger.token.dep_ in {"nsubj", "nsubjpass"}:  # "talks are to begin on June 3"
        yield from (c.i for c in verb.children if c.dep_ == "xcomp" and c.lemma_.lower() in _ARRANGED)


def arranges(verb: Token) -> bool:
    """True for "was planned" and "was due"."""
    said = [verb, *(c for c in verb.children if c.dep_ == "acomp" and verb.lemma_ == "be")]
    return any(word.lemma_.lower() in _ARRANGED for word in said)


def sharing(trigger: Trigger, triggers: frozenset[int]) -> tuple[set[int], set[int]]:
    """Positions of verbs whose time is the act's own, and of verbs that only tell of it."""
    token = trigger.token
    same: set[int] = {token.i}
    tells: set[int] = set()
    here = token
    if not trigger.verbal or token.dep_ in _OBJECTS:
        verb = clause_of(token.head) if trigger.verbal else clause_of(token)
        if verb == token or not noun_shares(token, verb, triggers):
            return same, tells
        same.add(verb.i)
        here = verb
    while True:
        outer = outer_clause(here)
        if outer is None or is_paratactic(here):
            return same, tells
        if here.dep_ == "conj" and own_subject(here) is None and not has_auxiliary_finite(here):
            outer = coordinated(here)
            same.add(outer.i)
        elif here.dep_ in {"xcomp", "advcl", "acl", "pcomp"} and own_subject(here) is None and not tells:
            (tells if outer.i in triggers and here.dep_ == "xcomp" else same).add(outer.i)
        elif is_cleft(here, outer):
            same.add(outer.i)
        elif here.dep_ in {"ccomp", "xcomp"}:
            tells.add(outer.i)
        else:
            return same, tells
        here = outer


def noun_shares(noun: Token, verb: Token, triggers: frozenset[int]) -> bool:
    """True if a named act takes place when its clause does: "held talks", "during the visit", "the talks were"."""
    here = noun
    while here.head != verb and here.head != here:
        if here.dep_ == "pobj" and here.head.lower_ in _DURING and here.head.head != verb:
            here = here.head
            continue
        if here.dep_ not in {"conj", "pobj", "prep", "dobj", "oprd", "attr", "compound", "appos"}:
            return False
        here = here.head
    if here.dep_ in {"dobj", "oprd"}:
        return verb.i not in triggers or verb.lemma_.lower() in light_verbs()
    if here.dep_ == "prep":
        return here.lower_ in {"during", "at", "in", "on", "for", "to", "with"}
    return here.dep_ in {"nsubj", "nsubjpass", "attr", "agent", "ROOT"}


def named_in(trigger: Trigger, triggers: frozenset[int]) -> set[int]:
    """Acts that happen with a verb's own: "died in an *attack* on Sunday", "seized power in a *coup* in March"."""
    if not trigger.verbal:
        return set()
    within = _WITHIN | _BEFORE_SOMEBODY if trigger.act.type is EventType.OTHER else _WITHIN
    return {
        inner.i
        for word, inner in prepositions(trigger.token)
        if word in within and inner.i in triggers and inner.pos_ == "NOUN"
    }


def at_the_head(token: Token, marks: list[Mark]) -> Mark | None:
    """The expression that opens a sentence holds for its second clause too: "On Monday they met and he left"."""
    if token.dep_ != "conj" or own_subject(token) is None:
        return None
    first = own_subject(token.head)
    before = [m for m in marks if m.holder == token.head and first is not None and m.root.i < first.i]
    return before[0] if before else None


def participles(token: Token, clause: set[int], marks: list[Mark]) -> set[int]:
    """Verbs that describe a noun of the act's clause: "in a video *posted* on Sunday"."""
    found = set()
    for mark in marks:
        here = mark.holder
        if here.dep_ != "acl" or here.i in clause:
            continue
        outer = outer_clause(here)
        if outer is not None and outer.i in clause and not (here.i < token.i < mark.root.i):
            found.add(here.i)
    return found


def later_conjuncts(token: Token) -> set[int]:
    """Verbs coordinated with the act's own, without a subject of theirs: "stayed silent and left on Sunday"."""
    ahead = finite_tense(token) == "future"  # "broke off a holiday and will be in Varn on Friday" tells two days
    told = (c for c in token.children if c.dep_ == "conj" and is_verbal(c) and own_subject(c) is None)
    return {c.i for c in told if (finite_tense(c) == "future") == ahead}
