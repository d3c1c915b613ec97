"""Feasts and named days that news dates things by: days of the year, those that move with Easter, public holidays.

Public holidays are those of the library `holidays`, by its English names. Thanksgiving is that of the United
States: the fourth Thursday of November. Names of several words, and which of them need a country beside them,
stand in `vocabulary/feasts.toml`.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

import holidays
from dateutil.easter import EASTER_ORTHODOX, easter
from dateutil.relativedelta import TH, relativedelta

from dateline import vocabulary

_FIXED = {"christmas": (12, 25), "halloween": (10, 31), "new year": (1, 1), "epiphany": (1, 6)}
_FIRST_GREGORIAN = 1583  # before it dateutil's Easter is not defined
_LOOK_BACK = 12  # years: a day that is suspended or moved this year is dated by an earlier one
_OF = "/"  # between a national day and its country: "independence day/FRA"


@cache
def named_days() -> frozenset[str]:
    """Every named day of several words, in lower case."""
    data = vocabulary.load("feasts")
    return frozenset(name for table in ("fixed", "easter", "orthodox", "holidays") for name in data[table])


@cache
def national_days() -> frozenset[str]:
    """Named days that mean nothing without a country."""
    return frozenset(vocabulary.load("feasts")["national"])


@cache
def _countries() -> dict[str, str]:
    """ISO 3166 alpha-3 by every name, adjective and capital of a country, in lower case."""
    return {
        word.lower(): code
        for code, given in vocabulary.load("countries")["countries"].items()
        for word in "|".join(given).split("|")
        if word
    }


def of_country(name: str, words: str) -> str | None:
    """The name under which `feast_day` knows a national day: with the one country in the words around it."""
    beside = f" {' '.join(re.findall(r'[^\W\d_]+', words.lower()))} "
    codes = {code for word, code in _countries().items() if f" {word} " in beside}
    return f"{name}{_OF}{codes.pop()}" if len(codes) == 1 else None


def feast_day(name: str, year: int) -> dt.date | None:
    """The day of a feast in a year; None for years outside the calendar, and for a day the country lacks."""
    if not _FIRST_GREGORIAN <= year < dt.MAXYEAR:
        return None
    if name in _FIXED:
        return dt.date(year, *_FIXED[name])
    if name == "easter":
        return easter(year)
    if name == "thanksgiving":
        return dt.date(year, 11, 1) + relativedelta(weekday=TH(4))
    return _named_day(name, year)


def _named_day(name: str, year: int) -> dt.date | None:
    data = vocabulary.load("feasts")
    if name in data["fixed"]:
        return dt.date(year, *data["fixed"][name])
    if name in data["easter"]:
        return easter(year) + dt.timedelta(days=data["easter"][name])
    if name in data["orthodox"]:
        return easter(year, EASTER_ORTHODOX) + dt.timedelta(days=data["orthodox"][name])
    if name in data["holidays"]:
        country, title = data["holidays"][name]
        return _public_holiday(country, title, year)
    title, _, country = name.partition(_OF)
    return _public_holiday(country, data["national"][title], year)


@cache
def _public_holiday(country: str, title: str, year: int) -> dt.date | None:
    """A country's holiday by words of its name: of that year, or on the same day of an earlier one."""
    for past in range(_LOOK_BACK):
        days = [
            (day, name.lower()) for day, name in _holidays(country, year - past) if title.lower() in name.lower()
        ]
        if days:
            day = next((day for day, name in days if name.startswith(title.lower())), days[0][0])
            return day + relativedelta(years=past)
    return None


@cache
def _holidays(country: str, year: int) -> tuple[tuple[dt.date, str], ...]:
    try:
        given = holidays.country_holidays(country, years=year, language="en_US", observed=False)
    except NotImplementedError:  # a country that the library does not know
        return ()
    return tuple((day, name) for day, name in sorted(given.items()) if day.year == year)
