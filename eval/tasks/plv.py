"""How the PLV sentences (Hu et al., ACL 2024) code an act: CAMEO's roots under PLOVER's names.

They differ from the PLOVER manual in what CAMEO's roots say otherwise: every intent to give in is AGREE (root
03, the manual says CONCEDE); conflict that is planned or may come is THREATEN (13); blockades and occupations
are ASSAULT (19); a guilty verdict is ACCUSE and a sentence COERCE (the manual has SANCTION/convict for both,
and COERCE/arrest beside it for a sentence).
"""

from __future__ import annotations

from dateline.export.coding import plover_type
from dateline.model import EventType, Status
from dateline.reading.acts.pair import Told

_CONFLICT = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.PROTEST, EventType.MOBILIZE}
)
_TO_COME = frozenset({Status.PLANNED, Status.PROMISED})
_VERDICTS = frozenset({"convict", "guilty", "conviction", "verdict"})
_BY_FORCE = frozenset({"blockade", "occupy", "occupation"})


def plv_type(told: Told) -> EventType | None:
    """The type that PLV gives to an act."""
    words, mode = set(told.trigger.act.words), told.trigger.act.mode
    if told.status in _TO_COME and told.type is EventType.RETREAT:
        return EventType.AGREE
    if told.type in _CONFLICT and told.status in _TO_COME | {Status.HYPOTHETICAL}:
        return EventType.THREATEN
    if told.type is EventType.SANCTION and mode == "convict":
        return EventType.ACCUSE if words & _VERDICTS else EventType.COERCE
    if told.type is EventType.COERCE and words & _BY_FORCE:
        return EventType.ASSAULT
    return plover_type(told.type, told.status)
