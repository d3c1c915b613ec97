"""Claims that cannot all hold: both sides are shown with their origins, and never resolved.

Agreement is never called a conflict: a day in a month, a number in a range, a town in its country, a toll that
rises from day to day all agree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import ClassVar

from dateline.ids import content_id
from dateline.linking.accounts.corrected import corrected
from dateline.linking.accounts.differing import differing_accounts
from dateline.linking.accounts.told import Accounts
from dateline.linking.acts.same_day import stated
from dateline.linking.acts.telling import Telling, telling
from dateline.linking.chronology import Chronology
from dateline.linking.clashes import in_region, of_accounts, of_clauses, whole
from dateline.linking.disputes import PAIR, Dispute, Told, adds, attributions, dates, numbers, places, wordings
from dateline.linking.figures.disputed import Homes, disputed
from dateline.linking.figures.stated import Figure
from dateline.linking.parallels import Parallel, parallels
from dateline.linking.settled import Settled
from dateline.linking.speech.antecedents import Antecedents
from dateline.linking.speech.contradictions import contradictions
from dateline.linking.speech.opposition import oppositions
from dateline.linking.speech.propositions import Propositions
from dateline.linking.speech.statements import Statement, analysed
from dateline.linking.who import Who
from dateline.linking.writing import write_unit
from dateline.model import (
    Actor,
    Aspect,
    Chain,
    Claim,
    Conflict,
    ConflictKind,
    Event,
    EventType,
    Link,
    Mention,
    MergedEvent,
    Quotation,
    Report,
    RoleMention,
    Sentence,
    SpeechKind,
    Support,
    Timex,
    Utterance,
)
from dateline.story import Story, Writer


class ConflictStage(Settled):
    """Claims with their support in; conflicts out."""

    name: ClassVar[str] = "conflicts"
    version: ClassVar[str] = "19"
    reads: ClassVar[tuple[type, ...]] = (
        *(Claim, Support, MergedEvent, Utterance, Event, Quotation, Sentence),
        *(Report, Chain, Mention, RoleMention, Timex, Actor, Link),
    )
    writes: ClassVar[tuple[type, ...]] = (Conflict,)

    def run(self, story: Story, out: Writer) -> None:
        """One unit for each conflict."""
        who = Who(story.all(Actor), story.all(Link), story.all(Chain))
        order = Chronology(story.all(Report))
        by_cell: dict[tuple[str, Aspect], list[Claim]] = defaultdict(list)
        for claim in story.all(Claim):
            by_cell[claim.about, claim.aspect].append(claim)
        behind: dict[str, list[Support]] = defaultdict(list)
        for support in story.all(Support):
            behind[support.about].append(support)
        quotations = {quotation.id: quotation for quotation in story.all(Quotation)}
        named = Antecedents(story.all(Mention), story.all(Chain), who)

        found: list[Dispute] = []
        events = {event.id: event for event in story.all(Event)}
        sentences = {sentence.id: sentence for sentence in story.all(Sentence)}
        for merged in story.all(MergedEvent):
            values = [*by_cell[merged.id, Aspect.DATE], *by_cell[merged.id, Aspect.NUMBER]]
            found += of_event(merged, by_cell, tellings(values, behind, order, events, sentences), who)
        tellings_ = [telling(event, who, sentences[event.sentence].words) for event in events.values()]
        homes_ = {member: merged.id for merged in story.all(MergedEvent) for member in merged.members}
        alike = [
            pair
            for pair in parallels(tellings_, who, order, self.settings.block_limit)
            if pair.kind is not ConflictKind.PLACE
            or not any(in_region(told, sentences) for told in (pair.first, pair.second))
        ]
        found += of_parallels(alike, homes_, by_cell, behind, {(d.kind, frozenset(d.sides)) for d in found})
        said = [d for u in story.all(Utterance) for d in of_utterance(u, by_cell, quotations, who)]
        found += once_a_misprint(said, behind, quotations, named)
        homes = Homes(quotations.values(), events.values(), story.all(MergedEvent), story.all(Utterance))
        found += of_figures(by_cell, homes, story.all(Sentence), order, self.settings.block_limit)
        found += of_offices(by_cell, who)
        accounts = Accounts(story.all(Mention), story.all(Timex), events.values(), who).of(sentences.values())
        otherwise = differing_accounts(accounts, who, order, self.settings.block_limit)
        found += of_accounts([*otherwise, *corrected(sentences.values(), order)], by_cell, found)
        claimed = [claim for (_, aspect), cell in by_cell.items() if aspect is Aspect.STATEMENT for claim in cell]
        told = Propositions(quotations.values(), story.all(Mention), story.all(RoleMention), story.all(Timex), who)
        contrary = contradictions(told.of(sentences.values()), order, self.settings.block_limit)
        found += of_clauses(contrary, claimed, behind)
        found += of_statements(
            whole(claimed, behind, contrary),
            behind,
            quotations,
            sentences.values(),
            who,
            order,
            self.settings.block_limit,
            {frozenset((pair.first.sentence, pair.second.sentence)) for pair in contrary},
        )
        for dispute in found:
            conflict = conflict_of(dispute)
            write_unit(out, conflict.id, [conflict])


Cells = Mapping[tuple[str, Aspect], Sequence[Claim]]


def tellings(
    claims: Iterable[Claim],
    behind: Mapping[str, Sequence[Support]],
    order: Chronology,
    events: Mapping[str, Event],
    sentences: Mapping[str, Sentence],
) -> dict[str, Told]:
    """For each claim by which reports and members it is given."""
    return {claim.id: told_by(behind[claim.id], order, events, sentences) for claim in claims}


def told_by(
    supports: Sequence[Support],
    order: Chronology,
    events: Mapping[str, Event],
    sentences: Mapping[str, Sentence],
) -> Told:
    """By which reports and members a claim is given, and how long a time they tell of."""
    with_time = [e for s in supports if (e := events.get(s.member)) and stated(e)]
    return Told(
        days=tuple(day for support in supports if (day := order.day(support.report))),
        members=frozenset(support.member for support in supports),
        reports=frozenset(support.report for support in supports),
        stated=bool(with_time),
        days_long=max((e.time.days or 0 for e in with_time if e.time), default=0),
        words=frozenset(support.words.text.casefold() for support in supports),
        on_top=any(
            adds(sentences[event.sentence].words, support.words)
            for support in supports
            if (event := events.get(support.member))
        ),
    )


def of_event(merged: MergedEvent, cells: Cells, given: Mapping[str, Told], who: Who) -> Iterator[Dispute]:
    """Disputes about the day, the numbers and the place of one act."""
    if merged.time_disputed and merged.type is not EventType.PROTEST:  # protests go on day after day
        named = sum(who.is_named(actor) for actor in (*merged.actors, *merged.recipients))
        yield from dates(merged.id, cells.get((merged.id, Aspect.DATE), ()), given, named)
    yield from numbers(merged.id, cells.get((merged.id, Aspect.NUMBER), ()), given)
    yield from places(merged.id, cells.get((merged.id, Aspect.PLACE), ()), who)


def of_parallels(
    found: Iterable[Parallel],
    home: Mapping[str, str],
    cells: Cells,
    behind: Mapping[str, Sequence[Support]],
    seen: set[tuple[ConflictKind, frozenset[Claim]]],
) -> Iterator[Dispute]:
    """Disputes about what two reports tell alike but for its day, its place or its doer."""
    for pair in found:
        sides = [claim_of(told, pair, home, cells, behind) for told in (pair.first, pair.second)]
        first, second = sides
        if (
            first
            and second
            and first.value != second.value
            and (pair.kind, frozenset({first, second})) not in seen
        ):
            seen.add((pair.kind, frozenset({first, second})))
            reason = f"told of one act in sentences that are alike: {first.value}, and {second.value}"
            yield Dispute(pair.kind, first.about, (first, second), reason)


def claim_of(
    told: Telling,
    pair: Parallel,
    home: Mapping[str, str],
    cells: Cells,
    behind: Mapping[str, Sequence[Support]],
) -> Claim | None:
    """The claim that one telling makes of what is in dispute."""
    other = pair.second if told is pair.first else pair.first
    for claim in cells.get((home.get(told.id, ""), Aspect(pair.kind.value)), ()):
        own = any(support.member == told.id for support in behind[claim.id])
        doer = claim.actor in told.actors and claim.actor not in other.actors
        if own and (doer or pair.kind is not ConflictKind.PARTICIPANT):
            return claim
    return None


def of_utterance(
    utterance: Utterance, cells: Cells, quotations: Mapping[str, Quotation], who: Who
) -> Iterator[Dispute]:
    """A dispute about who said it: two persons in two reports, or one report's odd attribution."""
    flagged = any(quotations[m].anomaly for m in utterance.members)
    yield from attributions(utterance.id, cells.get((utterance.id, Aspect.ATTRIBUTION), ()), who, flagged)
    yield from wordings(utterance.id, cells.get((utterance.id, Aspect.WORDING), ()))


