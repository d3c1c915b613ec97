"""One event as one report tells it, with the actors of the story in it, and the keys by which tellings meet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

from dateline.ids import digest
from dateline.linking.acts.counted import PEOPLE
from dateline.linking.acts.kindred import kinds_of
from dateline.linking.acts.same_act import act_of, once
from dateline.linking.matters.rarity import is_telling
from dateline.linking.speech.spoken import content, stem, tokens
from dateline.linking.who import Who
from dateline.model import Actor, ActorKind, Event, EventType
from dateline.span import Words
from dateline.vocabulary import load

POLICE = frozenset({"police", "officer", "policeman", "policemen", "policewoman", "policewomen"})
PUBLIC = frozenset({EventType.ELECTION, EventType.PROTEST})  # known by place and day, whoever takes part
LANDS = frozenset({ActorKind.COUNTRY, ActorKind.PLACE})
STRIKES = frozenset({"explode", "quake"})  # what it hits is where it happens
DAYS_IN_BUCKET = 4
NEAR_DAYS = 2  # as far as two reports may disagree about a day: see same_day
MOST_DAYS = 4  # of a time that puts a telling into buckets: "at the weekend", told on a Tuesday
SEASON_DAYS = 92  # three months: a wider time tells nothing of when
BESIDE = 8  # words after the trigger, small ones too, that may belong to it: "called the powder back"
MOST_NAMED = 6  # participants that make keys: a list of twenty signatories is no better a key
SENTENCE_KEYS = 3  # pairs of words that stand for a sentence: nearly the same sentences share one of them
_NUMERAL = re.compile(
    r"\d[\d,.]*\s*|(?:per ?cent|%) of |"
    r"(?:\b(?:tens|dozens|scores|hundreds|thousands|millions|some|most|all|one|two|three|many) of )+"
)
_SMALL = re.compile(r"\b[a-z]{3,}\b")
_AFTER_GROUP = re.compile(r",| (?:in|at|of|from|near|on|with|who|outside|against|along|around) ")


@dataclass(frozen=True, slots=True)
class Telling:
    """An event, its act, and who takes part in terms of the story's actors."""

    event: Event
    act: str
    actors: frozenset[str]  # named ones
    recipients: frozenset[str]
    groups: frozenset[str]  # heads of those without a name of their own: police, people
    place: Actor | None  # as stated with the act; a place that was only inferred is no evidence
    before: frozenset[str]  # stems of the sentence's words up to the trigger
    about: frozenset[str]  # and from the trigger on
    sentence: frozenset[str]  # stems of all its words
    pairs: tuple[str, ...]  # of stems that follow each other in it
    spelled: tuple[frozenset[frozenset[str]], frozenset[frozenset[str]]]  # words of each name, on either side
    called: tuple[str, ...]  # stem of the last word of each named participant's name
    moves: bool  # its sentence says that what was planned has another day
    heard: frozenset[str] = frozenset()  # everybody with a name whom its sentence mentions, in whatever part
    nearby: frozenset[str] = frozenset()  # and whom the other sentences of its paragraph mention
    heard_words: frozenset[frozenset[str]] = frozenset()  # the words of each of their names
    words: frozenset[str] = frozenset()  # stems of the rarer words of its sentence, names and the act's own aside
    contents: frozenset[str] = frozenset()  # what its sentence demands, promises, plans: the acts
    matter: str = ""  # the thread that its report belongs to
    kinds: frozenset[str] = frozenset()  # of occasion that it may be told of, by whatever verb

    @property
    def id(self) -> str:
        """The event's id."""
        return self.event.id

    @property
    def public(self) -> bool:
        """True for what is known by its place and day, whoever takes part: "Varia voted for a new parliament"."""
        return self.event.type in PUBLIC or self.act in PUBLIC

    @property
    def named(self) -> frozenset[str]:
        """Everybody with a name, in whatever part."""
        return self.actors | self.recipients


def telling(
    event: Event,
    who: Who,
    sentence: Words,
    heard: Iterable[str] = (),
    matter: str = "",
    nearby: Iterable[str] = (),
) -> Telling:
    """Look up the participants of an event in its sentence.

    `heard`: the actors that the sentence mentions, `nearby` those of its paragraph; `matter`: the thread that its
    report belongs to.
    """
    words = tokens(sentence.text)
    stems = content(words)
    before = frozenset(content(tokens(sentence.text[: event.words.start - sentence.start])))
    about = frozenset(content(tokens(sentence.text[event.words.end - sentence.start :])))
    beside = {stem(word) for word in tokens(sentence.text[event.words.end - sentence.start :])[:BESIDE]}
    act = act_of(event, before, about | beside)
    place = who.actor(event.place) if states_place(event, sentence) else None
    sides = [[a for p in part if (a := who.id(p.chain))] for part in (event.actors, event.recipients)]
    if place is None and (act in STRIKES or goes(event)):
        place = next((who.get(a) for a in sides[1] if who.get(a).kind is ActorKind.PLACE), None)
    if place is None and act == EventType.ELECTION:  # "Varia voted": there
        place = next((who.get(a) for a in sides[0] if who.get(a).kind in LANDS), None)
    if place is not None and (act in STRIKES or goes(event)):  # "shook Varn", "visited Varn": there, not whom
        sides = [[a for a in side if a != place.id] for side in sides]
    if act == "COERCE seize" and any(who.get(a).kind is ActorKind.PERSON for a in sides[1]):
        act = "COERCE arrest"
    named = [frozenset(a for a in side if who.is_named(a)) for side in sides]
    everybody = frozenset(a for side in sides for a in side)
    all_heard = named[0] | named[1] | {a for a in heard if who.is_named(a)}
    return Telling(
        event=event,
        act=act,
        actors=named[0],
        recipients=named[1],
        groups=frozenset(group_head(who.get(a).name) for a in everybody - named[0] - named[1]),
        place=place,
        before=before,
        about=about,
        sentence=frozenset(stems),
        pairs=tuple(dict.fromkeys(map(" ".join, pairwise(stems)))),
        spelled=(spelled(who, named[0]), spelled(who, named[1])),
        called=tuple(sorted({last_word(who.get(a)) for a in named[0] | named[1]})),
        moves=says_moved(words),
        heard=all_heard,
        nearby=frozenset(a for a in nearby if who.is_named(a)) - all_heard,
        heard_words=spelled(who, all_heard),
        words=rarer(sentence.text, event.lemma),
        matter=matter,
        kinds=kinds_of(event, act),
    )


