"""Words that name somebody, and the chains of them that mean one somebody within one report.

A mention is not an actor: it becomes part of one in linking. Its kind is a hypothesis with a score, and no
mention is dropped for its kind (the language model calls an unusual surname a place).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from dateline.model.record import Record, Ref
from dateline.model.report import ReportRef
from dateline.model.text import SentenceRef
from dateline.span import Words

ChainRef = Annotated[str, Ref("Chain")]
MentionRef = Annotated[str, Ref("Mention")]


class ActorKind(StrEnum):
    """What somebody is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"  # people without a name as a body: workers, riot police, opposition leaders
    COUNTRY = "country"
    PLACE = "place"
    UNKNOWN = "unknown"


class MentionForm(StrEnum):
    """How words refer."""

    NAME = "name"
    ROLE = "role"  # a description: the opposition leader, a spokeswoman for NATO
    GROUP = "group"  # a plural or collective noun: protesters, security forces
    PRONOUN = "pronoun"


class Gender(StrEnum):
    """Grammatical gender in the report's language; None in a field means not told."""

    FEMALE = "female"
    MALE = "male"
    NEUTER = "neuter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain(Record):
    """One somebody within one report (a coreference chain): the mentions that point to it carry its id."""

    report: ReportRef
    name: str  # the fullest name, as printed; the description where there is none
    names: tuple[str, ...]  # every distinct name as printed, in text order; empty for an unnamed one
    kind: ActorKind
    kind_score: float  # 0 to 1
    gender: Gender | None
    plural: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Record):
    """Words that name, describe or stand for somebody."""

    report: ReportRef
    sentence: SentenceRef
    words: Words
    form: MentionForm
    kind: ActorKind
    kind_score: float  # 0 to 1
    chain: ChainRef
    rule: str  # why it is in this chain: "first mention", "same surname", "he: nearest male subject"
    score: float  # 0 to 1: how sure the rule is


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleMention(Record):
    """A report's words for what somebody is: "Belarusian opposition leader", "her husband"."""

    report: ReportRef
    chain: ChainRef  # whose role
    words: Words
    title: str  # folded head with its qualifiers: "opposition leader", "foreign minister"
    of: ChainRef | None  # the country, organisation or person that the role belongs to
    former: bool  # "former", "ex-", "then-"
