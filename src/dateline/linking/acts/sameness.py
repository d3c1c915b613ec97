"""Whether two tellings are one act, and why."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.linking.acts.course import AHEAD, CALLED_OFF, bridged, moved, of_one_course, standing, when
from dateline.linking.acts.in_common import enough_in_common, one_content
from dateline.linking.acts.same_act import befalling, either_way, once
from dateline.linking.acts.same_day import Timing, narrow, stated
from dateline.linking.acts.same_place import compatible
from dateline.linking.acts.telling import MOST_DAYS, Telling, goes
from dateline.model import Count, EventType, Status

MUTUAL = frozenset({EventType.CONSULT, EventType.COOPERATE, EventType.INTERVIEW})  # all sides do the same
SPOKEN = frozenset(  # acts by words: what they are about makes them one act, not who speaks to whom
    {
        *(EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE, EventType.REQUEST),
        *(EventType.ACCUSE, EventType.REJECT, EventType.THREATEN),
    }
)
DEEDS = frozenset(type_.value for type_ in EventType if type_ not in SPOKEN)
SENTENCE_SCORE = 0.95  # of one sentence in two reports
COPIED_STEMS = 4  # content words that nearly the same sentences share, at least
COPIED_SHARE = 0.7  # of the content words of both: a clause may be cut, a word changed
UNNAMED_COMMON = 2  # police and protesters on one day, or police in one place: somebody, whom, where
ABOUT_STEMS = 2  # content words after the trigger that two spoken acts must share, names aside
SENTENCE_STEMS = 4  # content words of two sentences on one disaster: what, where, when, whom
CROWD = 100  # people whose number, on one day, tells a march from another
CLOSE = 1.5  # an interval no wider than this is a number: "about 3,000"; "tens of thousands" tells nothing
OFFICE = frozenset({"appoint", "dismiss"})  # the chief person is on either side: "named her", "she became"
PARTICLES = frozenset(
    {"on", "in", "to", "at", "of", "for", "with", "as", "up", "out", "down", "off", "into", "over"}
)
BESIDE = (
    30  # characters from a noun to the word beside it that tells the same: "the blast hit", "signing of a deal"
)
PLEDGED = frozenset({Status.PLANNED, Status.PROMISED})  # "promised aid", "said it would give aid"
DENIALS = frozenset({Status.DENIED, Status.NEGATED})


@dataclass(frozen=True, slots=True)
class Sameness:
    """Why two tellings are one act."""

    score: float  # 0 to 1
    reasons: tuple[str, ...]


def one_act(a: Telling, b: Telling) -> Sameness | None:
    """Why two tellings are one act; None if they are not, or too little says so."""
    if clash(a, b):
        return None
    if one_sentence(a, b):
        return Sameness(SENTENCE_SCORE, (f"both tell: {a.act}", "in one sentence that both reports print"))
    time = when(a, b)
    shared = a.named & b.named
    if not of_one_course(a, b) and not enough(a, b, time) and not elsewhere(a, b, time):
        return None
    score = 0.5 + 0.2 * (time is Timing.SAME) + 0.1 * min(2, len(shared)) + 0.1 * same_place(a, b)
    reasons = [f"both tell: {a.act}", course_of(a, b) or time.value]
    if shared:
        reasons.append("same participants" if len(shared) > 1 else "same participant")
    if same_place(a, b):
        reasons.append("same place")
    return Sameness(round(score, 4), tuple(reasons))


def one_pledge(a: Telling, b: Telling) -> bool:
    """True for "promised aid": the promise and the aid are one act."""
    return a.act == EventType.AID and {a.event.type, b.event.type} == {EventType.AGREE, EventType.AID}


def course_of(a: Telling, b: Telling) -> str | None:
    """What one says of the other's plan."""
    if not of_one_course(a, b):
        return None
    return "one moves what the other plans" if moved(a, b) else "one calls off what the other plans"


