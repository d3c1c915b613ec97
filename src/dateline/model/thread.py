"""The matters that a folder of reports is about."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.fuzzydate import FuzzyDate
from dateline.model.actor import ActorRef
from dateline.model.record import Record
from dateline.model.report import ReportRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread(Record):
    """Reports on one matter. A story may have several; a report that is alone with its matter is a thread too."""

    name: str  # the headline, or else the first sentence, of the report that is most like the others
    reports: tuple[ReportRef, ...]  # by (publication date, report id)
    time: FuzzyDate | None  # from the first to the last day of publication; None if none is known
    shared_words: tuple[
        str, ...
    ]  # lower-case words that bind its reports, weightiest first; a lone report has its own
    actors: tuple[ActorRef, ...]  # named somebodies of two reports or more, or of a lone one; by number of reports
    likeness: float  # 0 to 1: mean over pairs of its texts; 1 for one text
