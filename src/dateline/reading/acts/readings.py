"""One act of a sentence with all that takes part in it, before it has a time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from dateline.model import ActorKind, Count, EventContext, EventType, Mention, Participant, Sentence, Status
from dateline.reading.acts.clauses import clause_of, prepositions
from dateline.reading.acts.contents import mode_of
from dateline.reading.acts.counts import Number, counts_for, record
from dateline.reading.acts.dated_acts import has_a_subject
from dateline.reading.acts.frames import argument_positions, arguments
from dateline.reading.acts.own_words import Spoken, piece_around, speaker_among, told_only_there, worth_quoting
from dateline.reading.acts.pair import typed
from dateline.reading.acts.participants import participants, speaking_for
from dateline.reading.acts.places import place_of, place_under, pointed_at, site_of
from dateline.reading.acts.status import SETTING
from dateline.reading.acts.triggers import Trigger
from dateline.reading.chains import ChainIndex
from dateline.reading.parsed import Parse
from dateline.vocabulary import load

_PRONOUNS = frozenset({"it", "its", "they", "them", "their", "he", "him", "his", "she", "her"})
_AWAITING = frozenset({"expect", "await", "hold"})
_ON_THE_SPOT = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.AID, EventType.MOBILIZE, EventType.OTHER})
_OWNERS = frozenset({"speak", "ask", "act"})  # frames whose object may stand for its owner: "praised her courage"


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with all that its acts are read with."""

    parse: Parse
    sentence: Sentence
    index: ChainIndex
    triggers: tuple[Trigger, ...]
    numbers: list[Number]
    spoken: list[Spoken]  # where somebody's own words stand
    contexts: tuple[EventContext, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """An act before it has a time."""

    parse: Parse
    sentence: Sentence
    trigger: Trigger
    type: EventType
    mode: str | None
    status: Status
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    place: Mention | None
    counts: tuple[Count, ...]
    quoted: bool
    contexts: tuple[EventContext, ...]


def read(trigger: Trigger, scene: Scene, on_a_day: bool) -> Reading | None:
    """An act with its participants, place, status and counts; None if nobody and nothing takes part in it.

    `on_a_day`: its verb holds a date.
    """
    parse, index = scene.parse, scene.index
    args = arguments(trigger)
    tokens = [] if trigger.act.lemma in befalling() else [*args.actors, *speaking_for(trigger, parse, index)]
    piece = piece_around(trigger, parse, scene.spoken)
    actors = participants(tokens, parse, index, owners=trigger.act.needs == "somebody")
    actors = (*speaker_among(tokens, piece, parse), *actors)
    known = frozenset(p.chain for p in actors)
    recipients = participants(args.recipients, parse, index, owners=trigger.act.frame in _OWNERS, without=known)
    told_of_self = tuple(p for p in speaker_among(args.recipients, piece, parse) if p.chain not in known)
    recipients = (*told_of_self, *recipients)
    sides = (*actors, *recipients)
    place = place_of(trigger, parse, index, frozenset(p.chain for p in sides if not is_pronoun(p)))
    if place is not None:  # a pronoun does not stand for a name that follows it in its clause: "it left Varia"
        actors = tuple(p for p in actors if not (is_pronoun(p) and p.chain == place.chain))
    if place is None and happens_at_its_object(trigger):
        place = next((m for p in recipients if (m := town(p, index)) is not None), None)
    if place is None and (place := site_of(trigger, parse, index)) is not None:
        recipients = tuple(p for p in recipients if p.chain != place.chain)
    place = place or pointed_at(trigger, parse, index) or left_behind(trigger, parse, index)
    if (
        place is None
        and trigger.act.needs == "somebody"
        and (spot := place_of_its_thing(args.actors, actors, index))
    ):
        place, actors = spot, tuple(p for p in actors if p.chain != spot.chain)
    stated = (on_a_day and has_a_subject(trigger.token)) or trigger.day is not None
    if not enough(trigger, bool(actors), bool(recipients) or stated, place is not None, on_a_day):
        return None
    if trigger.act.needs == "day" and within_another(trigger, scene):
        return None
    if trigger.act.needs in {"several", "phone"} and len(actors) < 2:
        return None
    if trigger.act.needs == "town" and not any(town(p, index) for p in recipients):
        return None
    awaited = trigger.act.frame == "host"
    if trigger.act.needs == "person" and not any(is_person(p, index) for p in (actors if awaited else recipients)):
        return None
    if trigger.act.needs == "person" and awaited and any(c.dep_ == "xcomp" for c in trigger.token.children):
        return None  # "is expected to meet her": what is awaited is the meeting
    quoted = told_only_there(actors, piece)
    if quoted and not worth_quoting(trigger, (*actors, *told_of_self), index):
        return None
    type_, status = typed(trigger)
    counted = counts_for(scene.numbers, trigger.noun or trigger.token, argument_positions(trigger, args))
    return Reading(
        parse=parse,
        sentence=scene.sentence,
        trigger=trigger,
        type=type_,
        mode=mode_of(trigger, type_, scene.triggers),
        status=status,
        actors=actors,
        recipients=recipients,
        place=place,
        counts=tuple(record(parse, number) for number in counted),
        quoted=quoted,
        contexts=scene.contexts,
    )


@cache
def befalling() -> frozenset[str]:
    """What befalls people and towns: it has no actor, whoever its sentence is about."""
    return frozenset(load("plover")["befalling"]["words"])


def place_of_its_thing(tokens: list[Token], actors: tuple[Participant, ...], index: ChainIndex) -> Mention | None:
    """The town of "the bells of Varn rang", which takes no part: its thing does."""
    named = {token.lower_ for token in tokens}
    spots = (found for p in actors if p.words.text.lower() not in named and (found := town(p, index)))
    return next(spots, None)


def within_another(trigger: Trigger, scene: Scene) -> bool:
    """True for a noun under the verb of another act: "cancelled the concert" is told by the verb alone."""
    above = clause_of(trigger.token)
    if trigger.day is not None or above == trigger.token or above.lemma_ in SETTING | _AWAITING:
        return False
    return any(t.token == above and t.noun is None and t.act.needs != "passive" for t in scene.triggers)


def left_behind(trigger: Trigger, parse: Parse, index: ChainIndex) -> Mention | None:
    """Where something sets out from, if its goal is not told: "departed from Varia", "lifted off from Varn"."""
    if not trigger.verbal or not (trigger.act.frame == "move" or trigger.act.type is EventType.OTHER):
        return None
    origins = (inner for word, inner in prepositions(trigger.token) if word == "from")
    return next((found for inner in origins if (found := place_under(inner, parse, index))), None)


def is_pronoun(participant: Participant) -> bool:
    """True if only a pronoun of the third person names a participant here."""
    return participant.words.text.lower() in _PRONOUNS


def happens_at_its_object(trigger: Trigger) -> bool:
    """True for what is done to a town in the town: "shelled", "evacuated", "flooded" it."""
    return trigger.act.frame == "act" and trigger.act.type in _ON_THE_SPOT


def town(participant: Participant, index: ChainIndex) -> Mention | None:
    """The mention of a participant that is a place and no country."""
    mention = index.mention_at(participant.words.span)
    return mention if mention is not None and index.chain(mention.chain).kind is ActorKind.PLACE else None


def is_person(participant: Participant, index: ChainIndex) -> bool:
    """True for somebody with a name who is a person."""
    chain = index.chain(participant.chain)
    return chain.kind is ActorKind.PERSON and bool(chain.names)


def enough(trigger: Trigger, actors: bool, recipients: bool, place: bool, on_a_day: bool) -> bool:
    """True if what the words need to be this act is told."""
    if trigger.act.needs == "place":  # a day does as well: "flew to the valley on Monday"
        return actors and (place or on_a_day)
    if trigger.act.needs == "recipient":
        return actors and recipients
    if trigger.act.needs == "somebody":
        return actors or recipients or place
    return True
