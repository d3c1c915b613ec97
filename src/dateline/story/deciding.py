"""Making decisions: from ids as a person gives them to a decision that the story keeps.

    with Store.open(path) as store:
        decide(store, Ruled(DecisionKind.MERGE, ("a_...", "a_..."), author="Ann Lee", reason="..."), now)

A decision that an earlier one stands against is refused, and that one is named. The clock is the caller's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.errors import DecisionError
from dateline.model import (
    Actor,
    Anchor,
    AnchorKind,
    Chain,
    Decision,
    DecisionKind,
    Event,
    Link,
    LinkKind,
    Mention,
    MergedEvent,
    Origin,
    Quotation,
    Record,
    Report,
    Utterance,
)
from dateline.story.anchors import MERGED, SIDE_LIMIT, Living, members, side
from dateline.story.bench import Bench
from dateline.story.decisions import (
    DECISIONS,
    VERSION,
    Ruling,
    because,
    decision_id,
    in_order,
    living_sides,
    rulings,
)
from dateline.story.explain import find
from dateline.story.store import Store
from dateline.story.story import Story
from dateline.story.well_formed import fault_of

type Sides = tuple[tuple[Anchor, ...], ...]

_SAME = (Actor, Chain, Utterance, Quotation)
_EVENTS = (MergedEvent, Event)
_TEXTS = (Origin, Report)
_SPEECH = (Utterance, Quotation)
_TAKES: dict[DecisionKind, tuple[type[Record], ...]] = {
    DecisionKind.MERGE: _SAME,
    DecisionKind.NOT_SAME: _SAME,
    DecisionKind.SAME_EVENT: _EVENTS,
    DecisionKind.NOT_SAME_EVENT: _EVENTS,
    DecisionKind.SAME_ORIGIN: _TEXTS,
    DecisionKind.NOT_SAME_ORIGIN: _TEXTS,
    DecisionKind.SPLIT: (Actor, Utterance, MergedEvent, Origin),
    DecisionKind.RENAME: (Actor, Chain),
    DecisionKind.REJECT: (*_EVENTS, *_SPEECH, Link),
    DecisionKind.ACCEPT: (*_EVENTS, *_SPEECH, Link, Actor),
    DecisionKind.REDATE: _EVENTS,
    DecisionKind.REATTRIBUTE: _SPEECH,
}
_IN_WORDS: dict[type[Record], str] = {
    Actor: "actor",
    Chain: "chain",
    Utterance: "utterance",
    Quotation: "quotation",
    MergedEvent: "event",
    Event: "telling of an event",
    Origin: "origin",
    Report: "report",
    Link: "link",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """What a person says: a kind of decision, the ids it is about, and a value where the kind has one."""

    kind: DecisionKind
    ids: tuple[str, ...]
    author: str
    reason: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A decision that the story has now, and the earlier ones that no longer hold because of it."""

    decision: Decision
    outranks: tuple[Decision, ...]
    orphan: str | None  # why its words are not in the story, if they are not


def decide(store: Store, ruled: Ruled, now: dt.datetime) -> Kept:
    """Make a decision and keep it; DecisionError if it cannot be made, or an earlier one stands against it."""
    ruled = replace(ruled, author=_text(ruled.author), reason=_text(ruled.reason), value=_text(ruled.value or ""))
    story = store.story
    made = Decision(
        id="",
        kind=ruled.kind,
        objects=tuple(given for one in _sides(story, ruled) for given in one),
        value=ruled.value or None,
        undoes=None,
        author=ruled.author,
        reason=ruled.reason,
        made=_moment(story, now),
    )
    _refuse_malformed(made)
    _refuse_blocked(story, made)
    return keep(store, [replace(made, id=decision_id(made))])[0]


def undo(store: Store, id_: str, author: str, reason: str, now: dt.datetime) -> Kept:
    """Keep a decision that undoes an earlier one."""
    story = store.story
    earlier = find(story, id_)
    _need(isinstance(earlier, Decision), f"{id_} is no decision", "all decisions: dateline decisions STORY")
    by = rulings(story).undone.get(earlier.id)
    _need(by is None, f"{earlier.id} is undone already, by {by}", "")
    made = Decision(
        id="",
        kind=DecisionKind.UNDO,
        objects=(),
        value=None,
        undoes=earlier.id,
        author=_text(author),
        reason=_text(reason),
        made=_moment(story, now),
    )
    _refuse_malformed(made)
    return keep(store, [replace(made, id=decision_id(made))])[0]


def keep(store: Store, decisions: Sequence[Decision]) -> list[Kept]:
    """Add decisions that the story has not; what each outranks is told."""
    known = {decision.id for decision in store.story.all(Decision)}
    new = [decision for decision in in_order(decisions) if decision.id not in known]
    before = rulings(store.story).outranked
    with store.atomic():
        store.add(DECISIONS, [(decision.id, "", [decision]) for decision in new], VERSION)
    after = rulings(store.story)
    by_id = {decision.id: decision for decision in store.story.all(Decision)}
    fresh = {older: later for older, later in after.outranked.items() if before.get(older) != later}
    lost = {orphan.decision.id: orphan.reason for orphan in after.orphans}
    return [
        Kept(
            decision,
            outranks=tuple(by_id[older] for older in sorted(fresh) if fresh[older] == decision.id),
            orphan=lost.get(decision.id),
        )
        for decision in new
    ]


