"""The somebodies of a story, and what the machine joined to make them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from dateline.fuzzydate import FuzzyDate
from dateline.model.mention import ActorKind, Gender
from dateline.model.record import Record, Ref
from dateline.model.report import ReportRef
from dateline.span import Words

ActorRef = Annotated[str, Ref("Actor")]
AnyRef = Annotated[str, Ref("*")]


@dataclass(frozen=True, slots=True)
class ActorName:
    """A spelling, as printed, and how many mentions have it."""

    name: str
    mentions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Record):
    """A person, organisation, group, country or place, merged over spellings and reports."""

    name: str  # the fullest of the most frequent spellings
    names: tuple[ActorName, ...]  # most frequent first, then alphabetical
    kind: ActorKind  # settled over the whole story
    kind_score: float  # 0 to 1
    gender: Gender | None
    country: str | None  # ISO 3166 alpha-3, where a role or a name says so


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Record):
    """An office or description of an actor, with the reports' dates it is said of."""

    actor: ActorRef
    title: str
    of: ActorRef | None
    time: FuzzyDate | None  # from the first to the last report that gives it
    report: ReportRef  # the first that gives it
    words: Words


class LinkKind(StrEnum):
    """What kind of thing was joined to what."""

    ACTOR = "actor"  # a chain to an actor
    ORIGIN = "origin"  # a report, a copied passage or a shared quotation to an origin
    UTTERANCE = "utterance"  # a quotation to an utterance
    EVENT = "event"  # an event to a merged event
    THREAD = "thread"  # a report to a thread


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Record):
    """A machine's join, made anew at each build: `member` belongs to `target`."""

    kind: LinkKind
    member: AnyRef
    target: AnyRef
    score: float  # 0 to 1
    reasons: tuple[str, ...]
