"""A meaning and its anchor in; TIMEX3 value, interval of days and the kind of anchor out.

Anchors are the publication date and dates mentioned earlier in the text. Where an expression needs an anchor that
is not known, its value keeps X for what is open and it has no interval: nothing falls back to another date.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import singledispatch

from dateline.fuzzydate import FuzzyDate, Precision
from dateline.model import TimexType
from dateline.reading.timex import periods, stretches
from dateline.reading.timex.answers import Answer, View, of_period
from dateline.reading.timex.choices import Base, Part, Side, Which
from dateline.reading.timex.meaning import (
    AnyMeaning,
    Around,
    Between,
    DayOfMonth,
    EitherOrder,
    EndOf,
    Feast,
    Fixed,
    FromAct,
    FromDate,
    InYear,
    Latest,
    Length,
    NthDay,
    NthOf,
    NthWeekday,
    OnSide,
    PartOf,
    Repeated,
    Stepped,
    Stretch,
    TimeOfDay,
    UpToNow,
    Vague,
    Weekday,
    YearBefore,
    Yearly,
)
from dateline.reading.timex.periods import Unit
from dateline.reading.timex.rounds import day_of_month, either_order, in_year, weekday, without_year, yearly
from dateline.reading.timex.tense import Tense

_SATURDAY, _SUNDAY = 6, 7
_THIRDS = {Part.EARLY: 0, Part.MID: 1, Part.LATE: 2}


@singledispatch
def resolve(meaning: AnyMeaning, view: View) -> Answer:
    """The answer to one expression."""
    raise TypeError(f"no reading of {type(meaning).__name__}")


@resolve.register
def _fixed(meaning: Fixed, view: View) -> Answer:
    return of_period(meaning.period, meaning.period.unit, anchored=False)


@resolve.register(Yearly)
@resolve.register(Feast)
def _yearly(meaning: Yearly | Feast, view: View) -> Answer:
    return yearly(meaning, view)


@resolve.register
def _weekday(meaning: Weekday, view: View) -> Answer:
    return weekday(meaning, view)


@resolve.register
def _in_year(meaning: InYear, view: View) -> Answer:
    year = resolve(meaning.year, view)
    if year.period is None:
        return without_year(meaning.item)
    period = in_year(meaning.item, year.period.first.year)
    if period is None:
        return without_year(meaning.item)
    answer = of_period(period, period.unit, anchored=year.anchored, reference=year.reference)
    if period.unit is Unit.SEASON and period.value.endswith("WI"):
        # "The winter of 2020" may begin or end in that year: both stay open.
        first = (
            period.first.replace(year=period.first.year - 1) if period.first.year > dt.MINYEAR else period.first
        )
        return replace(answer, time=FuzzyDate.between(first, period.last))
    return answer


@resolve.register
def _stepped(meaning: Stepped, view: View) -> Answer:
    if meaning.count is None:
        return _unknown_steps(meaning, view)
    if meaning.base is Base.TOLD:
        return _told_day(view)
    if meaning.base is Base.PUBLISHED:
        base, reference = view.published, None
        period = periods.shifted(meaning.unit, base, meaning.count) if base else None
    else:
        known = view.reference(meaning.unit, meaning.count < 0 and view.tense() is not Tense.FUTURE)
        period = stretches.steps_from(known.period, meaning.unit, meaning.count) if known else None
        reference = known.id if known else None
        if known is None and meaning.count < 0 and view.published:  # "the day before": of what is reported
            period = stretches.steps_from(periods.day(view.published), meaning.unit, meaning.count)
    answer = of_period(period, meaning.unit, anchored=period is not None, reference=reference)
    return replace(answer, mod=meaning.mod)


@resolve.register
def _nth_day(meaning: NthDay, view: View) -> Answer:
    """Counted with its first day where the text dates that; else the day that the text around is about."""
    begun = view.told_act(meaning.acts) if meaning.acts else view.began()
    if begun is None or begun.period.unit is not Unit.DAY:
        return _told_day(view)
    date = periods.step(begun.period.first, Unit.DAY, meaning.number - 1)
    return of_period(periods.day(date) if date else None, Unit.DAY, anchored=True, reference=begun.id)


def _told_day(view: View) -> Answer:
    """The day that the text around is about; the day of publication if it names none."""
    told = view.told_day()
    if told:
        return of_period(told.period, Unit.DAY, anchored=True, reference=told.id)
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
def _year_before(meaning: YearBefore, view: View) -> Answer:
    quarter = view.about(Unit.QUARTER)
    if quarter is None:
        return resolve(Stepped(Unit.YEAR, -1, meaning.base), view)
    there = periods.step(quarter.period.first, Unit.YEAR, -1)
    period = periods.containing(Unit.QUARTER, there) if there else None
    return of_period(period, Unit.QUARTER, anchored=True, reference=quarter.id)


@resolve.register
def _latest(meaning: Latest, view: View) -> Answer:
    told = view.about(meaning.unit)
    if told:
        return of_period(told.period, meaning.unit, anchored=True, reference=told.id)
    return resolve(Stepped(meaning.unit, -1), view)


@resolve.register
def _around(meaning: Around, view: View) -> Answer:
    inner = resolve(meaning.day, view)
    if meaning.unit is Unit.WEEKEND and _is_running_weekend(meaning.day, view):
        inner = resolve(Weekday(_SATURDAY), replace(view, published=_week_before(view.published)))
    period = periods.containing(meaning.unit, inner.period.first) if inner.period else None
    return of_period(period, meaning.unit, anchored=inner.anchored, reference=inner.reference)


def _is_running_weekend(day: AnyMeaning, view: View) -> bool:
    """True for "last weekend", said on a Sunday: it is not the running one."""
    last = isinstance(day, Weekday) and day.which is Which.LAST
    return last and view.published is not None and view.published.isoweekday() == _SUNDAY


def _week_before(date: dt.date | None) -> dt.date | None:
    return periods.step(date, Unit.WEEK, -1) if date else None


@resolve.register
def _part_of(meaning: PartOf, view: View) -> Answer:
    whole = resolve(meaning.whole, view)
    if whole.period is None or whole.period.unit is Unit.DAY:
        return replace(whole, mod=meaning.part.value)
    first, last = periods.third(whole.period, _THIRDS[meaning.part])
    return replace(whole, mod=meaning.part.value, time=FuzzyDate.between(first, last))


@resolve.register
def _nth_of(meaning: NthOf, view: View) -> Answer:
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
        return of_period(periods.day(starts[at]), Unit.DAY, anchored=whole.anchored, reference=whole.reference)
    return replace(whole, time=FuzzyDate.between(starts[at], end))


@resolve.register
def _nth_weekday(meaning: NthWeekday, view: View) -> Answer:
    whole = resolve(meaning.whole, view)
    if whole.period is None:
        return of_period(None, Unit.DAY, anchored=False)
    to_first = (meaning.weekday - whole.period.first.isoweekday()) % 7
    from_last = (whole.period.last.isoweekday() - meaning.weekday) % 7
    if meaning.number:
        date = periods.step(whole.period.first, Unit.DAY, to_first + 7 * (meaning.number - 1))
    else:
        date = periods.step(whole.period.last, Unit.DAY, -from_last)
    if date is None or date > whole.period.last:
        return whole
    return of_period(periods.day(date), Unit.DAY, anchored=whole.anchored, reference=whole.reference)


@resolve.register
def _up_to_now(meaning: UpToNow, view: View) -> Answer:
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
def _time_of_day(meaning: TimeOfDay, view: View) -> Answer:
    day = _told_day(view) if meaning.day is None else resolve(meaning.day, view)
    if day.period is None or day.period.unit is not Unit.DAY:
        return replace(day, type=TimexType.TIME, value=f"{day.value}{meaning.time}", mod=meaning.mod)
    time = FuzzyDate.day(day.period.first, Precision.TIME)
    value = f"{day.value}{meaning.time}"
    return replace(day, type=TimexType.TIME, value=value, time=time, mod=meaning.mod)


def _ends(meaning: Between, view: View) -> tuple[Answer, Answer]:
    """Both ends of a range, in order wherever they can be."""
    first, last = resolve(meaning.first, view), resolve(meaning.last, view)
    if first.period and last.period and first.period.first > last.period.last:
        # "From Friday to Tuesday", said on a Friday: the Friday before that Tuesday.
        round_ = {Weekday: Unit.WEEK, Yearly: Unit.YEAR}.get(type(meaning.first))
        before = periods.step(first.period.first, round_, -1) if round_ else None
        if before and before <= last.period.last:
            first = of_period(periods.containing(first.period.unit, before), first.period.unit, anchored=True)
    return first, last


def _from_to(first: Answer, last: Answer) -> FuzzyDate | None:
    """From the first day of one to the last of the other; None if these are open, or out of order."""
    if not first.period or not last.period or first.period.first > last.period.last:
        return None
    return FuzzyDate.between(first.period.first, last.period.last)


@resolve.register
def _between(meaning: Between, view: View) -> Answer:
    first, last = _ends(meaning, view)
    return Answer(
        TimexType.DATE,
        f"{first.value}/{last.value}",
        _from_to(first, last),
        anchored=first.anchored or last.anchored,
        reference=first.reference or last.reference,
    )


@resolve.register
def _end_of(meaning: EndOf, view: View) -> Answer:
    ends = _ends(meaning.whole, view)
    one = ends[meaning.at]
    other = ends[1 - meaning.at]
    return replace(
        one,
        time=_from_to(*ends) or one.time,
        anchored=one.anchored or other.anchored,
        reference=one.reference or other.reference,
    )


@resolve.register
def _either_order(meaning: EitherOrder, view: View) -> Answer:
    return either_order(meaning, view)


@resolve.register
def _on_side(meaning: OnSide, view: View) -> Answer:
    whole = resolve(meaning.whole, view)
    if whole.time is None:
        return whole
    time = stretches.on_side(meaning.limit, whole.time)
    return whole if time is None else replace(whole, time=time)


@resolve.register
def _length(meaning: Length, view: View) -> Answer:
    return stretches.length(meaning, view.published)


@resolve.register
def _from_date(meaning: FromDate, view: View) -> Answer:
    date = resolve(meaning.date, view)
    return stretches.counted(meaning, date.period, anchored=date.anchored, reference=date.reference)


@resolve.register
def _from_act(meaning: FromAct, view: View) -> Answer:
    """As from a date, where the text dates the act; else a length that is bound to no day."""
    begun = view.told_act(meaning.acts)
    return stretches.counted(
        meaning, begun.period if begun else None, anchored=True, reference=begun.id if begun else None
    )


@resolve.register
def _stretch(meaning: Stretch, view: View) -> Answer:
    return stretches.from_first_day(meaning.length, resolve(meaning.first, view))


@resolve.register
def _day_of_month(meaning: DayOfMonth, view: View) -> Answer:
    return day_of_month(meaning, view)


@resolve.register
def _repeated(meaning: Repeated, view: View) -> Answer:
    return Answer(TimexType.SET, meaning.value)


@resolve.register
def _vague(meaning: Vague, view: View) -> Answer:
    return Answer(TimexType.DATE, meaning.value)
