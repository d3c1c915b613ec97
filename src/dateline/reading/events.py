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
from dateline.reading.acts.event_record import at_home, event, worth_keeping
from dateline.reading.acts.lexicon import Lexicon, plover
from dateline.reading.acts.marks import spans_of
from dateline.reading.acts.ontology import OwnTypes
from dateline.reading.acts.own_types import own_types
from dateline.reading.acts.places import country_of
from dateline.reading.acts.readings import Reading, Scene, read
from dateline.reading.acts.triggers import Trigger, triggers_in, without_repeats
from dateline.reading.acts.unknown import unknown_acts
from dateline.reading.chains import ChainIndex
from dateline.reading.language_model import shared_model
from dateline.reading.parsed import Parse
from dateline.span import Span
from dateline.stage import Context, Draft
from dateline.vocabulary import load


class EventStage:
    """Parses, chains, quotations and time expressions in; events out."""

    name: ClassVar[str] = "events"
    version: ClassVar[str] = "7"
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
        home = country_of(index)
        for reading, timed in dated(paragraphs, draft.report.published):
            if worth_keeping(reading, timed):
                yield event(draft.report, at_home(reading, home), timed)

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
            told = tuple(sorted(triggers, key=lambda t: t.token.i))
            scene = Scene(parse, sentence, index, told, numbers, spoken, contexts_in(piece, parse))
            for trigger in told:
                on_a_day = trigger.token.i in dated_at
                reading = read(trigger, scene, on_a_day)
                if reading is None and on_a_day and trigger.act.needs and tells_an_act(trigger.token):
                    plain = act_of(with_particle(trigger.token))  # what its words need is not told
                    reading = read(replace(trigger, act=plain), scene, on_a_day)
                if reading is not None:
                    yield reading


def told_in_full(parses: tuple[Parse, ...]) -> tuple[Parse, ...]:
    """The paragraphs of the body; headings, which tell it in a telegram's grammar, only where there is no body."""
    body = tuple(parse for parse in parses if parse.paragraph.kind is ParagraphKind.BODY)
    return body or parses


def spoken_spans(quotations: tuple[Quotation, ...]) -> list[Span]:
    """Where whole clauses are somebody's own words."""
    return [piece.span for q in quotations if q.kind is SpeechKind.DIRECT for piece in q.contents]
