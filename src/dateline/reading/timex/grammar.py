"""The whole grammar: from a parsed paragraph to its time expressions, each with its meaning."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from dateline.reading.timex import bounds, dates, deictics, happenings, lengths, numerals, occasions, parts
from dateline.reading.timex.cascade import Item, items_of, run_pass
from dateline.reading.timex.meaning import Amount, EitherOrder

_BASE = dates.RULES + occasions.RULES + deictics.RULES + lengths.RULES
_BASE_AND_VAGUE = _BASE + lengths.VAGUE
_TOGETHER = parts.RULES + happenings.RULES
_MONTHS = 12


def find(doc: Doc, *, vague: bool = False) -> list[Item]:
    """The time expressions of a paragraph in order, without overlap; with `vague` also those that bear no date."""
    items = items_of(doc)
    if not items:
        return []
    text = doc.text
    passes = (numerals.RULES, _BASE_AND_VAGUE if vague else _BASE, _TOGETHER, parts.JOINED, bounds.RULES)
    for rules in passes:
        items = run_pass(rules, items, doc, text)
    return [item for item in items if item.meaning is not None and not isinstance(item.meaning, Amount)]


def numeric_order(items: Iterable[Item]) -> bool | None:
    """True if a numeric date shows that the report writes the day first, False for the month first, else None."""
    told = {
        item.meaning.first > _MONTHS
        for item in items
        if isinstance(item.meaning, EitherOrder) and max(item.meaning.first, item.meaning.second) > _MONTHS
    }
    return told.pop() if len(told) == 1 else None
