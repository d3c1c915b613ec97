"""Acts that are told again: "The strike began on Monday", "The trial opens on 3 June. It was first set for 3 May".

Who takes part in such an act was told before in the report; here stands only its noun, or a pronoun. An act that a
pronoun tells is kept only if there is one that it can mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from dateline.model import EventType
from dateline.reading.acts.clauses import obj, own_subject, prepositions, subject
from dateline.reading.acts.lexicon import Act
from dateline.reading.acts.readings import Reading
from dateline.reading.acts.status import SETTING, is_set_for_a_day, light_verbs
from dateline.reading.acts.triggers import PHASES, Trigger

TOLD_BEFORE = "told before"  # what an act needs that a pronoun tells
_IT = frozenset({"it", "this"})
_DEFINITE = frozenset({"the", "this", "that", "its", "their", "his", "her", "these", "those"})
_NEAR = 1  # paragraphs between an act and the noun that means it again, where the nouns differ
_ABOUT = frozenset({"for", "on", "to", "in"})
_DECIDING = frozenset({"vote", "agree", "call", "decide", "threaten", "arrange"})
_BEGINNING = PHASES | {"open", "take", "close", "reopen", "restart", "play"}


def acts_of_it(sentence: DocSpan, dated: frozenset[int]) -> Iterator[Trigger]:
    """Triggers for "it was set for Friday" and "it will resume on Friday".

    `dated`: positions of verbs that hold a date.
    """
    for verb in sentence if dated else ():
        if verb.pos_ != "VERB" or not (verb.i in dated or verb.head.i in dated) or does_something(verb):
            continue
        clause = verb
        while clause.dep_ in {"xcomp", "acomp"} and own_subject(clause) is None:
            clause = clause.head
        first, lemma = own_subject(clause), verb.lemma_.lower()
        if first is None or first.lower_ not in _IT:
            continue
        if is_set_for_a_day(verb) if lemma in SETTING else lemma in _BEGINNING:
            act = Act(EventType.OTHER, None, "solo", None, TOLD_BEFORE, False, (lemma,), frozenset())
            yield Trigger(verb, act)


def does_something(verb: Token) -> bool:
    """True for a verb with an object: "it would close its yard" tells an act of its own; "take place" does not."""
    direct = obj(verb)
    return direct is not None and direct.lower_ != "place"


def with_those_told_before(readings: Iterable[Reading]) -> Iterator[Reading]:
    """The readings of a report, in text order, with those who take part in what is told again."""
    known: dict[str, Reading] = {}
    of_type: dict[tuple[EventType, str | None], Reading] = {}
    last: Reading | None = None
    for reading in readings:
        told = reading
        if reading.trigger.act.needs == TOLD_BEFORE and not reading.actors:
            if last is None:
                continue
            told = replace(with_parties(reading, last), type=last.type, mode=last.mode)
        elif not (reading.actors or reading.recipients) and (name := told_again(reading.trigger)):
            again = known.get(name) or nearby(reading, of_type.get((reading.type, reading.mode)))
            told = with_parties(reading, again) if again is not None else reading
        if told.actors or told.recipients or told.place is not None:
            known |= dict.fromkeys(names_of(told.trigger), told)
            of_type[told.type, told.mode] = told
            if told.trigger.act.needs != TOLD_BEFORE and is_subject_act(told.trigger):
                last = told
        yield told


def nearby(reading: Reading, other: Reading | None) -> Reading | None:
    """An act of the same type and mode shortly before: "Nurses walked to the port. The march had been called"."""
    if other is None or reading.type is EventType.OTHER:
        return None
    near = reading.parse.paragraph.number - other.parse.paragraph.number <= _NEAR
    return other if near else None


def with_parties(reading: Reading, other: Reading) -> Reading:
    """A reading with those who take part in another, and its place if it has none of its own."""
    place = reading.place or other.place
    return replace(reading, actors=other.actors, recipients=other.recipients, place=place)


def names_of(trigger: Trigger) -> Iterator[str]:
    """Lemmas by which an act may be named again: its own word, the strike of "voted for a strike"."""
    word = trigger.noun or trigger.token
    yield word.lemma_.lower()
    if word.pos_ == "VERB" and word.lemma_.lower() in light_verbs() | _DECIDING:
        direct = obj(word)
        under = [inner for preposition, inner in prepositions(word) if preposition in _ABOUT]
        yield from (each.lemma_.lower() for each in (*under, direct) if each is not None and each.pos_ == "NOUN")


def told_again(trigger: Trigger) -> str:
    """The noun of an act that the report must have told: "the strike"; "" for what is told as new."""
    if trigger.act.type is EventType.ELECTION:  # who votes is known by where it is
        return ""
    noun = trigger.noun or trigger.token
    definite = any(c.dep_ in {"det", "poss"} and c.lower_ in _DEFINITE for c in noun.children)
    return noun.lemma_.lower() if noun.pos_ == "NOUN" and definite else ""


def is_subject_act(trigger: Trigger) -> bool:
    """True for an act that its sentence is about: a later "it" may mean it."""
    noun = trigger.noun or trigger.token
    if noun.pos_ == "NOUN":
        return noun.dep_ in {"nsubj", "nsubjpass", "dobj"}
    first: Token | None = subject(noun)
    return first is not None and first.pos_ == "NOUN"
