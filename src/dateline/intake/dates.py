"""Dates as reports state them in their headers, in a page's head and in JSON fields.

The day is kept as it was printed: a time zone never moves it. 03/04/2021 has two readings, and both are kept; a
dateline's "Aug. 17" has no year until another candidate gives one. Nothing falls back to today.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from dateline.fuzzydate import FuzzyDate, Precision
from dateline.span import Span

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_CLOCK = r"(?:\s*(?:,|T|at|-|–|\||·)?\s*(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d)(?::\d\d(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\b\.?)?|\s*(?P<half2>[ap]\.?m\b\.?))(?:\s?(?:Z\b|[+-]\d\d:?\d\d\b|UTC|GMT|BST|CET|CEST|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|local time)(?:\s?[+-]\d{1,2})?)?)?"  # noqa: E501 -- one expression
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<year>\d{4})-(?P<number>\d{1,2})-(?P<day>\d{1,2})(?!\d)" + _CLOCK,
        r"(?<!\d)(?P<year>\d{4})[/.](?P<number>\d{1,2})[/.](?P<day>\d{1,2})(?!\d)" + _CLOCK,
        r"\b" + _WEEKDAY + _DAY + r"[\s-]+(?:of\s+)?" + _MONTH + r",?[\s-]+(?P<year>\d{4})(?!\d)" + _CLOCK,
        r"\b" + _WEEKDAY + _MONTH + r"\s+" + _DAY + r",?\s+(?P<year>\d{4})(?!\d)" + _CLOCK,
        # With dots the day stands first; what cannot be so read ("03.25.2031") falls to the next line.
        r"(?<!\d)(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>\d{4})(?!\d)" + _CLOCK,
        r"(?<!\d)(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>\d{4})(?!\d)" + _CLOCK,
        r"\b" + _MONTH + r",?\s+(?P<year>\d{4})(?!\d)",
        r"\b" + _WEEKDAY + _MONTH + r"\s+" + _DAY + r"(?![\d:])",
        r"\b" + _WEEKDAY + _DAY + r"\s+" + _MONTH,
    )
)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")  # seconds or milliseconds since 1970
_IN_URL = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d{1,2}|[a-z]{3})[/-](?P<day>\d{1,2})(?=[/-])", re.IGNORECASE
)
_YEAR_SLACK = dt.timedelta(days=10)  # a report is published within days of its dateline


@dataclass(frozen=True, slots=True)
class DateReading:
    """What a date expression can mean: usually one date; two for 03/04/2021; none yet without a year."""

    span: Span  # in the text it was found in
    dates: tuple[FuzzyDate, ...]
    clock: str | None = None  # "10:30", as a 24-hour time, if one is stated
    yearless: tuple[int, int] | None = None  # (month, day) of a date without a year
    day_first: FuzzyDate | None = None  # of two readings the one with the day before the month

    @property
    def sure(self) -> FuzzyDate | None:
        """The one date it means, if it can mean but one."""
        return self.dates[0] if len(self.dates) == 1 else None

    @property
    def value(self) -> str:
        """The readings as text: "2020-09-29", "2020-09-29T10:30", "2021-03-04 or 2021-04-03"."""
        clock = f"T{self.clock}" if self.clock else ""
        return " or ".join(f"{date.edtf}{clock}" for date in self.dates)

    def near(self, day: dt.date) -> DateReading:
        """A date without a year, placed in the year that brings it within days of `day`; else unchanged."""
        if self.yearless is None:
            return self
        for year in (day.year, day.year - 1, day.year + 1):
            here = _day(year, *self.yearless)
            if here and abs(here - day) <= _YEAR_SLACK:
                return DateReading(self.span, (FuzzyDate.day(here),), self.clock)
        return self


def read_date(words: str) -> DateReading | None:
    """The first date in a short text that is about one: a header's value, a meta tag, a JSON field."""
    words = words.strip()[:200]  # a longer value is no date field
    if compact := _COMPACT.fullmatch(words):
        return _reading(Span(0, len(words)), [_day(*map(int, compact.groups()))], None)
    if _EPOCH.fullmatch(words):
        return _from_epoch(words)
    found = [reading for pattern in _PATTERNS for m in [pattern.search(words)] if m and (reading := _interpret(m))]
    return min(found, key=lambda r: (r.yearless is not None, r.span.start, -r.span.end), default=None)


def date_at(text: str, start: int) -> DateReading | None:
    """The date that begins exactly at `start`."""
    for pattern in _PATTERNS:
        match = pattern.match(text, start)
        if match and (reading := _interpret(match)):
            return reading
    return None


def date_in_url(url: str) -> DateReading | None:
    """A day in a path: /2020/09/29/, /2020-09-29-, /2020/sep/29/."""
    match = _IN_URL.search(url)
    if match is None:
        return None
    month = int(match["month"]) if match["month"].isdigit() else _MONTHS.get(match["month"].lower(), 0)
    return _reading(Span(*match.span()), [_day(int(match["year"]), month, int(match["day"]))], None)


def _interpret(match: re.Match[str]) -> DateReading | None:
    """A reading of one match; None if no such day exists."""
    parts = match.groupdict()
    span, clock = Span(*match.span()), _clock(parts)
    if parts.get("first"):
        first, second, year = int(parts["first"]), int(parts["second"]), int(parts["year"])
        both = _reading(span, [_day(year, second, first), _day(year, first, second)], clock)
        day_first = _reading(span, [_day(year, second, first)], clock)
        return replace(both, day_first=day_first.sure) if both and day_first and len(both.dates) > 1 else both
    month = int(parts["number"]) if parts.get("number") else _MONTHS[parts["month"].lower()]
    if "year" not in parts:
        day = int(parts["day"])
        return (
            DateReading(span, (), clock, (month, day)) if _day(2000, month, day) else None
        )  # 2000: has 29 February
    year = int(parts["year"])
    if "day" not in parts:
        return DateReading(span, (FuzzyDate.month(year, month),)) if year else None
    return _reading(span, [_day(year, month, int(parts["day"]))], clock)


def _reading(span: Span, days: list[dt.date | None], clock: str | None) -> DateReading | None:
    """A reading from those days that exist."""
    precision = Precision.TIME if clock else Precision.DAY
    dates = tuple(FuzzyDate.day(day, precision) for day in sorted({day for day in days if day}))
    return DateReading(span, dates, clock) if dates else None


def _clock(parts: dict[str, str | None]) -> str | None:
    """A time of day as HH:MM."""
    hour, minute = parts.get("hour"), parts.get("minute") or "00"
    if hour is None:
        return None
    half = (parts.get("half") or parts.get("half2") or "").lower()
    hours = int(hour) % 12 + 12 * half.startswith("p") if half else int(hour)
    return f"{hours:02d}:{minute}" if hours < 24 and int(minute) < 60 else None


def _from_epoch(words: str) -> DateReading | None:
    """Seconds or milliseconds since 1970, as a day and time in UTC."""
    seconds = float(words) / (1000 if len(words.split(".")[0]) == 13 else 1)
    moment = dt.datetime.fromtimestamp(seconds, dt.UTC)
    return _reading(Span(0, len(words)), [moment.date()], moment.strftime("%H:%M"))


def _day(year: int, month: int, day: int) -> dt.date | None:
    """A day, or None if the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
