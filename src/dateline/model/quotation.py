"""Who said what: quotations in marks, reported speech, and marks that are nobody's speech.

The parts are PARC's (Pareti 2012): source, cue, content; the addressee beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from dateline.model.mention import ChainRef
from dateline.model.record import Record, Ref
from dateline.model.report import ReportRef
from dateline.model.text import SentenceRef
from dateline.model.timex import TimexRef
from dateline.span import Words

QuotationRef = Annotated[str, Ref("Quotation")]


class SpeechKind(StrEnum):
    """How the words are given."""

    DIRECT = "direct"  # whole clauses in quotation marks
    MIXED = "mixed"  # a quoted part inside a reporting sentence
    INDIRECT = "indirect"  # reported without marks


class Stance(StrEnum):
    """What the source does by saying it."""

    STATES = "states"
    CLAIMS = "claims"
    DENIES = "denies"
    DEMANDS = "demands"
    PROMISES = "promises"
    ASKS = "asks"
    PRAISES = "praises"
    ACCUSES = "accuses"
    WARNS = "warns"


class Anomaly(StrEnum):
    """Why a printed attribution is in doubt."""

    ATTRIBUTION = "attribution"  # the printed name clashes with what is said of it elsewhere
    PRONOUN = "pronoun"  # the pronoun's gender breaks a run of one speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Record):
    """One utterance as one report gives it. One speaker or none; two readings only where `anomaly` is set."""

    report: ReportRef
    sentence: SentenceRef  # where its first content stands
    kind: SpeechKind
    contents: tuple[Words, ...]  # its pieces in text order, without the quotation marks
    source: Words | None  # the printed words for the speaker, with their qualifiers
    cue: Words | None
    cue_lemma: str | None
    addressee: Words | None
    via: str | None  # the agency or outlet it came through: "the agency quoted Ann Lee"
    medium: Words | None = None  # what it was said through: a statement, a tweet
    venue: Words | None = None  # where, or on what occasion: a press conference in Vilnius
    said_at: TimexRef | None = None  # the time expression that says when
    within: QuotationRef | None = (
        None  # what somebody else says, and this is told in it: "Lee said that Ray promised ..."
    )
    stance: Stance
    negated: bool  # it is said that the source did not say it; a denial is a stance
    speaker: ChainRef | None
    other_speaker: ChainRef | None  # the second reading of a flagged attribution
    rule: str  # which rule found it and its speaker
    confidence: float  # 0 to 1
    anomaly: Anomaly | None
    anomaly_reason: str | None

    @property
    def denies(self) -> bool:
        """True if by it the words are not so, or not said: a denial, or a statement that was not made."""
        return self.negated != (self.stance is Stance.DENIES)


class MarkReason(StrEnum):
    """Why marked words are nobody's speech."""

    SCARE = "scare"  # so-called
    TITLE = "title"  # of a work, a campaign, a rally
    NICKNAME = "nickname"
    TERM = "term"  # a word spoken about
    MOTTO = "motto"
    UNATTRIBUTED = "unattributed"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedPhrase(Record):
    """Words in quotation marks that are set apart as nobody's speech, with the reason."""

    report: ReportRef
    sentence: SentenceRef
    words: Words
    reason: MarkReason
    rule: str