def of_offices(cells: Cells, who: Who) -> Iterator[Dispute]:
    """Two offices that reports give one person at one time."""
    for (about, aspect), claims in sorted(cells.items()):
        if aspect is Aspect.ROLE and about in {claim.actor for claim in claims} and len(claims) == PAIR:
            first, second = sorted(claims, key=lambda c: c.id)
            reason = f"{who.get(about).name} is called “{first.value}” and, within days, “{second.value}”"
            yield Dispute(ConflictKind.ROLE, about, (first, second), reason)


def once_a_misprint(
    found: Iterable[Dispute],
    behind: Mapping[str, Sequence[Support]],
    quotations: Mapping[str, Quotation],
    named: Antecedents,
) -> list[Dispute]:
    """Disputes about who said it; one for each printed name, though it may stand over several quotations."""
    kept: dict[tuple[object, ...], tuple[tuple[bool, int], Dispute]] = {}
    for dispute in found:
        told = [support for side in dispute.sides for support in behind[side.id]]
        reports = tuple(sorted({support.report for support in told}))
        if len(reports) > 1 and not all(any(map(named.told, behind[side.id])) for side in dispute.sides):
            continue  # "he said" of two men: who that is, is our reading, and no report's word
        printed = min(support.words.start for support in told) if len(reports) == 1 else dispute.about
        misprint = (*reports, *sorted(side.value for side in dispute.sides), printed)
        first = min((quotations[support.member] for support in told), key=lambda q: q.contents[0].start)
        merit = first.kind is not SpeechKind.INDIRECT, -first.contents[0].start
        if misprint not in kept or merit > kept[misprint][0]:
            kept[misprint] = merit, dispute
    return [dispute for _, dispute in kept.values()]


