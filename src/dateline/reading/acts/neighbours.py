"""Times that an act takes from another told beside, above or before it."""

from __future__ import annotations

import datetime as dt

from spacy.tokens import Token

from dateline.fuzzydate import FuzzyDate
from dateline.reading.acts.clauses import clause_of, coordinated, has_auxiliary_finite, outer_clause, own_subject
from dateline.reading.acts.marks import Timed
from dateline.reading.acts.triggers import Trigger

NEWS = dt.timedelta(days=1)  # what a report tells without a date happened on its day or the day before
_BESIDE = frozenset({"after", "as", "when", "while"})
_UNITS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365, "hour": 0, "minute": 0}
_HOURS = 24  # of a day: "48 hours after the game"
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}


def length(token: Token) -> tuple[int, int] | None:
    """Days in "a day", "two weeks", and the days by which it may be off: a third of a unit, nothing for days."""
    unit = _UNITS.get(token.lemma_.lower())
    if unit is None:
        return None
    number = next((c.lower_ for c in token.children if c.dep_ in {"nummod", "det"}), "a")
    many = int(number) if number.isdecimal() and len(number) < 4 else _NUMBERS.get(number)
    if many is not None and token.lemma_.lower() == "hour":
        return many // _HOURS, 0
    return None if many is None else (many * unit, unit // 3 if unit > 1 else 0)


def time_above(token: Token, times: dict[int, Timed]) -> Timed | None:
    """The time of the nearest dated act above a word."""
    here = token
    while here.head != here:
        here = here.head
        if here.i in times:
            return times[here.i]
    return None


def beside(trigger: Trigger, times: dict[int, Timed]) -> Timed | None:
    """For "fell ill as he spoke", "held after he landed": the day of the act told with it, or the one before."""
    verb = trigger.token
    mark = next((c.lower_ for c in verb.children if c.dep_ in {"mark", "advmod"} and c.lower_ in _BESIDE), None)
    above = times.get(verb.head.i)
    if not trigger.verbal or verb.dep_ != "advcl" or mark is None or above is None or above.time is None:
        return None
    first, last = above.time.earliest, above.time.latest
    if above.timex is None or not above.time.is_day or first is None or last is None:
        return None
    start = first - NEWS if mark == "after" else first
    return Timed(FuzzyDate.between(start, last), above.timex, f"{mark}: beside the act told with it")


def of_subject(verb: Token, times: dict[int, Timed]) -> Timed | None:
    """The time of the act that is a verb's subject: "the vote came a week after they met"."""
    named = own_subject(verb)
    return times.get(named.i) if named is not None else None


def turned_round(verb: Token, mark: Token, times: dict[int, Timed]) -> Timed | None:
    """The time of "was sworn in on Monday, a day after he quit", where the parser puts "quit" above it."""
    before = [c.i for c in verb.children if c.dep_ == "advcl" and c.i < mark.i and c.i in times]
    return times[before[-1]] if before else None


def along(trigger: Trigger, times: dict[int, Timed]) -> Timed | None:
    """A participle, an infinitive or a conjunct without a subject of its own is told of the same time."""
    verb = trigger.token
    if (
        not trigger.verbal
        or verb.dep_ not in {"advcl", "xcomp", "conj", "pcomp"}
        or own_subject(verb) is not None
        or (verb.dep_ == "conj" and has_auxiliary_finite(verb))
    ):
        return None
    outer = coordinated(verb) if verb.dep_ == "conj" else outer_clause(verb)
    above = times.get(outer.i) if outer is not None else None
    if above is None or above.time is None:
        return None
    return Timed(above.time, above.timex, "with the act that it belongs to")


def shifted(trigger: Trigger, times: dict[int, Timed]) -> Timed | None:
    """The marching of "offered on Monday to ..., a day after thousands marched": a day before the offer."""
    verb = clause_of(trigger.token)
    mark = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ == "after"), None)
    if verb.dep_ not in {"advcl", "relcl", "ROOT"} or mark is None or mark.i == 0:
        return None
    gap = length(mark.nbor(-1))
    above = time_above(verb, times) or of_subject(verb.head, times) or turned_round(verb, mark, times)
    if gap is None or above is None or above.time is None:
        return None
    (days, slack), (start, end) = gap, (above.time.earliest, above.time.latest)
    if start is None or end is None:
        return None
    first, last = start - dt.timedelta(days=days + slack), end - dt.timedelta(days=days - slack)
    return Timed(FuzzyDate.between(first, last), above.timex, f"{mark.nbor(-1).text} before the act told with it")
