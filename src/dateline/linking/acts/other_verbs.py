"""Acts that two reports tell by different verbs: one occasion, of which each report tells what it wants.

What is told by one verb is joined first (`sameness`). What is left is compared once more if its verbs may tell one
occasion (`kindred`), on the same day or nearly: "the board is to meet on Friday", "the board ruled on Friday".
Needed is more in common than between acts of one name, and each goes with the one that is most like it: no two
acts of one report become one here. A verb of no known occasion may be told of any, if both texts give it one day
and one participant, and neither has another such act of that day: "strolled out of jail", "was freed on bail".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.fuzzydate import FuzzyDate
from dateline.linking.acts.course import CALLED_OFF, standing, told_day, when
from dateline.linking.acts.in_common import EVERYBODY, STRANGE, counted_on, in_common
from dateline.linking.acts.kindred import is_general, is_mention, is_vague
from dateline.linking.acts.same_act import befalling
from dateline.linking.acts.same_day import Timing, stated
from dateline.linking.acts.same_place import compatible
from dateline.linking.acts.sameness import Sameness, clash, is_speech, named_alike, one_kind, statuses_fit
from dateline.linking.acts.telling import MOST_NAMED, Telling, buckets
from dateline.linking.blocks import blocks
from dateline.model import EventType, Status

MOST_TELLINGS = 12  # of one act that are compared with those of another: the rest tells the same
NEEDED = {Timing.SAME: 1.0, Timing.NEAR: 2.5, Timing.WITHIN: 2.5}  # points: see in_common
GIVEN = 0.5  # more where a text does not give the day
OTHER_VERB = 1.0  # more where the acts have different names
NEARBY = 0.5  # somebody whom one sentence names, and the paragraph of the other; at most two
KIND = 1.0  # "the association" in one, the Football Association in the other
COUNTED = 0.5  # both count whom or what it befell, each in its own way
MENTIONED = 0.5  # all that is needed of "the explosion", where a matter tells of one
ALONE = 0.5  # neither report tells of another act that might be it as well
ALONE_THAT_DAY = 1.0  # and both texts give it the same day
ONLY_THE_DAY = 1.5  # more where only day and participant say that it is one act
SURE = 0.9  # the most that other verbs can make sure of


@dataclass(frozen=True, slots=True)
class Act:
    """The tellings of one act, as far as one verb joined them."""

    tellings: tuple[Telling, ...]

    @property
    def id(self) -> str:
        """That of its first telling."""
        return self.tellings[0].id

    @property
    def reports(self) -> frozenset[str]:
        """Reports that tell it."""
        return frozenset(t.event.report for t in self.tellings)


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two acts, their most alike tellings, and how many points these have over those that are needed."""

    one: Act
    other: Act
    a: Telling
    b: Telling
    surplus: float

    def fits(self, *, alone: bool) -> bool:
        """True if enough says that the two are one; `alone`: neither has another that might be it."""
        that_day = (
            one_day(self.a, self.b) and points(self.a, self.b) > 0
        )  # a bridge and a mine may fall on one day
        return self.surplus + alone * (ALONE + ALONE_THAT_DAY * that_day) >= 0

    @property
    def places(self) -> list[tuple[str, str]]:
        """Each of the two with each report that tells the other."""
        sides = (self.one, self.other), (self.other, self.one)
        return [(own.id, report) for own, other in sides for report in sorted(other.reports)]

    def sameness(self, *, alone: bool) -> Sameness:
        """Why the two are one; `alone`: neither has another that might be it."""
        kin = not self.a.kinds.isdisjoint(self.b.kinds)
        told = "of one occasion" if kin else "of the same participant, on the same day"
        verbs = f"{told}: {self.a.event.lemma}, {self.b.event.lemma}"
        how = f"both tell: {self.a.act}" if self.a.act == self.b.act else verbs
        score = min(SURE, 0.5 + 0.1 * (self.surplus + ALONE * alone))
        return Sameness(round(score, 4), (how, when(self.a, self.b).value))


def alike(acts: Iterable[Act], limit: int) -> list[tuple[Telling, Telling, Sameness]]:
    """Pairs of tellings by which two acts are one, unless others speak against it; the most alike first."""
    found: list[tuple[Telling, Telling, Sameness]] = []
    for block in blocks(acts, keys, limit):
        pairs = [pair for one, other in block.pairs() if (pair := likeness(one, other))]
        held: dict[tuple[str, str], list[float]] = defaultdict(list)
        for pair in pairs:
            for place in pair.places:
                held[place].append(pair.surplus)
        for pair in pairs:
            alone = all(sum(over > pair.surplus - ALONE for over in held[place]) == 1 for place in pair.places)
            if pair.fits(alone=alone):
                found.append((pair.a, pair.b, pair.sameness(alone=alone)))
    return sorted(found, key=lambda pair: (-pair[2].score, pair[0].id, pair[1].id))


def keys(item: Act) -> Iterator[str]:
    """What two acts that may be one have in common: days and kind in one matter, days and somebody with a name."""
    for telling in item.tellings:
        if telling.matter:
            lasting = (
                is_mention(telling.event) or telling.act in befalling()
            )  # is mentioned as long as reports come
            for day in ("ever", *buckets(telling)) if lasting else buckets(telling):
                yield from (f"{kind} in {telling.matter} {day}" for kind in sorted(telling.kinds))
        for who in sorted(telling.named)[:MOST_NAMED]:
            yield from (f"{kind} of {who} {day}" for day in buckets(telling) for kind in sorted(telling.kinds))
            told = None if is_word(telling) else told_on(telling)
            if told is not None:
                yield f"{who} on {told.edtf}"


