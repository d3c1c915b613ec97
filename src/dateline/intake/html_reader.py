"""Web pages: all visible text is the clean text; trafilatura tells its body, the rest is furniture."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from dateline.intake.clean import AGENCY_ALONE, keep_outlet, mark_furniture
from dateline.intake.datelines import read_dateline
from dateline.intake.dates import read_date
from dateline.intake.heads import is_outlet_name, read_head_block
from dateline.intake.lines import Line, key_of
from dateline.intake.page_metadata import read_head
from dateline.intake.page_parts import Parts, sort_blocks
from dateline.intake.publishers import agency_of
from dateline.intake.sheet import Candidate, Sheet, Trust
from dateline.intake.visible import Block, Element, Page, read_page
from dateline.intake.wording import line_rule, sounds_like_outlet
from dateline.model import Field, FurnitureKind
from dateline.span import Span

if TYPE_CHECKING:
    from trafilatura.settings import Extractor

_SHOWS_MARKUP = re.compile(
    r"<!doctype html|<html[\s>]|<body[\s>]|<head>"
    r"|<(?:p|div|article|section|h[1-6]|ul|table|main|header)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}>\s*)*<(?:!doctype\s+html|html|head|body|meta|title|p|div|article|section|main|header|h[1-6]|table|ul|base|link)\b",
    re.IGNORECASE | re.DOTALL,
)
SNIFFED_CHARS = 4000
_HEAD_KINDS = (FurnitureKind.OTHER, FurnitureKind.HEADER, FurnitureKind.BYLINE)
_CONTROLS = (FurnitureKind.NAVIGATION, FurnitureKind.SHARE)
_TITLE_PARTS = re.compile(r"\s+[|–—·-]\s+|\s*::\s*|\s*\|\s*")
FOUND_CHARS = 250  # a shorter body is a stub, or was missed
HEADLINE_WORDS = 3
OUTLET_WORDS = 6
_SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—]{2,60}$|\s*::\s*[^:]{2,60}$")

logging.getLogger("trafilatura").setLevel(
    logging.CRITICAL
)  # its complaints about odd pages are our rejections' reasons


def is_page(text: str) -> bool:
    """True if a text is HTML, whatever its file is called: it begins with an element of a page."""
    head = text[:SNIFFED_CHARS]
    return bool(_BEGINS.match(head)) and bool(_SHOWS_MARKUP.search(head))


def read_html(source: str) -> Sheet:
    """Lay out one page."""
    page = read_page(source)
    sheet = Sheet("html", page.text, page.segments)
    read_head(page, sheet)
    headline = _find_headline(page, sheet)
    _keep_site_name(page, sheet)
    _keep_times(page, sheet)
    parts = Parts(page, headline, _body_lines(source))
    rest = list(sort_blocks(parts))
    marked = {block.start for block, _, _ in rest}
    body = next((b.start for b in page.blocks if b.start not in marked and b is not headline), len(page.text))
    for number, (block, kind, rule) in enumerate(rest):
        kind, rule = _by_words(page, sheet, block, kind, rule)
        if headline is not None and headline.end <= block.start < body and kind in _HEAD_KINDS:
            around = rest[max(0, number - 1) : number + 2]
            dated = any(read_date(page.text[near.start : near.end]) for near, _, _ in around if near is not block)
            line = Line(block.start, block.end, page.text[block.start : block.end])
            read_head_block(sheet, line, beside_day=dated)
            kind, rule = line.kind or kind, line.rule or rule
        sheet.mark(block.start, block.end, kind, rule)
    titles = [c.span for c in sheet.candidates if c.field is Field.TITLE and c.span]
    mark_furniture(sheet, keep=[*titles, *_cells(page, marked)])
    read_dateline(sheet)
    return sheet


def _by_words(page: Page, sheet: Sheet, block: Block, kind: FurnitureKind, rule: str) -> tuple[FurnitureKind, str]:
    """What a block outside the body is: what it says tells more than where it stands."""
    words = page.text[block.start : block.end]
    told = None if block.link_chars == block.end - block.start else line_rule(words)
    if told is None or told[0].kind in _CONTROLS:
        return kind, rule
    keep_outlet(sheet, block.start, *told)
    near_picture = rule == "named in the page" or kind is FurnitureKind.CAPTION
    if told[0].name == "picture credit" and not near_picture and agency_of(words):
        return FurnitureKind.CREDIT, AGENCY_ALONE
    return told[0].kind, told[0].name


def _body_lines(source: str) -> list[str]:
    """The paragraphs that trafilatura takes for the body; none where it finds no body.

    Its other algorithms are asked only where the first finds hardly anything: `page_parts` fills gaps itself.
    """
    lines = _extracted(source, fast=True)
    return lines if sum(map(len, lines)) >= FOUND_CHARS else _extracted(source, fast=False)


@cache  # its configuration is read anew for every one: a tenth of a millisecond
def _options(*, fast: bool) -> Extractor:
    from trafilatura.settings import Extractor

    return Extractor(output_format="python", comments=False, dedup=False, with_metadata=False, fast=fast)


def _extracted(source: str, *, fast: bool) -> list[str]:
    from trafilatura import bare_extraction  # here: it takes longer to load than a story to open

    try:
        found = bare_extraction(source, options=_options(fast=fast))
    except Exception:  # whatever its many steps raise on broken markup: the visible text is still there
        return []
    text = getattr(found, "text", None)
    return text.split("\n") if isinstance(text, str) else []


def _cells(page: Page, marked: set[int]) -> Iterator[Span]:
    """Cells of the body's tables: short words side by side tell nothing by their wording."""
    rows: dict[Element, list[Block]] = {}
    cells: Counter[Element] = Counter(block.element for block in page.blocks)
    for block in page.blocks:
        row = block.element.parent
        if block.start not in marked and block.element.tag in ("td", "th") and row and cells[block.element] == 1:
            rows.setdefault(row, []).append(block)
    for blocks in rows.values():
        if len(blocks) > 1:
            yield from (Span(block.start, block.end) for block in blocks)


