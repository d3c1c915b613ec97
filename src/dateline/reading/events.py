"""Who did what to whom, where and when: one act in one sentence a record.

Words that tell an act are found by the lexicon (vocabulary/plover.toml), what takes part in it by syntax and
frames, and who that is by the report's chains. `acts/` holds each of these ideas in a file of its own. Statements
are quotations and not events; what is done by speaking (to promise, accuse, demand) is both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from spacy.tokens import Span as DocSpan

from dateline.model import (
    Chain,
    Event,
    Mention,
    Paragraph,
    ParagraphKind,
    Quotation,
    Report,
    RoleMention,
    Sentence,
    SpeechKind,
    Timex,
)
from dateline.reading.acts.classifier import Classifier, events_classifier
from dateline.reading.acts.contexts import contexts_in
from dateline.reading.acts.counts import numbers_in
from dateline.reading.acts.dated_acts import act_of, dated_acts, dated_verbs, tells_an_act, with_particle
from dateline.reading.acts.dating import dated
from dateline.reading.acts.deeds import deeds, is_deed
from dateline.reading.acts.event_record import at_home, event, worth_keeping
from dateline.reading.acts.lexicon import Lexicon, plover
from dateline.reading.acts.marks import marks_in, spans_of
from dateline.reading.acts.moved import moved_acts
from dateline.reading.acts.ontology import OwnTypes
from dateline.reading.acts.own_types import own_types
from dateline.reading.acts.own_words import Spoken
from dateline.reading.acts.places import country_of
from dateline.reading.acts.readings import Reading, Scene, read
from dateline.reading.acts.recalled import acts_of_it, with_those_told_before
from dateline.reading.acts.triggers import Trigger, triggers_in, without_repeats
from dateline.reading.acts.unknown import unknown_acts
from dateline.reading.acts.whereabouts import where_it_is_at, with_their_phrases
from dateline.reading.chains import ChainIndex
from dateline.reading.language_model import shared_model
from dateline.reading.parsed import Parse
from dateline.stage import Context, Draft
from dateline.vocabulary import load

Told = tuple[Parse, list[Reading], list[Timex]]  # a paragraph with its acts and its time expressions


class EventStage:
    """Parses, chains, quotations and time expressions in; events out."""

    name: ClassVar[str] = "events"
    version: ClassVar[str] = "16"
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
        paragraphs: list[Told] = []
        parses = told_in_full(draft.of(Parse))
        for parse in parses:
            within = [t for sentence in parse.sentences for t in timexes[sentence.id]]
            readings = list(self._readings(parse, index, spoken, within))
            if readings:
                paragraphs.append((parse, readings, within))
        home = country_of(index)
        told = dated(told_again(paragraphs, index), draft.report.published)
        kept = (each for each in told if worth_keeping(*each))
        for reading, timed in where_it_is_at(kept, parses, index):
            yield event(draft.report, at_home(reading, home), timed)

    def _beyond_lexicon(
        self, piece: DocSpan, parse: Parse, index: ChainIndex, dated_at: frozenset[int]
    ) -> list[Trigger]:
        """Acts by the user's examples, by the classifier, by their day, and by who does them."""
        own = self._own.triggers(piece, self._lexicon) if self._own is not None else []
        return [
            *own,
            *unknown_acts(piece, parse, index, self._lexicon, self._classifier),
            *acts_of_it(piece, dated_at),
            *dated_acts(piece, self._lexicon, dated_at),
            *deeds(piece, parse, index, self._lexicon),
        ]

    def _readings(
        self, parse: Parse, index: ChainIndex, spoken: list[Spoken], timexes: list[Timex]
    ) -> Iterator[Reading]:
        """The acts of a paragraph, without their times."""
        marks = marks_in(parse, timexes, frozenset())
        dated_at = dated_verbs(marks)
        for sentence, piece in zip(parse.sentences, parse.doc.sents, strict=True):
            triggers = without_repeats(triggers_in(piece, self._lexicon))
            triggers = once_each([*triggers, *self._beyond_lexicon(piece, parse, index, dated_at)])
            triggers = once_each(moved_acts(piece, triggers, self._lexicon, marks))
            if not marks:
                triggers = [trigger for trigger in triggers if trigger.act.needs != "day"]
            if not triggers:
                continue
            numbers = numbers_in(parse, piece, spans_of(timexes))
            told = tuple(sorted(triggers, key=lambda t: t.token.i))
            scene = Scene(parse, sentence, index, told, numbers, spoken, contexts_in(piece, parse))
            for trigger in told:
                on_a_day = trigger.token.i in dated_at
                reading = read(trigger, scene, on_a_day)
                told_plainly = on_a_day and tells_an_act(trigger.token)
                if (
                    reading is None
                    and trigger.act.needs
                    and (told_plainly or is_deed(trigger.token, parse, index))
                ):
                    plain = act_of(with_particle(trigger.token))  # what its words need is not told
                    reading = read(replace(trigger, act=plain), scene, on_a_day)
                if reading is not None:
                    yield reading


def once_each(triggers: list[Trigger]) -> list[Trigger]:
    """One trigger a word, the first."""
    first: dict[int, Trigger] = {}
    for trigger in triggers:
        first.setdefault(trigger.token.i, trigger)
    return list(first.values())


def told_again(paragraphs: list[Told], index: ChainIndex) -> list[Told]:
    """The paragraphs with those who take part in acts told before in the report, or are named deep in phrases."""
    readings = with_their_phrases(with_those_told_before(r for _, told, _ in paragraphs for r in told), index)
    found: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        found[reading.parse.paragraph.id].append(reading)
    return [(parse, found[parse.paragraph.id], within) for parse, _, within in paragraphs]


def told_in_full(parses: tuple[Parse, ...]) -> tuple[Parse, ...]:
    """The paragraphs of the body; headings, which tell it in a telegram's grammar, only where there is no body."""
    body = tuple(parse for parse in parses if parse.paragraph.kind is ParagraphKind.BODY)
    return body or parses


def spoken_spans(quotations: tuple[Quotation, ...]) -> list[Spoken]:
    """Where whole clauses are somebody's own words, and whose."""
    return [
        Spoken(piece.span, q.speaker) for q in quotations if q.kind is SpeechKind.DIRECT for piece in q.contents
    ]
