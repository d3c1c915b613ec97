"""What a time expression says before it is tied to a day: "last summer", "two days later", "the third quarter".

A meaning knows its words only; `resolve` brings in the publication date, earlier expressions, and tense.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from dateline.reading.timex.choices import Base, Limit, Part, Side, Which
from dateline.reading.timex.periods import KINDS, Period, Unit


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in words or digits; None for "several" and the like."""

    count: Fraction | None
    kind: str = "AMOUNT"


@dataclass(frozen=True, slots=True)
class Fixed:
    """A period that the words name in full."""

    period: Period

    @property
    def kind(self) -> str:
        """By unit."""
        return KINDS[self.period.unit]


@dataclass(frozen=True, slots=True)
class Yearly:
    """What comes round every year: a month, a day of a month, a quarter, a half, a season (by number)."""

    unit: Unit
    number: int
    day: int | None = None
    which: Which | None = None
    weekday: int | None = None  # "Friday, 13 October": tells the year

    @property
    def kind(self) -> str:
        """By unit."""
        return KINDS[self.unit]


@dataclass(frozen=True, slots=True)
class Feast:
    """A day so many days after a feast: Good Friday is two before Easter."""

    name: str
    offset: int = 0
    which: Which | None = None
    kind: str = "DAYDATE"
    weekday: None = None


@dataclass(frozen=True, slots=True)
class InYear:
    """What comes round every year, in a year that another expression gives: "June last year"."""

    item: Yearly | Feast
    year: Fixed | Stepped

    @property
    def kind(self) -> str:
        """By unit."""
        return self.item.kind


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 1 to Sunday 7."""

    number: int
    which: Which | None = None
    kind: str = "DAYDATE"


@dataclass(frozen=True, slots=True)
class Stepped:
    """The period of a unit so many units from a base: last year is (year, -1) from the day of publication.

    `count` None: an unknown number of units, backward or ahead as `side` says.
    """

    unit: Unit
    count: int | None
    base: Base = Base.PUBLISHED
    side: Side | None = None
    mod: str | None = None

    @property
    def kind(self) -> str:
        """By unit; what is counted in hours is dated by its day."""
        return KINDS.get(self.unit, "DAYDATE")


@dataclass(frozen=True, slots=True)
class YearBefore:
    """A year ago, a year earlier: the same quarter of the year before where the text is about a quarter."""

    base: Base
    kind: str = "YEARDATE"


@dataclass(frozen=True, slots=True)
class Latest:
    """The quarter: the one that the text is about, or else the latest that is over."""

    unit: Unit

    @property
    def kind(self) -> str:
        """By unit."""
        return KINDS[self.unit]


@dataclass(frozen=True, slots=True)
class Around:
    """The period of a unit that holds a day given otherwise: "the week of 6 March"."""

    unit: Unit
    day: Dated

    @property
    def kind(self) -> str:
        """By unit."""
        return KINDS[self.unit]


@dataclass(frozen=True, slots=True)
class PartOf:
    """The early, middle or late part of a period."""

    part: Part
    whole: Dated

    @property
    def kind(self) -> str:
        """As the whole."""
        return self.whole.kind


@dataclass(frozen=True, slots=True)
class NthOf:
    """One of the units that a period is made of, counted from 1, or 0 for the last: the first week of March."""

    number: int
    unit: Unit
    whole: Dated

    @property
    def kind(self) -> str:
        """By unit."""
        return KINDS.get(self.unit, "WEEKDATE")


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """A weekday of a period, counted from 1, or 0 for the last: the first Sunday in May."""

    number: int
    weekday: int
    whole: Dated
    kind: str = "DAYDATE"


@dataclass(frozen=True, slots=True)
class UpToNow:
    """What of a period lies before the day of speaking (or, `side` AHEAD, after it): "earlier this week"."""

    side: Side
    whole: Dated

    @property
    def kind(self) -> str:
        """As the whole."""
        return self.whole.kind


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A part of a day (TMO) or a clock time (T22:00), on a day given or, without one, told by the text around."""

    time: str
    day: Dated | None = None
    mod: str | None = None
    kind: str = "HOUR"


@dataclass(frozen=True, slots=True)
class Between:
    """From one date to another, both included."""

    first: Dated
    last: Dated
    kind: str = "RANGE"


@dataclass(frozen=True, slots=True)
class EndOf:
    """The first (0) or last (1) date of a range: it has its own value, and the days of the whole range."""

    whole: Between
    at: int
    kind: str = "RANGE"


@dataclass(frozen=True, slots=True)
class EitherOrder:
    """Two numbers that may be day and month in either order, with a year."""

    first: int
    second: int
    year: int
    kind: str = "DAYDATE"


@dataclass(frozen=True, slots=True)
class OnSide:
    """Before or after a date."""

    limit: Limit
    whole: Dated
    kind: str = "RANGE"


@dataclass(frozen=True, slots=True)
class Length:
    """So much time; with a side, the stretch of it that ends or begins on the day of speaking."""

    amount: Fraction | None
    unit: Unit
    mod: str | None = None
    side: Side | None = None
    kind: str = "LENGTH"


@dataclass(frozen=True, slots=True)
class FromDate:
    """A length counted from a date in the text: "a week after the 9 August vote". `sign` -1: before it.

    `named`: the words name the date itself ("the day before the 9 August vote") and not how far off it is.
    """

    length: Length
    sign: int
    date: Dated
    named: bool = False
    kind: str = "LENGTH"


@dataclass(frozen=True, slots=True)
class Stretch:
    """So many days on end, the first of them given: "for six days from 16 January"."""

    length: Length
    first: Dated
    kind: str = "LENGTH"


@dataclass(frozen=True, slots=True)
class FromAct:
    """A length counted from an act that the text may date: "a week after the collapse". `sign` -1: before it.

    `acts`: lemmas that name the act. `named`: the words name the date itself ("the day after the vote").
    """

    length: Length
    sign: int
    acts: frozenset[str]
    named: bool = False
    kind: str = "LENGTH"


@dataclass(frozen=True, slots=True)
class NthDay:
    """The 50th day, counted with its first, of an act that the text may date; else the day that is told of."""

    number: int
    acts: frozenset[str]
    kind: str = "DAYDATE"


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of a month that the words do not name: the 21st."""

    day: int
    kind: str = "DAYDATE"


@dataclass(frozen=True, slots=True)
class Repeated:
    """A set: "every day", "Tuesday nights"."""

    value: str
    kind: str = "SET"


@dataclass(frozen=True, slots=True)
class Vague:
    """A reference without a date: now, recently, in the future."""

    value: str
    kind: str = "VAGUEREF"


type Dated = (
    Fixed
    | Yearly
    | Feast
    | InYear
    | Weekday
    | Stepped
    | YearBefore
    | Latest
    | NthDay
    | DayOfMonth
    | Around
    | PartOf
    | NthOf
    | NthWeekday
    | UpToNow
    | TimeOfDay
    | Between
    | EndOf
    | EitherOrder
    | OnSide
)
type AnyMeaning = Dated | Length | Stretch | FromDate | FromAct | Repeated | Vague
