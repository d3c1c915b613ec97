"""What was read from one report, by the places where it stands in the text: without a look at any other report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from dateline.model import Chain, Event, LinkKind, Mention, Origin, Quotation, Report, Timex
from dateline.span import Span
from dateline.story.lookup.directory import NOBODY
from dateline.story.lookup.phrases import DOT, spoken
from dateline.story.story import Story
from dateline.story.wording import date_in_words, list_in_words, speaking_in_words


class Layer(StrEnum):
    """Kinds of things that are read from a text."""

    QUOTATIONS = "quotations"
    EVENTS = "events"
    TIMES = "times"
    MENTIONS = "mentions"


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that was read: the words it stands in, and what it was read as."""

    layer: Layer
    id: str  # of the record: for a mention the actor, if it was joined to one
    spans: tuple[Span, ...]  # in text order
    words: str  # of the report
    says: str  # our reading: who said, the act with who took part, the days, the name


@dataclass(frozen=True, eq=False)
class InReport:
    """One report's readings; each layer is read when it is asked for."""

    story: Story
    report: Report

    def of(self, layer: Layer) -> tuple[Reading, ...]:
        """The readings of a layer, in text order."""
        make = {
            Layer.QUOTATIONS: self._quotations,
            Layer.EVENTS: self._events,
            Layer.TIMES: self._times,
            Layer.MENTIONS: self._mentions,
        }[layer]
        return tuple(sorted(make(), key=lambda reading: (reading.spans, reading.id)))

    @property
    def origin(self) -> Origin | None:
        """What its text counts as."""
        for link in self.story.links(self.report.id):
            found = self.story.get(link.target) if link.kind is LinkKind.ORIGIN else None
            if isinstance(found, Origin):
                return found
        return None

    def _quotations(self) -> Iterator[Reading]:
        for given in self.story.in_report(Quotation, self.report.id):
            who = self._somebody(given.speaker) or (given.source.text if given.source else NOBODY)
            other = self._somebody(given.other_speaker)
            verb = speaking_in_words(given.stance.value, negated=given.negated)
            says = f"{who} or {other} {verb}" if other else f"{who} {verb}"
            spans = tuple(content.span for content in given.contents)
            yield Reading(Layer.QUOTATIONS, given.id, spans, spoken(given), says)

    def _events(self) -> Iterator[Reading]:
        for given in self.story.in_report(Event, self.report.id):
            who = list_in_words([self._name(one.chain) for one in given.actors])
            whom = list_in_words([self._name(one.chain) for one in given.recipients])
            where = self._somebody(given.place) or ""
            says = DOT.join(part for part in (who, given.lemma, whom, where) if part)
            yield Reading(Layer.EVENTS, given.id, (given.words.span,), given.words.text, says)

    def _times(self) -> Iterator[Reading]:
        for given in self.story.in_report(Timex, self.report.id):
            says = date_in_words(given.time) if given.time else given.value
            yield Reading(Layer.TIMES, given.id, (given.words.span,), given.words.text, says)

    def _mentions(self) -> Iterator[Reading]:
        for given in self.story.in_report(Mention, self.report.id):
            actor = self.story.actor_of(given.chain)
            id_, name = (actor.id, actor.name) if actor else (given.id, self._chains[given.chain].name)
            yield Reading(Layer.MENTIONS, id_, (given.words.span,), given.words.text, name)

    def _somebody(self, chain: str | None) -> str | None:
        return self._name(chain) if chain else None

    def _name(self, chain: str) -> str:
        actor = self.story.actor_of(chain)
        return actor.name if actor else self._chains[chain].name

    @cached_property
    def _chains(self) -> dict[str, Chain]:
        return {chain.id: chain for chain in self.story.in_report(Chain, self.report.id)}
