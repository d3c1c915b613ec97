"""Second pass, what comes round with a name: Christmas Eve, Boxing Day, last summer, the first half of 2029."""

from __future__ import annotations

from dataclasses import replace

from dateline.reading.timex import periods
from dateline.reading.timex.cascade import Match, Rule
from dateline.reading.timex.choices import Which
from dateline.reading.timex.dates import MAYBE_WHICH, ordinal, which
from dateline.reading.timex.feasts import named_days, national_days, of_country
from dateline.reading.timex.meaning import Dated, Feast, InYear, Stepped, Yearly
from dateline.reading.timex.periods import Unit
from dateline.reading.timex.years import fixed


def _feast(match: Match) -> Dated | None:
    """Christmas, Christmas Eve, Easter Monday, Good Friday, New Year's Day."""
    name, offset = match.word("feast") or "new year", 0
    following = match.word("day")
    if following == "eve":
        offset = -1
    elif name == "easter" and following in ("friday", "saturday", "monday"):
        offset = {"friday": -2, "saturday": -1, "monday": 1}[following]
    elif following not in ("", "day", "sunday"):
        return None
    item = Feast(name, offset, which(match))
    year = fixed(periods.year(int(match.word("year")))) if match.has("year") else None
    return InYear(item, year) if year else item


def _good_friday(match: Match) -> Feast | None:
    return Feast("easter", -2, which(match)) if match.word("day") == "friday" else None


def _named_day(match: Match) -> Dated | None:
    """Boxing Day, Labor Day 2031; Independence Day, where its sentence names one country."""
    words = " ".join(item.text.lower() for item in match.all("name")).replace(" '", "'").replace(" ’", "’")
    name: str | None = words if words in named_days() else None
    if words in national_days():
        name = of_country(words, match.token("name").sent.text)
    if name is None:
        return None
    year = fixed(periods.year(int(match.word("year")))) if match.has("year") else None
    return InYear(Feast(name), year) if year else Feast(name, 0, which(match))


def _quarter(match: Match) -> Dated:
    """Q3, Q3 2029."""
    item = Yearly(Unit.QUARTER, int(match.word("n")[1:]))
    year = fixed(periods.year(int(match.word("year")))) if match.has("year") else None
    return InYear(item, year) if year else item


def _half_year(match: Match) -> InYear | None:
    """The first half of 2029, of last year; the half of a match has no year beside it."""
    number = 2 if match.word("n") == "last" else ordinal(match.word("n"))
    if number not in (1, 2):
        return None
    if match.has("year"):
        year = fixed(periods.year(int(match.word("year"))))
        return InYear(Yearly(Unit.HALF, number), year) if year else None
    steps = {Which.LAST: -1, Which.NEXT: 1}.get(which(match) or Which.THIS, 0)
    return InYear(Yearly(Unit.HALF, number), Stepped(Unit.YEAR, steps)) if match.word("unit") == "year" else None


def _season(match: Match) -> Dated | None:
    item = Yearly(Unit.SEASON, match.value("SEASON", "season"), None, which(match))
    if match.has("until"):  # the winter of 2029-30, named by both its years
        return fixed(periods.season(int(match.word("year")), item.number))
    if match.has("year"):
        year = fixed(periods.year(int(match.word("year"))))
        return InYear(replace(item, which=None), year) if year else None
    if item.which or match.token("season").ent_type_ == "DATE":
        return item
    return None


_LAST = "(UNIT | WEEKDAY | DAYPART | FEAST | MONTH)"  # what the named days of the vocabulary end with

RULES = (
    Rule("feast", f"{MAYBE_WHICH} (?P<feast>FEAST) (?P<day>UNIT | EVE | WEEKDAY)? (?P<year>YEAR)?", _feast),
    Rule("feast", "NEW UNIT POSSESSIVE (?P<day>UNIT | EVE) (?P<year>YEAR)?", _feast),
    Rule("feast", f"{MAYBE_WHICH} GOOD (?P<day>WEEKDAY)", _good_friday),
    *(
        Rule("named day", f"{MAYBE_WHICH} (?P<name>{words}) (OF? (?P<year>YEAR))?", _named_day)
        for words in (f". {_LAST}", f". . {_LAST}", f". . . {_LAST}", "FEASTWORD .", "FEASTWORD . . .")
    ),
    Rule("quarter", "(?P<n>QUARTERNAME) (OF? (?P<year>YEAR))?", _quarter),
    Rule("half of a year", "THE (?P<n>NTH | LAST) HALF OF (?P<year>YEAR)", _half_year),
    Rule(
        "half of a year",
        "THE (?P<n>NTH | LAST) HALF OF (THE | (?P<which>THIS | LAST | NEXT)) (?P<unit>UNIT)",
        _half_year,
    ),
    Rule(
        "season",
        "(THE | (?P<which>THIS? (LAPSED | COMING | NEXT | THIS)))? (?P<season>SEASON) "
        "(OF? (?P<year>YEAR) ((HYPHEN | SLASH) (?P<until>YEAR | DAY | INT))?)?",
        _season,
    ),
)
