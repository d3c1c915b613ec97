"""Second pass, dates of the calendar, full and partial: 9 August 2020, 9/8/2020, August 9, the 21st, the 1990s."""

from __future__ import annotations

import datetime as dt

from spacy.tokens import Token

from dateline.reading.timex import periods
from dateline.reading.timex.cascade import Match, Rule
from dateline.reading.timex.choices import Base, Which
from dateline.reading.timex.lexicon import tables, value
from dateline.reading.timex.meaning import (
    Around,
    Between,
    Dated,
    DayOfMonth,
    EitherOrder,
    Fixed,
    InYear,
    NthDay,
    Stepped,
    TimeOfDay,
    Weekday,
    Yearly,
)
from dateline.reading.timex.narrated import act_after
from dateline.reading.timex.periods import Unit
from dateline.reading.timex.years import TWO_DIGITS, YEARS, fixed

_PIVOT = 69  # two-digit years: 69 to 99 are of the twentieth century, as POSIX has it
_SATURDAY = 6
_QUARTERS = 4
_MONTHS, _DAYS = 12, 31  # the most that a numeric date can hold
_LEAP_YEAR = 2028  # any: a day that some year has
_SPOKEN_MAY = frozenset({"may", "march"})  # months that are verbs, too
_DAY_BEFORE = frozenset({"on", "by", "for", "until", "till", "from", "since", "before", "after", "to", "and"})
_OF_MONTHS = frozenset(
    {"early", "late", "mid", "mid-", "last", "next", "past", "this", "previous", "coming", "following"}
)

WHICH = {
    "last": Which.LAST,
    "past": Which.LATEST,
    "previous": Which.LATEST,
    "this": Which.THIS,
    "current": Which.THIS,
    "next": Which.NEXT,
    "coming": Which.NEXT,
    "upcoming": Which.NEXT,
    "forthcoming": Which.NEXT,
}


def ordinal(word: str) -> int:
    """First, 1st, second: the number."""
    if word == "second":
        return 2
    if word[0].isdigit():
        return int(word[:-2])
    return int(value("ORDINAL", word))


def which(match: Match, group: str = "which") -> Which | None:
    """Last, this or next, if the words say so; "this past" and "this coming" go by their second word."""
    words = [item.text.lower() for item in match.all(group)] if match.has(group) else []
    return next((WHICH[word] for word in reversed(words) if word in WHICH), None)


def day_of_week(word: str) -> int:
    """Monday 1 to Sunday 7, from the name or its short form."""
    return int(value("WEEKDAY" if word in tables()["WEEKDAY"] else "SHORTDAY", word))


def _day_number(match: Match, group: str) -> int:
    word = match.word(group)
    return int(word) if word.isdigit() else ordinal(word)


def _dated(
    month: int, day: int, year: int | None, which_one: Which | None = None, weekday: int | None = None
) -> Dated | None:
    """A day of a year, or of any year; None if the calendar lacks it."""
    try:
        date = dt.date(year or _LEAP_YEAR, month, day)
    except ValueError:
        return None
    return fixed(periods.day(date)) if year else Yearly(Unit.DAY, month, day, which_one, weekday)


def _month_day(match: Match) -> Dated | None:
    year = int(match.word("year")) if match.has("year") else None
    weekday = day_of_week(match.word("weekday")) if match.has("weekday") else None
    return _dated(match.value("MONTH", "month"), _day_number(match, "day"), year, which(match), weekday)


def _days_of_month(match: Match) -> Between | None:
    month = match.value("MONTH", "month")
    year = int(match.word("year")) if match.has("year") else None
    first = _dated(month, _day_number(match, "day"), year)
    last = _dated(month, _day_number(match, "until"), year)
    return Between(first, last) if first and last else None


def _listed_day(match: Match) -> Dated | None:
    """The 12th of "April 5 and 12", the 5th of "5 and 12 April": days that follow on each other are a range."""
    day, other = int(match.word("day")), int(match.word("other"))
    if abs(day - other) <= 1:
        return None
    year = int(match.word("year")) if match.has("year") else None
    return _dated(match.value("MONTH", "month"), day, year)


