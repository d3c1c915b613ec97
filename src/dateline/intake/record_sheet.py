"""A sheet from values: the headline, the text or its markup, as records, rows and items of feeds have them.

The clean text is the headline, a blank line and the text. The raw text that its offsets count in is the two values
as they are stated, joined in the same way.
"""

from __future__ import annotations

import re

from dateline.intake.clean import mark_furniture
from dateline.intake.clean_text import CleanText, cleaned
from dateline.intake.datelines import read_dateline
from dateline.intake.headlines import mark_repeated_headline
from dateline.intake.page_parts import Parts, sort_blocks
from dateline.intake.sheet import Sheet, Trust
from dateline.intake.visible import Page, read_page
from dateline.model import Field, FurnitureKind
from dateline.model.report import STUB_RULE
from dateline.span import Segment, Span

_BETWEEN = "\n\n"
_MARKUP = re.compile(r"</(?:p|div|h[1-6]|ul|ol|blockquote|figure|section)\s*>|<br\s*/?>|<p\s*>", re.IGNORECASE)
_CUT = re.compile(
    r"(?:\[\s*(?:…|\.\.\.|&hellip;|&#8230;|\+\s?\d+ chars)\s*\]|(?:continue reading|read more)\W{0,3})\s*\Z",
    re.IGNORECASE,
)


def is_markup(words: str) -> bool:
    """True for a value whose paragraphs are marked up; a tag in the midst of a text is text."""
    return bool(_MARKUP.search(words))


def lay_out(reader: str, title: str, body: str, *, markup: bool, stub: bool = False) -> Sheet:
    """A headline and a body as a sheet without other metadata; `finish` completes it.

    A body that its source has cut ("[…]", "[+1204 chars]") is a stub whatever the field is called.
    """
    clean = CleanText()
    headline = " ".join(title.split())
    if headline:
        clean.copy(headline, 0)
        clean.put(_BETWEEN)
    begin, raw = clean.length, len(headline) + len(_BETWEEN) * bool(headline)
    if markup:
        page = read_page(body)
        moved = (Segment(s.start + begin, s.end + begin, s.raw + raw) for s in page.segments)
        sheet = Sheet(reader, clean.text + page.text, (*clean.segments, *moved))
        _mark_parts(sheet, page, begin)
    else:
        clean.copy(body, raw)
        sheet = Sheet(reader, clean.text, clean.segments)
    if headline:
        end = len(cleaned(headline))
        sheet.add(Field.TITLE, clean.text[:end], "headline of the record", Trust.STATED, Span(0, end))
    if stub or _CUT.search(sheet.text[begin:][-200:]):
        sheet.mark(begin, len(sheet.text), FurnitureKind.TEASER, STUB_RULE)
    return sheet


def finish(sheet: Sheet) -> Sheet:
    """Mark what the words alone tell, once all candidates of the record are there."""
    titles = [c.span for c in sheet.candidates if c.field is Field.TITLE and c.span]
    mark_repeated_headline(sheet)
    mark_furniture(sheet, keep=titles)
    read_dateline(sheet)
    return sheet


def _mark_parts(sheet: Sheet, page: Page, begin: int) -> None:
    """Mark what the elements of a fragment say of themselves; all the rest of it is body."""
    lines = [page.text[block.start : block.end] for block in page.blocks]
    for block, kind, rule in sort_blocks(Parts(page, None, lines)):
        sheet.mark(begin + block.start, begin + block.end, kind, rule)
