"""Whether two times can be those of one act, and the one time that several tellings come to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum

from dateline.fuzzydate import FuzzyDate
from dateline.model import Event

NARROW_DAYS = 3  # up to a long weekend: a stated day, "on Monday or Tuesday"
NEAR = dt.timedelta(
    days=2
)  # two reports may differ so far about the day of one act (publication, time zone, slip)


STATED = ("with its", "in its", "when:", "since:")  # beginnings of the rules by which a text gives an act its time


def stated(event: Event) -> bool:
    """True if the text gives the time with the act: it is not that of the story's course, or of publication."""
    return event.time_rule.startswith(STATED)


class Timing(StrEnum):
    """How two times stand to each other."""

    SAME = "same day"  # both narrow, and they overlap
    WITHIN = "overlapping"  # one is wide: "this week", "in September"
    NEAR = "a day's disagreement"  # both narrow, without a day in common
    UNKNOWN = "time not told"
    APART = "other days"


def timing(first: FuzzyDate | None, second: FuzzyDate | None) -> Timing:
    """How two times stand to each other."""
    if first is None or second is None:
        return Timing.UNKNOWN
    if first.overlaps(second):
        return Timing.SAME if narrow(first) and narrow(second) else Timing.WITHIN
    if narrow(first) and narrow(second) and gap(first, second) <= NEAR:
        return Timing.NEAR
    return Timing.APART


def narrow(time: FuzzyDate | None) -> bool:
    """True for a stated day or few days."""
    return time is not None and time.days is not None and time.days <= NARROW_DAYS


def gap(first: FuzzyDate, second: FuzzyDate) -> dt.timedelta:
    """From the end of the earlier to the beginning of the later interval; both are closed."""
    early, late = sorted((first, second), key=lambda t: (t.earliest or dt.date.min, t.latest or dt.date.max))
    return (late.earliest or dt.date.max) - (early.latest or dt.date.min)


def common_time(times: Sequence[FuzzyDate]) -> tuple[FuzzyDate | None, bool]:
    """The days that all times have in common, and False; or the union of the closest, and True.

    A time that is one of the given ones is given back as it was stated.
    """
    if not times:
        return None, False
    starts = [t.earliest for t in times if t.earliest]
    ends = [t.latest for t in times if t.latest]
    earliest, latest = max(starts, default=None), min(ends, default=None)
    disputed = bool(earliest and latest and earliest > latest)
    if disputed:
        close = [t for t in times if t.is_day]
        if len(set(close)) < 2:
            close = [t for t in times if narrow(t)] or list(times)
        earliest = min((t.earliest for t in close if t.earliest), default=None)
        latest = max((t.latest for t in close if t.latest), default=None)
        if earliest and latest and earliest > latest:  # two open ends that point away from each other
            earliest, latest = latest, earliest
    for stated in sorted(times, key=lambda t: (t.precision.value, t.edtf)):
        if (stated.earliest, stated.latest) == (earliest, latest):
            return stated, disputed
    return FuzzyDate.between(earliest, latest), disputed
