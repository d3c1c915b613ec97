"""How much the reports make of each time: what ranks the days of a long story (`dateline timeline --top`).

That many reports came out on a day says little of what happened on it: they tell of the day before, of weeks ago,
of tomorrow. What they name counts. Each report that names a time votes for it once, and its vote weighs more the
longer ago that time is: news is of today by default, and what is still told long after was a turning point. The
literature on date selection found both to tell much without any training (Kessler et al., ACL 2012; Tran, Alrifai
and Nguyen, WWW 2013). The constants are round ones: nearby ones rank the days nearly alike.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dateline.model import Report, Timex

PUBLISHED = 0.1  # beside a report that names a day, one that only came out on it: it settles ties, and no more
_NEWS = 2  # days are counted from here: log2 makes the vote of a report for its own day 1

type Time = tuple[dt.date, dt.date]  # first and last day, both included


class Named(NamedTuple):
    """A report names a time."""

    report: str
    published: dt.date | None
    time: Time


def time_weights(named: Iterable[Named], published: Iterable[dt.date]) -> dict[Time, float]:
    """The weight of every time that is named, and of every day of publication (given once for each report)."""
    votes: defaultdict[Time, dict[str, float]] = defaultdict(dict)
    for one in named:
        votes[one.time][one.report] = _vote(one)
    weights = {time: math.fsum(of_time.values()) for time, of_time in votes.items()}
    for day in published:
        weights[day, day] = weights.get((day, day), 0.0) + PUBLISHED
    return {time: round(weight, 4) for time, weight in sorted(weights.items())}


def _vote(named: Named) -> float:
    """1 for a day of the news or a later one; 2 for the day before yesterday; 5 for a month ago.

    A longer time has less of it, a month a fifth: whoever names a day has that day in mind.
    """
    first, last = named.time
    since = (named.published - last).days if named.published else 0
    return math.log2(_NEWS + max(since, 0)) / math.log2(1 + (last - first).days + 1)


def of_records(timexes: Iterable[Timex], reports: Mapping[str, Report]) -> dict[Time, float]:
    """The weights by the time expressions of these reports. One that is bound to no closed interval names none."""
    days = {id_: _day(report) for id_, report in reports.items()}
    named = (
        Named(timex.report, days[timex.report], (timex.time.earliest, timex.time.latest))
        for timex in timexes
        if timex.report in days and timex.time and timex.time.earliest and timex.time.latest
    )
    return time_weights(named, [day for day in days.values() if day])


def _day(report: Report) -> dt.date | None:
    return report.published.earliest if report.published and report.published.is_day else None