def likeness(one: Act, other: Act) -> Likeness | None:
    """How alike two acts are; None if they cannot be one."""
    if not one.reports.isdisjoint(other.reports):
        return None
    pairs = [
        Likeness(one, other, a, b, over)
        for a in one.tellings[:MOST_TELLINGS]
        for b in other.tellings[:MOST_TELLINGS]
        if (over := surplus(a, b)) is not None
    ]
    return max(pairs, key=lambda pair: (pair.surplus, pair.a.id, pair.b.id), default=None)


def surplus(a: Telling, b: Telling) -> float | None:
    """How many points two tellings have over those that are needed; None if they cannot be of one occasion."""
    kin = not a.kinds.isdisjoint(b.kinds) and not (is_vague(a.event) and is_vague(b.event))
    if not kin and not one_of_the_day(a, b):
        return None
    if counted_on(a, b) or clashing(a, b):
        return None
    least = needed(a, b, when(a, b)) if kin else NEEDED[Timing.SAME] + OTHER_VERB + ONLY_THE_DAY
    return None if least is None else points(a, b) - least - STRANGE * (a.matter != b.matter)


def needed(a: Telling, b: Telling, time: Timing) -> float | None:
    """How many points two tellings must have in common; None if none are enough."""
    other = a.act != b.act and not (is_general(a.event) or is_general(b.event))
    if not other and (mentions(a, b) or mentions(b, a)):
        return MENTIONED
    both = stated(a.event) and stated(b.event)
    if time not in NEEDED or (not both and (is_speech(a) or is_speech(b))):
        return None
    return NEEDED[time] + GIVEN * (not both) + OTHER_VERB * other


def told_on(item: Telling) -> FuzzyDate | None:
    """The one day that a text gives an act."""
    time = item.event.time
    return time if time and time.is_day and (stated(item.event) or told_day(item)) else None


def one_day(a: Telling, b: Telling) -> bool:
    """True if both texts give the same day."""
    day = told_on(a)
    return day is not None and day == told_on(b)


def one_of_the_day(a: Telling, b: Telling) -> bool:
    """True if somebody took part in both, which both texts put on one day; neither is only said or planned.

    One at least must tell no known occasion: whoever resigned and was elected on one day did two things.
    """
    if a.kinds and b.kinds:
        return False
    statuses = {standing(a), standing(b)}
    done = statuses == {Status.HAPPENED} or statuses == CALLED_OFF
    return done and one_day(a, b) and not a.named.isdisjoint(b.named) and not (is_word(a) or is_word(b))


def is_word(item: Telling) -> bool:
    """True for what is only said, to whomever."""
    return is_speech(item) or item.event.type is EventType.INTERVIEW


def mentions(a: Telling, b: Telling) -> bool:
    """True if one only mentions what befell, and the other gives its day."""
    return is_mention(a.event) and not a.event.counts and stated(b.event)


def points(a: Telling, b: Telling) -> float:
    """What two tellings have in common, with whom their paragraphs name."""
    near = (a.nearby & (b.heard | b.nearby)) | (b.nearby & a.heard)
    shared = in_common(a, b) + NEARBY * min(2, len(near)) + KIND * (of_kind(a, b) or of_kind(b, a))
    return shared + COUNTED * (a.act == b.act and both_count(a, b))


def both_count(a: Telling, b: Telling) -> bool:
    """True if both give a number of the same: "61 people", "at least 130 people"."""
    units = [{count.unit for count in item.event.counts} for item in (a, b)]
    return not units[0].isdisjoint(units[1])


def of_kind(a: Telling, b: Telling) -> bool:
    """True if one calls by what it is somebody whom the other names: the tribunal, the Electoral Tribunal."""
    return any(group in words for group in a.groups - EVERYBODY for words in b.heard_words)


def fits(first: Sequence[Telling], second: Sequence[Telling]) -> bool:
    """True if no report tells both, and no telling of one speaks against one of the other."""
    if not {t.event.report for t in first}.isdisjoint(t.event.report for t in second):
        return False
    return not any(clashing(a, b) for a in first for b in second)


def clashing(a: Telling, b: Telling) -> bool:
    """True if two tellings of two reports cannot be of one occasion."""
    if a.act == b.act:
        return clash(a, b) or not one_kind(a, b)
    if not statuses_fit(standing(a), standing(b)) or when(a, b) is Timing.APART:
        return True
    return strangers(a, b) or not (compatible(a.place, b.place) or named_alike(a, b))


def strangers(a: Telling, b: Telling) -> bool:
    """True if both name who takes part, and neither sentence names any of the other's."""
    if not a.named or not b.named or not a.named.isdisjoint(b.heard) or not b.named.isdisjoint(a.heard):
        return False
    sides = (a.spelled, b.heard_words), (b.spelled, a.heard_words)
    return not any(x <= y or y <= x for own, heard in sides for side in own for x in side for y in heard)
