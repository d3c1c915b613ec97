"""Who did what to whom, where and when: one act in one sentence a record.

Words that tell an act are found by the lexicon (vocabulary/plover.toml), what takes part in it by syntax and
frames, and who that is by the report's chains. `acts/` holds each of these ideas in a file of its own. Statements
are quotations and not events; what is done by speaking (to promise, accuse, demand) is both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from spacy.tokens import Span as DocSpan

from dateline.fuzzydate import FuzzyDate
from dateline.ids import content_id
from dateline.model import (
    ActorKind,
    Chain,
    Count,
    Event,
    EventType,
    Mention,
    Paragraph,
    ParagraphKind,
    Participant,
    Quotation,
    Report,
    RoleMention,
    Sentence,
    SpeechKind,
    Status,
    Timex,
)
from dateline.reading.acts.classifier import Classifier, events_classifier
from dateline.reading.acts.clauses import prepositions
from dateline.reading.acts.counts import Number, counts_for, numbers_in, record
from dateline.reading.acts.dated_acts import (
    act_of,
    dated_acts,
    dated_verbs,
    has_a_subject,
    tells_an_act,
    with_particle,
)
from dateline.reading.acts.frames import argument_positions, arguments
from dateline.reading.acts.lexicon import Lexicon, plover
from dateline.reading.acts.narrative import ALLUDED, Narrative, time_above
from dateline.reading.acts.ontology import OwnTypes
from dateline.reading.acts.own_types import own_types
from dateline.reading.acts.pair import typed
from dateline.reading.acts.participants import participants, speaking_for
from dateline.reading.acts.places import country_of, place_of, place_under, pointed_at, site_of
from dateline.reading.acts.times import Mark, Timed, explicit, finite_tense, marks_in, spans_of
from dateline.reading.acts.triggers import Trigger, triggers_in, without_repeats
from dateline.reading.acts.unknown import unknown_acts
from dateline.reading.chains import ChainIndex
from dateline.reading.language_model import shared_model
from dateline.reading.parsed import Parse
from dateline.span import Span
from dateline.stage import Context, Draft
from dateline.vocabulary import load

_PRONOUNS = frozenset({"it", "its", "they", "them", "their", "he", "him", "his", "she", "her"})
_UNREAL = frozenset({Status.HYPOTHETICAL, Status.NEGATED})
_GIVING = frozenset({EventType.CONCEDE, EventType.RETREAT, EventType.AID, EventType.SUPPORT, EventType.COOPERATE})
_ON_THE_SPOT = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.AID, EventType.MOBILIZE, EventType.OTHER})
_OWNERS = frozenset({"speak", "ask", "act"})  # frames whose object may stand for its owner: "praised her courage"
VERB, NOUN = 0.8, 0.65  # how sure a trigger is by itself: a noun tells less of who and when
UNDATED, QUOTED, ALONE = (
    0.1,
    0.2,
    0.15,
)  # taken off: no expression dates it; told inside a quotation; one participant only


@dataclass(frozen=True, slots=True)
class Reading:
    """An act before it has a time."""

    parse: Parse
    sentence: Sentence
    trigger: Trigger
    type: EventType
    status: Status
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    place: Mention | None
    counts: tuple[Count, ...]
    quoted: bool


class EventStage:
    """Parses, chains, quotations and time expressions in; events out."""

    name: ClassVar[str] = "events"
    version: ClassVar[str] = "3"
    reads: ClassVar[tuple[type, ...]] = (
        Report, Paragraph, Sentence, Timex, Chain, Mention, RoleMention, Quotation, Parse,
    )  # fmt: skip
    writes: ClassVar[tuple[type, ...]] = (Event,)

    def open(self, context: Context) -> None:
        """Load the lexicon and the classifier."""
        own = own_types(context.settings.ontology)
        self._lexicon: Lexicon = Lexicon(load("plover"), [type_.table for type_ in own]) if own else plover()
        self._own = OwnTypes(own, shared_model(context)) if own else None
        self._classifier: Classifier = events_classifier()

    def run(self, draft: Draft) -> Iterator[Event]:
        """The acts of a report in text order."""
        timexes: dict[str, list[Timex]] = defaultdict(list)
        for timex in draft.of(Timex):
            timexes[timex.sentence].append(timex)
        index, spoken = ChainIndex(draft), spoken_spans(draft.of(Quotation))
        paragraphs: list[tuple[Parse, list[Reading], list[Timex]]] = []
        for parse in told_in_full(draft.of(Parse)):
            within = [t for sentence in parse.sentences for t in timexes[sentence.id]]
            readings = list(self._readings(parse, index, spoken, within))
            if readings:
                paragraphs.append((parse, readings, within))
        yield from dated(draft.report, paragraphs, country_of(index))

    def _beyond_lexicon(
        self, piece: DocSpan, parse: Parse, index: ChainIndex, dated_at: frozenset[int]
    ) -> list[Trigger]:
        """Acts by the user's examples, what the classifier is sure of among the rest, and what has a day."""
        own = self._own.triggers(piece, self._lexicon) if self._own is not None else []
        known = {trigger.token.i for trigger in own}
        rest = unknown_acts(piece, parse, index, self._lexicon, self._classifier)
        found = [*own, *(trigger for trigger in rest if trigger.token.i not in known)]
        known = {trigger.token.i for trigger in found}
        rest = dated_acts(piece, self._lexicon, dated_at)
        return [*found, *(trigger for trigger in rest if trigger.token.i not in known)]

    def _readings(
        self, parse: Parse, index: ChainIndex, spoken: list[Span], timexes: list[Timex]
    ) -> Iterator[Reading]:
        """The acts of a paragraph, without their times."""
        dated_at = dated_verbs(parse, timexes)
        for sentence, piece in zip(parse.sentences, parse.doc.sents, strict=True):
            triggers = without_repeats(triggers_in(piece, self._lexicon))
            triggers += self._beyond_lexicon(piece, parse, index, dated_at)
            if not triggers:
                continue
            numbers = numbers_in(parse, piece, spans_of(timexes))
            for trigger in sorted(triggers, key=lambda t: t.token.i):
                on_a_day = trigger.token.i in dated_at
                reading = read(trigger, parse, sentence, index, numbers, spoken, on_a_day)
                if reading is None and on_a_day and trigger.act.needs and tells_an_act(trigger.token):
                    plain = replace(
                        trigger, act=act_of(with_particle(trigger.token))
                    )  # what its words need is not told
                    reading = read(plain, parse, sentence, index, numbers, spoken, on_a_day)
                if reading is not None:
                    yield reading