def clash(a: Telling, b: Telling, moving: bool = False) -> bool:
    """True if two tellings cannot be one act.

    `moving`: others that tell the act say that its day was moved.
    """
    if a.act != b.act or not statuses_fit(standing(a), standing(b)):
        return True
    if told_apart(a, b):
        return True
    time = when(a, b)
    if one_sentence(a, b):
        return time is Timing.APART and stated(a.event) and stated(b.event)
    if time is Timing.APART and not moved(a, b) and not (moving and bridged(a, b)):
        return True
    if not compatible(a.place, b.place) and not (time is Timing.SAME and same_whoever(a, b)):
        return True
    if a.public:
        return False
    if goes(a.event) and goes(b.event) and disjoint(a.actors & a.named, b.actors & b.named):
        return True  # two people's journeys
    if mutual(a):
        return min(len(a.named), len(b.named)) >= 2 and len(a.named & b.named) < 2
    if heard_of(a, b) and not crossed(a, b):
        return False
    if a.act in OFFICE:
        return disjoint(takers(a), takers(b)) or (
            bool(a.recipients and b.recipients) and disjoint(a.actors, b.actors)
        )
    return parted(a, b)


def parted(a: Telling, b: Telling) -> bool:
    """True if on some side both name somebody, and nobody twice; a name may be short for a longer one."""
    sides = (a.actors, b.actors), (a.recipients, b.recipients)
    return any(
        disjoint(ours, theirs) and not any(one <= other or other <= one for one in short for other in long)
        for (ours, theirs), short, long in zip(sides, a.spelled, b.spelled, strict=True)
    )


def heard_of(a: Telling, b: Telling) -> bool:
    """True if each sentence names all who take part by the other: on which side they stand is our reading."""
    return bool(a.named) and bool(b.named) and a.named <= b.heard and b.named <= a.heard


def crossed(a: Telling, b: Telling) -> bool:
    """True if one does to the other what the other does to him: "Velk accused Tamm", "Tamm accused Velk"."""
    return not a.actors.isdisjoint(b.recipients) or not b.actors.isdisjoint(a.recipients)


def told_apart(a: Telling, b: Telling) -> bool:
    """True for two acts of one sentence: "urged ... and demanded", "her visit, which ends"; not "blast hit"."""
    if a.event.sentence != b.event.sentence or a.event.lemma == b.event.lemma or one_pledge(a, b):
        return False
    beside = distance(a, b) <= BESIDE and (a.event.is_named or b.event.is_named)
    return not beside or a.event.status is not b.event.status


def distance(a: Telling, b: Telling) -> int:
    """Characters between two tellings of one report; "the meeting" is the one last told of."""
    return abs(a.event.words.start - b.event.words.start) if a.event.report == b.event.report else 0


def same_whoever(a: Telling, b: Telling) -> bool:
    """True if on one day another place is a dispute: two are the same, or nobody is arrested twice a day."""
    return named_alike(a, b) or (a.act in once() and not a.recipients.isdisjoint(b.recipients))


def mutual(item: Telling) -> bool:
    """True for what all who take part do alike, on whichever side a sentence has them: they meet, they sign."""
    return meeting(item) or item.act in either_way()


def meeting(item: Telling) -> bool:
    """True for what people do with each other: meet, talk, work together."""
    return item.event.type in MUTUAL and item.act.startswith(item.event.type)


def takers(item: Telling) -> frozenset[str]:
    """Who comes into an office or leaves it: whom somebody appoints, or who takes over."""
    return item.recipients or item.actors


def one_sentence(a: Telling, b: Telling) -> bool:
    """True if two reports tell it by one word in nearly the same sentence: one copied it, or both did."""
    if a.event.report == b.event.report or a.event.lemma != b.event.lemma or crossed(a, b):
        return False
    common, either = len(a.sentence & b.sentence), len(a.sentence | b.sentence)
    return common >= COPIED_STEMS and common >= COPIED_SHARE * either


def statuses_fit(first: Status, second: Status) -> bool:
    """A plan and its happening, a plan called off, two denials, or twice the same."""
    return first == second or any({first, second} <= group for group in (AHEAD, CALLED_OFF, DENIALS, PLEDGED))


