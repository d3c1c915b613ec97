"""Plain English for dates, counts and scores: the words that command line, exports and pages share.

House style: days as "29 Sept 2020", ranges with "between ... and ...", three counts wherever a number of sources
is shown, and unknown origins as a range ("1–3 independent origins"), never rounded up.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence

from dateline.fuzzydate import FuzzyDate, Precision

UNKNOWN_DATE = "date unknown"
_MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}  # EDTF, ISO 8601-2:2019 section 4.8
_QUARTERS = {33: "first", 34: "second", 35: "third", 36: "fourth"}  # the same section
_EDTF_END = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_ISO_DAYS = re.compile(r"\b\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?(?![\w-])")
# What a source does by saying something, as it is told, and as it is told of a source that did not.
_SPEAKING = {
    "states": ("said", "say"),
    "claims": ("claimed", "claim"),
    "denies": ("denied", "deny"),
    "demands": ("demanded", "demand"),
    "promises": ("promised", "promise"),
    "asks": ("asked", "ask"),
    "praises": ("praised", "praise"),
    "accuses": ("accused", "accuse"),
    "warns": ("warned", "warn"),
}
_BANDS = ((0.8, "strong"), (0.5, "fair"), (0.0, "weak"))  # lower edges of the word for a score
BANDS = tuple(word for _, word in _BANDS)  # the surest first


def day_in_words(day: dt.date, *, year: bool = True) -> str:
    """`29 Sept 2020`, or `29 Sept` without its year."""
    words = f"{day.day} {_MONTHS[day.month - 1]}"
    return f"{words} {day.year}" if year else words


def written_day_in_words(text: str) -> str:
    """A day written in ISO 8601 in words; what is coarser than a day, as it is written."""
    try:
        return day_in_words(dt.date.fromisoformat(text))
    except ValueError:
        return text


def date_in_words(date: FuzzyDate | None, *, disputed: bool = False) -> str:
    """A date as precise as it was stated and no more; `disputed` if reports give days that cannot all hold."""
    if date is None:
        return UNKNOWN_DATE
    words = _disputed_days(date) if disputed else _stated(date)
    if date.edtf.endswith(("?", "~", "%")):
        words = f"about {words}"
    return f"{words}, disputed" if disputed else words


def days_in_words(sentence: str) -> str:
    """A sentence of ours whose days are written out: `AFP text of 2020-09-29` is `AFP text of 29 Sept 2020`."""
    return _ISO_DAYS.sub(_written_out, sentence)


def _written_out(found: re.Match[str]) -> str:
    try:
        earliest, latest = (dt.date.fromisoformat(day) for day in (found[0][:10], found[0][-10:]))
    except ValueError:  # only looks like a day
        return found[0]
    return day_in_words(earliest) if earliest == latest else f"{day_in_words(earliest)} to {day_in_words(latest)}"


def _disputed_days(date: FuzzyDate) -> str:
    return _two_days(date, "or") if date.days == 2 else _stated(date)


def _stated(date: FuzzyDate) -> str:
    if date.is_day and date.earliest:
        return day_in_words(date.earliest)
    if date.earliest is None or date.latest is None:
        return _open(date)
    words = _UNITS.get(date.precision, _between)(date)
    return words or _between(date)


def _open(date: FuzzyDate) -> str:
    start, _, end = date.edtf.partition("/")
    if date.earliest is None:
        return f"by {_end_in_words(end, date.latest)}"
    return f"since {_end_in_words(start, date.earliest)}"


def _end_in_words(edtf: str, day: dt.date | None) -> str:
    """One end of an interval, as finely as its EDTF text states it."""
    found = _EDTF_END.match(edtf)
    if found and found["day"] is None and (found["month"] is None or 1 <= int(found["month"]) <= 12):
        return f"{_MONTHS[int(found['month']) - 1]} {found['year']}" if found["month"] else found["year"]
    return day_in_words(day) if day else edtf


def _between(date: FuzzyDate) -> str:
    return f"between {_two_days(date, 'and')}"


def _two_days(date: FuzzyDate, joint: str) -> str:
    assert date.earliest  # noqa: S101 -- callers have ruled out open ends
    assert date.latest  # noqa: S101 -- the same
    same_year = date.earliest.year == date.latest.year
    same_month = same_year and date.earliest.month == date.latest.month
    first = str(date.earliest.day) if same_month else day_in_words(date.earliest, year=not same_year)
    return f"{first} {joint} {day_in_words(date.latest)}"


def _month(date: FuzzyDate) -> str:
    return f"{_MONTHS[date.earliest.month - 1]} {date.earliest.year}" if date.earliest else ""


def _year(date: FuzzyDate) -> str:
    return str(date.earliest.year) if date.earliest else ""


def _decade(date: FuzzyDate) -> str:
    return f"the {date.earliest.year // 10 * 10}s" if date.earliest else ""


def _century(date: FuzzyDate) -> str:
    return f"the years {date.earliest.year} to {date.latest.year}" if date.earliest and date.latest else ""


def _week(date: FuzzyDate) -> str:
    return f"in the week between {_two_days(date, 'and')}"


def _coded(names: dict[int, str], noun: str, date: FuzzyDate) -> str:
    """A season or quarter, which EDTF writes as a month above 12."""
    found = _EDTF_END.match(date.edtf)
    name = names.get(int(found["month"])) if found and found["month"] else None
    return f"{name}{noun} {found['year']}" if found and name else ""


_UNITS: dict[Precision, Callable[[FuzzyDate], str]] = {
    Precision.MONTH: _month,
    Precision.YEAR: _year,
    Precision.DECADE: _decade,
    Precision.CENTURY: _century,
    Precision.WEEK: _week,
    Precision.SEASON: lambda date: _coded(_SEASONS, "", date),
    Precision.QUARTER: lambda date: _coded(_QUARTERS, " quarter of", date),
}


def count_of(number: int, noun: str, plural: str = "") -> str:
    """`1 report`, `3 reports`, `2 countries` with the plural given."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def sources_in_words(reports: int, outlets: int, outlets_unknown: int, origins_low: int, origins_high: int) -> str:
    """`3 reports / 2 outlets (1 unknown) / 2 independent origins`; a range where origins cannot be told."""
    outlet_words = count_of(outlets, "outlet")
    if outlets_unknown:
        outlet_words += f" ({outlets_unknown:,} unknown)"
    return " / ".join((count_of(reports, "report"), outlet_words, origins_in_words(origins_low, origins_high)))


