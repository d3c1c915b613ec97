"""Time expressions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from dateline.fuzzydate import FuzzyDate
from dateline.model.record import Record, Ref
from dateline.model.report import ReportRef
from dateline.model.text import SentenceRef
from dateline.span import Grounding, Words

TimexRef = Annotated[str, Ref("Timex")]


class TimexType(StrEnum):
    """TimeML's four types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex(Record):
    """A time expression with its TIMEX3 value and the days that it stands for."""

    report: ReportRef
    sentence: SentenceRef
    words: Words
    type: TimexType
    value: str  # TIMEX3: 2020-09-28, 2020-W40, P26Y, XXXX-WXX-1, PRESENT_REF
    mod: str | None  # TIMEX3: START, MID, END, APPROX, BEFORE, AFTER, LESS_THAN, MORE_THAN
    time: FuzzyDate | None  # None: a duration or a set that is bound to no date, or an anchor that is unknown
    anchor: str | None  # "published 2020-09-29", "dateline 2020-09-28", "timex t_...", None for a full date
    grounding: Grounding
    rule: str  # the rule of the grammar that read it
