"""What can be checked: dates, numbers, places and participants of events, who said what, what was stated, roles.

A claim is one value, however many reports give it; behind it stand the words of each, with the origin they count
for. Values that differ are different claims. Whether they can all hold is the next stage's question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain as both
from typing import ClassVar

from dateline.fuzzydate import FuzzyDate
from dateline.ids import content_id
from dateline.linking.accounts.corrected import corrected
from dateline.linking.accounts.differing import Differing, differing_accounts
from dateline.linking.accounts.told import Accounts
from dateline.linking.acts.counted import in_figures, scope
from dateline.linking.acts.telling import states_place
from dateline.linking.chronology import Chronology
from dateline.linking.figures.disputed import Disputed, Homes, disputed
from dateline.linking.provenance import Provenance
from dateline.linking.settled import Settled
from dateline.linking.speech.contradictions import Contradiction, contradictions
from dateline.linking.speech.offices import Offices, two_offices
from dateline.linking.speech.opposition import oppositions
from dateline.linking.speech.printings import differing, text_of
from dateline.linking.speech.propositions import Propositions
from dateline.linking.speech.role_holders import RoleHolders
from dateline.linking.speech.statements import Statement, statements
from dateline.linking.who import Who
from dateline.linking.writing import write_unit
from dateline.model import (
    Actor,
    Aspect,
    Chain,
    Claim,
    CopyGroup,
    Event,
    Link,
    Mention,
    MergedEvent,
    Quotation,
    Record,
    Report,
    Role,
    RoleMention,
    Sentence,
    Support,
    Timex,
    Utterance,
)
from dateline.span import Grounding, Words
from dateline.story import Story, Writer


@dataclass(frozen=True, slots=True)
class Ground:
    """The words of one report that give a value."""

    member: str  # the event, quotation or role it was read from
    report: str
    words: Words
    grounding: Grounding


@dataclass(frozen=True, slots=True)
class Value:
    """A value of one cell of a merged record."""

    aspect: Aspect
    text: str
    actor: str | None = None
    time: FuzzyDate | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None


REFERS_BACK = frozenset({"since", "after", "before", "until", "following"})  # from a place to another act

Given = Iterator[tuple[Value, Ground]]


class ClaimStage(Settled):
    """Merged events, utterances and roles in; their values with support out."""

    name: ClassVar[str] = "claims"
    version: ClassVar[str] = "19"
    reads: ClassVar[tuple[type, ...]] = (
        *(MergedEvent, Utterance, Role, Event, Quotation, Sentence, Timex, RoleMention),
        *(Report, Chain, Mention, Actor, CopyGroup, Link),
    )
    writes: ClassVar[tuple[type, ...]] = (Claim, Support)

    def run(self, story: Story, out: Writer) -> None:
        """One unit for each merged event, utterance and role."""
        links = story.all(Link)
        who = Who(story.all(Actor), links, story.all(Chain))
        provenance = Provenance(links, story.all(CopyGroup))
        events = {event.id: event for event in story.all(Event)}
        timexes = {timex.id: timex for timex in story.all(Timex)}
        sentences = {sentence.id: sentence for sentence in story.all(Sentence)}
        titles = story.all(RoleMention)
        holders, bearers = RoleHolders(titles, who), by_bearer(titles, who)
        quotations = {quotation.id: quotation for quotation in story.all(Quotation)}
        stated = [statement for quotation in quotations.values() for statement in statements(quotation)]
        order = Chronology(story.all(Report))
        pairs = oppositions(stated, sentences.values(), who, order, self.settings.block_limit)
        opposed = by_quotation(statement for pair in pairs for statement in (pair.first, pair.second))
        homes = Homes(quotations.values(), events.values(), story.all(MergedEvent), story.all(Utterance))
        numbers = disputed(sentences.values(), order, self.settings.block_limit)
        figures = by_home(numbers, homes)
        told = Propositions(quotations.values(), story.all(Mention), story.all(RoleMention), timexes.values(), who)
        contrary = contradictions(told.of(sentences.values()), order, self.settings.block_limit)
        denied = by_record(contrary, homes)
        accounts = Accounts(story.all(Mention), timexes.values(), events.values(), who).of(sentences.values())
        pairs_told = differing_accounts(accounts, who, order, self.settings.block_limit)
        otherwise = by_sentence([*pairs_told, *corrected(sentences.values(), order)])
        for merged in story.all(MergedEvent):
            members = [events[m] for m in merged.members]
            given = both(of_event(merged, members, timexes, sentences, who), figures.get(merged.id, ()))
            write_unit(out, merged.id, claims(merged.id, given, provenance))
        held = figures.keys() | denied.keys() | otherwise.keys()
        for alone in sorted(held & sentences.keys()):  # what no act, and nobody's words, hold
            given = both(figures.get(alone, ()), denied.get(alone, ()), otherwise.get(alone, ()))
            write_unit(out, alone, claims(alone, given, provenance))
        for utterance in story.all(Utterance):
            said = [quotations[m] for m in utterance.members]
            cells = list(of_utterance(said, who, holders, opposed, order))
            contested = [*denied.get(utterance.id, ()), *(c for c in cells if c[0].aspect is Aspect.STATEMENT)]
            given = both(contested, repeated(contested, said), cells, figures.get(utterance.id, ()))
            write_unit(out, utterance.id, claims(utterance.id, given, provenance))
        for role in story.all(Role):
            write_unit(out, role.id, claims(role.id, of_role(role, bearers.get(role.actor, ()), who), provenance))
        for pair in two_offices(titles, who, order):
            write_unit(out, pair.actor, claims(pair.actor, of_offices(pair), provenance))


def claims(about: str, given: Iterable[tuple[Value, Ground]], provenance: Provenance) -> list[Record]:
    """A claim for each value, then a support for each member that gives it."""
    found: dict[str, Claim] = {}
    supports: dict[str, Support] = {}
    for value, ground in given:
        claim = claim_of(about, value)
        support = support_of(found.setdefault(claim.id, claim), ground, provenance)
        supports.setdefault(support.id, support)
    return [*found.values(), *supports.values()]


def claim_of(about: str, value: Value) -> Claim:
    """A value as a record."""
    return Claim(
        id=content_id("k", about, value.aspect, value.text, value.actor, value.unit),
        about=about,
        aspect=value.aspect,
        value=value.text,
        actor=value.actor,
        time=value.time,
        low=value.low,
        high=value.high,
        unit=value.unit,
    )


def support_of(claim: Claim, ground: Ground, provenance: Provenance) -> Support:
    """The words of one report behind a claim."""
    return Support(
        id=content_id("b", claim.id, ground.member),
        about=claim.id,
        member=ground.member,
        report=ground.report,
        words=ground.words,
        origin=provenance.of_quotation(ground.member, ground.report, ground.words.span),
        grounding=ground.grounding,
    )


def of_event(
    merged: MergedEvent,
    members: Iterable[Event],
    timexes: Mapping[str, Timex],
    sentences: Mapping[str, Sentence],
    who: Who,
) -> Given:
    """How it stands, dates, numbers, places, participants; the date of a plan is no value of its happening."""
    for event in members:
        stands = Ground(event.id, event.report, event.words, Grounding.INFERRED)
        yield Value(Aspect.POLARITY, event.status.value), stands
        timex = timexes.get(event.timex or "")
        if event.time and event.status is merged.status:
            words, grounding = (timex.words, timex.grounding) if timex else (event.words, Grounding.INFERRED)
            value = Value(Aspect.DATE, event.time.edtf, time=event.time)
            yield value, Ground(event.id, event.report, words, grounding)
        for count in event.counts:
            text = in_figures(count.low, count.high)
            value = Value(
                Aspect.NUMBER, text, low=count.low, high=count.high, unit=printed(scope(event, count), count.words)
            )
            yield value, Ground(event.id, event.report, count.words, Grounding.NORMALISED)
        place = who.actor(event.place)
        if place and event.place_words and puts_there(event, sentences[event.sentence].words):
            yield Value(Aspect.PLACE, place.name, actor=place.id), ground_of(event, event.place_words)
        for participant in (*event.actors, *event.recipients):
            actor = who.actor(participant.chain)
            if actor:
                value = Value(Aspect.PARTICIPANT, actor.name, actor=actor.id)
                yield value, ground_of(event, participant.words)


def puts_there(event: Event, sentence: Words) -> bool:
    """True if a sentence says that the act was done at its place: "in Tamm since his arrest" does not."""
    place = event.place_words
    if place is None or not states_place(event, sentence):
        return False
    between = sentence.text[place.end - sentence.start : max(0, event.words.start - sentence.start)]
    return REFERS_BACK.isdisjoint(between.casefold().split())


def printed(unit: str, words: Words) -> str:
    """What is counted, as the text prints it: "142 votes" counts votes, not a vote."""
    return next((word for word in words.text.casefold().split() if word in (f"{unit}s", f"{unit}es")), unit)


def ground_of(event: Event, words: Words) -> Ground:
    """Words that name somebody or some place."""
    return Ground(event.id, event.report, words, Grounding.VERBATIM)


def by_quotation(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """Each statement once, in the order of the text, by the quotation it is a sentence of."""
    held: dict[str, list[Statement]] = defaultdict(list)
    for _, statement in sorted({statement.id: statement for statement in statements}.items()):
        held[statement.quotation.id].append(statement)
    return held


def of_utterance(
    said: Sequence[Quotation],
    who: Who,
    holders: RoleHolders,
    opposed: Mapping[str, Iterable[Statement]],
    order: Chronology,
) -> Given:
    """Who said it, in every reading; in which words, and whether it is denied, where printings differ in that.

    Each sentence that others speak against is a value too: `opposed` has these by quotation.
    """
    wordings = differing(said, order)
    denied = any(quotation.denies for quotation in said)
    for quotation in said:
        if denied:
            text, cue = "denied" if quotation.denies else "said", quotation.cue or quotation.contents[0]
            yield Value(Aspect.POLARITY, text), Ground(quotation.id, quotation.report, cue, Grounding.INFERRED)
        words = quotation.source or quotation.contents[0]
        for chain in (quotation.speaker, quotation.other_speaker):
            actor = who.actor(chain)
            if actor:
                value = Value(Aspect.ATTRIBUTION, actor.name, actor=actor.id)
                yield value, Ground(quotation.id, quotation.report, words, Grounding.INFERRED)
        if quotation.anomaly and quotation.source:
            value = Value(Aspect.ATTRIBUTION, quotation.source.text)
            yield value, Ground(quotation.id, quotation.report, quotation.source, Grounding.VERBATIM)
        if clash := holders.clash(quotation):
            mention, other = clash
            value = Value(Aspect.ATTRIBUTION, who.get(other).name, actor=other)
            yield value, Ground(quotation.id, quotation.report, mention.words, Grounding.INFERRED)
        if quotation.id in wordings:
            text = text_of(quotation)
            yield (
                Value(Aspect.WORDING, text),
                Ground(quotation.id, quotation.report, quotation.contents[0], Grounding.VERBATIM),
            )
        for statement in opposed.get(quotation.id, ()):
            value = Value(Aspect.STATEMENT, statement.words.text)
            yield value, Ground(quotation.id, quotation.report, statement.words, Grounding.VERBATIM)


def by_home(pairs: Iterable[Disputed], homes: Homes) -> dict[str, list[tuple[Value, Ground]]]:
    """The numbers of disputed pairs, by the merged record that holds them; a pair without two is left out."""
    held: dict[str, list[tuple[Value, Ground]]] = defaultdict(list)
    for pair in pairs:
        found = [(figure, homes.of(figure)) for figure in (pair.lower, pair.higher)]
        for figure, home in found:
            if home and all(other for _, other in found):
                text = in_figures(figure.low, figure.high)
                value = Value(Aspect.NUMBER, text, low=figure.low, high=figure.high, unit=figure.noun)
                ground = Ground(home[1], figure.sentence.report, figure.words, Grounding.NORMALISED)
                held[home[0]].append((value, ground))
    return held


def by_record(pairs: Iterable[Contradiction], homes: Homes) -> dict[str, list[tuple[Value, Ground]]]:
    """What clauses say against each other, by the utterance they are of, or by the sentence that tells it."""
    held: dict[str, list[tuple[Value, Ground]]] = defaultdict(list)
    for pair in pairs:
        for side, words, text in zip((pair.first, pair.second), pair.values, pair.texts, strict=True):
            ground = Ground(side.member, side.report, words, Grounding.VERBATIM)
            held[homes.record(side.member)].append((Value(Aspect.STATEMENT, text), ground))
    return held


def repeated(contested: Iterable[tuple[Value, Ground]], said: Iterable[Quotation]) -> Given:
    """The contested words of an utterance in its other printings."""
    for value, ground in contested:
        for quotation in said:
            pieces = (piece for piece in quotation.contents if value.text.strip(".,") in piece.text)
            if quotation.id != ground.member and (piece := next(pieces, None)):
                yield value, Ground(quotation.id, quotation.report, piece, Grounding.VERBATIM)


def by_sentence(pairs: Iterable[Differing]) -> dict[str, list[tuple[Value, Ground]]]:
    """The day, place or doer that two accounts of one act give otherwise, by the sentence that tells it."""
    held: dict[str, list[tuple[Value, Ground]]] = defaultdict(list)
    for pair in pairs:
        for account, slot in zip((pair.first, pair.second), pair.slots, strict=True):
            time = slot.timex.time if slot.timex else None
            value = Value(Aspect(pair.kind.value), slot.value, actor=slot.actor, time=time)
            ground = Ground(account.sentence, account.report, slot.words, Grounding.VERBATIM)
            held[account.sentence].append((value, ground))
    return held


def of_offices(pair: Offices) -> Given:
    """What two reports call one person, in their words."""
    for mention in (pair.first, pair.second):
        value = Value(Aspect.ROLE, mention.words.text, actor=pair.actor)
        yield value, Ground(mention.id, mention.report, mention.words, Grounding.VERBATIM)


def by_bearer(titles: Iterable[RoleMention], who: Who) -> Mapping[str, Sequence[RoleMention]]:
    """What reports call somebody, by the actor."""
    held: dict[str, list[RoleMention]] = defaultdict(list)
    for mention in titles:
        if actor := who.actor(mention.chain):
            held[actor.id].append(mention)
    return held


def of_role(role: Role, titles: Iterable[RoleMention], who: Who) -> Given:
    """The office or description itself, from every report that gives it to its bearer."""
    value = Value(Aspect.ROLE, role.title, actor=role.actor, time=role.time)
    told: dict[str, RoleMention] = {}
    for mention in titles:
        title = f"former {mention.title}" if mention.former else mention.title
        of = who.id(mention.of)
        if (title, of if of != role.actor else None) == (role.title, role.of):
            told.setdefault(mention.report, mention)
    for mention in told.values():
        yield value, Ground(mention.id, mention.report, mention.words, Grounding.VERBATIM)
