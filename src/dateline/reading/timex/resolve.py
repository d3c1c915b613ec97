"""A meaning and its anchor in; TIMEX3 value, interval of days and the kind of anchor out.

Anchors are the publication date and dates mentioned earlier in the text. Where an expression needs an anchor that
is not known, its value keeps X for what is open and it has no interval: nothing falls back to another date.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import singledispatch

from dateline.fuzzydate import FuzzyDate, Precision
from dateline.model import TimexType
from dateline.reading.timex import periods
from dateline.reading.timex.feasts import feast_day
from dateline.reading.timex.meaning import (
    AnyMeaning,
    Around,
    Base,
    Between,
    EitherOrder,
    Feast,
    Fixed,
    FromDate,
    InYear,
    Latest,
    Length,
    Limit,
    NthOf,
    OnSide,
    Part,
    PartOf,
    Repeated,
    Side,
    Stepped,
    TimeOfDay,
    UpToNow,
    Vague,
    Weekday,
    Which,
    YearBefore,
    Yearly,
)
from dateline.reading.timex.periods import Period, Unit
from dateline.reading.timex.tense import Tense
from dateline.reading.timex.values import length_value, open_value

_PRECISION = {
    Unit.DAY: Precision.DAY,
    Unit.WEEK: Precision.WEEK,
    Unit.MONTH: Precision.MONTH,
    Unit.QUARTER: Precision.QUARTER,
    Unit.SEASON: Precision.SEASON,
    Unit.YEAR: Precision.YEAR,
    Unit.DECADE: Precision.DECADE,
    Unit.CENTURY: Precision.CENTURY,
}
_THIRDS = {Part.EARLY: 0, Part.MID: 1, Part.LATE: 2}


@dataclass(frozen=True, slots=True)
class Reference:
    """A dated expression earlier in the text."""

    id: str
    period: Period


@dataclass(frozen=True, slots=True)
class View:
    """What an expression is read against."""

    published: dt.date | None
    tense: Callable[[], Tense]
    reference: Callable[[Unit, bool], Reference | None]  # the latest at least as fine as a unit; True: not to come
    about: Callable[[Unit], Reference | None]  # the latest one of just that unit
    day_first: bool | None = None  # numeric dates of this report; None: not told

    def told_day(self) -> Reference | None:
        """The day that the text around is about."""
        return self.reference(Unit.DAY, False)


@dataclass(frozen=True, slots=True)
class Answer:
    """An expression resolved. `reference` names the expression it was reckoned from, if any."""

    type: TimexType
    value: str
    time: FuzzyDate | None = None
    period: Period | None = None  # what later expressions can be reckoned from
    mod: str | None = None
    anchored: bool = False  # on the publication date or a reference
    reference: str | None = None


def waits(meaning: AnyMeaning) -> bool:
    """True for what is told by the other dates of its sentence, on either side: "at noon", "the 50th day"."""
    if isinstance(meaning, TimeOfDay):
        return meaning.day is None
    return isinstance(meaning, Stepped) and meaning.base is Base.TOLD


def tells(meaning: AnyMeaning) -> bool:
    """True if later expressions may be reckoned from this one: not for what only compares ("a year earlier")."""
    return not isinstance(meaning, YearBefore) and not waits(meaning)


def _of_period(period: Period | None, unit: Unit, *, anchored: bool, reference: str | None = None) -> Answer:
    if period is None:
        return Answer(TimexType.DATE, open_value(unit))
    precision = _PRECISION.get(period.unit, Precision.RANGE)
    time = FuzzyDate(period.first, period.last, precision, period.edtf)
    return Answer(TimexType.DATE, period.value, time, period, anchored=anchored, reference=reference)


@singledispatch
def resolve(meaning: AnyMeaning, view: View) -> Answer:
    """The answer to one expression."""
    raise TypeError(f"no reading of {type(meaning).__name__}")


@resolve.register
def _(meaning: Fixed, view: View) -> Answer:
    return _of_period(meaning.period, meaning.period.unit, anchored=False)


def in_year(item: Yearly | Feast, year: int) -> Period | None:
    """The instance of what comes round in one year; None for 29 February in a year without it."""
    if isinstance(item, Feast):
        feast = feast_day(item.name, year)
        date = periods.step(feast, Unit.DAY, item.offset) if feast else None
        return periods.day(date) if date else None
    if not dt.MINYEAR <= year < dt.MAXYEAR:
        return None
    if item.unit is Unit.DAY:
        try:
            return periods.day(dt.date(year, item.number, item.day or 1))
        except ValueError:
            return None
    make = {Unit.MONTH: periods.month, Unit.QUARTER: periods.quarter, Unit.HALF: periods.half}
    return make.get(item.unit, periods.season)(year, item.number)


def _without_year(item: Yearly | Feast) -> Answer:
    if isinstance(item, Feast):
        return Answer(TimexType.DATE, open_value(Unit.DAY))
    return Answer(TimexType.DATE, open_value(item.unit, item.number, item.day))


@resolve.register(Yearly)
@resolve.register(Feast)
def _(meaning: Yearly | Feast, view: View) -> Answer:
    if view.published is None:
        return _without_year(meaning)
    around = [
        period
        for year in range(view.published.year - _LEAP_GAP, view.published.year + _LEAP_GAP + 1)
        if (period := in_year(meaning, year))
    ]
    if meaning.weekday:
        around = [p for p in around if p.first.isoweekday() == meaning.weekday] or around
    if meaning.which in (Which.LAST, Which.LATEST):
        return _last_round(meaning, around, view.published)
    answer = _chosen(meaning, around, view.published, view.tense)
    return _of_period(answer, Unit.DAY, anchored=True) if answer else _without_year(meaning)


_LEAP_GAP = 8  # years between two 29 Februaries around 1900 and 2100


def _chosen(
    meaning: Yearly | Feast, around: list[Period], published: dt.date, tense: Callable[[], Tense]
) -> Period | None:
    """The one that the words or the tense choose; without either the nearest."""
    if meaning.which is Which.THIS:
        return next((p for p in around if published.year in (p.first.year, p.last.year)), None)
    if meaning.which is Which.NEXT:
        return next((p for p in around if p.first > published), None)
    looks = Tense.UNKNOWN if meaning.weekday else tense()
    return min(around, key=lambda p: _distance(p, published, looks), default=None)


_AGAINST_PAST = (
    2  # a coming date is not past because somebody *said* so: a past tense doubles its distance, no more
)
_AGAINST_FUTURE = 8  # "will" is firmer, but does not move a date of last week to next year
_RESULTS = 4  # quarters are mostly those that results are in for


def _distance(period: Period, date: dt.date, looks: Tense) -> tuple[int, int]:
    """Days from a date to a period, more against the tense; of two equally near the earlier counts as nearer."""
    if period.first > date:
        against = _AGAINST_PAST if looks is Tense.PAST else 1
        if period.unit is Unit.QUARTER and looks is not Tense.FUTURE:
            against = _RESULTS
        return (period.first - date).days * against, 1
    return max(0, (date - period.last).days) * (_AGAINST_FUTURE if looks is Tense.FUTURE else 1), 0


def _last_round(meaning: Yearly | Feast, around: list[Period], published: dt.date) -> Answer:
    """The latest that is over. A season that is over this year leaves last year's open as well."""
    over = [p for p in around if p.last < published]
    if not over:
        return _without_year(meaning)
    latest = over[-1]
    sure = latest.unit is not Unit.SEASON or meaning.which is Which.LATEST
    if sure or latest.first.year < published.year or len(over) == 1:
        return _of_period(latest, latest.unit, anchored=True)
    before = over[-2]
    answer = _of_period(before, before.unit, anchored=True)
    return replace(answer, time=FuzzyDate.between(before.first, latest.last))


