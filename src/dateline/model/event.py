"""Who did what to whom, where and when, as one report tells it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from dateline.fuzzydate import FuzzyDate
from dateline.model.mention import ChainRef
from dateline.model.record import Record, Ref
from dateline.model.report import ReportRef
from dateline.model.text import SentenceRef
from dateline.model.timex import TimexRef
from dateline.span import Words

EventRef = Annotated[str, Ref("Event")]


class EventType(StrEnum):
    """PLOVER's 16 types (manual of 2024-02-04), then Dateline's own for what PLOVER cannot say."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    ELECTION = "ELECTION"
    OFFICE = "OFFICE"  # takes, holds or leaves an office
    MOVE = "MOVE"  # goes, flees, returns
    INTERVIEW = "INTERVIEW"
    OTHER = "OTHER"

    @property
    def is_plover(self) -> bool:
        """False for Dateline's own types, which PLOVER, CAMEO and POLECAT exports leave out."""
        return self not in (self.ELECTION, self.OFFICE, self.MOVE, self.INTERVIEW, self.OTHER)


class Status(StrEnum):
    """How the act stands in the report, beside the act itself."""

    HAPPENED = "happened"
    PLANNED = "planned"
    PROMISED = "promised"
    DEMANDED = "demanded"
    DENIED = "denied"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part, and the words that say so."""

    chain: ChainRef
    words: Words


@dataclass(frozen=True, slots=True)
class Count:
    """A stated number of something: "tens of thousands of protesters" is [20,000, 99,999] protesters."""

    words: Words
    low: float
    high: float | None  # None: no upper bound ("at least 40", "more than 40")
    approximate: bool
    unit: str  # folded noun: "protester", "dead"; "" if none is stated


@dataclass(frozen=True, slots=True)
class EventContext:
    """Why an act is told: one of PLOVER's 37 contexts, and the first words of the sentence that say so."""

    name: str  # as in vocabulary/contexts.toml: "human_rights"
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """One act in one sentence of one report."""

    report: ReportRef
    sentence: SentenceRef
    words: Words  # the trigger
    lemma: str  # of the trigger, with its particle: "meet", "step down"
    type: EventType
    mode: str | None  # a PLOVER mode of that type
    status: Status
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    place: ChainRef | None
    place_words: Words | None
    time: FuzzyDate | None
    timex: TimexRef | None
    time_rule: str  # how the time came to the event: "in its clause", "narrative day", "none"
    counts: tuple[Count, ...]
    rule: str  # lexicon entry and frame
    confidence: float  # 0 to 1
    contexts: tuple[EventContext, ...] = ()  # in the manual's order

    @property
    def is_named(self) -> bool:
        """True if a noun names the act ("the strike"), False if a verb tells it."""
        return self.rule.startswith("noun ")
