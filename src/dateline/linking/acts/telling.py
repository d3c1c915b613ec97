"""One event as one report tells it, with the actors of the story in it, and whether two tellings are one act."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from dateline.linking.acts.counted import PEOPLE
from dateline.linking.acts.same_act import act_of, once
from dateline.linking.acts.same_day import Timing, narrow, timing
from dateline.linking.acts.same_place import compatible
from dateline.linking.speech.spoken import content, tokens
from dateline.linking.who import Who
from dateline.model import Actor, Event, EventType, Status
from dateline.span import Words

MUTUAL = frozenset({EventType.CONSULT, EventType.COOPERATE, EventType.INTERVIEW})  # all sides do the same
PUBLIC = frozenset({EventType.ELECTION, EventType.PROTEST})  # known by place and day, whoever takes part
SPOKEN = frozenset(  # acts by words: what they are about makes them one act, not who speaks to whom
    {
        *(EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE, EventType.REQUEST),
        *(EventType.ACCUSE, EventType.REJECT, EventType.THREATEN),
    }
)
UNNAMED_COMMON = 2  # police and protesters on one day, or police in one place: somebody, whom, where
ABOUT_STEMS = 2  # content words after the trigger that two spoken acts must share, names aside
SENTENCE_STEMS = 4  # content words of two sentences on one disaster: what, where, when, whom
AHEAD = frozenset({Status.HAPPENED, Status.PLANNED})  # a plan is joined to its happening
DENIALS = frozenset({Status.DENIED, Status.NEGATED})
DAYS_IN_BUCKET = 4
_AFTER_GROUP = re.compile(r",| (?:in|at|from|near|on|with|who|outside|against|along|around) ")
NEAR_DAYS = 2  # as far as two reports may disagree about a day: see same_day
MOST_NAMED = 6  # participants that make keys: a list of twenty signatories is no better a key


@dataclass(frozen=True, slots=True)
class Telling:
    """An event, its act, and who takes part in terms of the story's actors."""

    event: Event
    act: str
    actors: frozenset[str]  # named ones
    recipients: frozenset[str]
    groups: frozenset[str]  # heads of those without a name of their own: police, people
    place: Actor | None  # as stated with the act; a place that was only inferred is no evidence
    about: frozenset[str]  # stems of the sentence's words from the trigger on
    sentence: frozenset[str]  # stems of all its words

    @property
    def id(self) -> str:
        """The event's id."""
        return self.event.id

    @property
    def named(self) -> frozenset[str]:
        """Everybody with a name, in whatever part."""
        return self.actors | self.recipients


@dataclass(frozen=True, slots=True)
class Sameness:
    """Why two tellings are one act."""

    score: float  # 0 to 1
    reasons: tuple[str, ...]


def telling(event: Event, who: Who, sentence: Words) -> Telling:
    """Look up the participants of an event in its sentence."""
    sides = [[a for p in part if (a := who.id(p.chain))] for part in (event.actors, event.recipients)]
    named = [frozenset(a for a in side if who.is_named(a)) for side in sides]
    everybody = frozenset(a for side in sides for a in side)
    return Telling(
        event=event,
        act=act_of(event),
        actors=named[0],
        recipients=named[1],
        groups=frozenset(group_head(who.get(a).name) for a in everybody - named[0] - named[1]),
        place=who.actor(event.place) if states_place(event, sentence) else None,
        about=frozenset(content(tokens(sentence.text[event.words.end - sentence.start :]))),
        sentence=frozenset(content(tokens(sentence.text))),
    )


def group_head(name: str) -> str:
    """The noun that says who a group is: "protesters in the square" and "the crowd" are both people."""
    words = _AFTER_GROUP.split(name.casefold(), maxsplit=1)[0].split()
    head = words[-1] if words else name.casefold()
    singular = head.removesuffix("s")
    return "people" if head in PEOPLE or singular in PEOPLE else singular


def states_place(event: Event, sentence: Words) -> bool:
    """True if the sentence that tells an event names its place too."""
    return event.place_words is not None and sentence.span.covers(event.place_words.span)


def keys(item: Telling) -> Iterator[str]:
    """What two tellings of one act have in common."""
    named = sorted(item.named)[:MOST_NAMED]
    days = list(buckets(item))
    yield f"{item.event.report} {item.act}"
    for pair in combinations(named, 2):
        yield f"{item.act} {' '.join(pair)}"
    if item.place and item.act in once():
        yield f"{item.act} {item.place.id}"
    for day in days:
        for who in named:
            yield f"{item.act} {who} {day}"
        if item.place and (item.event.type in PUBLIC or not named):
            yield f"{item.act} {item.place.id} {day}"
        if item.event.type is EventType.ELECTION:
            yield f"{item.act} {day}"
        for group in () if named else sorted(item.groups):
            yield f"{item.act} the {group} {day}"


def buckets(item: Telling) -> Iterator[int]:
    """Runs of days that a narrow time may stand in, if reports disagree; none for a wide or unknown one."""
    time = item.event.time
    if narrow(time) and time and time.earliest and time.latest:
        first = (time.earliest.toordinal() - NEAR_DAYS) // DAYS_IN_BUCKET
        last = (time.latest.toordinal() + NEAR_DAYS) // DAYS_IN_BUCKET
        yield from range(first, last + 1)


