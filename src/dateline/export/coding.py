"""An act and its status as PLOVER and CAMEO code them: for exports and eval, stored is the act itself.

PLOVER (manual of 2024-02-04): one category and never a category with an auxiliary, so what is promised becomes
an act of its own: to plan or promise to CONSULT, SUPPORT, COOPERATE or AID is an AGREE, to promise to RETREAT a
CONCEDE, and to refuse any of them a REJECT. Other acts that did not or may not happen keep their type and carry
an auxiliary mode.
"""

from __future__ import annotations

from dateline.model import EventType, Status
from dateline.vocabulary import load

_TO_COME = frozenset({Status.PLANNED, Status.PROMISED})
_PROMISES = frozenset({EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID})
_COOPERATION = _PROMISES | {EventType.AGREE, EventType.CONCEDE, EventType.RETREAT}
_AUXILIARY = {
    Status.PLANNED: "future",
    Status.PROMISED: "future",
    Status.DEMANDED: "hypothetical",
    Status.HYPOTHETICAL: "hypothetical",
    Status.NEGATED: "negation",
    Status.DENIED: "negation",
}


def plover_type(type_: EventType, status: Status) -> EventType | None:
    """The PLOVER type of an act that stands so; None for Dateline's own types."""
    if not type_.is_plover:
        return None
    if status in _TO_COME and type_ in _PROMISES:
        return EventType.AGREE
    if status in _TO_COME and type_ is EventType.RETREAT:
        return EventType.CONCEDE
    if status is Status.NEGATED and type_ in _COOPERATION:
        return EventType.REJECT
    return type_


def auxiliary_mode(type_: EventType, status: Status) -> str | None:
    """PLOVER's mode "future", "hypothetical" or "negation"; None where the type says it already."""
    return _AUXILIARY.get(status) if plover_type(type_, status) is type_ else None


def cameo_code(type_: EventType, mode: str | None, status: Status) -> str | None:
    """The CAMEO code of an act that stands so; None for Dateline's own types."""
    if not type_.is_plover:
        return None
    if status is Status.NEGATED and type_ in _COOPERATION:
        return cameo_code(EventType.REJECT, None, Status.HAPPENED)
    table = load("event_codes")[type_]
    if status in _TO_COME and "intent" in table:
        return str(table["intent"])
    return str(table["cameo"].get(mode or "-", table["cameo"]["-"]))


def quad_class(type_: EventType) -> int:
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    return int(load("event_codes")[type_]["quad"])


def scale(type_: EventType, mode: str | None) -> float:
    """PLOVER's score of an act, -10 (conflict) to +10 (cooperation)."""
    scores = load("event_codes")[type_]["score"]
    return float(scores.get(mode or "-", scores["-"]))
