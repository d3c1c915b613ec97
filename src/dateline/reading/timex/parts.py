"""Third and fourth pass: what is put together of dates, lengths and times.

Third: early last week, Sunday afternoon, June last year, two days ago, a week after the
9 August vote. Fourth: 10 p.m. on Friday.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from dateline.reading.timex.cascade import Match, Rule
from dateline.reading.timex.choices import Base, Part, Side, Which
from dateline.reading.timex.dates import ordinal
from dateline.reading.timex.deictics import NOMINAL
from dateline.reading.timex.meaning import (
    Around,
    Dated,
    Feast,
    Fixed,
    FromDate,
    InYear,
    Length,
    NthOf,
    NthWeekday,
    PartOf,
    Stepped,
    Stretch,
    TimeOfDay,
    UpToNow,
    Weekday,
    YearBefore,
    Yearly,
)
from dateline.reading.timex.periods import BELOW_A_DAY, Unit

_PARTS = {
    "early": Part.EARLY,
    "beginning": Part.EARLY,
    "start": Part.EARLY,
    "outset": Part.EARLY,
    "mid": Part.MID,
    "middle": Part.MID,
    "late": Part.LATE,
    "end": Part.LATE,
    "close": Part.LATE,
}
_NOON = 12


def _part(match: Match) -> PartOf:
    return PartOf(_PARTS[match.word("part")], match.meaning("whole"))


def _up_to_now(match: Match) -> UpToNow:
    return UpToNow(Side.PAST if match.word("side") == "earlier" else Side.AHEAD, match.meaning("whole"))


def _up_to_now_in(match: Match) -> UpToNow | None:
    """Earlier in the year."""
    if match.word("unit") not in ("week", "month", "year"):
        return None
    return UpToNow(
        Side.PAST if match.word("side") == "earlier" else Side.AHEAD, Stepped(Unit(match.word("unit")), 0)
    )


def _rest(match: Match) -> UpToNow:
    return UpToNow(Side.AHEAD, match.meaning("whole"))


def _year_end(match: Match) -> Dated | None:
    """The end of the year that the text is in."""
    return PartOf(Part.LATE, Stepped(Unit.YEAR, 0)) if match.word("unit") == "year" else None


def _end_of_unit(match: Match) -> Dated | None:
    if match.word("unit") not in ("day", "week", "month", "quarter", "year", "decade", "century"):
        return None
    return PartOf(_PARTS[match.word("part")], Stepped(Unit(match.word("unit")), 0))


def _part_of_day(match: Match) -> TimeOfDay | None:
    """Sunday afternoon, the morning of 9 August, early Sunday morning."""
    return TimeOfDay(match.value("DAYPART", "time"), match.meaning("day"))


def _deictic_part(step: int) -> Callable[[Match], TimeOfDay]:
    def build(match: Match) -> TimeOfDay:
        return TimeOfDay(match.value("DAYPART", "time"), Stepped(Unit.DAY, step))

    return build


def _part_from_reference(step: int) -> Callable[[Match], TimeOfDay]:
    def build(match: Match) -> TimeOfDay:
        return TimeOfDay(match.value("DAYPART", "time"), Stepped(Unit.DAY, step, Base.REFERENCE))

    return build


def _overnight(match: Match) -> TimeOfDay | None:
    """The night before the day of publication, if no day is named beside it."""
    return TimeOfDay("TNI", Stepped(Unit.DAY, -1)) if match.word("time") == "overnight" else None


def _tonight(match: Match) -> TimeOfDay:
    return TimeOfDay("TNI", Stepped(Unit.DAY, 0))


def _named_time(match: Match) -> TimeOfDay | None:
    """Noon and midnight need no day beside them; mornings and evenings do."""
    word = match.word("time")
    return TimeOfDay(match.value("DAYPART", "time")) if word in ("noon", "midnight", "midday") else None


def clock(text: str, half: str) -> str | None:
    """T22:05 for "10:05" and "p.m."; None for what no clock shows."""
    hour, _, minute = text.replace(".", ":").partition(":")
    number = int(hour)
    if half and number > _NOON:
        half = ""
    if half.startswith("p") and number < _NOON:
        number += _NOON
    elif half.startswith("a") and number == _NOON:
        number = 0
    shown = f"T{number:02d}:{minute[:2] or '00'}"
    return shown if number <= 2 * _NOON and int(minute[:2] or 0) < 60 else None


def _clock(match: Match) -> TimeOfDay | None:
    half = match.word("half")
    if match.has("part"):
        half = "a" if match.word("part") == "morning" else "p"
    time = clock(match.word("clock"), half)
    mod = "APPROX" if match.has("mod") else None
    return TimeOfDay(time, None, mod) if time else None


def _four_digits(match: Match) -> TimeOfDay | None:
    """1430 GMT."""
    word = match.word("clock")
    time = clock(f"{word[:-2]}:{word[-2:]}", "") if len(word) == len("1430") else None
    return TimeOfDay(time, None, "APPROX" if match.has("mod") else None) if time else None


def _clock_on_day(match: Match) -> TimeOfDay | None:
    inner = match.meaning("hour")
    if inner.day is not None:
        return None
    return TimeOfDay(inner.time, match.meaning("day"), inner.mod)


def _in_year(match: Match) -> Dated | None:
    item, year = match.meaning("item"), match.meaning("year")
    if isinstance(item, PartOf) and isinstance(item.whole, Yearly) and isinstance(year, Fixed | Stepped):
        return PartOf(item.part, InYear(item.whole, year))
    if not isinstance(item, Yearly | Feast) or item.which or not isinstance(year, Fixed | Stepped):
        return None
    return InYear(item, year)


def _ago(match: Match) -> Dated | None:
    length = match.meaning("length")
    if not isinstance(length, Length):
        return None
    if _is_year(length):
        return YearBefore(Base.PUBLISHED)
    return _steps(length, -1, Base.PUBLISHED)


def _is_year(length: Length) -> bool:
    return length.unit is Unit.YEAR and length.amount == 1 and length.mod is None


_IN_YEARS = {Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}  # two decades ago is a year, not a decade


def _steps(length: Length, sign: int, base: Base) -> Stepped | None:
    side = Side.PAST if sign < 0 else Side.AHEAD
    if length.unit in BELOW_A_DAY or (length.amount is None and base is Base.REFERENCE):
        return None  # "an hour later", "some days later": a length, and no date
    if length.unit in _IN_YEARS and length.amount is not None:
        length = replace(length, unit=Unit.YEAR, amount=length.amount * _IN_YEARS[length.unit], mod="APPROX")
    if length.unit is Unit.YEAR and length.amount is not None and length.amount.denominator == 2:
        length = replace(length, unit=Unit.MONTH, amount=length.amount * 12, mod="APPROX")
    if length.amount is None or length.amount != int(length.amount):
        return Stepped(length.unit, None, base, side, length.mod)
    return Stepped(length.unit, sign * int(length.amount), base, side, length.mod)


def _from_reference(sign: int) -> Callable[[Match], Dated | None]:
    def build(match: Match) -> Dated | None:
        length = match.meaning("length")
        if not isinstance(length, Length):
            return None
        return (
            YearBefore(Base.REFERENCE) if sign < 0 and _is_year(length) else _steps(length, sign, Base.REFERENCE)
        )

    return build


def _before(match: Match) -> Dated | None:
    """Ten days before, of what is told; "ten days before the vote" is a length from a day that is not."""
    following = match.next_token()
    if following is not None and following.pos_ in NOMINAL:
        return None
    return _from_reference(-1)(match)


def _year_ago(match: Match) -> Dated | None:
    if match.word("unit") != "year":
        return None
    return YearBefore(Base.REFERENCE)


def _from_now(match: Match) -> Dated | Stretch | None:
    """Two weeks from now; "for six days from 16 January" is a stretch of days."""
    length, date = match.meaning("length"), match.meaning("date")
    if not isinstance(length, Length):
        return None
    if match.before() == "for" and isinstance(date, Yearly | Fixed) and length.amount is not None:
        return Stretch(length, date)
    if isinstance(date, Yearly | Fixed):
        return None
    return _steps(length, 1, Base.PUBLISHED)


def _from_date(match: Match) -> FromDate | None:
    length, date = match.meaning("length"), match.meaning("date")
    if not isinstance(length, Length) or length.side is not None:
        return None
    between = match.doc[match.one("length").last + 1 : match.one("date").first + 1]
    if any(token.is_sent_start for token in between):
        return None
    return FromDate(length, -1 if match.word("side") == "before" else 1, date)


def _beside_date(match: Match) -> FromDate | None:
    """The day before Sunday's vote."""
    unit = match.word("unit")
    if unit not in ("day", "week", "month", "year"):
        return None
    sign = -1 if match.word("side") == "before" else 1
    return FromDate(Length(Fraction(1), Unit(unit)), sign, match.meaning("date"), named=True)