def _find_headline(page: Page, sheet: Sheet) -> Block | None:
    """The visible headline: the h1 that agrees most with the declared titles, or a line equal to one of them."""
    titles = [_SITE_SUFFIX.sub("", c.value) for c in sheet.candidates if c.field is Field.TITLE]
    declared = [key_of(title) for title in titles if not is_outlet_name(title)]
    declared += [key_of(part) for part in _parts_of_title(page) if _may_be_headline(part)]
    heads = [block for block in page.blocks if _within(block, "h1")]
    agreeing = [b for b in heads if _agrees(key_of(page.text[b.start : b.end]), declared)]
    chosen = agreeing[0] if agreeing else heads[0] if len(heads) == 1 else None
    if chosen is None:
        chosen = next(
            (b for b in page.blocks if declared and key_of(page.text[b.start : b.end]) in declared), None
        )
    if chosen is not None:
        words = page.text[chosen.start : chosen.end]
        span = Span(chosen.start, chosen.end)
        sheet.candidates.insert(0, Candidate(Field.TITLE, words, "headline of the page", Trust.DECLARED, span))
    else:
        _trim_site_name(sheet)
    return chosen


def _parts_of_title(page: Page) -> list[str]:
    """What separators part in the title element, of which one is the headline and one the outlet."""
    return [part.strip() for part in _TITLE_PARTS.split(page.title or "") if part.strip()]


def _may_be_headline(part: str) -> bool:
    return len(part.split()) >= HEADLINE_WORDS and not is_outlet_name(part)


def _keep_site_name(page: Page, sheet: Sheet) -> None:
    """The outlet behind the headline in the title element, or before it, if it sounds like one."""
    parts = _parts_of_title(page)
    for name in (parts[-1], parts[0]) if len(parts) > 1 else ():
        if sounds_like_outlet(name) and len(name.split()) <= OUTLET_WORDS:
            sheet.add(Field.OUTLET, name, "title element", Trust.IMPLIED)
            return


def _trim_site_name(sheet: Sheet) -> None:
    """Declared titles without " - Outlet" where no headline shows which part is the title."""
    for number, candidate in enumerate(sheet.candidates):
        if (
            candidate.field is Field.TITLE
            and (shorter := _SITE_SUFFIX.sub("", candidate.value)) != candidate.value
        ):
            sheet.candidates[number] = Candidate(Field.TITLE, shorter, candidate.found_in, candidate.trust)


def _keep_times(page: Page, sheet: Sheet) -> None:
    """The first time element of a page is its date; the others are kept."""
    for number, (_, stated) in enumerate(page.times):
        if date := read_date(stated):
            trust = Trust.SHOWN if number == 0 else Trust.KEPT
            sheet.add(Field.PUBLISHED, date.value, "time element", trust, None, date)


def _within(block: Block, tag: str) -> bool:
    return block.element.tag == tag or (block.element.parent is not None and block.element.parent.tag == tag)


def _agrees(shown: str, declared: list[str]) -> bool:
    """A shown headline and a declared title are one, or one begins with the other."""
    return bool(shown) and any(
        title and (title.startswith(shown) or shown.startswith(title)) for title in declared
    )
