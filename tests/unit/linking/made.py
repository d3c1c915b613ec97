"""Records made by hand for the tests of corpus stages: small reports, and what was read in them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace

from dateline.fuzzydate import FuzzyDate
from dateline.ids import content_id
from dateline.linking.provenance import Provenance
from dateline.linking.who import Who
from dateline.model import (
    Actor,
    ActorKind,
    ActorName,
    Chain,
    Count,
    Event,
    EventType,
    Link,
    LinkKind,
    Paragraph,
    ParagraphKind,
    Participant,
    Quotation,
    Report,
    Sentence,
    SpeechKind,
    Stance,
    Status,
)
from dateline.span import Words
from dateline.testing import arrival


def day(iso: str) -> FuzzyDate:
    return FuzzyDate.day(dt.date.fromisoformat(iso))


def days(first: str, last: str) -> FuzzyDate:
    return FuzzyDate.between(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


def report(text: str, published: str | None = "2030-05-14", *, agencies: tuple[str, ...] = ()) -> Report:
    return replace(arrival(text, published=published).report, agencies=agencies)


def paragraphs(of: Report) -> list[Paragraph]:
    return [
        Paragraph(
            id=content_id("p", of.id, match.start()),
            report=of.id,
            number=number,
            words=Words.cut(of.text, *match.span()),
            kind=ParagraphKind.BODY,
        )
        for number, match in enumerate(re.finditer(r"[^\n]+", of.text))
    ]


def words_in(of: Report, text: str) -> Words:
    start = of.text.index(text)
    return Words(start, start + len(text), text)


def chain_id(of: Report, name: str) -> str:
    return content_id("n", of.id, name)


def quotation(
    of: Report,
    *texts: str,
    by: str | None = None,
    via: str | None = None,
    kind: SpeechKind = SpeechKind.DIRECT,
    stance: Stance = Stance.STATES,
    negated: bool = False,
    source: str | None = None,
) -> Quotation:
    contents = tuple(words_in(of, text) for text in texts)
    return Quotation(
        id=content_id("q", of.id, contents[0].start, by),
        report=of.id,
        sentence=content_id("s", of.id, 0),
        kind=kind,
        contents=contents,
        source=words_in(of, source) if source else None,
        cue=None,
        cue_lemma=None,
        addressee=None,
        via=via,
        stance=stance,
        negated=negated,
        speaker=chain_id(of, by) if by else None,
        other_speaker=None,
        rule="by hand",
        confidence=1.0,
        anomaly=None,
        anomaly_reason=None,
    )


def quotations(of: Report, *, by: str | None = None) -> list[Quotation]:
    """Everything in curly quotation marks."""
    return [quotation(of, match[1], by=by) for match in re.finditer(r"“([^”]+)”", of.text)]


def sentences_of(of: Report) -> list[Sentence]:
    """Cut after each full stop: enough for what a corpus stage asks of a sentence."""
    return [
        Sentence(
            id=content_id("s", of.id, number),
            report=of.id,
            paragraph=content_id("p", of.id, 0),
            number=number,
            words=Words.cut(of.text, *match.span()),
        )
        for number, match in enumerate(re.finditer(r"[^.\s][^.]*\.?", of.text))
    ]


def sentence_at(of: Report, words: Words) -> Sentence:
    return next(s for s in sentences_of(of) if s.words.span.covers(words.span))


def event(
    of: Report,
    trigger: str,
    type_: EventType,
    *,
    lemma: str | None = None,
    mode: str | None = None,
    actors: Iterable[str] = (),
    recipients: Iterable[str] = (),
    place: str | None = None,
    time: FuzzyDate | None = None,
    status: Status = Status.HAPPENED,
    counts: tuple[Count, ...] = (),
) -> Event:
    def taking_part(names: Iterable[str]) -> tuple[Participant, ...]:
        return tuple(Participant(chain_id(of, name), words_in(of, trigger)) for name in names)

    words = words_in(of, trigger)
    return Event(
        id=content_id("e", of.id, words.start, lemma or trigger),
        report=of.id,
        sentence=sentence_at(of, words).id,
        words=words,
        lemma=lemma or trigger,
        type=type_,
        mode=mode,
        status=status,
        actors=taking_part(actors),
        recipients=taking_part(recipients),
        place=chain_id(of, place) if place else None,
        place_words=words if place else None,
        time=time,
        timex=None,
        time_rule="by hand",
        counts=counts,
        rule="by hand",
        confidence=1.0,
    )


def count(low: float, high: float | None, unit: str) -> Count:
    return Count(Words(0, 0, ""), low, high, False, unit)


KINDS = {
    "the police": ActorKind.GROUP,
    "protesters": ActorKind.GROUP,
    "Varn": ActorKind.PLACE,
    "Selby": ActorKind.PLACE,
}


def actor(name: str) -> Actor:
    return Actor(
        id=content_id("a", name),
        name=name,
        names=(ActorName(name, 1),),
        kind=KINDS.get(name, ActorKind.PERSON),
        kind_score=1.0,
        gender=None,
        country=None,
    )


def chain(of: Report, name: str) -> Chain:
    return Chain(
        id=chain_id(of, name),
        report=of.id,
        name=name,
        names=(name,),
        kind=actor(name).kind,
        kind_score=1.0,
        gender=None,
        plural=False,
    )


def who(reports: Iterable[Report], *names: str) -> Who:
    """Every name is one actor in all reports."""
    reports = list(reports)
    links = [
        Link(
            id=content_id("l", r.id, name),
            kind=LinkKind.ACTOR,
            member=chain_id(r, name),
            target=actor(name).id,
            score=1.0,
            reasons=("same name",),
        )
        for r in reports
        for name in names
    ]
    return Who(map(actor, names), links, [chain(r, name) for r in reports for name in names])


def own_origins(reports: Iterable[Report]) -> Provenance:
    """Every report is an origin of its own."""
    links = [
        Link(
            id=content_id("l", r.id),
            kind=LinkKind.ORIGIN,
            member=r.id,
            target=content_id("o", r.id),
            score=1.0,
            reasons=("alone",),
        )
        for r in reports
    ]
    return Provenance(links, ())