def told_in_full(parses: tuple[Parse, ...]) -> tuple[Parse, ...]:
    """The paragraphs of the body; headings, which tell it in a telegram's grammar, only where there is no body."""
    body = tuple(parse for parse in parses if parse.paragraph.kind is ParagraphKind.BODY)
    return body or parses


def spoken_spans(quotations: tuple[Quotation, ...]) -> list[Span]:
    """Where whole clauses are somebody's own words."""
    return [piece.span for q in quotations if q.kind is SpeechKind.DIRECT for piece in q.contents]


def read(
    trigger: Trigger,
    parse: Parse,
    sentence: Sentence,
    index: ChainIndex,
    numbers: list[Number],
    spoken: list[Span],
    on_a_day: bool,
) -> Reading | None:
    """An act with its participants, place, status and counts; None if nobody and nothing takes part in it.

    `on_a_day`: its verb holds a date.
    """
    args = arguments(trigger)
    tokens = [*args.actors, *speaking_for(trigger, parse, index)]
    actors = participants(tokens, parse, index, owners=trigger.act.needs == "somebody")
    known = frozenset(p.chain for p in actors)
    recipients = participants(args.recipients, parse, index, owners=trigger.act.frame in _OWNERS, without=known)
    sides = (*actors, *recipients)
    place = place_of(trigger, parse, index, frozenset(p.chain for p in sides if not is_pronoun(p)))
    if place is not None:  # a pronoun does not stand for a name that follows it in its clause: "it left Varia"
        actors = tuple(p for p in actors if not (is_pronoun(p) and p.chain == place.chain))
    if place is None and happens_at_its_object(trigger):
        place = next((m for p in recipients if (m := town(p, index)) is not None), None)
    if place is None and (place := site_of(trigger, parse, index)) is not None:
        recipients = tuple(p for p in recipients if p.chain != place.chain)
    place = place or pointed_at(trigger, parse, index) or left_behind(trigger, parse, index)
    stated = on_a_day and has_a_subject(trigger.token)
    if not enough(trigger, bool(actors), bool(recipients) or stated, place is not None, on_a_day):
        return None
    if trigger.act.needs == "several" and len(actors) < 2:
        return None
    if trigger.act.needs == "town" and not any(town(p, index) for p in recipients):
        return None
    if trigger.act.needs == "person" and not any(
        is_person(p, index) for p in (actors if trigger.act.frame == "host" else recipients)
    ):
        return None
    quoted = spoken_by_another(trigger, actors, parse, spoken)
    if quoted and not worth_quoting(trigger, actors, index):
        return None
    type_, status = typed(trigger)
    counted = counts_for(numbers, trigger.noun or trigger.token, argument_positions(trigger, args))
    return Reading(
        parse, sentence, trigger, type_, status, actors, recipients, place,
        tuple(record(parse, number) for number in counted), quoted,
    )  # fmt: skip