def rarer(sentence: str, lemma: str) -> frozenset[str]:
    """Stems of the words that tell what a sentence is about; those with a capital letter are names."""
    own = {stem(word) for word in lemma.split()}
    return frozenset(stem(word) for word in _SMALL.findall(sentence) if is_telling(word)) - own


def spelled(who: Who, actors: Iterable[str]) -> frozenset[frozenset[str]]:
    """The words of each name."""
    return frozenset(frozenset(tokens(who.get(actor).name)) for actor in actors)


def last_word(actor: Actor) -> str:
    """The stem of a surname, or of the last word of another name."""
    return next(reversed([stem(word) for word in tokens(actor.name)]), "")


def goes(event: Event) -> bool:
    """True for a journey or visit: where it leads is its place."""
    return event.type is EventType.MOVE or event.mode == "visit"


def on_a_journey(event: Event) -> bool:
    """True for a journey told as a noun: of "during his visit" each day may be one of several."""
    return event.is_named and goes(event)


def says_moved(words: Sequence[str]) -> bool:
    """True if the words of a sentence say that what was planned has another day: "will now meet"."""
    joined = f" {' '.join(words)} "
    return any(phrase in joined for phrase in moving())


@cache
def moving() -> tuple[str, ...]:
    """Phrases that say so, each between spaces."""
    return tuple(f" {' '.join(tokens(phrase))} " for phrase in load("same_acts")["moving"]["phrases"])


def group_head(name: str) -> str:
    """The noun that says who a group is: "protesters in the square" and "the crowd" are both people."""
    words = _AFTER_GROUP.split(_NUMERAL.sub("", name.casefold()), maxsplit=1)[0].split()
    head = words[-1] if words else name.casefold()
    singular = head.removesuffix("s")
    if singular in POLICE:
        return "police"
    return (
        "people" if head in PEOPLE or singular in PEOPLE else f"{head[:-3]}y" if head.endswith("ies") else singular
    )


def states_place(event: Event, sentence: Words) -> bool:
    """True if the sentence that tells an event names its place too."""
    return event.place_words is not None and sentence.span.covers(event.place_words.span)


def keys(item: Telling) -> Iterator[str]:
    """What two tellings of one act have in common."""
    named = sorted(item.named)[:MOST_NAMED]
    yield f"{item.event.report} {item.act}"
    for both in combinations(named, 2):
        yield f"{item.act} {' '.join(both)}"
    for pair in sorted(item.pairs, key=digest)[:SENTENCE_KEYS]:
        yield f"{item.event.lemma} in “{pair}”"
    if item.place:
        yield from (f"{item.act} {who} in {item.place.id}" for who in named)
    if item.matter:
        yield f"{item.act} in {item.matter}"
    if item.act in once():
        if item.place:
            yield f"{item.act} {item.place.id}"
        for who in sorted(item.heard)[:MOST_NAMED]:
            yield f"{item.act} {who}"
        for words in item.pairs:
            yield f"{item.act} of {words}"
    if item.place and item.public:  # "in June": no day to meet by
        yield from (f"{item.act} {item.place.id} in {month}" for month in months(item))
    for day in buckets(item):
        yield from keys_of_day(item, named, day)


def keys_of_day(item: Telling, named: Sequence[str], day: int) -> Iterator[str]:
    """What two tellings of one act on near days have in common."""
    if item.matter:
        yield f"{item.act} in {item.matter} {day}"
    for who in sorted(item.heard)[:MOST_NAMED]:
        yield f"{item.act} {who} {day}"
    if item.place and (item.public or not named):
        yield f"{item.act} {item.place.id} {day}"
    if item.public or (item.act in once() and not named):
        yield f"{item.act} {day}"
    for group in () if named else sorted(item.groups):
        yield f"{item.act} the {group} {day}"


def months(item: Telling) -> Iterator[int]:
    """The months, counted from year 0, that a time of at most a season touches."""
    time = item.event.time
    if time and time.earliest and time.latest and (time.days or 0) <= SEASON_DAYS:
        first, last = (day.year * 12 + day.month for day in (time.earliest, time.latest))
        yield from range(first, last + 1)


def buckets(item: Telling) -> Iterator[int]:
    """Runs of days that a time of few days may stand in, if reports disagree; none for a wide or unknown one."""
    time = item.event.time
    if time and time.earliest and time.latest and (time.days or 0) <= MOST_DAYS:
        first = (time.earliest.toordinal() - NEAR_DAYS) // DAYS_IN_BUCKET
        last = (time.latest.toordinal() + NEAR_DAYS) // DAYS_IN_BUCKET
        yield from range(first, last + 1)