def _sides(story: Story, ruled: Ruled) -> Sides:
    """The anchors of a decision, side by side."""
    first, *others = (_record(story, ruled.kind, id_, number) for number, id_ in enumerate(ruled.ids))
    if ruled.kind is DecisionKind.SPLIT:
        return _split(story, first, others)
    if ruled.kind is DecisionKind.REATTRIBUTE:
        _need(len(others) == 1, "a quotation is given to one actor", "reattribute QUOTATION ACTOR")
        return side(story, members(story, first), 0), side(story, members(story, others[0]), 1)
    if isinstance(first, Link):
        return _join(story, first)
    if others:
        held = [members(story, record) for record in (first, *others)]
        return tuple(side(story, one, number) for number, one in enumerate(held))
    if isinstance(first, Actor) and ruled.kind is DecisionKind.ACCEPT:
        held = [[member] for member in members(story, first)[:SIDE_LIMIT]]
        return tuple(side(story, one, number) for number, one in enumerate(held))
    return (side(story, members(story, first), 0),)


def _record(story: Story, kind: DecisionKind, id_: str, number: int) -> Record:
    """The record with an id, which must be of a kind that the decision is about."""
    record = find(story, id_)
    if kind is DecisionKind.SPLIT and number:
        return record  # what belongs to the first is looked up there
    takes = (Actor, Chain) if kind is DecisionKind.REATTRIBUTE and number else _TAKES[kind]
    named = ", ".join(_IN_WORDS[each] for each in takes)
    _need(isinstance(record, takes), f"{id_} is a {type(record).__name__}", f"{kind.value} takes: {named}")
    return record


def _split(story: Story, whole: Record, parts: Sequence[Record]) -> Sides:
    """What goes, and what stays: chains, quotations, tellings or reports, given by any of these or by a report."""
    everything = story.members(whole.id)
    going = {member.id for part in parts for member in _members_by(story, part, everything)}
    gone = [member for member in everything if member.id in going]
    stays = [member for member in everything if member.id not in going]
    _need(bool(gone), f"none of these belongs to {whole.id}", "its members stand in: dateline explain ID STORY")
    _need(bool(stays), f"these are all that {whole.id} has", "leave at least one of its members where it is")
    return side(story, gone, 0), side(story, stays, 1)


def _members_by(story: Story, part: Record, everything: Sequence[Record]) -> list[Record]:
    if isinstance(part, Report):
        return [m for m in everything if m.id == part.id or getattr(m, "report", None) == part.id]
    return members(story, part) if isinstance(part, Mention | Link) else [part]


def _join(story: Story, link: Link) -> Sides:
    """A join: its member, and all else that belongs to its target."""
    _need(link.kind is not LinkKind.THREAD, f"{link.id} is a report's thread, on which nobody rules", "")
    _need(link.kind is not LinkKind.ORIGIN or isinstance(story.get(link.member), Report), "no report's join", "")
    others = [member for member in story.members(link.target) if member.id != link.member]
    _need(bool(others), f"{link.id} joins nothing: its target has this member only", "")
    return side(story, [story.get(link.member)], 0), side(story, others, 1)


def _refuse_malformed(made: Decision) -> None:
    fault = fault_of(made)
    _need(fault is None, str(fault), f"how it is used: dateline decide {made.kind.value} --help")


def _refuse_blocked(story: Story, made: Decision) -> None:
    """DecisionError if a decision would go through an earlier one."""
    bench = Bench(rulings(story).held)
    now = living_sides(made, Living(story), {})
    if now is None:
        return  # of a report that was replaced: kept, and listed as an orphan
    ruling = Ruling(made, now)
    if ruling.joins:
        groups = [_with_all(story, one, made.objects[0].kind) for one in now]
        _need_free(bench.blocking(groups), "they are kept apart")
    elif ruling.parts:
        _need_free(bench.binding(now), "they are held together")


def _with_all(story: Story, records: Sequence[str], kind: AnchorKind) -> list[str]:
    """Records, and all that is joined with them now."""
    joined = MERGED[kind][1]
    found = dict.fromkeys(records)
    for id_ in records:
        for link in story.links(id_):
            if link.member == id_ and link.kind is joined:
                found.update(dict.fromkeys(other.member for other in story.links(link.target)))
    return list(found)


def _need_free(blocking: Ruling | None, what: str) -> None:
    if blocking is not None:
        decision = blocking.decision
        raise DecisionError(
            f"{what} by {decision.id} ({decision.kind.value}), {because(decision)}",
            f"undo that one first: dateline decisions undo {decision.id} STORY",
        )


def _moment(story: Story, now: dt.datetime) -> str:
    """The time of a decision: now, and in any case later than that of each earlier one."""
    moment = now.astimezone(dt.UTC)
    last = max((decision.made for decision in story.all(Decision)), default="")
    if last and _written(moment) <= last:
        moment = dt.datetime.fromisoformat(last) + dt.timedelta(microseconds=1)
    return _written(moment)


def _written(moment: dt.datetime) -> str:
    return moment.isoformat(timespec="microseconds")


def _text(given: str) -> str:
    """Text as it can be stored: without white space around it, and nothing that is no character."""
    return given.encode("utf-8", "replace").decode().strip()


def _need(holds: bool, message: str, hint: str) -> None:
    if not holds:
        raise DecisionError(message, hint)