def left_behind(trigger: Trigger, parse: Parse, index: ChainIndex) -> Mention | None:
    """Where somebody goes away from, for a journey whose goal is not told: "departed from Varia"."""
    if trigger.act.frame != "move" or not trigger.verbal:
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


def spoken_by_another(trigger: Trigger, actors: tuple[Participant, ...], parse: Parse, spoken: list[Span]) -> bool:
    """True if the act is told in somebody's own words: in quotation marks, with no actor outside them."""
    start = parse.offset + trigger.token.idx
    for span in spoken:
        if span.covers(Span(start, start + len(trigger.token))):
            return all(span.covers(actor.words.span) for actor in actors)
    return False


def worth_quoting(trigger: Trigger, actors: tuple[Participant, ...], index: ChainIndex) -> bool:
    """Of what is told in direct speech only past acts of somebody with a name; the rest is wish and threat."""
    named = any(index.chain(p.chain).names for p in actors)
    return named and finite_tense(trigger.token) in {"past", "perfect", "pluperfect"}


# --- times, over the whole report


def dated(
    report: Report, paragraphs: list[tuple[Parse, list[Reading], list[Timex]]], home: Mention | None
) -> Iterator[Event]:
    """Events with their times: first what expressions date, in the whole report, then what follows from that."""
    narrative = Narrative(report.published)
    told: list[tuple[dict[int, Timed], list[Mark]]] = []
    for parse, readings, timexes in paragraphs:
        positions = frozenset(r.trigger.token.i for r in readings)
        marks = marks_in(parse, timexes, positions)
        times: dict[int, Timed] = {}
        for reading in readings:
            here = [m for m in marks if reading.sentence.words.span.covers(m.timex.words.span)]
            found = explicit(reading.trigger, reading.status, here, positions, narrative.published)
            if found is not None:
                found = narrative.until_now(narrative.office(found), reading.status, reading.trigger)
                times[reading.trigger.token.i] = found
                narrative.remember(reading.trigger, found)
        told.append((times, marks))
    for (_, readings, _), (times, marks) in zip(paragraphs, told, strict=True):
        narrative.begin_paragraph()
        acts = {r.trigger.token.i: r.trigger for r in readings}
        passed = 0
        for reading in sorted(readings, key=order_of_time):
            at = reading.trigger.token.i
            begins = reading.trigger.token.sent.start
            narrative.pass_by(m for m in marks if passed <= m.root.i < begins and m.holder.i not in acts)
            passed = begins
            if at not in times:
                times[at] = inferred(reading, narrative, acts, times)
            elif reading.status is Status.HAPPENED:
                narrative.move_to(reading.trigger, times[at])
        for reading in readings:
            timed = times[reading.trigger.token.i]
            if worth_keeping(reading, timed):
                yield event(report, at_home(reading, home), timed)


