"""Acts that two reports tell in sentences so alike that they are one, though day, place or doer differ.

Events that differ so are not merged, for most are two acts. Where two reports of near days tell the same act with
the same names and words, and neither knows of the other's act, the difference is a dispute.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.linking.accounts.acts import table
from dateline.linking.acts.same_act import befalling, once
from dateline.linking.acts.same_day import gap, stated
from dateline.linking.acts.same_place import compatible
from dateline.linking.acts.sameness import MUTUAL, SPOKEN, disjoint
from dateline.linking.acts.telling import PUBLIC, Telling, on_a_journey
from dateline.linking.blocks import blocks
from dateline.linking.chronology import Chronology
from dateline.linking.figures.stated import DAY_STEMS
from dateline.linking.speech.spoken import stem
from dateline.linking.speech.statements import PRONOUNS
from dateline.linking.who import Who
from dateline.model import ConflictKind, EventType, Status

REPORT_DAYS = 2  # between two reports of one act; later ones look back
ACT_DAYS = 3  # between the days that they give it
COMMON = 3  # content words of both sentences, the act's own word aside
PAIR = 2
RECURRING = frozenset({EventType.CONSULT, EventType.MOVE})
HOURS = frozenset(map(stem, ("night", "midnight", "evening", "late", "early", "dawn", "hours", "overnight")))
FEWER = 2  # with a participant in common, or of what is done once: a tunnel is opened


@dataclass(frozen=True, slots=True)
class Parallel:
    """Two tellings of one act that differ in one thing."""

    kind: ConflictKind  # date, place or participant
    first: Telling
    second: Telling


def parallels(tellings: Iterable[Telling], who: Who, order: Chronology, limit: int) -> Iterator[Parallel]:
    """Pairs of tellings that differ in their day, their place, or who did it; of two reports each kind once."""
    told = [t for t in tellings if t.event.status is Status.HAPPENED]
    acts: dict[str, list[Telling]] = defaultdict(list)
    for item in told:
        acts[f"{item.event.report} {item.act}"].append(item)
    seen: set[tuple[object, ...]] = set()
    for block in blocks(told, keys, limit):
        for a, b in block.pairs():
            if not alike(a, b, order):
                continue
            for kind in differing(a, b, who):
                met = kind, a.act, frozenset((a.event.report, b.event.report))
                if met not in seen and not (knows(acts, a, b, kind) or knows(acts, b, a, kind)):
                    seen.add(met)
                    yield Parallel(kind, a, b)


def keys(item: Telling) -> Iterator[str]:
    """The act with each word of its sentence, and its type with each participant."""
    for word in item.sentence:
        yield f"{item.act} {word}"
    for name in item.named:
        yield f"{item.event.type.value} {name}"


def alike(a: Telling, b: Telling, order: Chronology) -> bool:
    """True if two reports of near days tell the same act in sentences with enough in common."""
    apart = order.days_apart(a.event.report, b.event.report)
    if a.event.report == b.event.report or apart is None or apart > REPORT_DAYS:
        return False
    one_type = a.event.type is b.event.type is not EventType.OTHER and bool(a.named & b.named)
    if a.act != b.act and not one_type:
        return False
    if a.event.type in PUBLIC or {a.event.type, b.event.type} & SPOKEN:
        return False
    common = (a.sentence & b.sentence) - DAY_STEMS - {*a.event.lemma.split(), *b.event.lemma.split()}
    seldom = a.act == b.act and a.act in once() - befalling()
    return len(common) >= (FEWER if seldom or a.named & b.named else COMMON)


def differing(a: Telling, b: Telling, who: Who) -> Iterator[ConflictKind]:
    """In what two tellings of one act cannot both be right."""
    ours, theirs = a.event.time, b.event.time
    whole = not (disjoint(a.actors, b.actors) or disjoint(a.recipients, b.recipients))
    near = bool(ours and theirs and gap(ours, theirs).days <= ACT_DAYS)
    stated_days = bool(ours and theirs and ours.is_day and theirs.is_day and stated(a.event) and stated(b.event))
    one_day = bool(ours and theirs and ours.overlaps(theirs))
    elsewhere = bool(a.place and b.place and not compatible(a.place, b.place))
    if not one_day and (elsewhere or may_recur(a, b, who)):
        return  # another day at another place: another act
    if on_a_journey(a.event) and on_a_journey(b.event):
        stated_days = False
    if near and stated_days and not one_day and whole and not one_night(a, b) and a.sentence != b.sentence:
        yield ConflictKind.DATE
    if near and whole and elsewhere:
        yield ConflictKind.PLACE
    same_day = bool(ours and theirs and ours.is_day and one_day)
    if same_day and a.event.type not in MUTUAL and disjoint(persons(a, who), persons(b, who)):
        yield ConflictKind.PARTICIPANT


def may_recur(a: Telling, b: Telling, who: Who) -> bool:
    """True for what is done again from day to day, unless two persons did it with each other."""
    both = (a.actors | a.recipients) & (b.actors | b.recipients)
    often = {a.event.type, b.event.type} & RECURRING or a.act in table("journeys")
    return bool(often) and sum(map(who.is_person, both)) < PAIR


def one_night(a: Telling, b: Telling) -> bool:
    """True for "late on Monday" and "early on Tuesday"."""
    hours = [HOURS & item.sentence for item in (a, b)]
    return all(hours) and hours[0] != hours[1]


def persons(item: Telling, who: Who) -> frozenset[str]:
    """The persons who do it, by name; whom a pronoun means is our reading, and no report's word."""
    named = (p.chain for p in item.event.actors if p.words.text.casefold() not in PRONOUNS)
    return frozenset(actor for chain in named if (actor := who.id(chain)) in item.actors and who.is_person(actor))


def knows(acts: Mapping[str, Sequence[Telling]], own: Telling, other: Telling, kind: ConflictKind) -> bool:
    """True if the report of one telling tells such an act on the other's day, at its place, or by its doer."""
    for told in acts[f"{own.event.report} {own.act}"]:
        day = told.event.time and other.event.time and told.event.time.overlaps(other.event.time)
        place = told.place and other.place and told.place.id == other.place.id
        found = {ConflictKind.DATE: day, ConflictKind.PLACE: place}.get(kind, told.actors & other.actors)
        if found and told.id != own.id:
            return True
    return False
