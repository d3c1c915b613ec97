"""Runs of short lines: menus copied along with a page, and what lies within other furniture.

A short line tells little by itself ("Sport", "X", "The Harbour Post"); between two lines that are plainly controls
of a page it is one of them.
"""

from __future__ import annotations

from functools import cache

from dateline.intake.heads import is_outlet_name
from dateline.intake.lines import Line
from dateline.intake.sheet import Sheet, Trust
from dateline.model import Field, FurnitureKind
from dateline.vocabulary import load

SHORT_WORDS = 4  # of an item of a menu
MIN_KNOWN = 2  # known items in a run before its others count as known
_RUN_KINDS = (FurnitureKind.NAVIGATION, FurnitureKind.SHARE, FurnitureKind.CONSENT, FurnitureKind.APPEAL)


@cache
def _sections() -> frozenset[str]:
    return frozenset(load("furniture")["sections"]["words"]) | frozenset(load("furniture")["sections"]["menus"])


def close_menus(sheet: Sheet, lines: list[Line]) -> None:
    """Give a kind to short lines in runs that begin and end with known items; an outlet's name there is kept."""
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _is_item(lines[end]):
            end += 1
        _close_run(sheet, lines[start:end])
        start = end + 1


def _is_item(line: Line) -> bool:
    return (
        len(line.words.split()) <= SHORT_WORDS and line.kind in (None, *_RUN_KINDS) and line.words[-1] not in '.”"'
    )


def _close_run(sheet: Sheet, run: list[Line]) -> None:
    """Within one run: names of sections count as known, then all between the first and the last known item."""
    known = [number for number, line in enumerate(run) if line.kind is not None or _named(line)]
    if len(known) < MIN_KNOWN or all(line.kind is None for line in run):
        return
    kind, first = FurnitureKind.NAVIGATION, known[0]
    while first and is_outlet_name(run[first - 1].words):  # a menu begins with the outlet's name
        first -= 1
    for line in run[first : known[-1] + 1]:
        if line.kind is None:
            line.kind, line.rule = kind, "within a menu"
            if is_outlet_name(line.words):
                sheet.add(Field.OUTLET, line.words, "line with the outlet", Trust.SHOWN, line.span)
        else:
            kind = line.kind


def _named(line: Line) -> bool:
    return line.words.casefold().strip(" .,:›>»•·|-") in _sections()
