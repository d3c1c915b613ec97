"""States that are held: on which days "has ruled since 1994", "in power for 26 years" can have begun."""

from __future__ import annotations

import datetime as dt
import re

from dateutil.relativedelta import relativedelta

from dateline.fuzzydate import FuzzyDate
from dateline.model import TimexType
from dateline.reading.acts.clauses import clause_of
from dateline.reading.acts.marks import Mark, Timed
from dateline.reading.acts.triggers import Trigger

_YEARS = re.compile(r"P(\d{1,3})Y")


def beginning(trigger: Trigger, marks: list[Mark]) -> Timed | None:
    """For "has ruled since 1994", "in power for 26 years", "26-year rule": the days on which it can have begun."""
    clause = {trigger.token.i, clause_of(trigger.token).i} if trigger.verbal else {trigger.token.i}
    for mark in marks:
        if mark.holder.i not in clause and mark.root.head.i != trigger.token.i:
            continue
        before = mark.root.head.lower_ if mark.root.dep_ == "pobj" else ""
        time = mark.timex.time
        if (before == "since" or mark.timex.words.text.lower().startswith("since")) and time and time.earliest:
            return Timed(first_unit(time), mark.timex, "since: when it began")
        years = _YEARS.fullmatch(mark.timex.value) if trigger.act.lasting else None
        if years is not None and mark.timex.type is TimexType.DURATION:
            return Timed(None, mark.timex, f"for {years[1]} years: when it began")
    return None


def first_unit(time: FuzzyDate) -> FuzzyDate:
    """The year, month or day that an open interval begins with."""
    start = time.earliest
    if start is None or (time.latest is not None and time.precision.value not in {"open", "range"}):
        return time
    if (start.month, start.day) == (1, 1):
        return FuzzyDate.year(start.year)
    return FuzzyDate.month(start.year, start.month) if start.day == 1 else FuzzyDate.day(start)


def counted_back(years: int, published: dt.date) -> FuzzyDate:
    """For "26 years": begun between 27 and 25 years before publication, for writers round up as well as down."""
    return FuzzyDate.between(
        published - relativedelta(years=years + 1), published - relativedelta(years=years - 1)
    )


def years_in(timed: Timed) -> int | None:
    """The length in years of a duration that dates an office."""
    years = _YEARS.fullmatch(timed.timex.value) if timed.timex is not None else None
    return int(years[1]) if years else None
