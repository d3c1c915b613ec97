"""Words of a report as they are cited: who printed them and when, where they stand, and in which text."""

from __future__ import annotations

from dateline.model import Report
from dateline.span import Span
from dateline.story.lookup.directory import UNKNOWN_OUTLET
from dateline.story.wording import date_in_words


def citation(report: Report, span: Span) -> str:
    """`The Harbour Post, 14 May 2030: “The dam broke.” Characters 12–26 of report r_..., SHA-256 9f86…`.

    Offsets count characters of the clean text from 0, the end not included; the digest is of the record's bytes as
    they came in. With both anybody who has the file can find the words again.
    """
    words = " ".join(span.of(report.text).split())
    return (
        f"{report.outlet or UNKNOWN_OUTLET}, {date_in_words(report.published)}: “{words}” "
        f"Characters {span.start}–{span.end} of report {report.id}, SHA-256 {report.digest}."
    )
