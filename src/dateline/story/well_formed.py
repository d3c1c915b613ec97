"""What a decision of each kind must have, wherever it comes from: sides, kinds of anchors, a value."""

from __future__ import annotations

from dateline.fuzzydate import from_edtf
from dateline.model import AnchorKind, Decision, DecisionKind

_CHAINS, _SPEECH, _EVENTS, _TEXTS = (
    frozenset({AnchorKind.CHAIN}),
    frozenset({AnchorKind.QUOTATION}),
    frozenset({AnchorKind.EVENT}),
    frozenset({AnchorKind.REPORT}),
)
_ANY = frozenset(AnchorKind)
_MANY = 1_000  # sides; more than a person names
# For each kind: what its sides hold, and how many it has at least and at most.
_SHAPES: dict[DecisionKind, tuple[frozenset[AnchorKind], int, int]] = {
    DecisionKind.MERGE: (_CHAINS | _SPEECH, 2, _MANY),
    DecisionKind.NOT_SAME: (_CHAINS | _SPEECH, 2, _MANY),
    DecisionKind.SPLIT: (_ANY, 2, 2),
    DecisionKind.SAME_EVENT: (_EVENTS, 2, _MANY),
    DecisionKind.NOT_SAME_EVENT: (_EVENTS, 2, _MANY),
    DecisionKind.SAME_ORIGIN: (_TEXTS, 2, _MANY),
    DecisionKind.NOT_SAME_ORIGIN: (_TEXTS, 2, _MANY),
    DecisionKind.RENAME: (_CHAINS, 1, 1),
    DecisionKind.REJECT: (_ANY, 1, 2),
    DecisionKind.ACCEPT: (_ANY, 1, _MANY),
    DecisionKind.REDATE: (_EVENTS, 1, 1),
    DecisionKind.REATTRIBUTE: (_SPEECH, 2, 2),
}


def fault_of(decision: Decision) -> str | None:
    """What is wrong with a decision, in words; None if nothing is."""
    if not decision.author or not decision.reason:
        return "it has no author or no reason"
    if decision.kind is DecisionKind.UNDO:
        return None if decision.undoes and not decision.objects else "an undo names one decision and no words"
    return _fault_of_sides(decision) or _fault_of_value(decision)


def _fault_of_sides(decision: Decision) -> str | None:
    takes, least, most = _SHAPES[decision.kind]
    sides: dict[int, set[AnchorKind]] = {}
    for given in decision.objects:
        sides.setdefault(given.side, set()).add(given.kind)
    if sorted(sides) != list(range(len(sides))) or not least <= len(sides) <= most:
        wanted = str(least) if least == most else f"{least} or more"
        return f"{decision.kind.value} is about {wanted}, not about {len(sides)}"
    first, *others = (sides[number] for number in sorted(sides))
    second = {AnchorKind.CHAIN} if decision.kind is DecisionKind.REATTRIBUTE else first
    if len(first) > 1 or not first <= takes or any(other != second for other in others):
        return f"{decision.kind.value} is about other things than these, or these are of different kinds"
    members = [(given.kind, given.member) for given in decision.objects]
    return None if len(members) == len(set(members)) else "these are one and the same already"


def _fault_of_value(decision: Decision) -> str | None:
    if decision.kind is DecisionKind.REDATE:
        try:
            from_edtf(decision.value or "")
        except ValueError as error:
            return (
                f"“{decision.value or ''}” is no date: {error}; write 2031-05-06, 2031-05, 2031 or 2031-05/2031-06"
            )
        return None
    if decision.kind is DecisionKind.RENAME:
        return None if decision.value else "an actor needs a name"
    return "it has a value that means nothing" if decision.value else None