def disjoint(first: frozenset[str], second: frozenset[str]) -> bool:
    """True if both sides name somebody, and nobody twice."""
    return bool(first) and bool(second) and first.isdisjoint(second)


def enough(a: Telling, b: Telling, time: Timing) -> bool:
    """True if participants and place say that it is one act, given how the times stand to each other."""
    if not one_kind(a, b) and not named_alike(a, b):
        return False
    here = a.event.report == b.event.report
    match time:
        case Timing.SAME:
            return (shared_enough(a, b) and one_subject(a, b)) or (here and bare(a, b))
        case Timing.UNKNOWN:
            return here and ((shared_enough(a, b) and one_subject(a, b)) or bare(a, b))
        case Timing.WITHIN | Timing.NEAR:
            if here and bare(a, b) and a.event.time == b.event.time:
                return True  # "had released 32 ... confirmed the release of 27"
            return {standing(a), standing(b)} <= AHEAD and settled(a, b, time) and one_subject(a, b)
    return False


def elsewhere(a: Telling, b: Telling, time: Timing) -> bool:
    """True if two reports tell it, in whatever words, with enough in common."""
    if a.event.report == b.event.report or not one_kind(a, b):
        return False
    if is_speech(a) or is_speech(b):
        return one_content(a, b, time)
    return enough_in_common(a, b, time, meeting=meeting(a) or meeting(b))


def is_speech(item: Telling) -> bool:
    """True for what is only said: a promise, a demand."""
    return item.event.type in SPOKEN and not is_deed(item.act)


def is_deed(act: str) -> bool:
    """True for what is done, though a verb of speaking may tell it: to charge, to sign, to stand with candles."""
    return act in once() or act.split(" ", 1)[0] in DEEDS


def one_kind(a: Telling, b: Telling) -> bool:
    """True unless one is a visit and the other a meeting: these are one only if the same two meet.

    A journey ("flew to Varn") is a visit there.
    """
    if EventType.MOVE in (a.event.type, b.event.type) and a.event.type is not b.event.type:
        return goes(a.event) and goes(b.event) and same_place(a, b)
    return not meeting(a) or a.event.mode == b.event.mode


def one_subject(a: Telling, b: Telling) -> bool:
    """True unless two spoken acts are about different things; the same two agree once on one thing a day."""
    if a.public or not {a.event.type, b.event.type} <= SPOKEN:
        return True
    return len(a.about & b.about) >= ABOUT_STEMS - named_alike(a, b)


def shared_enough(a: Telling, b: Telling) -> bool:
    """At least one named participant in common, two where the act takes two; a place for a public act."""
    if a.act == EventType.ELECTION:
        return True
    if a.event.type is EventType.PROTEST:
        return same_place(a, b) or a.event.report == b.event.report or one_march(a, b)
    if mutual(a) and min(len(a.named), len(b.named)) >= 2:
        return named_alike(a, b)
    if not a.named or not b.named:
        common = len(a.groups & b.groups) + same_place(a, b) + (agent_untold(a, b) or one_means(a, b))
        return common >= UNNAMED_COMMON or one_disaster(a, b)
    if a.act in OFFICE:
        return bool(takers(a) & takers(b))
    one_side_open = not a.actors or not b.actors
    return bool(a.actors & b.actors) or (one_side_open and (bool(a.named & b.named) or each_in_the_other(a, b)))


def each_in_the_other(a: Telling, b: Telling) -> bool:
    """True if each sentence names those whom the other act names: "A promised B aid", "B was promised it by A"."""
    return a.sentence.issuperset(b.called) and b.sentence.issuperset(a.called)


def settled(a: Telling, b: Telling, time: Timing) -> bool:
    """Enough to join times that are not the same few days: more than one thing in common.

    Elections and what nobody does twice in a week need less; protests go on day after day and need the same wide
    time.
    """
    if a.act == EventType.ELECTION:
        return time is Timing.WITHIN
    if a.event.type is EventType.PROTEST:
        wide = not narrow(a.event.time) and not narrow(b.event.time)
        here = same_place(a, b) and (wide or one_number(a, b))
        return time is Timing.WITHIN and (here or (few_days(a, b) and one_march(a, b)))
    shared = len(a.named & b.named)
    if a.event.time == b.event.time and stated_both(a, b) and a.event.lemma == b.event.lemma:
        return shared >= (2 if a.event.type in MUTUAL else 1)  # both say "in 2016"
    if a.act in once():
        return shared >= 1 or one_disaster(a, b) or one_crowd(a, b, time)
    there = shared == 1 and same_place(a, b) and (time is Timing.WITHIN or (goes(a.event) and goes(b.event)))
    return shared >= 2 or there  # nobody visits one town twice in three days


