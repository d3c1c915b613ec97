"""Third pass, with the dates put together: what is reckoned from an act that the text dates.

Three days after the collapse, the day before the vote, the eve of the summit, two weeks into the strike, day five
of the trial, in two weeks.
"""

from __future__ import annotations

from fractions import Fraction

from dateline.reading.timex.cascade import Match, Rule
from dateline.reading.timex.meaning import FromAct, FromDate, Length, NthDay, Stepped
from dateline.reading.timex.narrated import act_after
from dateline.reading.timex.numerals import number_of
from dateline.reading.timex.periods import Unit
from dateline.reading.timex.tense import Tense, tense_at

_COUNTED = frozenset({"day", "week", "month", "year"})
_DAY = Length(Fraction(1), Unit.DAY)


def _acts(match: Match) -> frozenset[str]:
    """What the preposition of the match governs."""
    return act_after(match.doc[match.one("side").last])


def _from_act(match: Match) -> FromAct | None:
    length, acts = match.meaning("length"), _acts(match)
    if not acts or not isinstance(length, Length) or length.side is not None:
        return None
    return FromAct(length, -1 if match.word("side") == "before" else 1, acts)


def _beside_act(match: Match) -> FromAct | None:
    unit, acts = match.word("unit"), _acts(match)
    if not acts or unit not in _COUNTED:
        return None
    return FromAct(Length(Fraction(1), Unit(unit)), -1 if match.word("side") == "before" else 1, acts, named=True)


def _next_to_act(match: Match) -> FromAct | None:
    """The morning after the blast, the eve of the vote: a day behind what is told of, or before it."""
    acts = _acts(match)
    return FromAct(_DAY, 1 if match.word("side") == "after" else -1, acts, named=True) if acts else None


def _day_number(match: Match) -> NthDay | None:
    number, acts = number_of(match.one("n")), _acts(match)
    if match.word("unit") != "day" or number is None or number != int(number) or not acts:
        return None
    return NthDay(int(number), acts)


def _bare_number(match: Match) -> NthDay | None:
    """On day 12, of what began."""
    number = number_of(match.one("n"))
    whole = match.word("unit") == "day" and number is not None and number == int(number)
    return NthDay(int(number), frozenset()) if whole and number else None


def _ahead(match: Match) -> FromDate | None:
    """In two weeks, after a verb that looks ahead."""
    length, first = match.meaning("length"), match.doc[match.one("length").first]
    if not isinstance(length, Length) or length.amount is None or length.side is not None:
        return None
    ahead = tense_at(first, match.doc[match.one("length").last]) is Tense.FUTURE
    return FromDate(length, 1, Stepped(Unit.DAY, 0)) if ahead else None


RULES = (
    Rule("length from an act", "(?P<words>(?P<length>LENGTH)) (?P<side>AFTER | BEFORE | INTO)", _from_act),
    Rule("the day beside an act", "(?P<words>(THE | AN) (?P<unit>UNIT)) (?P<side>AFTER | BEFORE)", _beside_act),
    Rule("the day beside an act", "(?P<words>THE DAYPART) (?P<side>AFTER | BEFORE)", _next_to_act),
    Rule("the eve of an act", "(?P<words>(THE | AN)? EVE) (?P<side>OF)", _next_to_act),
    Rule("numbered day", "(?P<words>(?P<unit>UNIT) (?P<n>NUMBER))", _bare_number),
    Rule("numbered day of an act", "(?P<words>(?P<unit>UNIT) (?P<n>NUMBER)) (?P<side>OF)", _day_number),
    Rule("length ahead", "IN (?P<words>(?P<length>LENGTH))", _ahead),
)