def owners_in_words(owners: Iterable[tuple[str, int]]) -> str:
    """`2 outlets of one owner, Quay Media`; nothing if no owner has two of them."""
    return "; ".join(f"{count_of(number, 'outlet')} of one owner, {owner}" for owner, number in owners)


def origins_in_words(low: int, high: int) -> str:
    """`2 independent origins`, `1–3 independent origins`."""
    if low == high:
        return count_of(low, "independent origin")
    return f"{low:,}–{high:,} independent origins"


def speaking_in_words(stance: str, *, negated: bool = False) -> str:
    """`promised`, `did not promise`."""
    told, base = _SPEAKING[stance]
    return f"did not {base}" if negated else told


def list_in_words(items: Sequence[str], joint: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`; an empty text for none."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"


def score_in_words(score: float) -> str:
    """A band and the number itself: `strong (0.92)`. A score orders our rules; it is no probability."""
    return f"{band_of(score)} ({score:.2f})"


def band_of(score: float) -> str:
    """The word for a score: `strong`, `fair`, `weak`."""
    return next((word for edge, word in _BANDS if score >= edge), _BANDS[-1][1])


def number_in_words(low: float, high: float | None) -> str:
    """`40`, `20,000 to 99,999`, `40 or more`."""
    if high is None:
        return f"{low:,.10g} or more"
    return f"{low:,.10g}" if low == high else f"{low:,.10g} to {high:,.10g}"
