"""The headline of a plain text: its first line, or the one below an opening paragraph."""

from __future__ import annotations

import re

from dateline.intake.lines import Line, first_lines, looks_like_headline
from dateline.intake.sheet import Sheet, Trust
from dateline.model import Field, FurnitureKind
from dateline.span import Span

MIN_WORDS = 3
REPEATED_WITHIN = 4  # lines
SENTENCE_WORDS = 20  # a headline that ends with a full stop is a short sentence, alone on its line
_WIRE_PREFIX = re.compile(
    r"(?:UPDATE|WRAPUP|LEAD|RPT|REFILE|CORRECTED|ADVISORY|URGENT|\d(?:st|nd|rd|th) (?:LD|LEAD))(?: \d{1,2})?"
    r"\s?[-–:]\s*"
)
_INNER_END = re.compile(r"[.!?][”\"’')\]]*\s+[“\"‘'A-Z]")


def find_headline(sheet: Sheet) -> None:
    """Keep the line that is the headline as a candidate, if one of the first two looks like it.

    Below an opening paragraph a headline stands where desks paste a lede above it. A later short line is a
    subheading.
    """
    lines = first_lines(sheet, 3)
    if len(lines) < 2:
        return
    first, second = lines[:2]
    if _is_headline(first) or (_follows_stamp(sheet, first) and _is_sentence_headline(first, second)):
        _keep(sheet, first)
    elif _is_headline(second) and len(lines) > 2:
        _keep(sheet, second)


def mark_repeated_headline(sheet: Sheet) -> None:
    """Mark the headline where a text begins with it again, below the one that stands in its header."""
    titles = [c for c in sheet.candidates if c.field is Field.TITLE and c.span]
    for title in titles[:1]:
        for line in first_lines(sheet, REPEATED_WITHIN):
            if line.span != title.span and line.words.casefold() == title.value.casefold():
                sheet.mark(line.start, line.end, FurnitureKind.HEADER, "headline again")


def _is_headline(line: Line) -> bool:
    return len(line.words.split()) >= MIN_WORDS and looks_like_headline(line.words) and line.words[0] not in "[("


def _follows_stamp(sheet: Sheet, line: Line) -> bool:
    """True if a date stands before the line, where desks put the headline as a sentence."""
    before = [mark for mark in sheet.marks if mark.span.end <= line.start]
    return bool(before) and max(before, key=lambda m: m.span.end).rule == "date stamp"


def _is_sentence_headline(line: Line, below: Line) -> bool:
    """One short sentence, with a longer paragraph below it."""
    count = len(line.words.split())
    quiet = not _INNER_END.search(line.words) and line.words.endswith(".") and '"' not in line.words
    return quiet and MIN_WORDS <= count <= SENTENCE_WORDS and len(below.words) > len(line.words)


def _keep(sheet: Sheet, line: Line) -> None:
    """The headline, without what a wire puts before it: "UPDATE 2-"."""
    prefix = _WIRE_PREFIX.match(line.words)
    start = line.start + (prefix.end() if prefix else 0)
    sheet.mark(line.start, start, FurnitureKind.HEADER, "a wire's word before the headline")
    sheet.add(Field.TITLE, sheet.text[start : line.end], "headline line", Trust.SHOWN, Span(start, line.end))
