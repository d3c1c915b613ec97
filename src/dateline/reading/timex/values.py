"""TIMEX3 values that are no period of the calendar: lengths of time, and dates with open places."""

from __future__ import annotations

from fractions import Fraction

from dateline.reading.timex.periods import SEASONS, Unit

# Unit -> (letter, how many of the letter's unit, whether it is a part of a day)
_LETTERS = {
    Unit.SECOND: ("S", 1, True),
    Unit.MINUTE: ("M", 1, True),
    Unit.HOUR: ("H", 1, True),
    Unit.DAY: ("D", 1, False),
    Unit.WEEKEND: ("WE", 1, False),
    Unit.WEEK: ("W", 1, False),
    Unit.FORTNIGHT: ("W", 2, False),
    Unit.MONTH: ("M", 1, False),
    Unit.QUARTER: ("M", 3, False),
    Unit.SEASON: ("M", 3, False),
    Unit.HALF: ("M", 6, False),
    Unit.YEAR: ("Y", 1, False),
    Unit.DECADE: ("Y", 10, False),
    Unit.CENTURY: ("Y", 100, False),
    Unit.MILLENNIUM: ("Y", 1000, False),
}
_OPEN_LETTERS = {Unit.QUARTER: "Q", Unit.DECADE: "DE", Unit.CENTURY: "CE", Unit.MILLENNIUM: "ML"}
_REMAINDERS = {("Y", False): ("M", 12), ("H", True): ("M", 60), ("M", True): ("S", 60)}  # 2 1/2 years: P2Y6M


def length_value(amount: Fraction | None, unit: Unit) -> str:
    """P26Y, PT1H30M; PXD for an unknown number of days."""
    letter, times, clock = _LETTERS[unit]
    head = "PT" if clock else "P"
    if amount is None:
        return f"{head}X{_OPEN_LETTERS.get(unit, letter)}"
    total = amount * times
    whole = int(total)
    if whole == total:
        return f"{head}{whole}{letter}"
    if (letter, clock) in _REMAINDERS:
        smaller, per = _REMAINDERS[letter, clock]
        rest = (total - whole) * per
        if rest == int(rest):
            return f"{head}{f'{whole}{letter}' if whole else ''}{int(rest)}{smaller}"
    return f"{head}{float(total):g}{letter}"


def open_value(unit: Unit, number: int | None = None, day: int | None = None) -> str:
    """A date whose year, at least, is not known: XXXX-08-09, XXXX-Q3, XXXX-WXX."""
    match unit:
        case Unit.YEAR:
            return "XXXX"
        case Unit.MONTH:
            return f"XXXX-{number:02d}" if number else "XXXX-XX"
        case Unit.QUARTER:
            return f"XXXX-Q{number or 'X'}"
        case Unit.HALF:
            return f"XXXX-H{number or 'X'}"
        case Unit.SEASON:
            return "XXXX" if number is None else f"XXXX-{SEASONS[number]}"
        case Unit.WEEK | Unit.FORTNIGHT:
            return "XXXX-WXX"
        case Unit.WEEKEND:
            return "XXXX-WXX-WE"
        case Unit.DECADE:
            return "XXX"
        case Unit.CENTURY | Unit.MILLENNIUM:
            return "XX"
        case _:
            return f"XXXX-{number:02d}-{day:02d}" if number and day else "XXXX-XX-XX"
