"""An act and its status as PLOVER and CAMEO code them: for exports and eval, stored is the act itself.

PLOVER (manual of 2024-02-04): one category and never a category with an auxiliary, so what is promised becomes
an act of its own: to plan or promise to CONSULT, SUPPORT, COOPERATE or AID is an AGREE, to promise to RETREAT a
CONCEDE, and to refuse any of them a REJECT. Other acts that did not or may not happen keep their type and carry
an auxiliary mode. What a sentence tells is coded once: a demand is a REQUEST, and not also what it demands; a
protest's topic is no second event; who musters in order to attack attacks.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Event, EventType, Status
from dateline.vocabulary import load

_TO_COME = frozenset({Status.PLANNED, Status.PROMISED})
_REFUSED = {  # modes of REJECT
    EventType.AID: "assist",
    EventType.SUPPORT: "assist",
    EventType.COOPERATE: "assist",
    EventType.CONSULT: "meet",
    EventType.CONCEDE: "yield",
    EventType.RETREAT: "yield",
}
_MANY = 3  # who meet: PLOVER's multilateral talks
_UNREAL = frozenset({Status.DEMANDED, Status.HYPOTHETICAL})
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


def coded(sentence: Sequence[Event]) -> list[Event]:
    """Of the acts that one sentence tells those that PLOVER codes, in their order."""
    acts = [act for act in sentence if plover_type(act.type, act.status) is not None]
    told = [act for act in acts if not act.is_named]
    done = [act for act in told if act.status is Status.HAPPENED]
    fought = any(act.type is EventType.ASSAULT for act in done)
    return [
        act
        for act in acts
        if not (done and is_content(act))
        and not (told and act.is_named and not has_sides(act))
        and not (fought and act.type is EventType.MOBILIZE)
    ]


def is_content(act: Event) -> bool:
    """True for an act that is only demanded or feared, or one to come that does not tell both sides."""
    if act.status in _TO_COME:
        return not has_sides(act)
    return act.status in _UNREAL


def has_sides(act: Event) -> bool:
    """True for an act that tells both who does it and to whom, or two who meet."""
    return bool(act.actors and act.recipients) or (act.type is EventType.CONSULT and len(act.actors) > 1)


def auxiliary_mode(type_: EventType, status: Status) -> str | None:
    """PLOVER's mode "future", "hypothetical" or "negation"; None where the type says it already."""
    return _AUXILIARY.get(status) if plover_type(type_, status) is type_ else None


def plover_mode(type_: EventType, mode: str | None, status: Status, actors: int) -> str | None:
    """The mode of an act under its PLOVER type: of what is refused for a REJECT; many make it multilateral."""
    if plover_type(type_, status) is not type_:
        return _REFUSED.get(type_) if status is Status.NEGATED else None
    if type_ is EventType.CONSULT and mode is None and actors >= _MANY:
        return "multilateral"
    return mode


def second_act(type_: EventType, mode: str | None, lemma: str) -> tuple[EventType, str | None] | None:
    """The type and mode that the same words tell besides: a prison sentence is a conviction and an arrest."""
    for also in load("event_codes")["also"]:
        if (type_.value, mode) == (also["type"], also["mode"]) and set(lemma.split()) & set(also["words"]):
            return EventType(also["second"]), also["second_mode"]
    return None


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
