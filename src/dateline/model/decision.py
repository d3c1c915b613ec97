"""What a person ruled. Decisions are only ever added, outrank links, and are replayed at each build.

A decision names its objects by the reports' own words, so that it outlives whatever is read or linked anew: an
anchor says which report, where in it and which words. Where these are no longer read as they were, the decision is
an orphan and is listed; it is never moved to something that looks alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.record import Record


class DecisionKind(StrEnum):
    """What can be ruled."""

    MERGE = "merge"  # two or more actors, or utterances, are one
    SPLIT = "split"  # some members do not belong to an actor, an utterance or an event
    NOT_SAME = "not-same"  # two or more actors, or utterances, are different ones
    SAME_EVENT = "same-event"
    NOT_SAME_EVENT = "not-same-event"
    SAME_ORIGIN = "same-origin"  # reports come from one text
    NOT_SAME_ORIGIN = "not-same-origin"
    RENAME = "rename"  # an actor's name to print
    REJECT = "reject"  # an event or a quotation is none; a join is wrong
    ACCEPT = "accept"  # an event or a quotation is one; a join is right
    REDATE = "redate"  # an event's day; the reports' own days stay beside it
    REATTRIBUTE = "reattribute"  # who said a quotation; the reports' own readings stay beside it
    UNDO = "undo"  # an earlier decision no longer holds


class AnchorKind(StrEnum):
    """What an anchor holds on to."""

    CHAIN = "chain"
    QUOTATION = "quotation"
    EVENT = "event"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Anchor:
    """One thing that a decision is about, by its words in one report.

    These are texts and no references: a decision stays when its report goes.
    """

    side: int  # from 0: what is ruled on; a second side is what it is the same as, kept apart from, or given to
    kind: AnchorKind
    member: str  # its id when the decision was made
    report: str  # the id of its report
    digest: str  # SHA-256 of that report's bytes
    start: int | None  # of the words in the report's clean text; None where there are none
    text: str  # the words: a name, a trigger, the first piece of a quotation, a title


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Record):
    """A ruling, with who made it, when and why. Its id is made of all its fields."""

    kind: DecisionKind
    objects: tuple[Anchor, ...]  # by side, then in the story's order; empty for an undo
    value: str | None  # a name, an EDTF date
    undoes: str | None  # the id of an earlier decision
    author: str
    reason: str
    made: str  # ISO 8601, UTC, to the microsecond: later decisions outrank earlier ones