def order_of_time(reading: Reading) -> tuple[int, int, int]:
    """Sentence by sentence, and in each what governs before what is governed."""
    token = reading.trigger.token
    return reading.sentence.number, sum(1 for _ in token.ancestors), token.i


def inferred(reading: Reading, narrative: Narrative, acts: dict[int, Trigger], times: dict[int, Timed]) -> Timed:
    """The time of an act that no expression dates: from other acts first, then from the running day."""
    trigger = reading.trigger
    return (
        narrative.told_after(trigger, acts, times)
        or narrative.same_act(trigger, reading.status)
        or (narrative.along(trigger, times) if reading.status is Status.HAPPENED else None)
        or narrative.undated(trigger, reading.status, time_above(trigger.token, times))
    )


def worth_keeping(reading: Reading, timed: Timed) -> bool:
    """What is too thinly told to be found again is left out: a topic without people, place and date, and the like.

    An act that did not or may not happen, and one that a noun only alludes to, must name two who take part
    (a number of them is one), a place or a date.
    """
    people = len(reading.actors) + len(reading.recipients) + len(reading.counts)
    if timed.timex is not None and (timed.rule == "with its word" or reading.type is EventType.ELECTION):
        return True
    if people == 0 and reading.place is None:
        return False
    thin = people < 2 and reading.place is None and timed.timex is None
    if reading.status is Status.NEGATED and reading.type in _GIVING and reading.actors:
        return True  # to refuse it is an act of its own: "will not lift the curfew"
    return not (thin and (reading.status in _UNREAL or timed.rule == ALLUDED))


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
        lemma=trigger.act.lemma if trigger.noun is None else f"{trigger.act.lemma} {trigger.token.lemma_.lower()}",
        type=reading.type,
        mode=trigger.act.mode if reading.type is trigger.act.type else None,
        status=status_at(reading, timed.time, report.published),
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
    )


def rule_of(trigger: Trigger) -> str:
    """The lexicon's entry and frame, or the features that decided the classifier."""
    word = f"{'verb' if trigger.verbal else 'noun'} {trigger.act.lemma!r}"
    if trigger.because:
        return f"{word}, {', '.join(trigger.because)}"
    return f"{word}, frame {trigger.act.frame}"


def status_at(reading: Reading, time: FuzzyDate | None, published: FuzzyDate | None) -> Status:
    """What lies wholly after publication has not happened yet, unless a verb tells it in the past."""
    if reading.status is Status.HAPPENED and time and published and time.earliest and published.latest:
        trigger = reading.trigger
        told_past = trigger.verbal and finite_tense(trigger.token) in {"past", "perfect", "pluperfect"}
        if time.earliest > published.latest and (trigger.noun or not told_past):
            return Status.PLANNED
    return reading.status


def confidence(reading: Reading, timed: Timed) -> float:
    """0 to 1, from the kind of trigger, how it is dated, where it stands and how many take part."""
    score = VERB if reading.trigger.verbal else NOUN
    score -= UNDATED * (timed.timex is None)
    score -= QUOTED * reading.quoted
    score -= ALONE * (len(reading.actors) + len(reading.recipients) < 2)
    return round(max(score, 0.0), 4)