def _two_days(match: Match) -> Between | None:
    """April 3 and 4."""
    return _days_of_month(match) if int(match.word("until")) - int(match.word("day")) == 1 else None


def _day_alone(match: Match) -> DayOfMonth | None:
    """On the 21st; the 3rd of the month. Not before a noun."""
    following, before = match.next_token(), match.previous_token()
    number = ordinal(match.word("n"))
    if match.has("unit"):
        return DayOfMonth(number) if match.word("unit") == "month" else None
    governed = before is not None and before.lower_ in _DAY_BEFORE
    free = following is None or following.pos_ not in ("ADJ", "NOUN", "NUM", "PROPN", "SYM", "ADP")
    return DayOfMonth(number) if governed and free else None


def _two_days_alone(match: Match) -> Between | None:
    """The 26th and 27th."""
    first, last = ordinal(match.word("n")), ordinal(match.word("until"))
    return Between(DayOfMonth(first), DayOfMonth(last)) if last - first == 1 else None


def _month_year(match: Match) -> Fixed | None:
    return fixed(periods.month(int(match.word("year")), match.value("MONTH", "month")))


def _month(match: Match) -> Yearly | None:
    if not match.has("which") and _is_no_month(match):
        return None
    return Yearly(Unit.MONTH, match.value("MONTH", "month"), None, which(match))


def in_a_name(token: Token) -> bool:
    """True for the first word of a name: the Friday Club, August Strand."""
    head = token.head
    return token.dep_ == "compound" and head.i == token.i + 1 and head.pos_ == "PROPN" and head.text[0].isupper()


def _is_described(month: Token) -> bool:
    """True for "the annual March": months have no adjectives but those that choose or part them."""
    return any(child.dep_ == "amod" and child.lower_ not in _OF_MONTHS for child in month.children)


def _is_no_month(match: Match) -> bool:
    """True for April Jones, Mr May, she may, and the March for Peace."""
    token, before, following = match.token("month"), match.previous_token(), match.next_token()
    if in_a_name(token) or _is_described(token):
        return True
    if match.word("month") in _SPOKEN_MAY and token.pos_ != "PROPN":
        return True
    if token.ent_type_ in ("PERSON", "ORG", "FAC", "PRODUCT"):
        return True
    if before is None or before.lower_ != "the":
        return before is not None and before.pos_ == "PROPN" and before.text[0].isupper()
    return following is None or following.pos_ not in ("ADJ", "NOUN", "PROPN")


def _iso(match: Match) -> Dated | None:
    year, month, day = match.word("year"), match.word("month"), match.word("day")
    return _dated(int(month), int(day[: len("28")]), int(year)) if len(month) == len("09") else None


def _numeric(match: Match) -> Dated | None:
    text = match.one("n").text
    first, second, third = (int(part) for part in text.replace(".", "/").split("/"))
    if first >= TWO_DIGITS:
        return _dated(second, third, first)
    year = third
    if year < TWO_DIGITS:
        year += 1900 if year >= _PIVOT else 2000
    if "." in text:  # the dotted order is day first wherever it is used
        return _dated(second, first, year)
    return _either_order(first, second, year)


def _hyphened(match: Match) -> EitherOrder | None:
    """31-07-2018."""
    return _either_order(int(match.word("n")), int(match.word("m")), int(match.word("year")))


def _either_order(first: int, second: int, year: int) -> EitherOrder | None:
    """Two numbers of which one may be a month and the other a day."""
    smaller, larger = sorted((first, second))
    return EitherOrder(first, second, year) if 1 <= smaller <= _MONTHS and larger <= _DAYS else None


def _nth(match: Match) -> Dated | None:
    """The third quarter, the 20th century, the 50th day."""
    number, unit = ordinal(match.word("n")), Unit(value("UNIT", match.word("unit")))
    if unit is Unit.QUARTER and 1 <= number <= _QUARTERS:
        item = Yearly(Unit.QUARTER, number)
        year = fixed(periods.year(int(match.word("year")))) if match.has("year") else None
        return InYear(item, year) if year else item
    if unit is Unit.CENTURY:
        return fixed(periods.century(number)) if number > 1 else None
    if unit is Unit.DAY:
        following = match.next_token()
        return NthDay(number, act_after(following) if following is not None else frozenset())
    return Around(Unit.WEEKEND, Weekday(_SATURDAY)) if unit is Unit.WEEKEND else None