@resolve.register
def _(meaning: InYear, view: View) -> Answer:
    year = resolve(meaning.year, view)
    if year.period is None:
        return _without_year(meaning.item)
    period = in_year(meaning.item, year.period.first.year)
    if period is None:
        return _without_year(meaning.item)
    answer = _of_period(period, period.unit, anchored=year.anchored, reference=year.reference)
    if period.unit is Unit.SEASON and period.value.endswith("WI"):
        # "The winter of 2020" may begin or end in that year: both stay open.
        first = (
            period.first.replace(year=period.first.year - 1) if period.first.year > dt.MINYEAR else period.first
        )
        return replace(answer, time=FuzzyDate.between(first, period.last))
    return answer


@resolve.register
def _(meaning: Weekday, view: View) -> Answer:
    if view.published is None:
        return Answer(TimexType.DATE, f"XXXX-WXX-{meaning.number}")
    back = (view.published.isoweekday() - meaning.number) % 7
    match meaning.which:
        case Which.LAST | Which.LATEST:
            days = -(back or 7)
        case Which.NEXT:
            days = 7 - back
        case Which.THIS:
            days = meaning.number - view.published.isoweekday()
        case _:
            days = 7 - back if back and view.tense() is Tense.FUTURE else -back
    date = periods.step(view.published, Unit.DAY, days)
    return _of_period(periods.day(date) if date else None, Unit.DAY, anchored=True)


