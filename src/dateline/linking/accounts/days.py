"""The day that a clause gives its act; and which two days cannot both be the day of one act."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dateline.fuzzydate import FuzzyDate
from dateline.linking.accounts.slots import Slot
from dateline.linking.acts.same_day import gap, narrow
from dateline.linking.speech.clauses import clauses
from dateline.linking.speech.contraries import head
from dateline.linking.speech.polarity import AUXILIARIES
from dateline.linking.speech.spoken import tokens
from dateline.linking.speech.word_forms import plain_forms
from dateline.model import Sentence, Timex, TimexType
from dateline.span import Words
from dateline.vocabulary import load

APART_DAYS = 4  # between the days that two reports give an act
SLIP_DAYS = 2  # between the days of one act of which the reports give the place otherwise too
SAID_WORDS = 3  # between "said" and the day on which it was
HOUR_WORDS = 4  # before a day: "in the early hours of Tuesday"
AFTER_WORDS = 1  # "on Monday night"
MONTH_DAYS = 31
DAYS = (TimexType.DATE, TimexType.TIME)
_SAID = frozenset({"said", "says", "told", "announced", "confirmed", "reported", "wrote", "added", "stated"})
NIGHT = frozenset(
    {"night", "midnight", "evening", "dawn", "early", "overnight", "late", "small", "sunrise", "daybreak"}
)
MORNING = frozenset({"early", "dawn", "overnight", "small", "sunrise", "daybreak"})
_ABROAD = frozenset({"gmt", "utc", "cet", "est", "local"})  # hours by a named clock
_HAS_BEEN = re.compile(r"\b(?:has|have|had) been\b")
_INTO = re.compile(
    r"\b(?:into|over|after|of|about|for|since|before|following|to|against|with)\s(?:(?:the|his|her|its|their|a|an)\s)?$",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"\b(?P<verb>[a-z]+(?:ed|ing|es|s))\s(?:the|his|her|its|their|a|an)\s(?:\w+\s)?$", re.IGNORECASE
)


def day_of(sentence: Sentence, clause: Words, timexes: Sequence[Timex]) -> Slot | None:
    """The one day of a clause; or the only one of its sentence, if the clause that names it has no verb."""
    days = [t for t in timexes if t.type in DAYS and t.time and narrow(t.time)]
    near = [t for t in days if clause.span.covers(t.words.span)]
    if near or len(days) != 1:
        return one_of(sentence, near)
    held = (part for part in clauses(sentence.words) if part.span.touches(days[0].words.span))
    return None if any(map(has_verb, held)) else one_of(sentence, days)


def since(clause: Words, timexes: Sequence[Timex]) -> Slot | None:
    """The day from which on something is so, where a clause says so: "the bridge has been shut since 4 May"."""
    if not _HAS_BEEN.search(clause.text):
        return None
    for timex in timexes:
        time = timex.time
        if time and time.earliest and time.latest is None and clause.span.covers(timex.words.span):
            day = FuzzyDate.day(time.earliest)
            return Slot(day.edtf, timex.words, timex=replace(timex, time=day, value=day.edtf))
    return None


@cache
def months() -> frozenset[str]:
    """Heads of the names of months: what happens in one of them is not about it."""
    return frozenset(head(name.casefold()) for name in calendar.month_name if name)


def has_verb(clause: Words) -> bool:
    """True if a word of a clause may be a verb in the past."""
    said = tokens(clause.text)
    return any(word in AUXILIARIES or word in plain_forms() or word.endswith("ed") for word in said)


def season_of(sentence: Sentence, clause: Words, timexes: Sequence[Timex]) -> Slot | None:
    """The one month, season or year that a clause gives; None if it gives a day too."""
    dated = [t for t in timexes if t.type is TimexType.DATE and t.time and clause.span.covers(t.words.span)]
    wide = [t for t in dated if t.time and (t.time.days or 0) >= MONTH_DAYS - 3]
    return one_of(sentence, wide) if len(wide) == len(dated) else None


def one_of(sentence: Sentence, found: Sequence[Timex]) -> Slot | None:
    """The time of those that are not the time of saying, if it is one."""
    text, start = sentence.words.text, sentence.words.start
    told = [t for t in found if not says(text[: t.words.start - start])]
    if len({t.value[:10] for t in told}) != 1 or told[0].time is None:
        return None
    before = tokens(text[: told[0].words.start - start].rpartition(",")[2])[-HOUR_WORDS:]
    after = tokens(text[told[0].words.end - start :])[:AFTER_WORDS]
    hour = NIGHT & {*before, *tokens(told[0].words.text), *after}
    return Slot(told[0].time.edtf, told[0].words, timex=told[0], hour=hour)


def time_of(slot: Slot | None) -> FuzzyDate | None:
    """The days that a slot stands for."""
    return slot.timex.time if slot and slot.timex else None


def other_days(a: Slot, b: Slot, most: int = APART_DAYS) -> bool:
    """True for two days that are not one night, at most so many days apart."""
    first, second = time_of(a), time_of(b)
    if first is None or second is None or first.overlaps(second) or gap(first, second).days > most:
        return False
    if a.words.text.casefold() == b.words.text.casefold():
        return False  # "yesterday" of a reprint
    one_night = bool(a.hour and b.hour) and not MORNING.isdisjoint(a.hour | b.hour)
    return not (one_night and gap(first, second).days <= 1)


def other_clock(a: Slot, b: Slot) -> bool:
    """True if one of two hours is that of a named clock ("at 0340 GMT"), and one of them at night."""
    said = [tokens(slot.words.text) for slot in (a, b)]
    return any(not _ABROAD.isdisjoint(words) for words in said)


def one_day(a: Slot | None, b: Slot | None) -> bool:
    """True unless two accounts give days, or years, and not the same."""
    first, second = time_of(a), time_of(b)
    return first is None or second is None or first.overlaps(second)


def near_days(a: Slot | None, b: Slot | None, *, once: bool) -> bool:
    """True for one day; for what is done once to a person, for two days that may be a slip."""
    first, second = time_of(a), time_of(b)
    return one_day(a, b) or bool(once and first and second and gap(first, second).days <= SLIP_DAYS)


def looks_back(before: str) -> bool:
    """True if what stands before the noun of an act is another act, with a day of its own: "mourned the dead"."""
    if _INTO.search(before):
        return True
    found = _OBJECT.search(before)
    return found is not None and found["verb"].casefold() not in load("accounts")["carried_out"]["verbs"]


def says(before: str) -> bool:
    """True if what is dated is that something was said."""
    return not _SAID.isdisjoint(tokens(before)[-SAID_WORDS:])
