"""Where texts come from: passages that reports share, and the independent origin behind each report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from dateline.model.record import Record, Ref
from dateline.model.report import ReportRef
from dateline.span import Words

OriginRef = Annotated[str, Ref("Origin")]


class CopyKind(StrEnum):
    """What is shared."""

    REPORT = "report"  # most of the shorter report
    PASSAGE = "passage"  # some sentences
    QUOTATION = "quotation"  # words of a third party, in the same cut


@dataclass(frozen=True, slots=True)
class CopyMember:
    """One report's side of a copy group."""

    report: ReportRef
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyGroup(Record):
    """Passages in two or more reports that come from one text."""

    kind: CopyKind
    members: tuple[CopyMember, ...]  # the likeliest original first: by publication date, then by what else it has
    agency: str | None  # the wire behind it, where a member credits one
    containment: float  # share of the shorter side's word 4-grams that stand in the other, 0 to 1
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin(Record):
    """One independent source of text: a wire text with its reprints, or a report that stands alone."""

    label: str  # "AFP text of 2020-09-29", "The Harbour Post"
    reports: tuple[ReportRef, ...]  # by (publication date, report id); empty for the origin of a passage alone
    agency: str | None
    known: bool  # False: nothing tells where the text comes from; it may or may not be independent
    reason: str