@resolve.register
def _(meaning: Stepped, view: View) -> Answer:
    if meaning.count is None:
        return _unknown_steps(meaning, view)
    if meaning.base is Base.TOLD:
        return _told_day(view)
    if meaning.base is Base.PUBLISHED:
        base, reference = view.published, None
        period = _stepped(meaning, periods.day(base)) if base else None
    else:
        known = view.reference(meaning.unit, meaning.count < 0)
        period = _stepped(meaning, known.period) if known else None
        reference = known.id if known else None
        if known is None and meaning.count < 0 and view.published:  # "the day before": of what is reported
            period = _stepped(meaning, periods.day(view.published))
    answer = _of_period(period, meaning.unit, anchored=period is not None, reference=reference)
    return replace(answer, mod=meaning.mod)


def _stepped(meaning: Stepped, start: Period) -> Period | None:
    """Weeks are counted in days where a day is known; a quarter or month a year earlier is a quarter or month."""
    count = meaning.count or 0
    weeks_of_day = meaning.base is Base.REFERENCE and meaning.unit is Unit.WEEK and start.unit is Unit.DAY
    finer = meaning.unit is Unit.YEAR and start.unit in (Unit.QUARTER, Unit.MONTH, Unit.HALF, Unit.SEASON)
    if count and (weeks_of_day or finer):
        date = periods.step(start.first, meaning.unit, count)
        return periods.containing(start.unit, date) if date else None
    return periods.shifted(meaning.unit, start.first, count)


def _told_day(view: View) -> Answer:
    """The day that the text around is about; the day of publication if it names none."""
    told = view.told_day()
    if told:
        return _of_period(told.period, Unit.DAY, anchored=True, reference=told.id)
    return resolve(Stepped(Unit.DAY, 0), view)


def _unknown_steps(meaning: Stepped, view: View) -> Answer:
    """Several years ago, in recent days: on one side of the day of speaking."""
    past = meaning.side is Side.PAST
    value = "PAST_REF" if past else "FUTURE_REF"
    if view.published is None or meaning.base is Base.REFERENCE:
        return Answer(TimexType.DATE, value, mod=meaning.mod)
    time = FuzzyDate.between(None, view.published) if past else FuzzyDate.between(view.published, None)
    return Answer(TimexType.DATE, value, time, mod=meaning.mod, anchored=True)


@resolve.register
def _(meaning: YearBefore, view: View) -> Answer:
    quarter = view.about(Unit.QUARTER)
    if quarter is None:
        return resolve(Stepped(Unit.YEAR, -1, meaning.base), view)
    there = periods.step(quarter.period.first, Unit.YEAR, -1)
    period = periods.containing(Unit.QUARTER, there) if there else None
    return _of_period(period, Unit.QUARTER, anchored=True, reference=quarter.id)


@resolve.register
def _(meaning: Latest, view: View) -> Answer:
    told = view.about(meaning.unit)
    if told:
        return _of_period(told.period, meaning.unit, anchored=True, reference=told.id)
    return resolve(Stepped(meaning.unit, -1), view)


@resolve.register
def _(meaning: Around, view: View) -> Answer:
    inner = resolve(meaning.day, view)
    period = periods.containing(meaning.unit, inner.period.first) if inner.period else None
    return _of_period(period, meaning.unit, anchored=inner.anchored, reference=inner.reference)


@resolve.register
def _(meaning: PartOf, view: View) -> Answer:
    whole = resolve(meaning.whole, view)
    if whole.period is None or whole.period.unit is Unit.DAY:
        return replace(whole, mod=meaning.part.value)
    first, last = periods.third(whole.period, _THIRDS[meaning.part])
    return replace(whole, mod=meaning.part.value, time=FuzzyDate.between(first, last))


@resolve.register
def _(meaning: NthOf, view: View) -> Answer:
    whole = resolve(meaning.whole, view)
    if whole.period is None:
        return whole
    first, last = whole.period.first, whole.period.last
    starts = [first]
    while (start := periods.step(first, meaning.unit, len(starts))) and start <= last:
        starts.append(start)
    if meaning.number > len(starts):
        return whole
    at = meaning.number - 1 if meaning.number else len(starts) - 1
    end = starts[at + 1] - dt.timedelta(days=1) if at + 1 < len(starts) else last
    if meaning.unit is Unit.DAY:
        return _of_period(periods.day(starts[at]), Unit.DAY, anchored=whole.anchored, reference=whole.reference)
    return replace(whole, time=FuzzyDate.between(starts[at], end))


@resolve.register
def _(meaning: UpToNow, view: View) -> Answer:
    whole = resolve(meaning.whole, view)
    past = meaning.side is Side.PAST
    mod = Part.EARLY.value if past else Part.LATE.value
    if whole.period is None or whole.period.unit is Unit.DAY:
        return replace(whole, mod=mod)
    first, last = whole.period.first, whole.period.last
    if view.published and first <= view.published <= last:
        first, last = (first, view.published) if past else (view.published, last)
    return replace(whole, mod=mod, time=FuzzyDate.between(first, last))


