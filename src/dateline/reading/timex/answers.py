"""What an expression is read against, and what comes out: shared by the files that resolve."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from dateline.fuzzydate import FuzzyDate, Precision
from dateline.model import TimexType
from dateline.reading.timex.periods import Period, Unit
from dateline.reading.timex.tense import Tense
from dateline.reading.timex.values import open_value

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
    told_act: Callable[[frozenset[str]], Reference | None]  # when the text says that an act took place
    began: Callable[[], Reference | None]  # the day on which something began
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


def of_period(period: Period | None, unit: Unit, *, anchored: bool, reference: str | None = None) -> Answer:
    """A date that is a period of the calendar; without one, the open value of its unit."""
    if period is None:
        return Answer(TimexType.DATE, open_value(unit))
    precision = _PRECISION.get(period.unit, Precision.RANGE)
    time = FuzzyDate(period.first, period.last, precision, period.edtf)
    return Answer(TimexType.DATE, period.value, time, period, anchored=anchored, reference=reference)