def agent_untold(a: Telling, b: Telling) -> bool:
    """True if one of two tellings by the same word leaves out who did it: "62 were detained"."""
    return a.event.lemma == b.event.lemma and bool(a.event.actors) != bool(b.event.actors)


def one_means(a: Telling, b: Telling) -> bool:
    """True if both tell by the same word what was used, or name it: "used tear gas", "turned water cannon on"."""
    if a.event.lemma == b.event.lemma:
        return len(a.about & b.about) >= ABOUT_STEMS
    own = [set(item.event.lemma.split()[1:]) - PARTICLES for item in (a, b)]
    return not own[0].isdisjoint(own[1])


def one_disaster(a: Telling, b: Telling) -> bool:
    """True if nobody is named, and what seldom happens has the same place, words, or thing and day."""
    if a.act not in befalling() or a.named or b.named:
        return False
    return same_place(a, b) or len(a.sentence & b.sentence) >= SENTENCE_STEMS or one_thing(a, b)


def one_thing(a: Telling, b: Telling) -> bool:
    """True if one thing did it, on a day that both state: "the dam burst", "the dam gave way"."""
    day = a.event.time is not None and a.event.time.is_day and a.event.time == b.event.time
    return day and stated_both(a, b) and not a.before.isdisjoint(b.before)


def one_march(a: Telling, b: Telling) -> bool:
    """True if two reports tell of people on one stated day with the same word, and one counts them.

    With other words ("marched", "took to the streets") both must count them, and alike.
    """
    if a.event.lemma == b.event.lemma:
        return bool(a.event.counts or b.event.counts)
    return one_number(a, b) or (stated_both(a, b) and len(a.sentence & b.sentence) >= SENTENCE_STEMS)


def one_number(a: Telling, b: Telling) -> bool:
    """True if both count a crowd, and alike."""
    return any(alike(x, y) for x in a.event.counts for y in b.event.counts if min(x.low, y.low) >= CROWD)


def alike(first: Count, second: Count) -> bool:
    """True if some number lies in both counts, and neither is vague; "more than 600" is not far more."""
    ends = [CLOSE * count.low if count.high is None else count.high for count in (first, second)]
    close = all(high <= CLOSE * count.low for count, high in zip((first, second), ends, strict=True))
    return close and max(first.low, second.low) <= min(ends)


def stated_both(a: Telling, b: Telling) -> bool:
    """True if both texts give a time with the act."""
    return stated(a.event) and stated(b.event)


def one_crowd(a: Telling, b: Telling, time: Timing) -> bool:
    """True if the same is done to people without names, by the same word, in the same few days."""
    unnamed = not a.named and not b.named and bool(a.groups & b.groups)
    return time is Timing.WITHIN and few_days(a, b) and unnamed and a.event.lemma == b.event.lemma


def few_days(a: Telling, b: Telling) -> bool:
    """True if both times are of few days: "had marched", told on the Monday after."""
    return all(item.event.time and (item.event.time.days or MOST_DAYS + 1) <= MOST_DAYS for item in (a, b))


def named_alike(a: Telling, b: Telling) -> bool:
    """Two named participants in common."""
    return len(a.named & b.named) >= 2


def same_place(a: Telling, b: Telling) -> bool:
    """Both name a place, and the same."""
    return a.place is not None and b.place is not None and a.place.id == b.place.id


def bare(a: Telling, b: Telling) -> bool:
    """True if one side names nobody at all: "the meeting", "the protest"."""
    return not (a.named or a.groups) or not (b.named or b.groups)
