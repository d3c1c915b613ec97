"""Reports as they come in, what is furniture in them, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from dateline.fuzzydate import FuzzyDate
from dateline.model.record import Record, Ref
from dateline.span import Segment, Words

ReportRef = Annotated[str, Ref("Report")]


class FurnitureKind(StrEnum):
    """What a piece of page text is, when it is not the report."""

    HEADER = "header"  # the lines that hold a report's own metadata: date, source, section
    BYLINE = "byline"
    CAPTION = "caption"
    TEASER = "teaser"  # other stories: headlines, ledes, "read more"
    APPEAL = "appeal"  # subscribe, donate, sign up
    NAVIGATION = "navigation"
    CONSENT = "consent"  # cookie and privacy notes
    SHARE = "share"
    COMMENT = "comment"
    CREDIT = "credit"  # "(Reporting by ...; editing by ...)", agency tails, copyright
    TAGS = "tags"
    CORRECTION = "correction"
    OTHER = "other"


class Field(StrEnum):
    """A field of a report for which candidates are kept."""

    TITLE = "title"
    PUBLISHED = "published"
    OUTLET = "outlet"
    BYLINE = "byline"
    AGENCY = "agency"
    URL = "url"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Record):
    """One dated article by one outlet. `text` is immutable: every span of the story counts in it."""

    location: str  # <folder>/<file>, and "#<record>" in a file of several reports
    reader: str  # which reader took it: txt, html, jsonl, feed, csv, mail, pdf, docx, extract
    digest: str  # SHA-256 of the record's bytes, hexadecimal
    title: str | None
    outlet: str | None  # None: not told by the report
    owner: str | None = None  # who owns the outlet, where the table of outlets tells
    byline: str | None
    url: str | None
    language: str | None  # ISO 639-1
    published: FuzzyDate | None  # None: unknown, and it stays unknown
    other_dates: tuple[str, ...] = ()  # EDTF: days that it gives elsewhere for its publication, in order
    text: str  # the clean text: all that a reader of the page sees, furniture included
    agencies: tuple[str, ...]  # wires credited as a source of the whole report ("By AFP"), sorted
    offsets: tuple[Segment, ...]  # clean to raw, for `OffsetMap`


@dataclass(frozen=True, slots=True, kw_only=True)
class MetadataCandidate(Record):
    """One reading of one metadata field, chosen or not, and where it was found."""

    report: ReportRef
    field: Field
    value: str
    found_in: (
        str  # "first line", "front matter", "meta article:published_time", "JSON field date_publish", "furniture"
    )
    words: Words | None  # None: found outside the clean text (a page's head, a JSON field)
    chosen: bool


STUB_RULE = "only a summary"  # of the furniture that a report is whose source gave no more of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture(Record):
    """Page text that is not the report: kept, marked, not read. Pieces of one report do not overlap."""

    report: ReportRef
    words: Words
    kind: FurnitureKind
    rule: str


class VersionReason(StrEnum):
    """Why two reports are taken for versions of one."""

    ADDRESS = "same address"
    HEADLINE = "same outlet and headline"


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierVersion(Record):
    """A report that its outlet has replaced: kept and read, but neither linked nor counted beside `latest`."""

    report: ReportRef
    latest: ReportRef
    number: int  # 1 for the oldest
    reason: VersionReason


class RejectionCode(StrEnum):
    """Why an input is no report."""

    EMPTY = "empty"
    BINARY = "binary"
    ENCODING = "encoding"
    TOO_LARGE = "too large"
    MALFORMED = "malformed"
    NO_TEXT = "no text"
    DUPLICATE = "duplicate"  # the same report stands elsewhere, to the letter
    UNREADABLE = "unreadable"  # the file system refused, or a password is asked for
    NEEDS_EXTRA = "needs an extra"  # a library reads it that is not installed
    FAILED = "failed"  # a stage raised


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection(Record):
    """An input that did not become a report, and why. inputs = reports + rejections, always."""

    location: str
    digest: str  # SHA-256 of the bytes; empty if they could not be read
    code: RejectionCode
    reason: str  # a sentence for the person who gave the input


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What intake hands on for one input that is a report; no record itself."""

    report: Report
    furniture: tuple[Furniture, ...]
    candidates: tuple[MetadataCandidate, ...]
