"""Which codes an actor has on a day, of all that the story has for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from dateline.model import ActorCode, CodeBasis

UNKNOWN = "UNK"  # the sector of whom nothing is told
_RESIDUAL = "CVL"  # said of anybody: a minister is somebody's husband too
_BEFORE = {CodeBasis.FILE: 0, CodeBasis.ROLE: 1, CodeBasis.NAME: 2}


def code_on(codes: Iterable[ActorCode], day: dt.date | None = None) -> ActorCode | None:
    """The codes that hold on a day, or in the latest reports: the user's, then an office's, then the name's.

    Codes are said of an actor in reports of some days; on any other day those of the nearest reports hold. A
    user's table holds on its days alone. None if there are no codes.
    """
    held = [code for code in codes if code.basis is not CodeBasis.FILE or _holds(code, day)]
    return min(held, key=lambda code: _rank(code, day), default=None)


def _holds(code: ActorCode, day: dt.date | None) -> bool:
    time = code.time
    if time is None or day is None:
        return time is None or time.latest is None
    return (time.earliest or dt.date.min) <= day <= (time.latest or dt.date.max)


def _rank(code: ActorCode, day: dt.date | None) -> tuple[int, int, int, int, str]:
    vague = code.sectors[:1] in ((UNKNOWN,), (_RESIDUAL,)) or (not code.sectors and code.basis is CodeBasis.ROLE)
    latest = code.time.latest.toordinal() if code.time and code.time.latest else 0
    return vague, _BEFORE[code.basis], _days_off(code, day), -latest, code.id


def _days_off(code: ActorCode, day: dt.date | None) -> int:
    time = code.time
    if time is None or day is None or _holds(code, day):
        return 0
    ends = [end for end in (time.earliest, time.latest) if end]
    return min(abs((end - day).days) for end in ends)
