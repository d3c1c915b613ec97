"""Feasts that English-language news dates things by: fixed days of the year, and those that move with Easter.

Thanksgiving is that of the United States: the fourth Thursday of November.
"""

from __future__ import annotations

import datetime as dt

from dateutil.easter import easter
from dateutil.relativedelta import TH, relativedelta

_FIXED = {"christmas": (12, 25), "halloween": (10, 31), "new year": (1, 1)}
_FIRST_GREGORIAN = 1583  # before it dateutil's Easter is not defined


def feast_day(name: str, year: int) -> dt.date | None:
    """The day of a feast in a year; None for years outside the calendar."""
    if not _FIRST_GREGORIAN <= year < dt.MAXYEAR:
        return None
    if name == "easter":
        return easter(year)
    if name == "thanksgiving":
        return dt.date(year, 11, 1) + relativedelta(weekday=TH(4))
    return dt.date(year, *_FIXED[name])