def _nth_of(match: Match) -> NthOf | None:
    unit = match.word("unit")
    if unit not in ("day", "week", "weekend", "month"):
        return None
    number = 0 if match.word("n") == "last" else ordinal(match.word("n"))
    return NthOf(number, Unit.WEEK if unit == "weekend" else Unit(unit), match.meaning("whole"))


def _nth_weekday(match: Match) -> NthWeekday | None:
    """The first Sunday in May; in "the last Sunday in May" an earlier pass has read "last Sunday"."""
    day = match.meaning("day")
    if not isinstance(day, Weekday) or match.has("n") is (day.which is Which.LAST):
        return None
    return NthWeekday(ordinal(match.word("n")) if match.has("n") else 0, day.number, match.meaning("whole"))


def _week_of(match: Match) -> Dated | None:
    unit = match.word("unit")
    return Around(Unit(unit), match.meaning("day")) if unit in ("week", "weekend", "month") else None


_MOD = "(?P<mod>ABOUT)?"
_OF_THE = "(OF THE? | IN THE? | ON)?"

RULES = (
    Rule("early, mid, late", f"THE? (?P<part>EARLY | MID | LATE) HYPHEN? {_OF_THE} (?P<whole>DATE)", _part),
    Rule("beginning, middle, end", "THE? (?P<part>BEGINNING | MIDDLE | END) OF THE? (?P<whole>DATE)", _part),
    Rule("beginning, middle, end", "THE? (?P<part>BEGINNING | MIDDLE | END) OF THE (?P<unit>UNIT)", _end_of_unit),
    Rule("year-end", "(?P<unit>UNIT) (POSSESSIVE | HYPHEN)? END", _year_end),
    Rule("earlier, later", f"(?P<side>EARLIER | LATER) {_OF_THE} (?P<whole>DATE)", _up_to_now),
    Rule("earlier, later", "(?P<side>EARLIER | LATER) IN THE (?P<unit>UNIT)", _up_to_now_in),
    Rule("the rest", "THE REST OF (?P<whole>DATE)", _rest),
    Rule("part of a day", "((EARLY | LATE) ON?)? (?P<day>DAYDATE) HYPHEN? (?P<time>DAYPART)", _part_of_day),
    Rule("part of a day", "(?P<day>DAYDATE) (AT | IN THE) (?P<time>DAYPART)", _part_of_day),
    Rule(
        "part of a day",
        "(THE? | EARLY | LATE | MID HYPHEN?) (?P<time>DAYPART) (OF | ON)? (?P<day>DAYDATE)",
        _part_of_day,
    ),
    Rule("part of this day", "(EARLIER | LATER | EARLY | LATE)? THIS (?P<time>DAYPART)", _deictic_part(0)),
    Rule("last night", "(EARLY | LATE)? LAST (?P<time>DAYPART)", _deictic_part(-1)),
    Rule("part of the next day", "THE (NEXT | FOLLOWING) (?P<time>DAYPART)", _part_from_reference(1)),
    Rule("part of the day before", "THE PREVIOUS (?P<time>DAYPART)", _part_from_reference(-1)),
    Rule("part of that day", "(THAT SAME? | THE SAME) (?P<time>DAYPART)", _part_from_reference(0)),
    Rule("tonight", "TONIGHT", _tonight),
    Rule("named time", "(?P<time>DAYPART)", _named_time),
    Rule("overnight", "(?P<time>DAYPART)", _overnight),
    Rule("clock", f"{_MOD} (?P<clock>CLOCK | DAY | DECIMAL) (?P<half>AMPM) (LOCAL TIME)? ZONE?", _clock),
    Rule("clock", f"{_MOD} (?P<clock>CLOCK | DAY) OCLOCK? IN THE (?P<part>DAYPART)", _clock),
    Rule("clock", f"{_MOD} (?P<clock>CLOCK) (LOCAL TIME)? ZONE?", _clock),
    Rule("clock", f"{_MOD} (?P<clock>YEAR | INT) (ZONE | LOCAL TIME)", _four_digits),
    Rule("clock", f"{_MOD} (?P<clock>DAY) OCLOCK", _clock),
    Rule(
        "in a year",
        "(?P<item>MONTHDATE | QUARTERDATE | SEASONDATE | DAYDATE) (OF | COMMA | IN)? (?P<year>YEARDATE)",
        _in_year,
    ),
    Rule("in a year", "(?P<year>YEARDATE) POSSESSIVE? (?P<item>QUARTERDATE | SEASONDATE)", _in_year),
    Rule("ago", "(?P<length>LENGTH) AGO", _ago),
    Rule("earlier", "(?P<length>LENGTH) HYPHEN? EARLIER", _from_reference(-1)),
    Rule("later", "(?P<length>LENGTH) LATER", _from_reference(1)),
    Rule("later", "(?P<words>(?P<length>LENGTH) AFTER) THAT", _from_reference(1)),
    Rule("before", "(?P<length>LENGTH) BEFORE", _before),
    Rule("year-ago", "THE? (?P<unit>UNIT) HYPHEN (AGO | EARLIER) (PERIOD | UNIT)?", _year_ago),
    Rule("from now", "(?P<length>LENGTH) (FROM VAGUE | FROM (?P<date>DAYDATE))", _from_now),
    Rule(
        "length from a date",
        "(?P<words>(?P<length>LENGTH)) (?P<side>AFTER | BEFORE) ((?!COMMA) .){0,7}? (?P<date>DATE)",
        _from_date,
    ),
    Rule("nth unit of", "THE? (?P<n>NTH | LAST) (?P<unit>UNIT) OF (?P<whole>MONTHDATE | YEARDATE)", _nth_of),
    Rule(
        "the day beside a date",
        "(?P<words>THE (?P<unit>UNIT) (?P<side>BEFORE | AFTER)) THE? (?P<date>DATE)",
        _beside_date,
    ),
    Rule("nth weekday of", "THE? (?P<n>NTH)? (?P<day>DAYDATE) (OF | IN) (?P<whole>MONTHDATE)", _nth_weekday),
    Rule("the week of", "THE? (?P<unit>UNIT) OF (?P<day>DAYDATE)", _week_of),
)

JOINED = (
    Rule("time on a day", "(?P<hour>HOUR) (COMMA | ON)? (?P<day>DAYDATE)", _clock_on_day),
    Rule("time on a day", "(?P<day>DAYDATE) (COMMA | AT)? (?P<hour>HOUR)", _clock_on_day),
)
