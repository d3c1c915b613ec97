"""Decisions as they stand: which hold, which are undone or outranked, and which have lost their words.

    standing = rulings(story)
    standing.held          # decisions in force, earliest first, with the records that they are about now
    standing.orphans       # those of which one side's words are no longer read

Decisions that cannot all hold are never mixed: the later one holds, and the earlier one is listed as outranked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.ids import content_id
from dateline.model import Decision, DecisionKind
from dateline.story.anchors import Living
from dateline.story.bench import Bench

if TYPE_CHECKING:
    from dateline.story.story import Story

DECISIONS = "decisions"  # in the ledger
VERSION = "1"
JOINING = frozenset({DecisionKind.MERGE, DecisionKind.SAME_EVENT, DecisionKind.SAME_ORIGIN, DecisionKind.ACCEPT})
PARTING = frozenset(
    {
        *(DecisionKind.SPLIT, DecisionKind.NOT_SAME, DecisionKind.NOT_SAME_EVENT),
        *(DecisionKind.NOT_SAME_ORIGIN, DecisionKind.REJECT),
    }
)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision, and the records that its words are read as now, side by side; no side is empty."""

    decision: Decision
    sides: tuple[tuple[str, ...], ...]

    @property
    def id(self) -> str:
        """The decision's id."""
        return self.decision.id

    @property
    def joins(self) -> bool:
        """True if it holds records together."""
        return len(self.sides) > 1 and self.decision.kind in JOINING

    @property
    def parts(self) -> bool:
        """True if it keeps records apart."""
        return len(self.sides) > 1 and self.decision.kind in PARTING

    @property
    def because(self) -> str:
        """`decided by Ann Lee: two different people`."""
        return because(self.decision)


@dataclass(frozen=True, slots=True)
class Orphan:
    """A decision without its words."""

    decision: Decision
    reason: str


@dataclass(frozen=True, slots=True)
class Rulings:
    """All decisions of a story as they stand."""

    held: tuple[Ruling, ...]  # earliest first
    orphans: tuple[Orphan, ...]
    outranked: Mapping[str, str]  # the id of a decision, and of the later one that holds in its place
    undone: Mapping[str, str]  # the id of a decision, and of the one that undoes it
    rejected: Mapping[str, str]  # the id of a record, and of the decision that rejects it


def because(decision: Decision) -> str:
    """Who decided, and why."""
    return f"decided by {decision.author}: {decision.reason}"


def in_order(decisions: Iterable[Decision]) -> list[Decision]:
    """Earliest first."""
    return sorted(decisions, key=lambda decision: (decision.made, decision.id))


def rulings(story: Story) -> Rulings:
    """Replay a story's decisions."""
    decisions = in_order(story.all(Decision))
    if not decisions:
        return Rulings((), (), {}, {}, {})
    undone = undone_by(decisions)
    living = Living(story)
    standing = [one for one in decisions if one.kind is not DecisionKind.UNDO and one.id not in undone]
    rejected = rejections(standing, living)
    found: list[Ruling] = []
    orphans: list[Orphan] = []
    for decision in standing:
        gone = {} if _is_standing(decision) else rejected
        sides = living_sides(decision, living, gone)
        if sides is None:
            orphans.append(Orphan(decision, _loss(decision, living, gone)))
        else:
            found.append(Ruling(decision, sides))
    bench = Bench(found)
    return Rulings(tuple(bench.held), tuple(orphans), bench.outranked, undone, rejected)


def rejections(decisions: Iterable[Decision], living: Living) -> dict[str, str]:
    """Records that are rejected, and not accepted later, each with the decision that says so."""
    rejected: dict[str, str] = {}
    for decision in decisions:
        for now in (living.of(given) for given in decision.objects if _is_standing(decision)):
            if decision.kind is DecisionKind.REJECT and now is not None:
                rejected[now] = decision.id
            elif now is not None:
                rejected.pop(now, None)
    return rejected


def _is_standing(decision: Decision) -> bool:
    """True if it says of records themselves, and not of a join, that they are right or wrong."""
    one_side = len({given.side for given in decision.objects}) == 1
    return one_side and decision.kind in (DecisionKind.REJECT, DecisionKind.ACCEPT)


def undone_by(decisions: Iterable[Decision]) -> dict[str, str]:
    """Decisions that another one undoes; an undo that is itself undone undoes nothing."""
    undone: dict[str, str] = {}
    for decision in reversed(in_order(decisions)):
        if decision.kind is DecisionKind.UNDO and decision.undoes and decision.id not in undone:
            undone.setdefault(decision.undoes, decision.id)
    return undone


def living_sides(
    decision: Decision, living: Living, rejected: Mapping[str, str]
) -> tuple[tuple[str, ...], ...] | None:
    """The records that each side is about now, but for rejected ones; None if a side has lost all of them."""
    sides: dict[int, list[str]] = {given.side: [] for given in decision.objects}
    for given in decision.objects:
        now = living.of(given)
        if now is not None and now not in rejected and now not in sides[given.side]:
            sides[given.side].append(now)
    if not sides or not all(sides.values()):
        return None
    return tuple(tuple(sides[number]) for number in sorted(sides))


def _loss(decision: Decision, living: Living, rejected: Mapping[str, str]) -> str:
    """Why a decision is an orphan: what became of the first words of the side that is lost."""
    by_side: dict[int, list[str | None]] = {}
    for given in decision.objects:
        now = living.of(given)
        by = rejected.get(now or "")
        reason = f"“{given.text}” was rejected by {by}" if by else living.why_lost(given)
        by_side.setdefault(given.side, []).append(reason)
    lost = (reasons[0] for _, reasons in sorted(by_side.items()) if all(reasons))
    return next(lost, None) or "it names no words"


def decision_id(decision: Decision) -> str:
    """The id that a decision's own fields give it."""
    objects = (
        part
        for given in decision.objects
        for part in (given.side, given.kind, given.member, given.report, given.digest, given.start, given.text)
    )
    return content_id(
        "d",
        *(decision.kind, *objects, decision.value, decision.undoes),
        *(decision.author, decision.reason, decision.made),
    )
