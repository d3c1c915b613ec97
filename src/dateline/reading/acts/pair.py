"""What a sentence tells between two who are given: the acts that the lexicon finds, by their part in them.

The two are stretches of the parse. A pronoun of the clause that somebody reports stands for that somebody here:
"the union said it would strike" makes the union strike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from dateline.model import EventType, Status
from dateline.reading.acts.clauses import own_subject
from dateline.reading.acts.frames import arguments
from dateline.reading.acts.lexicon import Lexicon
from dateline.reading.acts.status import negation, status_of
from dateline.reading.acts.triggers import Trigger, triggers_in, without_repeats

_STANDS_IN = frozenset({"he", "she", "it", "they", "we", "i"})


class Part(IntEnum):
    """How the two take part in an act, the surest last."""

    NONE = 0  # the act is somebody else's
    REVERSED = 1  # the second does it, or it is done to the first
    TARGET = 2  # it is done to the second; who does it is not the first's words
    SOURCE = 3  # the first does it; to whom is not told, or told otherwise
    BOTH = 4


@dataclass(frozen=True, slots=True)
class Told:
    """An act of the sentence with the part that the two have in it."""

    trigger: Trigger
    type: EventType
    status: Status
    part: Part


def told_between(doc: Doc, source: DocSpan | None, target: DocSpan | None, lexicon: Lexicon) -> list[Told]:
    """The acts of the paragraph, those first in which the two take part most surely, else in text order."""
    found: list[Told] = []
    for sentence in doc.sents:
        for trigger in without_repeats(triggers_in(sentence, lexicon)):
            type_, status = typed(trigger)
            found.append(Told(trigger, type_, status, part_in(trigger, source, target)))
    return sorted(found, key=lambda told: -told.part)


def typed(trigger: Trigger) -> tuple[EventType, Status]:
    """Type and status: an act whose denial is an act of its own ("does not recognise") happened as that one."""
    status, act = status_of(trigger), trigger.act
    assert act.type is not None  # noqa: S101 -- the lexicon gives no trigger without a type
    if act.negated is not None and status is Status.NEGATED and trigger.verbal and negation(trigger.token):
        return act.negated, Status.HAPPENED
    if act.stands is not None and status is Status.HAPPENED:
        return act.type, act.stands
    return act.type, status


def part_in(trigger: Trigger, source: DocSpan | None, target: DocSpan | None) -> Part:
    """The part that the two have in an act."""
    args = arguments(trigger)
    source_acts, target_acts = among(args.actors, source), among(args.actors, target)
    source_gets, target_gets = among(args.recipients, source), among(args.recipients, target)
    if (source_acts and (target_gets or target_acts)) or (source_gets and target_acts):
        return Part.BOTH
    if source_acts:
        return Part.SOURCE
    if target_gets:
        return Part.TARGET
    return Part.REVERSED if source_gets or target_acts else Part.NONE


def among(tokens: Iterable[Token], span: DocSpan | None) -> bool:
    """True if one of the tokens, or whom it stands for, lies in the stretch."""
    return span is not None and any(span.start <= one.i < span.end for token in tokens for one in meant(token))


def meant(token: Token) -> Iterator[Token]:
    """A word, and for a pronoun the subject of the clause that reports its clause."""
    yield token
    if token.lower_ not in _STANDS_IN:
        return
    clause = token.head
    while clause.dep_ in {"conj", "xcomp", "advcl"} and clause.head != clause:
        clause = clause.head
    if clause.dep_ == "ccomp":
        speaker = own_subject(clause.head)
        if speaker is not None:
            yield speaker
