"""Acts dated by the time that lies between: "two days after a march", "two years have gone by since it sank"."""

from __future__ import annotations

import datetime as dt

from spacy.tokens import Token

from dateline.fuzzydate import FuzzyDate
from dateline.reading.acts.clauses import clause_of
from dateline.reading.acts.harm import opened_by
from dateline.reading.acts.marks import Timed
from dateline.reading.acts.neighbours import length, of_subject
from dateline.reading.acts.triggers import Trigger

_GOING_BY = frozenset({"go", "pass", "elapse", "be"})  # "two years have passed", "it is two years"
_LONGEST = 365 * 100  # days: what is further back is no news, and may lie before the first year


def gone_by(trigger: Trigger, published: dt.date | None) -> Timed | None:
    """The sinking of "two years have gone by since it sank": so long before publication."""
    verb = clause_of(trigger.token)
    if (
        published is None
        or verb.dep_ != "advcl"
        or opened_by(verb) != "since"
        or verb.head.lemma_ not in _GOING_BY
    ):
        return None
    for span in verb.head.children:
        gap = length(span) if span.dep_ in {"nsubj", "attr"} else None
        if gap is not None:
            return so_long_before(FuzzyDate.day(published), gap, f"{span.text} before publication")
    return None


def shifted_noun(trigger: Trigger, times: dict[int, Timed]) -> Timed | None:
    """The march of "he resigned on Monday, two days after a march": two days before the act that it is told with.

    `times`: times of acts by the position of their words.
    """
    word = trigger.token.head
    if trigger.verbal or trigger.token.dep_ != "pobj" or word.lower_ != "after":
        return None
    gap = next((found for c in word.children if c.dep_ == "npadvmod" and (found := length(c))), None)
    above = next((times[t.i] for t in word.ancestors if t.i in times), None) or of_subject(clause_of(word), times)
    if gap is None or above is None or above.time is None:
        return None
    return so_long_before(above.time, gap, "before the act told with it")


def so_long_after(preposition: Token, anchor: Timed) -> Timed | None:
    """For "two days after the vote": the days so many after it; None if no number of days is told."""
    gap = next((found for c in preposition.children if c.dep_ == "npadvmod" and (found := length(c))), None)
    if gap is None or anchor.time is None:
        return None
    (days, slack), (start, end) = gap, (anchor.time.earliest, anchor.time.latest)
    if start is None or end is None or days + slack > _LONGEST or (dt.date.max - end).days <= days + slack:
        return None
    first, last = start + dt.timedelta(days=days - slack), end + dt.timedelta(days=days + slack)
    return Timed(FuzzyDate.between(first, last), None, f"so many days {preposition.lower_} what was told")


def so_long_before(time: FuzzyDate, gap: tuple[int, int], rule: str) -> Timed | None:
    """The days so many before a time, and those by which the gap may be off; None beyond the calendar."""
    (days, slack), (start, end) = gap, (time.earliest, time.latest)
    if start is None or end is None or days + slack > _LONGEST:
        return None
    first, last = start - dt.timedelta(days=days + slack), end - dt.timedelta(days=days - slack)
    return Timed(FuzzyDate.between(first, last), None, rule)
