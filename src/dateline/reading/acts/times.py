"""When an act took place, from the time expressions of its sentence. Every time says how it came to the act.

with its word                        the expression hangs on the act's own word
in its clause                        on the verb of its clause, or on one that the act shares its time with
in its sentence                      on a participle that belongs to its clause
in the clause coordinated with it    on a verb that shares its subject, or of a clause with "when" beside it
in the clause that tells it          on the verb that reports, promises or demands it
in the days before it was told       "said on Monday that they had": the days up to that one
when: the date before its clause     "in 2026, when she"
since ... / for ...                  a state that is held: the days on which it can have begun

What no expression dates is left to `narrative.py`.
"""

from __future__ import annotations

import datetime as dt

from spacy.tokens import Token

from dateline.fuzzydate import FuzzyDate
from dateline.model import Status, TimexType
from dateline.reading.acts.clauses import (
    clause_of,
    is_passive,
)
from dateline.reading.acts.marks import Mark, Timed, marks_of_clauses, nearest
from dateline.reading.acts.neighbours import NEWS
from dateline.reading.acts.offices import beginning, first_unit
from dateline.reading.acts.tense import finite_tense, in_present
from dateline.reading.acts.time_reach import (
    at_the_head,
    described_by,
    later_conjuncts,
    named_in,
    participles,
    sharing,
    words_of,
)
from dateline.reading.acts.triggers import Trigger

_TARGETS = frozenset({"for", "until", "till", "by"})  # "called elections for June 3": the day aimed at
_UNTIL = frozenset({"until", "till", "through"})
_DECLARING = frozenset({"order", "declare", "announce", "call", "decree", "proclaim", "name", "invite", "summon"})
_LONG_PAST, _SOON = dt.timedelta(days=4), dt.timedelta(days=3)  # a weekday that is nearer ahead than behind
RECENT = dt.timedelta(days=3)  # "said on Monday that they had": what is told as news was done not long before
WEEK = dt.timedelta(days=7)
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_LEAVING = frozenset({"resign", "quit", "go", "step", "stand"})  # an office: "to step down on Monday"
DECLARED = "the weekday to come for which it is declared"
MOVED = "the day that it was moved from or to"
_TO_COME = frozenset({Status.PLANNED, Status.PROMISED, Status.DEMANDED})


def explicit(
    trigger: Trigger, status: Status, marks: list[Mark], triggers: frozenset[int], published: dt.date | None
) -> Timed | None:
    """The time that an expression of the sentence gives to an act; None if none does."""
    token = trigger.token
    if trigger.day is not None:
        return given_day(trigger, marks)
    if trigger.act.lasting or (trigger.verbal and is_passive(token)):  # "has been closed since Monday"
        begun = beginning(trigger, marks)
        if begun is not None:
            return begun
    dated = [m for m in marks if m.timex.time is not None and m.timex.type in {TimexType.DATE, TimexType.TIME}]
    own = nearest(dated, token, {token.i} | set(described_by(trigger)) | words_of(trigger))
    if own is not None:
        return of_its_word(trigger, own, status, published)
    clause, reports = sharing(trigger, triggers)
    mark = nearest(dated, token, clause)
    if mark is not None:
        return Timed(mark.timex.time, mark.timex, "in its clause")
    beside = (
        nearest(dated, token, named_in(trigger, triggers))
        or at_the_head(token, dated)
        or of_the_game(trigger, dated)
    )
    mark = beside or of_its_object(trigger, status, dated, published)
    if mark is not None:
        return Timed(mark.timex.time, mark.timex, "with what stands beside it in its sentence")
    mark = nearest(dated, token, participles(token, clause, dated))
    if mark is not None:
        return Timed(mark.timex.time, mark.timex, "in its sentence")
    told = [m for m in dated if m.root.head.lower_ not in _TARGETS]
    mark = nearest(told, token, later_conjuncts(token)) or nearest(dated, token, when_clauses(token))
    if mark is not None:
        return Timed(mark.timex.time, mark.timex, "in the clause coordinated with it")
    mark = nearest(dated, token, reports)
    if mark is not None and (status is not Status.HAPPENED or in_present(token)):
        return Timed(mark.timex.time, mark.timex, "in the clause that tells it")
    if mark is not None and finite_tense(token) == "perfect":  # "has resigned, it was said on Monday"
        return shortly_before(mark, NEWS)
    if mark is not None and finite_tense(token) == "pluperfect":
        return shortly_before(mark, RECENT)
    when = by_when(token, marks_of_clauses(dated))
    return when or (by_its_aim(trigger, dated, published) if status is Status.HAPPENED else None)


def of_its_word(trigger: Trigger, own: Mark, status: Status, published: dt.date | None) -> Timed:
    """The time that an expression gives which hangs on the act's own word."""
    return (
        due(own, status, published)
        or of_the_order(trigger, own, published)
        or soon(trigger, own, published)
        or Timed(own.timex.time, own.timex, "with its word")
    )


def given_day(trigger: Trigger, marks: list[Mark]) -> Timed | None:
    """The day that a verb gives to what it moves, or takes from it: "put off until Friday" is on Friday."""
    mark = next((m for m in marks if m.root == trigger.day), None)
    if mark is None or mark.timex.time is None:
        return None
    time = mark.timex.time
    if time.earliest is None and time.latest is not None:
        time = FuzzyDate.day(time.latest)
    return Timed(time, mark.timex, MOVED)


def due(mark: Mark, status: Status, published: dt.date | None) -> Timed | None:
    """For "agreed to publish it by June 3": what is to come by a day stands on that day; None for all else.

    What "will be tested until June 3" is tested from publication to that day.
    """
    time = mark.timex.time
    if status not in _TO_COME or time is None or time.earliest is not None or time.latest is None:
        return None
    if published is not None and published < time.latest and opens(mark) in _UNTIL:
        return Timed(FuzzyDate.between(published, time.latest), mark.timex, "until: from publication to its day")
    return Timed(FuzzyDate.day(time.latest), mark.timex, "by: the day it is due")


