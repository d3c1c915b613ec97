"""The headline of a plain text: its first line, or the one below an opening paragraph."""

from __future__ import annotations

import re

from dateline.intake.lines import Line, lines_of, looks_like_headline
from dateline.intake.sheet import Sheet, Trust
from dateline.model import Field

MIN_WORDS = 3
SENTENCE_WORDS = 20  # a headline that ends with a full stop is a short sentence, alone on its line
_INNER_END = re.compile(r"[.!?][”\"’')\]]*\s+[“\"‘'A-Z]")


def find_headline(sheet: Sheet) -> None:
    """Keep the line that is the headline as a candidate, if one of the first two looks like it.

    Below an opening paragraph a headline stands where desks paste a lede above it. A later short line is a
    subheading.
    """
    lines = lines_of(sheet)
    if len(lines) < 2:
        return
    first, second = lines[:2]
    if _is_headline(first) or _is_sentence_headline(first, second):
        _keep(sheet, first)
    elif _is_headline(second) and len(lines) > 2:
        _keep(sheet, second)


def _is_headline(line: Line) -> bool:
    return len(line.words.split()) >= MIN_WORDS and looks_like_headline(line.words) and line.words[0] not in "[("


def _is_sentence_headline(line: Line, below: Line) -> bool:
    """One short sentence, with a longer paragraph below it."""
    count = len(line.words.split())
    quiet = not _INNER_END.search(line.words) and line.words.endswith(".") and '"' not in line.words
    return quiet and MIN_WORDS <= count <= SENTENCE_WORDS and len(below.words) > len(line.words)


def _keep(sheet: Sheet, line: Line) -> None:
    sheet.add(Field.TITLE, line.words, "headline line", Trust.SHOWN, line.span)