def _nth_part_of_day(match: Match) -> TimeOfDay:
    """A third night of protests."""
    return TimeOfDay(match.value("DAYPART", "part"), Stepped(Unit.DAY, 0, Base.TOLD))


MAYBE_WHICH = "(?P<which>THIS? (LAPSED | COMING | NEXT | THIS))?"
_MAYBE_WEEKDAY = "((?P<weekday>WEEKDAY | SHORTDAY) COMMA? THE?)?"
_MAYBE_YEAR = "(COMMA? (?P<year>YEAR))?"
_DASH = "(HYPHEN | TO | THROUGH | UNTIL)"

RULES = (
    Rule("ISO date", "(?P<year>YEAR) HYPHEN (?P<month>DAY | INT) HYPHEN (?P<day>DAY | ISOTIME)", _iso),
    Rule("numeric date", "(?P<n>NUMERIC)", _numeric),
    Rule("numeric date", "(?P<n>DAY) HYPHEN (?P<m>DAY) HYPHEN (?P<year>YEAR)", _hyphened),
    Rule(
        "month day",
        f"{_MAYBE_WEEKDAY} {MAYBE_WHICH} (?P<month>MONTH) THE? (?P<day>DAY | NTH) {_MAYBE_YEAR}",
        _month_day,
    ),
    Rule("day month", f"{_MAYBE_WEEKDAY} THE? (?P<day>DAY | NTH) OF? (?P<month>MONTH) {_MAYBE_YEAR}", _month_day),
    Rule("days of a month", f"(?P<month>MONTH) (?P<day>DAY) {_DASH} (?P<until>DAY) {_MAYBE_YEAR}", _days_of_month),
    Rule(
        "days of a month",
        f"(?P<day>DAY) {_DASH} (?P<until>DAY) OF? (?P<month>MONTH) {_MAYBE_YEAR}",
        _days_of_month,
    ),
    Rule(
        "days of a month",
        "BETWEEN THE? (?P<words>(?P<day>DAY | NTH) AND THE? (?P<until>DAY | NTH) OF? (?P<month>MONTH) "
        f"{_MAYBE_YEAR})",
        _days_of_month,
    ),
    Rule(
        "days of a month",
        f"BETWEEN (?P<words>(?P<month>MONTH) (?P<day>DAY) AND (?P<until>DAY) {_MAYBE_YEAR})",
        _days_of_month,
    ),
    Rule("days of a month", f"(?P<month>MONTH) (?P<day>DAY) AND (?P<until>DAY) {_MAYBE_YEAR}", _two_days),
    Rule("days of a month", f"(?P<day>DAY) AND (?P<until>DAY) OF? (?P<month>MONTH) {_MAYBE_YEAR}", _two_days),
    Rule(
        "listed day",
        f"(?P<words>(?P<day>DAY)) (COMMA | AND) (?P<other>DAY) OF? (?P<month>MONTH) {_MAYBE_YEAR}",
        _listed_day,
    ),
    Rule("listed day", "(?P<month>MONTH) (?P<other>DAY) (COMMA? AND) (?P<words>(?P<day>DAY))", _listed_day),
    Rule("two days alone", "THE (?P<n>DAYTH) AND THE? (?P<until>DAYTH)", _two_days_alone),
    Rule("day alone", "THE (?P<n>DAYTH) (OF THE (?P<unit>UNIT))?", _day_alone),
    Rule("month and year", "(?P<month>MONTH) (COMMA | OF)? (?P<year>YEAR)", _month_year),
    Rule("month", f"{MAYBE_WHICH} (?P<month>MONTH)", _month),
    *YEARS,
    Rule("nth part of a day", "(THE | AN)? NTH STRAIGHT? (?P<part>DAYPART)", _nth_part_of_day),
    Rule("nth unit", "THE? (?P<year>YEAR)? FISCAL? HYPHEN? (?P<n>NTH) HYPHEN? STRAIGHT? (?P<unit>UNIT)", _nth),
    Rule("nth unit", "AN (?P<n>NTH) STRAIGHT (?P<unit>UNIT)", _nth),
)
