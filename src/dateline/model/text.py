"""Paragraphs and sentences of a report's body."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from dateline.model.record import Record, Ref
from dateline.model.report import ReportRef
from dateline.span import Words

ParagraphRef = Annotated[str, Ref("Paragraph")]
SentenceRef = Annotated[str, Ref("Sentence")]


class ParagraphKind(StrEnum):
    """What a paragraph does in a report."""

    HEADLINE = "headline"
    SUBHEADING = "subheading"  # a headline inside the text
    BODY = "body"
    UNREAD = "unread"  # of a report in a language that is not read: kept and searched, never parsed


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Record):
    """A run of text between line breaks, without furniture: the unit of parsing."""

    report: ReportRef
    number: int  # from 0, in text order
    words: Words
    kind: ParagraphKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence(Record):
    """A sentence; it never crosses a paragraph."""

    report: ReportRef
    paragraph: ParagraphRef
    number: int  # from 0, in text order over the report
    words: Words
