"""One utterance and one event from many tellings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from dateline.fuzzydate import FuzzyDate
from dateline.model.actor import ActorRef
from dateline.model.event import EventRef, EventType, Status
from dateline.model.quotation import QuotationRef, Stance
from dateline.model.record import Record, Ref
from dateline.model.report import ReportRef
from dateline.span import Words

UtteranceRef = Annotated[str, Ref("Utterance")]
MergedEventRef = Annotated[str, Ref("MergedEvent")]


class Relation(StrEnum):
    """How a printing of an utterance stands to its first printing."""

    FIRST = "first"
    IDENTICAL = "identical"
    TRIMMED = "trimmed"  # one of the two is cut, or each at another end
    CHANGED = "changed"  # in words
    TRANSLATED = "translated"  # other words for the same, as two who put one utterance into English choose them
    REPORTED = "reported"  # without quotation marks, on one side or on both


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance(Record):
    """Quotations in one or more reports that are one act of speech."""

    text: str  # the fullest member's
    stance: Stance
    speaker: ActorRef | None  # None: unknown, or disputed
    speakers: tuple[ActorRef, ...]  # every reading; more than one means disputed
    members: tuple[QuotationRef, ...]  # by (publication date, report id, start)
    relations: tuple[Relation, ...] = ()  # of each member to the first, in the order of the members


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedEvent(Record):
    """Events in one or more reports that are one act."""

    type: EventType
    mode: str | None
    status: Status
    time: FuzzyDate | None  # the days on which all members can agree; the union where they cannot
    time_disputed: bool
    place: ActorRef | None
    actors: tuple[ActorRef, ...]
    recipients: tuple[ActorRef, ...]
    members: tuple[EventRef, ...]  # by (publication date, report id, start)
    report: ReportRef  # of the sentence that tells it best
    words: Words  # that sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry(Record):
    """A merged event's place on the one timeline."""

    event: MergedEventRef
    number: int  # from 0, in order of time
    weight: float  # origins and participants behind it; higher is more prominent
