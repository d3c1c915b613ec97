"""Marks furniture by its wording, in any report; deletes nothing.

The text is looked at line by line, less what a reader has marked already. First every line by itself, then what
only its neighbours tell: the stories after "Related", comments, appeals of several paragraphs, captions that
repeat the body. All wording is in `vocabulary/furniture.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dateline.intake.appeals import close_gaps, find_appeals
from dateline.intake.captions import find_captions
from dateline.intake.heads import find_head_lines
from dateline.intake.lines import Line, lines_of, looks_like_headline
from dateline.intake.menus import close_menus
from dateline.intake.publishers import agency_of
from dateline.intake.repeats import mark_repeats
from dateline.intake.sheet import Sheet, Trust
from dateline.intake.wording import (
    RULED_CHARS,
    Rule,
    line_rule,
    rules,
    sounds_like_outlet,
    trimmed_outlet,
)
from dateline.model import Field, FurnitureKind
from dateline.span import Span
from dateline.vocabulary import load

AGENCY_ALONE = "agency alone on a line"
HEAD_LINES = 4  # a section's name stands in the first lines
LEDE_WORDS = 40  # a teaser's text is one sentence of at most so many words
REST_SHARE = 0.5  # of a page's letters at most stand below its report; a longer rest is not only furniture
_FINISHED = re.compile(r"[.!?…][”\"’')\]]*\s+(?=\S)")
_BULLETS = "•·‣▪●*–-»›>"
_SEPARATORS = re.compile(r"\s*(?:[/|>›»·•,&–—-]|\band\b)\s*")
_STAMP = re.compile(
    r"\[?\(?\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?(?: (?:GMT|UTC|BST|CES?T|[ECMP][SD]?T|IST|AEST|local time))?\)?\]?"
    r"\s*[:|–—-]\s+(?=\S)",
    re.IGNORECASE,
)
TAIL_CHARS = 400  # a credit or teaser behind the last sentence of a line is shorter


def mark_furniture(sheet: Sheet, keep: Sequence[Span] = ()) -> None:
    """Add marks for all wording that is furniture, and the outlets that it names; `keep` (headlines) stays."""
    lines = [line for line in lines_of(sheet) if not any(line.span.touches(span) for span in keep)]
    for line in lines:
        _rule_line(sheet, line)
    _mark_sections(lines)
    close_menus(sheet, lines)
    find_head_lines(sheet, lines)
    find_captions(lines)
    _credit_agencies(lines)
    find_appeals(sheet, lines)
    _mark_blocks(lines)
    close_gaps(lines)
    close_menus(sheet, lines)
    _mark_beside(lines)
    mark_repeats(lines, [span.of(sheet.text) for span in keep])
    for line in lines:
        if line.kind is not None:
            sheet.mark(line.start, line.end, line.kind, line.rule)
        else:
            _mark_tail(sheet, line)
    _mark_stamps(sheet, lines)


def _rule_line(sheet: Sheet, line: Line) -> None:
    """Mark a line that one rule covers from end to end."""
    if found := line_rule(line.words):
        rule, match = found
        line.kind, line.rule = rule.kind, rule.name
        keep_outlet(sheet, line.start, rule, match)


def _credit_agencies(lines: list[Line]) -> None:
    """An agency alone on a line at the head is credited for the text, unless a picture's caption stands above."""
    for number, line in enumerate(lines[:HEAD_LINES]):
        above = lines[number - 1].kind if number else None
        if line.rule == "picture credit" and above is not FurnitureKind.CAPTION and agency_of(line.words):
            line.kind, line.rule = FurnitureKind.CREDIT, AGENCY_ALONE


def keep_outlet(sheet: Sheet, at: int, rule: Rule, match: re.Match[str]) -> None:
    """Keep the outlet that furniture names, if it names one; an agency, or somebody to follow, is none.

    `at`: where the matched words begin in the clean text.
    """
    where = rule.outlet(match)
    if where is None or rule.kind in (FurnitureKind.BYLINE, FurnitureKind.TEASER):
        return
    name = trimmed_outlet(match.string[slice(*where)])
    start = at + match.string.index(name, where[0])
    if rule.kind is FurnitureKind.APPEAL and not sounds_like_outlet(name):
        return
    if name and agency_of(name) is None:
        sheet.add(Field.OUTLET, name, "furniture", Trust.IMPLIED, Span(start, start + len(name)))


