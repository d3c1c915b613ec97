"""The course of one act: planned, moved to another day, called off, happened.

A plan and its happening have one day, and are joined as any two tellings. Here is what joins a plan to the words
that move it or call it off, whose day is another, or is not told; both must name the same parties.
"""

from __future__ import annotations

from dateline.linking.acts.kindred import is_mention
from dateline.linking.acts.same_act import once
from dateline.linking.acts.same_day import Timing, gap, stated, timing
from dateline.linking.acts.telling import Telling
from dateline.model import EventType, Status

MOVED_DAYS = 100  # what is put off for longer is planned anew
RECALLED_DAYS = 60  # as long as reports go on to say "who was arrested" without saying when
CALLED_OFF_DAYS = 7  # between the day of a plan and that of the words that call it off
GUESSED_DAYS = 3
COURSE = frozenset({"narrative day", "before publication"})  # rules that give an act the time of its report
AHEAD = frozenset({Status.HAPPENED, Status.PLANNED})  # a plan is joined to its happening
PLANS = frozenset({Status.PLANNED, Status.NEGATED})
CALLED_OFF = PLANS  # one planned, one negated


def standing(item: Telling) -> Status:
    """How an act stands by one telling: what is only moved is still planned, what somebody pledged is promised."""
    status = item.event.status
    if status is Status.HAPPENED and item.act == EventType.AID and item.event.type is EventType.AGREE:
        return Status.PROMISED  # "promised aid" is told by either word
    return Status.PLANNED if item.moves and status is Status.NEGATED else status


def when(a: Telling, b: Telling) -> Timing:
    """How the times of two tellings stand to each other.

    Unknown where one calls off what the other plans for a day near by: the day may be that of the calling off.
    Overlapping where one recalls the other: "the director, who was arrested" is told on days after his arrest.
    """
    time = timing(a.event.time, b.event.time)
    if time is Timing.NEAR and guessed(a, b):
        return Timing.WITHIN
    if time is not Timing.APART:
        return time
    if called_off(a, b) and within(a, b, CALLED_OFF_DAYS):
        return Timing.UNKNOWN
    if guessed(a, b) and within(a, b, GUESSED_DAYS):
        return Timing.WITHIN
    return Timing.WITHIN if recalls(a, b) or recalls(b, a) else time


def guessed(a: Telling, b: Telling) -> bool:
    """True if no text tells the day of one: it is that of its report's course, or one of some days around."""
    return a.event.report != b.event.report and any(not stated(t.event) and not told_day(t) for t in (a, b))


def told_day(item: Telling) -> bool:
    """True for one day that is no report's: "the day before the talks"."""
    return item.event.time is not None and item.event.time.is_day and item.event.time_rule not in COURSE


def recalls(later: Telling, earlier: Telling) -> bool:
    """True if what one report tells is told later without a day of its own, of the same somebody.

    Only of what nobody goes through twice so soon: an arrest, a resignation.
    """
    again = later.heard if later.public else later.named  # "he lost the vote to her"
    if later.act not in once() or (again.isdisjoint(earlier.named) and not is_mention(later.event)):
        return False
    if stated(later.event):
        return False
    first, then = earlier.event.time, later.event.time
    if first is None or then is None or first.earliest is None or then.earliest is None:
        return False
    both_happened = later.event.status is earlier.event.status is Status.HAPPENED
    return both_happened and first.earliest < then.earliest and within(later, earlier, RECALLED_DAYS)


def called_off(a: Telling, b: Telling) -> bool:
    """True if one tells a plan and the other that it does not happen."""
    return {standing(a), standing(b)} == CALLED_OFF


def of_one_course(a: Telling, b: Telling) -> bool:
    """True if one moves or calls off what the other plans, and both name the same parties."""
    if not same_parties(a, b):
        return False
    return moved(a, b) or (called_off(a, b) and when(a, b) is not Timing.APART)


def moved(a: Telling, b: Telling) -> bool:
    """True if one says that what the other plans has another day."""
    statuses = {standing(a), standing(b)}
    return a.moves != b.moves and statuses <= PLANS and Status.PLANNED in statuses and within(a, b, MOVED_DAYS)


def bridged(a: Telling, b: Telling) -> bool:
    """True if a plan and its happening, or two plans, may be one on two days, once a third telling moves it."""
    return not PLANS.isdisjoint({standing(a), standing(b)}) and within(a, b, MOVED_DAYS)


def within(a: Telling, b: Telling, days: int) -> bool:
    """True unless the times lie more than so many days apart."""
    if a.event.time is None or b.event.time is None:
        return True
    return a.event.time.overlaps(b.event.time) or gap(a.event.time, b.event.time).days <= days


def same_parties(a: Telling, b: Telling) -> bool:
    """Two participants in common, or one and the place; the place of what is known by its place."""
    here = a.place is not None and b.place is not None and a.place.id == b.place.id
    if a.public:
        return here
    return len(a.named & b.named) >= (1 if here else 2)
