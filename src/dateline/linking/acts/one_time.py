"""The time of one act that several reports tell, and whether it is disputed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dateline.fuzzydate import FuzzyDate
from dateline.linking.acts.course import standing, told_day
from dateline.linking.acts.same_day import NEAR, common_time, stated
from dateline.linking.acts.sameness import one_sentence
from dateline.linking.acts.telling import Telling, on_a_journey
from dateline.model import Status


def time_of(members: Sequence[Telling], status: Status) -> tuple[FuzzyDate | None, bool]:
    """The time of an act, and whether it is disputed.

    A plan does not dispute the day of its happening, nor a copied sentence that of the sentence it comes from.
    What is called off has the day that it was planned for.
    """
    planned = [m for m in members if standing(m) is Status.PLANNED]
    if status is Status.NEGATED and planned:
        return time_of(planned, Status.PLANNED)
    dated = [
        m for at, m in enumerate(members) if stated(m.event) or not any(one_sentence(m, o) for o in members[:at])
    ]
    moved = next((at for at, m in enumerate(dated) if m.moves), 0)  # what was planned before has another day now
    told = [m for m in dated[moved:] if m.event.time and standing(m) is status]
    return agreed_time(told or [m for m in members if m.event.time])


def agreed_time(members: Sequence[Telling]) -> tuple[FuzzyDate | None, bool]:
    """The time of an act; a span of days that was only inferred may make it narrower, and disputes nothing."""
    members = without_recalling(members)
    given = [m.event.time for m in members if m.event.time and (stated(m.event) or m.event.time.is_day)]
    inferred = [m.event.time for m in members if m.event.time and m.event.time not in given]
    if not given:
        return common_time(inferred)
    time, disputed = common_time(given)
    if time is None or disputed or time.is_day:
        return time, disputed and not all(on_a_journey(member.event) for member in members)
    return common_time([time, *(day for day in inferred if day.overlaps(time))][:2])


def without_recalling(members: Sequence[Telling]) -> list[Telling]:
    """Those whose text tells the day, or that are not told days after the others: what is recalled is older."""
    dated = [(m, m.event.time) for m in members if m.event.time]
    told = [time for m, time in dated if stated(m.event) or told_day(m)]
    days = [time for time in told if time.is_day] or told or sorted((time for _, time in dated), key=first_day)[:1]
    return [m for m, time in dated if time in told or not all(recalled(time, day) for day in days)]


def recalled(time: FuzzyDate, day: FuzzyDate) -> bool:
    """True if a time begins days after another has ended."""
    return bool(time.earliest and day.latest and time.earliest - day.latest > NEAR)


def first_day(time: FuzzyDate) -> tuple[dt.date, str]:
    """The first day of a time, or its last if it has no first one."""
    return time.earliest or time.latest or dt.date.max, time.edtf
