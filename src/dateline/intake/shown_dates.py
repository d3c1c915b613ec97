"""Dates shown beside a text: "Published: 8 June 2031 14:02", a date alone on a line, one in a byline."""

from __future__ import annotations

import re

from dateline.intake.dates import read_date
from dateline.intake.sheet import Sheet, Trust
from dateline.model import Field, FurnitureKind
from dateline.span import Span

_CHANGED = re.compile(r"\b(?:updated|modified|edited|corrected)\b", re.IGNORECASE)
_ISSUED = re.compile(r"\b(?:published|posted|issued|created)\b", re.IGNORECASE)
_READ_ELSEWHERE = {"date stamp", "header line", "front matter", "dateline", "headline again"}


def find_shown_dates(sheet: Sheet) -> None:
    """The first date shown in a header or byline is a candidate; later ones, and those of a change, are kept."""
    first = True
    for mark in sheet.marks_in_order():
        if mark.kind not in (FurnitureKind.HEADER, FurnitureKind.BYLINE) or mark.rule in _READ_ELSEWHERE:
            continue
        words = mark.span.of(sheet.text)
        date = read_date(words)
        if date is None or not date.dates:
            continue
        changed = bool(_CHANGED.search(words)) and not _ISSUED.search(words)
        trust = Trust.SHOWN if first and not changed else Trust.KEPT
        first = first and changed
        at = mark.span.start + len(words) - len(words.lstrip())
        span = Span(at + date.span.start, at + date.span.end)
        sheet.add(Field.PUBLISHED, date.value, "line with a date", trust, span, date)