def soon(trigger: Trigger, mark: Mark, published: dt.date | None) -> Timed | None:
    """For "declared a holiday on Saturday", read on Friday: the day to come, where the one before is far."""
    time = mark.timex.time
    if published is None or time is None or time.latest is None or not time.is_day:
        return None
    aimed = opens(mark) in _TARGETS  # "had been summoned for Friday" is reckoned with the expression itself
    if aimed or trigger.token.lemma_ not in _DECLARING or mark.timex.words.text.lower() not in _WEEKDAYS:
        return None
    ahead = time.latest + WEEK
    if published - time.latest < _LONG_PAST or not dt.timedelta() < ahead - published <= _SOON:
        return None
    return Timed(FuzzyDate.day(ahead), mark.timex, DECLARED)


def of_the_order(trigger: Trigger, mark: Mark, published: dt.date | None) -> Timed | None:
    """For "ordered the firm to shut it on Monday", read on Tuesday: the Monday before, and not the next."""
    if trigger.token.lemma_ != "order" or published is None or mark.holder == trigger.token:
        return None
    return weekday_of_the_asking(mark, published)


def opens(mark: Mark) -> str:
    """The word before an expression: "until" of "until the end of June"."""
    first = mark.root.left_edge
    return first.nbor(-1).lower_ if first.i > 0 else ""


def shortly_before(mark: Mark, days: dt.timedelta) -> Timed | None:
    """For "said on Monday that they had released": the days before it was told; None if that is told of no day."""
    time = mark.timex.time
    if time is None or not time.is_day or time.latest is None:
        return None
    return Timed(FuzzyDate.between(time.latest - days, time.latest), mark.timex, "in the days before it was told")


def of_the_game(trigger: Trigger, marks: list[Mark]) -> Mark | None:
    """The day of "the game of 3 May, which they lost 3-0": the parser may hang the clause on the day itself."""
    verb = trigger.token
    if verb.dep_ != "relcl" or trigger.act.needs != "contest":
        return None
    return next((m for m in marks if verb.head in {m.root, m.root.head, m.root.head.head}), None)


def when_clauses(token: Token) -> set[int]:
    """Verbs of "when the hands were counted on Monday, most had agreed": of one day with the act."""
    return {
        clause.i
        for clause in token.children
        if clause.dep_ == "advcl"
        and any(c.lower_ in {"when", "while", "as"} and c.i < clause.i for c in clause.children)
    }


def by_when(token: Token, marks: dict[int, Mark]) -> Timed | None:
    """The time of "in 2026, when she postponed the vote": of the date before the clause."""
    verb = clause_of(token)
    when = next((c for c in verb.children if c.dep_ == "advmod" and c.lower_ == "when"), None)
    if verb != token or when is None or when.i < 2:
        return None
    before = when.nbor(-2) if when.nbor(-1).text == "," else when.nbor(-1)
    mark = marks.get(before.i) or marks.get(before.head.i)
    if mark is None or mark.timex.time is None:
        return None
    return Timed(first_unit(mark.timex.time), mark.timex, "when: the date before its clause")


def by_its_aim(trigger: Trigger, marks: list[Mark], published: dt.date | None) -> Timed | None:
    """For "told them to leave on Monday", read on Tuesday: a day that is past is that of the telling."""
    if not trigger.verbal or published is None:
        return None
    aims = {c.i for c in trigger.token.children if c.dep_ in {"xcomp", "ccomp", "advcl"} and is_infinitive(c)}
    mark = nearest(marks, trigger.token, aims)
    if mark is None or mark.timex.time is None or mark.timex.time.latest is None:
        return None
    if mark.timex.time.latest <= published:
        return Timed(mark.timex.time, mark.timex, "at the end of its aim")
    return weekday_of_the_asking(mark, published)


def weekday_of_the_asking(mark: Mark, published: dt.date) -> Timed | None:
    """For "called on her to resign on Wednesday": nobody is asked to leave office on a weekday, but "by" one.

    So with what was ordered of somebody, where that day was just before: "ordered the firm to shut it on Monday".
    """
    leaves = mark.root.head.lower_ == "on"
    time = mark.timex.time
    if not leaves or mark.timex.words.text.lower() not in _WEEKDAYS or time is None or time.latest is None:
        return None
    before = time.latest - WEEK
    just = mark.holder.lemma_.lower() in _LEAVING or published - before <= RECENT
    return (
        Timed(FuzzyDate.day(before), mark.timex, "at the end of its aim") if just and before <= published else None
    )


def is_infinitive(verb: Token) -> bool:
    """True for "to leave"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def of_its_object(trigger: Trigger, status: Status, marks: list[Mark], published: dt.date | None) -> Mark | None:
    """The day of "approved the deal on Monday", which the parser hangs on the deal; a day of the news alone."""
    if not trigger.verbal or status is not Status.HAPPENED:
        return None
    done_to = {c.i for c in trigger.token.children if c.dep_ in {"dobj", "nsubjpass"} and c.pos_ == "NOUN"}
    mark = nearest(marks, trigger.token, done_to)
    return mark if mark is not None and is_news(mark, published) else None


def is_news(mark: Mark, published: dt.date | None) -> bool:
    """True for "on" one of the days before publication: of that day is what is told, and not what it is about."""
    time = mark.timex.time
    if published is None or time is None or time.latest is None or not time.is_day or opens(mark) != "on":
        return False
    return dt.timedelta() <= published - time.latest <= RECENT
