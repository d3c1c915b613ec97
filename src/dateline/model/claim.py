"""What can be checked, what stands behind it, and values that cannot all hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from dateline.fuzzydate import FuzzyDate
from dateline.model.actor import AnyRef
from dateline.model.lineage import OriginRef
from dateline.model.record import Record, Ref
from dateline.model.report import ReportRef
from dateline.span import Grounding, Words

ClaimRef = Annotated[str, Ref("Claim")]


class Aspect(StrEnum):
    """Which cell of a merged record a claim is about."""

    DATE = "date"
    NUMBER = "number"
    PLACE = "place"
    PARTICIPANT = "participant"
    ATTRIBUTION = "attribution"
    ROLE = "role"
    STATEMENT = "statement"
    WORDING = "wording"
    POLARITY = "polarity"  # whether it happened, was planned, was denied ...; of words, whether they are denied


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Record):
    """One checkable value that at least one report gives."""

    about: AnyRef  # a merged event, an utterance, a role
    aspect: Aspect
    value: str  # canonical: an ISO interval, a number range, an actor's name, the words of a statement
    actor: AnyRef | None  # who, for a place, participant or attribution
    time: FuzzyDate | None
    low: float | None
    high: float | None
    unit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Support(Record):
    """The words of one report behind a merged record or a claim, and the origin they count for."""

    about: AnyRef  # a claim, a merged event, an utterance
    member: AnyRef  # the event, quotation or role mention it was read from
    report: ReportRef
    words: Words
    origin: OriginRef
    grounding: Grounding


class ConflictKind(StrEnum):
    """In what the sides differ."""

    DATE = "date"
    NUMBER = "number"
    PLACE = "place"
    PARTICIPANT = "participant"
    ATTRIBUTION = "attribution"
    WORDING = "wording"  # of one utterance, in quotation marks
    ROLE = "role"  # two offices of one person at one time
    STATEMENT = "statement"  # of two sources
    REVERSAL = "reversal"  # of one source, at two times: what was said first was later taken back


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict(Record):
    """Claims that cannot all hold. Never resolved by machine: every side keeps its spans and origins."""

    kind: ConflictKind
    about: AnyRef
    sides: tuple[ClaimRef, ...]  # two or more
    reason: str