def one_act(a: Telling, b: Telling) -> Sameness | None:
    """Why two tellings are one act; None if they are not, or too little says so."""
    if clash(a, b):
        return None
    when = timing(a.event.time, b.event.time)
    shared = a.named & b.named
    if not enough(a, b, when):
        return None
    score = 0.5 + 0.2 * (when is Timing.SAME) + 0.1 * min(2, len(shared)) + 0.1 * same_place(a, b)
    reasons = [f"both tell: {a.act}", when.value]
    if shared:
        reasons.append(f"{len(shared)} participants in common")
    if same_place(a, b):
        reasons.append("same place")
    return Sameness(round(score, 4), tuple(reasons))


def clash(a: Telling, b: Telling) -> bool:
    """True if two tellings cannot be one act."""
    if a.act != b.act or not statuses_fit(a.event.status, b.event.status):
        return True
    if a.event.sentence == b.event.sentence and a.event.lemma != b.event.lemma:
        return True  # "urged ... and demanded", "her visit, which ends": one sentence tells them apart
    when = timing(a.event.time, b.event.time)
    if when is Timing.APART:
        return True
    if not compatible(a.place, b.place) and not (when is Timing.SAME and named_alike(a, b)):
        return True
    if a.event.type in PUBLIC:
        return False
    if a.event.type in MUTUAL:
        return min(len(a.named), len(b.named)) >= 2 and len(a.named & b.named) < 2
    return disjoint(a.actors, b.actors) or disjoint(a.recipients, b.recipients)


def statuses_fit(first: Status, second: Status) -> bool:
    """A plan and its happening, two denials, or twice the same."""
    return first == second or any({first, second} <= group for group in (AHEAD, DENIALS))


def disjoint(first: frozenset[str], second: frozenset[str]) -> bool:
    """True if both sides name somebody, and nobody twice."""
    return bool(first) and bool(second) and first.isdisjoint(second)


def enough(a: Telling, b: Telling, when: Timing) -> bool:
    """True if participants and place say that it is one act, given how the times stand to each other."""
    if a.event.type in MUTUAL and a.event.mode != b.event.mode and not named_alike(a, b):
        return False  # a visit is a meeting only if the same two meet
    here = a.event.report == b.event.report
    match when:
        case Timing.SAME:
            return (shared_enough(a, b) and one_subject(a, b)) or (here and bare(a, b))
        case Timing.UNKNOWN:
            return here and ((shared_enough(a, b) and one_subject(a, b)) or bare(a, b))
        case Timing.WITHIN | Timing.NEAR:
            return {a.event.status, b.event.status} <= AHEAD and settled(a, b, when) and one_subject(a, b)
    return False


def one_subject(a: Telling, b: Telling) -> bool:
    """True unless two spoken acts are about different things."""
    if a.event.type not in SPOKEN:
        return True
    return len(a.about & b.about) >= ABOUT_STEMS


def shared_enough(a: Telling, b: Telling) -> bool:
    """At least one named participant in common, two where the act takes two; a place for a public act."""
    if a.event.type is EventType.ELECTION:
        return True
    if a.event.type is EventType.PROTEST:
        return same_place(a, b) or a.event.report == b.event.report
    if a.event.type in MUTUAL and min(len(a.named), len(b.named)) >= 2:
        return named_alike(a, b)
    if not a.named or not b.named:
        return len(a.groups & b.groups) + same_place(a, b) >= UNNAMED_COMMON or one_disaster(a, b)
    one_side_open = not a.actors or not b.actors
    return bool(a.actors & b.actors) or (one_side_open and bool(a.named & b.named))


def settled(a: Telling, b: Telling, when: Timing) -> bool:
    """Enough to join times that are not the same few days: more than one thing in common.

    Elections and what nobody does twice in a week need less; protests go on day after day and need the same wide
    time.
    """
    if a.event.type is EventType.ELECTION:
        return when is Timing.WITHIN
    if a.event.type is EventType.PROTEST:
        wide = not narrow(a.event.time) and not narrow(b.event.time)
        return when is Timing.WITHIN and wide and same_place(a, b)
    shared = len(a.named & b.named)
    if a.act in once():
        return shared >= 1 or one_disaster(a, b)
    return shared >= 2 or (when is Timing.WITHIN and shared == 1 and same_place(a, b))


def one_disaster(a: Telling, b: Telling) -> bool:
    """True if nobody is named, and what seldom happens has the same place or is told in the same words."""
    if a.act not in once() or a.named or b.named:
        return False
    return same_place(a, b) or len(a.sentence & b.sentence) >= SENTENCE_STEMS


def named_alike(a: Telling, b: Telling) -> bool:
    """Two named participants in common."""
    return len(a.named & b.named) >= 2


def same_place(a: Telling, b: Telling) -> bool:
    """Both name a place, and the same."""
    return a.place is not None and b.place is not None and a.place.id == b.place.id


def bare(a: Telling, b: Telling) -> bool:
    """True if one side names nobody at all: "the meeting", "the protest"."""
    return not (a.named or a.groups) or not (b.named or b.groups)
