"""Two hundred random decisions over twenty rebuilds, with reports that come and go: each holds or is listed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from random import Random

import pytest

from dateline.errors import DecisionError
from dateline.export.decisions import decision_lines, read_decisions
from dateline.ids import content_id
from dateline.linking.actors import ActorStage
from dateline.linking.claims import ClaimStage
from dateline.linking.conflicts import ConflictStage
from dateline.linking.copies import CopyStage
from dateline.linking.event_match import EventMatchStage
from dateline.linking.quote_match import QuoteMatchStage
from dateline.linking.timeline import TimelineStage
from dateline.model import (
    RECORDS,
    Actor,
    ActorKind,
    Chain,
    Decision,
    DecisionKind,
    EventType,
    Mention,
    MentionForm,
    MergedEvent,
    Quotation,
    Record,
    Report,
    Utterance,
)
from dateline.story import Store, Story, verify
from dateline.story.anchors import MERGED
from dateline.story.deciding import Ruled, decide, keep, undo
from dateline.story.decisions import Ruling, rulings
from tests.effort import TIMES
from tests.unit.linking import made

REBUILDS, DECISIONS_EACH = 20, 10
SEEDS = range(TIMES)
GIVEN = ("Ada", "Adda", "Bo", "Cara", "Dan")
SURNAMES = ("Holm", "Holme", "Lind", "Varga")
SAID = (
    "No deal was signed here today and none will be signed tomorrow",
    "We shall open the harbour to every ship that comes before winter",
    "Nobody was told about the closing of the mill on the river",
    "The vote will be held on the first Sunday after the harvest",
)
VERBS = (("met", EventType.CONSULT), ("accused", EventType.ACCUSE), ("thanked", EventType.SUPPORT))
STAGES = (
    CopyStage(),
    ActorStage(),
    QuoteMatchStage(),
    EventMatchStage(),
    ClaimStage(),
    ConflictStage(),
    TimelineStage(),
)
CLOCK = dt.datetime(2031, 6, 1, tzinfo=dt.UTC)
PAIRS = {
    DecisionKind.MERGE: (Actor, Utterance),
    DecisionKind.NOT_SAME: (Actor, Utterance),
    DecisionKind.SAME_EVENT: (MergedEvent,),
    DecisionKind.NOT_SAME_EVENT: (MergedEvent,),
    DecisionKind.SAME_ORIGIN: (Report,),
    DecisionKind.NOT_SAME_ORIGIN: (Report,),
}
SINGLES = {
    DecisionKind.RENAME: (Actor,),
    DecisionKind.REJECT: (MergedEvent, Utterance),
    DecisionKind.ACCEPT: (MergedEvent, Utterance, Actor),
    DecisionKind.REDATE: (MergedEvent,),
}


def report_of(random: Random, number: int) -> tuple[Report, list[Record]]:
    """A report of three sentences, on one of a few days; some are copies but for their first words."""
    first, second = random.sample([f"{g} {s}" for g in GIVEN for s in SURNAMES], 2)
    verb, type_ = random.choice(VERBS)
    said = random.choice(SAID)
    body = f"{first} {verb} {second} in the town hall. “{said},” {first} told reporters. Rain fell on the roofs."
    day = f"2031-05-{random.randint(1, 9):02d}"
    report = made.report(f"Number {number}: {body}", day)
    chains = [replace(made.chain(report, name), kind=ActorKind.PERSON) for name in (first, second)]
    sentences = made.sentences_of(report)
    mentions = [mention(report, chain) for chain in chains]
    event = made.event(report, verb, type_, actors=[first], recipients=[second], time=made.day(day))
    quotation = replace(made.quotation(report, f"{said},", by=first), sentence=sentences[0].id)
    read: list[Record] = [*made.paragraphs(report), *sentences, *chains, *mentions, quotation, event]
    paragraph = read[0].id
    return report, [replace(r, paragraph=paragraph) if r in sentences else r for r in read]  # type: ignore[call-arg]


def mention(report: Report, chain: Chain) -> Mention:
    words = made.words_in(report, chain.name)
    return Mention(
        id=content_id("m", report.id, words.start, words.end),
        report=report.id,
        sentence=made.sentence_at(report, words).id,
        words=words,
        form=MentionForm.NAME,
        kind=chain.kind,
        kind_score=1.0,
        chain=chain.id,
        rule="by hand",
        score=1.0,
    )


def rebuild(store: Store, coming: list[tuple[Report, list[Record]]], going: list[str]) -> None:
    with store.atomic():
        if going:
            store.keep_stages({"intake", "reading", "decisions"})
        for report in going:
            store.delete("reading", report)
            store.delete("intake", report)
        for report, read in coming:
            store.replace("intake", report.id, [report], version="1", digest="")
            store.replace("reading", report.id, read, version="1", digest="")
        link(store)


def link(store: Store) -> None:
    for stage in STAGES:
        store.run_corpus_stage(stage.name, stage.version, stage.writes, stage.run)
    store.settle_redirects()


def some_decision(random: Random, store: Store) -> None:
    """Make a decision of any kind about anything; DecisionError if it cannot be made."""
    story = store.story
    kind = random.choice([*PAIRS, *SINGLES, DecisionKind.SPLIT, DecisionKind.REATTRIBUTE, DecisionKind.UNDO])
    if kind is DecisionKind.UNDO:
        made_before = story.all(Decision)
        if made_before:
            undo(store, random.choice(made_before).id, "Bo", "on second thoughts", CLOCK)
        return
    value = None
    if kind in PAIRS:
        records = story.all(random.choice(PAIRS[kind]))
        ids = [record.id for record in random.sample(records, min(2, len(records)))]
    elif kind is DecisionKind.SPLIT:
        whole = random.choice([*story.all(Actor), *story.all(MergedEvent), *story.all(Utterance)])
        ids = [whole.id, random.choice(story.members(whole.id)).id]
    elif kind is DecisionKind.REATTRIBUTE:
        ids = [random.choice(story.all(Quotation)).id, random.choice(story.all(Actor)).id]
    else:
        ids = [random.choice(story.all(random.choice(SINGLES[kind]))).id]
        value = {DecisionKind.RENAME: f"N. N. {random.randint(1, 99)}", DecisionKind.REDATE: "2031-04-0?"}.get(
            kind
        )
        value = f"2031-04-{random.randint(10, 28)}" if kind is DecisionKind.REDATE else value
    decide(store, Ruled(kind=kind, ids=tuple(ids), author="Ann", reason="as seen", value=value), CLOCK)


def target(story: Story, ruling: Ruling, member: str) -> str | None:
    """What a record is joined to now."""
    wanted = MERGED[ruling.decision.objects[0].kind][1]
    found = [one.target for one in story.links(member) if one.member == member and one.kind is wanted]
    assert len(found) <= 1
    return found[0] if found else None


def faults(story: Story) -> Iterator[str]:
    """Decisions in force that do not hold."""
    held = rulings(story).held
    last: dict[tuple[DecisionKind, str], Ruling] = {}
    rejected: set[str] = set()
    for ruling in held:
        sides = [[target(story, ruling, member) for member in side] for side in ruling.sides]
        if ruling.joins and len({side[0] for side in sides}) > 1:
            yield f"{ruling.decision} does not join {sides}"
        if ruling.parts and any(set(a) & set(b) - {None} for a, b in combinations(sides, 2)):
            yield f"{ruling.decision} does not part {sides}"
        if not (ruling.joins or ruling.parts):
            if ruling.decision.kind is DecisionKind.REJECT:
                rejected |= set(ruling.sides[0])
            elif ruling.decision.kind is DecisionKind.ACCEPT:
                rejected -= set(ruling.sides[0])
            else:
                last |= {(ruling.decision.kind, whole): ruling for whole in sides[0] if whole}
    joined = {one for e in (*story.all(MergedEvent), *story.all(Utterance)) for one in e.members}
    if rejected & joined:
        yield f"{rejected & joined} are rejected, and counted"
    for (kind, whole), ruling in last.items():
        if not holds(story, kind, story.get(whole), ruling):
            yield f"{ruling.decision} does not hold of {story.get(whole)}"


def holds(story: Story, kind: DecisionKind, record: Record, ruling: Ruling) -> bool:
    if isinstance(record, Actor):
        return record.name == ruling.decision.value
    if isinstance(record, MergedEvent):
        return record.time is not None and record.time.edtf == ruling.decision.value
    assert isinstance(record, Utterance)
    assert kind is DecisionKind.REATTRIBUTE
    given = story.actor_of(ruling.sides[1][0])
    return given is not None and record.speaker == given.id


@pytest.mark.parametrize("seed", SEEDS)
def test_every_decision_holds_or_is_listed_and_nothing_is_merged_through_a_negative_one(seed: int) -> None:
    random = Random(seed)  # noqa: S311 -- no secret
    store = Store.in_memory()
    there: dict[str, tuple[Report, list[Record]]] = {}
    refused = 0
    for number in range(REBUILDS):
        coming = [report_of(random, 2 * number + more) for more in range(2)]
        there |= {report.id: (report, read) for report, read in coming}
        going = [random.choice(sorted(there))] if number % 5 == 4 else []
        for report in going:
            del there[report]
        rebuild(store, [given for given in coming if given[0].id in there], going)
        assert list(faults(store.story)) == []

        wanted = (number + 1) * DECISIONS_EACH
        while len(store.story.all(Decision)) < wanted:
            try:
                some_decision(random, store)
            except DecisionError:
                refused += 1
        rebuild(store, [], [])
        assert list(faults(store.story)) == []

    decisions = store.story.all(Decision)
    standing = rulings(store.story)
    listed = [
        *(ruling.id for ruling in standing.held),
        *(orphan.decision.id for orphan in standing.orphans),
        *standing.outranked,
        *standing.undone.keys() & {d.id for d in decisions if d.kind is not DecisionKind.UNDO},
        *(d.id for d in decisions if d.kind is DecisionKind.UNDO),
    ]
    assert len(decisions) == REBUILDS * DECISIONS_EACH
    assert sorted(listed) == sorted(decision.id for decision in decisions)
    assert refused
    assert standing.orphans
    assert len(standing.held) > REBUILDS
    assert verify(store.story).ok

    at_once = Store.in_memory()
    keep(at_once, read_decisions(decision_lines(store.story)))
    rebuild(at_once, [there[id_] for id_ in sorted(there, reverse=True)], [])
    for kind in RECORDS:
        assert at_once.story.all(kind) == store.story.all(kind), kind
