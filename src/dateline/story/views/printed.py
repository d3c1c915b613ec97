"""What one report prints behind a claim: the columns that claims and conflicts share."""

from __future__ import annotations

from typing import Any

from dateline.model import Support
from dateline.story.lookup.directory import Directory
from dateline.story.lookup.passage import surroundings


def printed(directory: Directory, support: Support) -> dict[str, Any]:
    """Report, date, outlet and place of the words, the words in their sentence, their origin and grounding."""
    report = directory.reports[support.report]
    return {
        "report": report.id,
        "published": report.published.edtf if report.published else None,
        "outlet": report.outlet,
        "location": report.location,
        "cited": directory.cite(report.id),
        "start": support.words.start,
        "words": support.words.text,
        "sentence": surroundings(directory.story, report, support.words.span).of(report.text),
        "origin": support.origin,
        "grounding": support.grounding.value,
    }