@cache
def _sections() -> frozenset[str]:
    return frozenset(load("furniture")["sections"]["words"])


def _mark_sections(lines: list[Line]) -> None:
    """Lines at the head of a report that hold nothing but names of sections."""
    for line in lines[:HEAD_LINES]:
        parts = [part for part in _SEPARATORS.split(line.words.casefold()) if part]
        words = line.words.casefold().split()
        named = parts and all(part in _sections() for part in parts)
        if line.kind is None and len(words) <= 6 and (named or (words and all(w in _sections() for w in words))):
            line.kind, line.rule = FurnitureKind.NAVIGATION, "name of a section"


# --- what stands after "Related" and the like


def _mark_blocks(lines: list[Line]) -> None:
    """Openers, and the lines that belong to them."""
    for number, line in enumerate(lines):
        rule = next((r for r in rules("opener") if len(line.words) < 150 and r.matches(line.words)), None)
        if rule is None or (line.kind is not None and line.kind is rule.kind and line.rule.startswith("under ")):
            continue
        line.kind, line.rule = rule.kind, rule.name
        rest = lines[number + 1 :]
        extent = _other_stories(rest) if rule.kind is FurnitureKind.TEASER else _to_the_end(lines, number)
        for follower in rest[:extent]:
            if follower.kind is None:
                follower.kind, follower.rule = rule.kind, f"under {rule.name}"


def _to_the_end(lines: list[Line], number: int) -> int:
    """How many lines after a heading of comments, or the end of a release, belong to it: all, unless most do."""
    before = sum(len(line.words) for line in lines[:number])
    after = sum(len(line.words) for line in lines[number + 1 :])
    return len(lines) - number - 1 if after <= REST_SHARE * (before + after) else 0


def _bulleted(rest: list[Line]) -> int:
    """How many lines at the head of `rest` are items with a bullet."""
    return next((number for number, line in enumerate(rest) if line.words[0] not in _BULLETS), len(rest))


def _other_stories(rest: list[Line]) -> int:
    """How many lines after an opener are other stories: headlines, each with one lede at most.

    Two paragraphs in a row are the report again, and so is a last one that is longer than a lede.
    """
    if listed := _bulleted(rest):
        return listed
    unmarked = [number for number, line in enumerate(rest) if line.kind is None]
    for at, number in enumerate(unmarked):
        if looks_like_headline(rest[number].words):
            continue
        below = unmarked[at + 1] if at + 1 < len(unmarked) else None
        lede = at > 0 and _is_lede(rest[number].words) and looks_like_headline(rest[unmarked[at - 1]].words)
        if not lede or (below is not None and not looks_like_headline(rest[below].words)):
            return number
    return len(rest)


def _is_lede(words: str) -> bool:
    """One sentence of ordinary length."""
    return len(words.split()) <= LEDE_WORDS and not _FINISHED.search(words)


def _mark_beside(lines: list[Line]) -> None:
    """Common wordings that count only next to furniture of one kind."""
    for number, line in enumerate(lines):
        if line.kind is not None or number == 0 or len(line.words) > RULED_CHARS:
            continue
        kinds = {neighbour.kind for neighbour in (*lines[number - 1 : number], *lines[number + 1 : number + 2])}
        for rule in rules("line"):
            if rule.beside in kinds and rule.beside and rule.matches(line.words):
                line.kind, line.rule = rule.kind, rule.name


# --- behind the last sentence of a paragraph


def _mark_stamps(sheet: Sheet, lines: list[Line]) -> None:
    """Times before the entries of a live report ("16.40 GMT: The vote ..."), if there is more than one."""
    stamps = [(line, found) for line in lines if line.kind is None and (found := _STAMP.match(line.words))]
    if len(stamps) > 1:
        for line, found in stamps:
            sheet.mark(line.start, line.start + found.end(), FurnitureKind.HEADER, "time of an entry")


def _mark_tail(sheet: Sheet, line: Line) -> None:
    """Mark a credit, a teaser or an outlet's own line at the end of a paragraph of the body."""
    first = max(0, len(line.words) - TAIL_CHARS)
    for end_mark in _FINISHED.finditer(line.words, first):
        tail = line.words[end_mark.end() :]
        for rule in rules("tail"):
            if match := rule.matches(tail):
                start = line.start + end_mark.end()
                keep_outlet(sheet, start, rule, match)
                sheet.mark(start, line.end, rule.kind, rule.name)
                return
