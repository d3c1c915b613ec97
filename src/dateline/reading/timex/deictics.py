"""Second pass, dates by their distance: Tuesday, last week, this year, yesterday, the following day."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from dateline.reading.timex.cascade import Match, Rule
from dateline.reading.timex.choices import Base, Side, Which
from dateline.reading.timex.dates import MAYBE_WHICH, in_a_name, which
from dateline.reading.timex.lexicon import value
from dateline.reading.timex.meaning import Around, Dated, Latest, Length, Stepped, Weekday
from dateline.reading.timex.periods import BELOW_A_DAY, Unit

_SATURDAY = 6
_NAMED_DAYS = frozenset({"ash", "black", "bloody", "cyber", "fat", "holy", "palm", "super"})
_NO_YEAR_AFTER = frozenset({"-", "after", "before", "from", "of", "since", "that", "to", "when"})
_DURING = frozenset({"for", "of", "in", "during", "over", "throughout"})
NOMINAL = frozenset({"ADJ", "ADV", "DET", "NOUN", "NUM", "PRON", "PROPN", "VERB"})  # what "before" can govern


def _weekday(match: Match) -> Weekday | None:
    named = in_a_name(match.token("weekday")) and match.before() != "on"  # "on Sunday Tal left": no name
    if match.before() in _NAMED_DAYS or named:
        return None  # Bloody Sunday
    return Weekday(match.value("WEEKDAY", "weekday"), which(match))


def _day_from_today(match: Match) -> Stepped:
    return Stepped(Unit.DAY, match.value("DAYDEICTIC", "day"))


def _next_to_today(match: Match) -> Stepped:
    step = match.value("DAYDEICTIC", "day")
    return Stepped(Unit.DAY, step + (-1 if match.word("side") == "before" else 1))


def _unit(match: Match) -> Unit:
    return Unit(value("UNIT", match.word("unit")))


def _weekend(which_one: Which | None) -> Around:
    return Around(Unit.WEEKEND, Weekday(_SATURDAY, which_one))


def _which_unit(match: Match) -> Dated | None:
    """Last week, this year, next month, the current quarter."""
    unit, chosen = _unit(match), which(match)
    if match.before() == "the" and match.after() == "of":
        return None  # the last day of March
    if unit is Unit.WEEKEND:
        return _weekend(chosen)
    if unit in BELOW_A_DAY:
        return None
    return Stepped(unit, {Which.LAST: -1, Which.LATEST: -1, Which.THIS: 0, Which.NEXT: 1}[chosen or Which.THIS])


def _from_reference(step: int) -> Callable[[Match], Dated | None]:
    def build(match: Match) -> Dated | None:
        unit = _unit(match)
        if unit in BELOW_A_DAY:
            return None
        return Stepped(unit, step, Base.REFERENCE)

    return build


def _bare_unit(match: Match) -> Dated | Length | None:
    """The weekend: the nearest one, by tense. The year: this one, or a length in "the year ended 31 March"."""
    unit = _unit(match)
    if unit is Unit.WEEKEND:
        return _weekend(None)
    if unit is not Unit.YEAR or match.before() not in _DURING or match.after() in _NO_YEAR_AFTER:
        return None
    return Length(Fraction(1), unit) if match.after() in ("ended", "ending") else Stepped(unit, 0)


def _the_quarter(match: Match) -> Latest | None:
    """The quarter, the latest quarter, the latest period."""
    quarter = (match.word("unit") == "quarter" and match.after() != "-") or match.has("period")
    return Latest(Unit.QUARTER) if quarter else None


def _day_beside(match: Match) -> Stepped | None:
    """The day before, the week after."""
    unit = _unit(match)
    following = match.next_token()
    if unit in BELOW_A_DAY or (following is not None and following.pos_ in NOMINAL):
        return None  # "the day before the vote": not told when
    return Stepped(unit, -1 if match.word("side") == "before" else 1, Base.REFERENCE)


def _recent(match: Match) -> Stepped:
    """In recent years: some time on one side of the day of speaking."""
    side = Side.PAST if match.word("side") in ("recent", "past") else Side.AHEAD
    return Stepped(Unit(value("UNITS", match.word("unit"))), None, side=side)


RULES = (
    Rule("weekday", f"{MAYBE_WHICH} (?P<weekday>WEEKDAY)", _weekday),
    Rule("day from today", "(?P<day>DAYDEICTIC)", _day_from_today),
    Rule("day next to today", "THE? UNIT (?P<side>BEFORE | AFTER) (?P<day>DAYDEICTIC)", _next_to_today),
    Rule(
        "this, last or next",
        "(?P<which>THIS? (LAST | PAST | COMING | NEXT | THIS)) HYPHEN? FISCAL? (?P<unit>UNIT)",
        _which_unit,
    ),
    Rule("this, last or next", "THE (?P<which>CURRENT | COMING) FISCAL? (?P<unit>UNIT)", _which_unit),
    Rule("the weekend", "THE? (?P<unit>UNIT)", _bare_unit),
    Rule("the year", "THE (FISCAL | WHOLE)? (?P<unit>UNIT)", _bare_unit),
    Rule("the quarter", "THE LATEST? FISCAL? (?P<unit>UNIT) | THE LATEST (?P<period>PERIOD)", _the_quarter),
    Rule("the one before", "THE? PREVIOUS (?P<unit>UNIT)", _from_reference(-1)),
    Rule("the one after", "THE? FOLLOWING (?P<unit>UNIT)", _from_reference(1)),
    Rule("the one after", "THE NEXT (?P<unit>UNIT)", _from_reference(1)),
    Rule("the same", "(THE SAME | THAT SAME?) (?P<unit>UNIT)", _from_reference(0)),
    Rule("the day beside", "THE (?P<unit>UNIT) (?P<side>BEFORE | AFTER)", _day_beside),
    Rule("recent or coming", "(?P<side>RECENT | COMING | FUTURE | PAST) (?P<unit>UNITS)", _recent),
)
