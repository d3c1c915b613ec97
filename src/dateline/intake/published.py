"""The day of publication: which of the stated days is chosen, and which others the report states.

Every candidate is kept. The most trusted whose date is sure is chosen; of 03/04/2021 the reading that another
candidate gives, or else that of the outlet's country. No report is younger than its copy: what lies behind the day
of download is not chosen. There is no fall-back to the download or to the file's time.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dateline.fuzzydate import FuzzyDate, Precision
from dateline.intake.publishers import Publisher
from dateline.intake.sheet import Candidate, Trust
from dateline.model import Field

DOWNLOAD = "(download)"  # ends the place of a candidate that tells when the copy was made
MONTH_FIRST = frozenset({"USA", "PHL", "FSM", "GUM", "ASM"})  # CLDR: where 3/4 is the fourth of March
ZONES = dt.timedelta(days=1)  # two clocks may stand on either side of midnight
WRITTEN_BEFORE = dt.timedelta(days=2)  # a dateline's day is that of writing, at most so long before print


def place_yearless(candidates: list[Candidate]) -> list[Candidate]:
    """Days without a year, placed by the first full date; those that find no year are left out."""
    sure = [c for c in sorted(candidates, key=lambda c: c.trust) if c.date and c.date.sure]
    day = sure[0].date.sure.earliest if sure and sure[0].date and sure[0].date.sure else None
    placed = []
    for candidate in candidates:
        date = candidate.date
        if date is not None and date.yearless is not None:
            date = date.near(day) if day else date
            if date.yearless is not None:
                continue
            candidate = replace(candidate, date=date, value=date.value)
        placed.append(candidate)
    return placed


def read_numeric(candidates: list[Candidate], publisher: Publisher | None) -> list[Candidate]:
    """Candidates with two readings as the outlet's country reads them, if nothing else tells and it is known."""
    if publisher is None or publisher.country is None or _days(candidates):
        return candidates
    first = publisher.country in MONTH_FIRST
    return [_read_as(candidate, first) for candidate in candidates]


def _read_as(candidate: Candidate, month_first: bool) -> Candidate:
    """The reading that has the month first, or the day, of a candidate with both."""
    if candidate.date is None or len(candidate.date.dates) != 2:
        return candidate
    order = "month" if month_first else "day"
    dates = [date for date in candidate.date.dates if (date != candidate.date.day_first) is month_first]
    date = replace(candidate.date, dates=tuple(dates[:1]))
    found_in = f"{candidate.found_in}, {order} first as in the outlet's country"
    return replace(candidate, date=date, value=date.value, found_in=found_in)


def choose(candidates: list[Candidate]) -> tuple[Candidate | None, FuzzyDate | None]:
    """The candidate of publication and its one date; (None, None) if no date is sure."""
    fetched = _fetched(candidates)
    fit = [c for c in candidates if _speaks(c)]
    for candidate in sorted(fit, key=lambda c: c.trust):
        date = _date_of(candidate, candidates)
        if date is not None and not (fetched and date.earliest and date.earliest > fetched + ZONES):
            return candidate, date
    return None, None


def other_dates(chosen: FuzzyDate | None, candidates: list[Candidate]) -> tuple[str, ...]:
    """The days, as EDTF, that the report states for its publication beside the chosen one, in order."""
    if chosen is None or chosen.earliest is None or chosen.latest is None:
        return ()
    found = set()
    for candidate in filter(_speaks, candidates):
        date = _date_of(candidate, candidates)
        if date is None or date.earliest is None or date.latest is None:
            continue
        before, after = chosen.earliest - date.latest, date.earliest - chosen.latest
        clocks = chosen.precision is date.precision is Precision.TIME
        slack = WRITTEN_BEFORE if candidate.found_in == "dateline" else ZONES if clocks else dt.timedelta()
        if before > slack or after > (ZONES if clocks else dt.timedelta()):
            found.add(date.edtf)
    return tuple(sorted(found))


def _speaks(candidate: Candidate) -> bool:
    """True for a candidate of the publication's date that may be chosen."""
    date = candidate.date
    return candidate.field is Field.PUBLISHED and candidate.trust < Trust.KEPT and bool(date and date.dates)


def _fetched(candidates: list[Candidate]) -> dt.date | None:
    """The day of the copy, the earliest that is told."""
    told = [c.date.sure for c in candidates if c.found_in.endswith(DOWNLOAD) and c.date and c.date.sure]
    return min((date.earliest for date in told if date.earliest), default=None)


def _days(candidates: list[Candidate]) -> set[dt.date]:
    return {c.date.sure.earliest for c in candidates if c.date and c.date.sure and c.date.sure.earliest}


def _date_of(candidate: Candidate, candidates: list[Candidate]) -> FuzzyDate | None:
    """The one date of a candidate; of two readings the one that another candidate gives for sure; else None."""
    if candidate.date is None:
        return None
    if candidate.date.sure:
        return candidate.date.sure
    days = _days(candidates)
    agreed = [date for date in candidate.date.dates if date.earliest in days]
    return agreed[0] if len(agreed) == 1 else None