def of_statements(
    claims: Iterable[Claim],
    behind: Mapping[str, Sequence[Support]],
    quotations: Mapping[str, Quotation],
    sentences: Iterable[Sentence],
    who: Who,
    order: Chronology,
    limit: int,
    settled: Set[frozenset[str]] = frozenset(),
) -> Iterator[Dispute]:
    """Statements of two sources that cannot both be right; of one utterance only the first pair is shown.

    `settled`: pairs of sentences that are shown by their clauses already.
    """
    by_statement: dict[str, Claim] = {}
    ready: list[Statement] = []
    for claim in claims:
        told = min(behind[claim.id], key=lambda s: order.at(s.report, s.words.start))
        statement = analysed(quotations[told.member], told.words)
        by_statement[statement.id] = claim
        ready.append(statement)
    seen: set[frozenset[str]] = set()
    for opposed in oppositions(ready, sentences, who, order, limit):
        sides = by_statement[opposed.first.id], by_statement[opposed.second.id]
        about = frozenset(claim.about for claim in sides)
        where = frozenset(one.quotation.sentence for one in (opposed.first, opposed.second))
        if len(about) == len(sides) and about not in seen and (opposed.reversal or where not in settled):
            seen.add(about)
            first, second = sides if opposed.reversal else sorted(sides, key=lambda c: c.id)
            kind = ConflictKind.REVERSAL if opposed.reversal else ConflictKind.STATEMENT
            yield Dispute(kind, first.about, (first, second), opposed.reason)


def of_figures(
    cells: Cells, homes: Homes, sentences: Iterable[Sentence], order: Chronology, limit: int
) -> Iterator[Dispute]:
    """Numbers of one thing that no act holds together; of each record's number against another value one."""
    seen: set[tuple[str, str]] = set()
    for pair in disputed(sentences, order, limit):
        sides = [number_claim(cells, homes, figure) for figure in (pair.lower, pair.higher)]
        lower, higher = sides
        key = frozenset(side.id for side in sides if side)
        if lower and higher and lower.about == higher.about and cells.get((lower.about, Aspect.WORDING)):
            continue  # another number in the words of one utterance: that is told of its wording
        if lower and higher and len(key) == len(sides) and seen.isdisjoint(told := counts_of(lower, higher)):
            seen |= told
            reason = f"told of one thing: {lower.value} {lower.unit}, and {higher.value}"
            yield Dispute(ConflictKind.NUMBER, lower.about, (lower, higher), reason)


def counts_of(lower: Claim, higher: Claim) -> set[tuple[str, str]]:
    """Either claim with the value that it is set against: copies of one report give that value again."""
    return {(lower.id, f"{higher.value} {higher.unit}"), (higher.id, f"{lower.value} {lower.unit}")}


def number_claim(cells: Cells, homes: Homes, figure: Figure) -> Claim | None:
    """The claim that was made of a stated number."""
    home = homes.of(figure)
    claims = cells.get((home[0], Aspect.NUMBER), ()) if home else ()
    given = (figure.low, figure.high, figure.noun)
    return next((claim for claim in claims if (claim.low, claim.high, claim.unit) == given), None)


def conflict_of(dispute: Dispute) -> Conflict:
    """A dispute as a record."""
    sides = tuple(claim.id for claim in dispute.sides)
    return Conflict(
        id=content_id("x", dispute.kind, dispute.about, *sides),
        kind=dispute.kind,
        about=dispute.about,
        sides=sides,
        reason=dispute.reason,
    )
