"""An act with its time as a record: which are kept, how each stands on its day, how sure it is."""

from __future__ import annotations

from dataclasses import replace

from dateline.fuzzydate import FuzzyDate
from dateline.ids import content_id
from dateline.model import Event, EventType, Mention, Report, Status
from dateline.reading.acts.foreground import ALLUDED
from dateline.reading.acts.marks import Timed
from dateline.reading.acts.readings import Reading
from dateline.reading.acts.tense import finite_tense
from dateline.reading.acts.times import DECLARED, MOVED
from dateline.reading.acts.triggers import Trigger

_UNREAL = frozenset({Status.HYPOTHETICAL, Status.NEGATED})
_GIVING = frozenset({EventType.CONCEDE, EventType.RETREAT, EventType.AID, EventType.SUPPORT, EventType.COOPERATE})
VERB, NOUN = 0.8, 0.65  # how sure a trigger is by itself: a noun tells less of who and when
UNDATED, QUOTED, ALONE = 0.1, 0.2, 0.15  # taken off: nothing dates it; somebody's own words; one takes part


def worth_keeping(reading: Reading, timed: Timed) -> bool:
    """What is too thinly told to be found again is left out: a topic without people, place and date, and the like.

    An act that did not or may not happen, and one that a noun only alludes to, must name two who take part
    (a number of them is one), a place or a date.
    """
    if reading.trigger.act.needs == "day" and not has_its_day(reading, timed):
        return False
    if reading.trigger.act.needs == "structure" and timed.timex is not None:
        return True  # nobody does it: "a footbridge gave way under walkers crossing it on Sunday"
    people = len(reading.actors) + len(reading.recipients) + len(reading.counts)
    stated = timed.rule in {"with its word", MOVED}
    if timed.timex is not None and (stated or reading.type is EventType.ELECTION):
        return True
    if (
        timed.rule == "in its clause" and reading.trigger.token.dep_ == "nsubjpass"
    ):  # "the march was called for Friday"
        return True
    if people == 0 and reading.place is None:
        return False
    thin = people < 2 and reading.place is None and timed.timex is None
    if reading.status is Status.NEGATED and reading.type in _GIVING and reading.actors:
        return True  # to refuse it is an act of its own: "will not lift the curfew"
    return not (thin and (reading.status in _UNREAL or timed.rule == ALLUDED))


def has_its_day(reading: Reading, timed: Timed) -> bool:
    """True for what takes place, and is told with its day: "the final is on June 3", "the hearing on June 3"."""
    told = timed.rule in {"with its word", MOVED}
    about = reading.trigger.token.dep_ in {"nsubj", "nsubjpass", "dobj"} and timed.rule == "in its clause"
    return timed.timex is not None and (told or about)


def at_home(reading: Reading, home: Mention | None) -> Reading:
    """An election without a stated place or voter is the report's country's."""
    told = reading.trigger.verbal and reading.actors
    if reading.type is EventType.ELECTION and reading.place is None and not told:
        return replace(reading, place=home)
    return reading


def event(report: Report, reading: Reading, timed: Timed) -> Event:
    """The record."""
    trigger, parse = reading.trigger, reading.parse
    words = parse.words(trigger.token)
    place = reading.place
    return Event(
        id=content_id("e", report.id, words.start, reading.type),
        report=report.id,
        sentence=reading.sentence.id,
        words=words,
        lemma=trigger.act.lemma
        if trigger.noun is None or trigger.day is not None
        else f"{trigger.act.lemma} {trigger.token.lemma_.lower()}",
        type=reading.type,
        mode=reading.mode,
        status=status_at(reading, timed, report.published),
        actors=reading.actors,
        recipients=reading.recipients,
        place=place.chain if place else None,
        place_words=place.words if place else None,
        time=timed.time,
        timex=timed.timex.id if timed.timex else None,
        time_rule=timed.rule,
        counts=reading.counts,
        rule=rule_of(trigger),
        confidence=confidence(reading, timed),
        contexts=reading.contexts,
    )


def rule_of(trigger: Trigger) -> str:
    """The lexicon's entry and frame, or the features that decided the classifier."""
    word = f"{'verb' if trigger.verbal else 'noun'} {trigger.act.lemma!r}"
    if trigger.because:
        return f"{word}, {', '.join(trigger.because)}"
    return f"{word}, frame {trigger.act.frame}"


def status_at(reading: Reading, timed: Timed, published: FuzzyDate | None) -> Status:
    """What lies wholly after publication has not happened yet, unless a verb tells it in the past.

    What is declared for a day to come is planned for it, though it is declared already.
    """
    time = timed.time
    if reading.status is Status.HAPPENED and time and published and time.earliest and published.latest:
        trigger = reading.trigger
        told_past = trigger.verbal and finite_tense(trigger.token) in {"past", "perfect", "pluperfect"}
        ahead = trigger.noun or timed.rule == DECLARED or not told_past
        if time.earliest > published.latest and ahead:
            return Status.PLANNED
    return reading.status


def confidence(reading: Reading, timed: Timed) -> float:
    """0 to 1, from the kind of trigger, how it is dated, where it stands and how many take part."""
    score = VERB if reading.trigger.verbal else NOUN
    score -= UNDATED * (timed.timex is None)
    score -= QUOTED * reading.quoted
    score -= ALONE * (len(reading.actors) + len(reading.recipients) < 2)
    return round(max(score, 0.0), 4)
