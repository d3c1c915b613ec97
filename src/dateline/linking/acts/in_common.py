"""Acts that two reports tell in other words: how much they must have in common to be one.

Counted is what both sentences name, in whatever part: of "the minister was received by the mayor" we may have the
two on the wrong sides, or miss one. A point is one named thing in common. How many are needed follows from the
days: few for what both texts put on one day, more where a text gives no day, and more for meetings.
"""

from __future__ import annotations

import math

from dateline.linking.acts.course import AHEAD, standing
from dateline.linking.acts.same_act import once
from dateline.linking.acts.same_day import Timing, stated, timing
from dateline.linking.acts.telling import Telling
from dateline.model import Count

TAKING_PART = 1.5  # somebody who takes part by both, at most two
HEARD = 1.0  # somebody or some place that both sentences name, at most two
SHORT_NAME = 0.5  # a name of one that is a part of a name of the other
GROUP = 1.0  # the nurses, the miners, at most two
ANYBODY = 0.5  # people, police
NUMBER = 1.0  # the same number, from `LEAST` on
WORD = 0.5  # a rarer word of both sentences, at most three
MANY_WORDS = 3
LEAST = 3

ONE_DAY, COURSE_DAY = 1.0, 1.5  # needed: both texts state one day; one day is that of a report's course
RARE, USUAL = 1.5, 2.5  # where a time is wide: of what nobody goes through twice, of anything else
UNDATED, DISPUTED, DISPUTED_RARE = 3.0, 3.0, 2.0
MENTIONED = 0.0  # where a text names nobody and no place, and says in which month it was
EVERYBODY = frozenset({"people", "police"})  # heads of groups that take part in half of what happens
AGAIN = 1.0  # more for meetings: the same people meet again and again
STRANGE = 1.0  # more where the two reports are of other matters
LONG_AGO = 1.0  # more for what is told without its day long after
LONG_DAYS = 14


def enough_in_common(a: Telling, b: Telling, time: Timing, *, meeting: bool) -> bool:
    """True if two reports have enough in common for what they tell to be one act; they must not clash."""
    statuses = {standing(a), standing(b)}
    if len(statuses) > 1 and not (statuses <= AHEAD and time in (Timing.SAME, Timing.WITHIN)):
        return False
    if counted_on(a, b):
        return False
    least = needed(a, b, time) + AGAIN * (meeting and time is not Timing.SAME)
    if not a.matter or a.matter != b.matter:
        telling = bool(a.heard & b.heard) or len(a.words & b.words) >= MANY_WORDS
        return telling and in_common(a, b) >= least + STRANGE
    return in_common(a, b) >= least


def one_content(a: Telling, b: Telling, time: Timing) -> bool:
    """True if two spoken acts of one day ask or promise one act, and each sentence names somebody of the other."""
    return time is Timing.SAME and not a.heard.isdisjoint(b.heard) and not a.contents.isdisjoint(b.contents)


def counted_on(a: Telling, b: Telling) -> bool:
    """True if two days have two numbers of one thing: what was counted on the second day came to more."""
    if timing(a.event.time, b.event.time) not in (Timing.NEAR, Timing.APART):
        return False
    pairs = [(x, y) for x in a.event.counts for y in b.event.counts if x.unit == y.unit]
    return bool(pairs) and not any(one_number(x, y) for x, y in pairs)


def needed(a: Telling, b: Telling, time: Timing) -> float:
    """How much two tellings of one matter must have in common."""
    rare, both = a.act in once(), stated(a.event) and stated(b.event)
    match time:
        case Timing.SAME:
            return ONE_DAY if both else COURSE_DAY
        case Timing.NEAR:
            return DISPUTED_RARE if both and rare else DISPUTED
        case Timing.WITHIN if rare and both and (bare(a) or bare(b)):
            return MENTIONED  # "the contract that was signed last May"
        case Timing.WITHIN:
            return (RARE if rare else USUAL) + LONG_AGO * long_after(a, b)
        case Timing.UNKNOWN:
            return RARE if rare else UNDATED
    return math.inf


def bare(item: Telling) -> bool:
    """True if a text says of an act only when it was."""
    return not (item.heard or item.groups or item.place or item.event.counts)


def long_after(a: Telling, b: Telling) -> bool:
    """True if one is told without its day, weeks after the day of the other: many such acts may lie between."""
    first, second = a.event.time, b.event.time
    if first is None or second is None or (first.days is not None and second.days is not None):
        return False
    one, other = first.latest or first.earliest, second.latest or second.earliest
    return one is not None and other is not None and abs((one - other).days) > LONG_DAYS


def in_common(a: Telling, b: Telling) -> float:
    """Points for all that two tellings have in common, the act aside."""
    shared = a.named & b.named
    heard = (a.heard & b.heard) - shared
    points = TAKING_PART * min(2, len(shared)) + HEARD * min(2, len(heard))
    points += SHORT_NAME * (not heard and short_for(a, b))
    if a.place and b.place and a.place.id == b.place.id and a.place.id not in heard | shared:
        points += HEARD
    for group in sorted(a.groups & b.groups)[:2]:
        points += ANYBODY if group in EVERYBODY else GROUP
    points += NUMBER * any(one_number(x, y) for x in a.event.counts for y in b.event.counts)
    return points + WORD * min(MANY_WORDS, len(a.words & b.words))


def short_for(a: Telling, b: Telling) -> bool:
    """True if a name of one sentence is within a name of the other: "Ekmar", "Ekmar General Hospital"."""
    return any(one < other or other < one for one in a.heard_words for other in b.heard_words)


def one_number(first: Count, second: Count) -> bool:
    """True if two counts may be one number, and it is no small one."""
    low = max(first.low, second.low)
    return low >= LEAST and all(count.high is None or count.high >= low for count in (first, second))