@resolve.register
def _(meaning: TimeOfDay, view: View) -> Answer:
    day = _told_day(view) if meaning.day is None else resolve(meaning.day, view)
    if day.period is None or day.period.unit is not Unit.DAY:
        return replace(day, type=TimexType.TIME, value=f"{day.value}{meaning.time}{meaning.zone}", mod=meaning.mod)
    time = FuzzyDate.day(day.period.first, Precision.TIME)
    value = f"{day.value}{meaning.time}{meaning.zone}"
    return replace(day, type=TimexType.TIME, value=value, time=time, mod=meaning.mod)


@resolve.register
def _(meaning: Between, view: View) -> Answer:
    first, last = resolve(meaning.first, view), resolve(meaning.last, view)
    value = f"{first.value}/{last.value}"
    anchored, reference = first.anchored or last.anchored, first.reference or last.reference
    answer = Answer(TimexType.DATE, value, anchored=anchored, reference=reference)
    if not first.period or not last.period:
        return answer
    start, end = first.period.first, last.period.last
    if start > end:
        if not isinstance(meaning.first, Weekday) and not isinstance(meaning.first, Yearly):
            return answer
        # "From Friday to Tuesday" read from a Wednesday: the first is the one before the last.
        step = -7 if isinstance(meaning.first, Weekday) else 0
        earlier = periods.step(start, Unit.DAY, step) if step else periods.step(start, Unit.YEAR, -1)
        if earlier is None or earlier > end:
            return answer
        start = earlier
        value = f"{start}/{last.value}"
    return replace(answer, value=value, time=FuzzyDate.between(start, end))


@resolve.register
def _(meaning: EitherOrder, view: View) -> Answer:
    days: list[dt.date | None] = []
    for day, month in ((meaning.first, meaning.second), (meaning.second, meaning.first)):
        try:
            days.append(dt.date(meaning.year, month, day))
        except ValueError:
            days.append(None)
    day_first, month_first = days
    told = {True: day_first, False: month_first, None: None}[view.day_first]
    open_days = sorted({day for day in days if day})
    if told or len(open_days) == 1:
        return _of_period(periods.day(told or open_days[0]), Unit.DAY, anchored=False)
    if not open_days:
        return Answer(TimexType.DATE, open_value(Unit.DAY))
    time = FuzzyDate.between(open_days[0], open_days[1])
    return Answer(TimexType.DATE, f"{meaning.year:04d}-XX-XX", time)


@resolve.register
def _(meaning: OnSide, view: View) -> Answer:
    whole = resolve(meaning.whole, view)
    if whole.time is None:
        return whole
    first, last = whole.time.earliest, whole.time.latest
    ends = {
        Limit.SINCE: (first, None),
        Limit.AFTER: (first, None),
        Limit.UNTIL: (None, last),
        Limit.BEFORE: (None, last),
    }[meaning.limit]
    if ends == (None, None):
        return whole
    return replace(whole, time=FuzzyDate.between(*ends))


@resolve.register
def _(meaning: Length, view: View) -> Answer:
    answer = Answer(TimexType.DURATION, length_value(meaning.amount, meaning.unit), mod=meaning.mod)
    if meaning.side is None or view.published is None:
        return answer
    past = meaning.side is Side.PAST
    if meaning.amount is None:
        time = FuzzyDate.between(None, view.published) if past else FuzzyDate.between(view.published, None)
        return replace(answer, time=time, anchored=True)
    count = int(meaning.amount) if meaning.amount == int(meaning.amount) else int(meaning.amount) + 1
    other = periods.step(view.published, meaning.unit, -count if past else count)
    if other is None:
        return answer
    first, last = sorted((other, view.published))
    return replace(answer, time=FuzzyDate.between(first, last), anchored=True)


@resolve.register
def _(meaning: FromDate, view: View) -> Answer:
    answer = resolve(replace(meaning.length, side=None), view)
    date = resolve(meaning.date, view)
    if date.period is None or meaning.length.amount is None:
        return answer
    step = Stepped(meaning.length.unit, meaning.sign * int(meaning.length.amount), Base.REFERENCE)
    period = _stepped(step, date.period)
    if period is None:
        return answer
    there = _of_period(period, meaning.length.unit, anchored=date.anchored, reference=date.reference)
    if meaning.named:
        return there
    return replace(answer, time=there.time, anchored=date.anchored, reference=date.reference)


@resolve.register
def _(meaning: Repeated, view: View) -> Answer:
    return Answer(TimexType.SET, meaning.value)


@resolve.register
def _(meaning: Vague, view: View) -> Answer:
    return Answer(TimexType.DATE, meaning.value)
