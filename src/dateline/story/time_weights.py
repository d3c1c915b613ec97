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
import sqlite3
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

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


@dataclass(frozen=True)
class TimeWeights:
    """The weights of a story's times, first and last day as ISO 8601."""

    weights: Mapping[tuple[str, str], float]

    def of(self, first: str | None, last: str | None, *, disputed: bool) -> float:
        """That of a time; of disputed days that of the weightiest; 0 for a time that nobody names."""
        if first is None or last is None:
            return 0.0
        if not disputed:
            return self.weights.get((first, last), 0.0)
        inside = self._days[bisect_left(self._days, first) : bisect_right(self._days, last)]
        return max((self.weights[day, day] for day in inside), default=0.0)

    @cached_property
    def _days(self) -> Sequence[str]:
        return sorted(first for first, last in self.weights if first == last)


def of_story(connection: sqlite3.Connection) -> TimeWeights:
    """The weights by all reports of a story. A time expression that is bound to no closed interval names none."""
    named = connection.execute(
        f"""SELECT DISTINCT i.id, {_DAY}, t.time_earliest, t.time_latest
            FROM timex AS t JOIN report AS p ON p.key = t.report JOIN identity AS i ON i.key = p.key
            WHERE t.time_earliest IS NOT NULL AND t.time_latest IS NOT NULL"""
    )
    days = connection.execute(f"SELECT {_DAY} FROM report AS p")
    weights = time_weights(
        (Named(report, _day(day), (_date(first), _date(last))) for report, day, first, last in named),
        [_date(day) for (day,) in days if day],
    )
    return TimeWeights(
        {(first.isoformat(), last.isoformat()): weight for (first, last), weight in weights.items()}
    )


_DAY = "CASE WHEN p.published_earliest = p.published_latest THEN p.published_earliest END"  # None: not one day
_date = dt.date.fromisoformat


def _day(text: str | None) -> dt.date | None:
    return _date(text) if text else None
