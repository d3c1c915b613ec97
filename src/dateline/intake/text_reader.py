"""Plain text as desks keep it."""

from __future__ import annotations

from dateline.intake.clean import mark_furniture
from dateline.intake.clean_text import CleanText
from dateline.intake.datelines import read_dateline
from dateline.intake.headers import read_front_matter, read_header_lines, read_stamp
from dateline.intake.headlines import find_headline, mark_repeated_headline
from dateline.intake.sheet import Sheet
from dateline.model import Field


def read_text(raw: str) -> Sheet:
    """Lay out one plain text: metadata above it, furniture, dateline, headline."""
    clean = CleanText()
    clean.copy(raw, 0)
    sheet = Sheet("txt", clean.text, clean.segments)
    start = read_front_matter(sheet)
    start = read_header_lines(sheet, start)
    start = read_stamp(sheet, start)
    read_header_lines(sheet, start)
    titles = [c.span for c in sheet.candidates if c.field is Field.TITLE and c.span]
    mark_repeated_headline(sheet)
    mark_furniture(sheet, keep=titles)
    read_dateline(sheet)
    if not titles:
        find_headline(sheet)
    return sheet
