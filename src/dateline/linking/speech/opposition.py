"""Pairs of statements that cannot both be right, found among all that was said."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.linking.blocks import blocks
from dateline.linking.chronology import Chronology
from dateline.linking.speech.statements import Statement, keys, opposition
from dateline.linking.who import Who

STATEMENT_DAYS = 60  # statements further apart may both have been right in their time

Opposed = tuple[Statement, Statement, str]


def oppositions(statements: Iterable[Statement], who: Who, order: Chronology, limit: int) -> list[Opposed]:
    """Pairs of statements of two sources that are opposed, and why, by their ids."""
    found: list[Opposed] = []
    for block in blocks(statements, keys, limit):
        for a, b in block.pairs():
            apart = order.days_apart(a.quotation.report, b.quotation.report) or 0
            if apart <= STATEMENT_DAYS and two_sources(a, b, who):
                reason = opposition(a, b)
                if reason:
                    found.append((a, b, reason))
    return sorted(found, key=lambda pair: (pair[0].id, pair[1].id))


def two_sources(a: Statement, b: Statement, who: Who) -> bool:
    """True if two statements are known to come from two sources."""
    ours, theirs = who.id(a.quotation.speaker), who.id(b.quotation.speaker)
    if ours and theirs:
        return ours != theirs
    printed = [s.quotation.source.text.casefold() if s.quotation.source else None for s in (a, b)]
    return None not in printed and printed[0] != printed[1]
