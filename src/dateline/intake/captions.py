"""Captions: lines in brackets, lines that end with a picture's credit, lines that repeat the body, then credit."""

from __future__ import annotations

import re

from dateline.intake.lines import Line
from dateline.intake.publishers import agency_of, per_directory
from dateline.intake.wording import compiled
from dateline.model import FurnitureKind

BRACKET_WORDS = 4  # a shorter bracket may be "[Laughter]"
CAPTION_WORDS = 70  # the longest captions of agencies
CREDIT_WORDS = 7
SENTENCE_WORDS = 6  # a headline of two sentences is shorter than a caption with its credit
HEAD_LINES = 3  # headline, standfirst, caption
REPEATED_WORDS = 6  # a run of so many words that stands in another line too
REPEATED_SHARE = 0.5  # of a caption's runs
_BRACKETED = re.compile(
    r"\[[^\[\]]+\]|\*?\([^()]*\b(?:photo|image|picture|pictured|credit|file|above|below)\b[^()]*\)\*?",
    re.IGNORECASE,
)
_STOP = re.compile(r"(?<!\b[A-Z])[.!?…][”\"’')\]]*\s+")  # not behind an initial
_WORD = re.compile(r"\w+")
_NAME_AND_HOUSE = re.compile(
    r"(?:[A-Z][\w.’'-]*(?: |(?=\s?/))){1,4}\s?/\s?(?:(?:[A-Z]|the |of )[\w.’'-]*\s?){1,5}"
)
_DOMAIN = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}(?:/\S*)?", re.IGNORECASE)


@per_directory
def _picture_credit() -> re.Pattern[str]:
    return compiled(
        r"(?i)[(\[]?\s*(?:(?:file |archive )?(?:photo|image|picture|credit|video|illustration|photograph|pic)s?\s*"
        r"(?:credit|courtesy|by|from)?(?: of)?\s*[:/–—-]\s*.{2,60}"
        r"|(?:photo|image|picture) (?:by|courtesy of) .{2,60}"
        r"|.{2,40}\b(?:file|archive|stock|handout|agency|press) (?:photo|image|picture|video)s?"
        r"|\(?[cC]ourtesy(?: of)?:? .{2,50}|{picture_credit})\.?[)\]]?"
    )


def find_captions(lines: list[Line]) -> None:
    """Give a kind to those lines that are captions."""
    suspects = [line for line in lines if line.kind is None and len(line.words.split()) <= CAPTION_WORDS]
    doubtful: list[Line] = []
    for line in suspects:
        if _BRACKETED.fullmatch(line.words) and len(line.words.split()) >= BRACKET_WORDS:
            line.kind, line.rule = FurnitureKind.CAPTION, "line in brackets"
            continue
        credit = _last_words(line.words)
        if credit is None:
            continue
        if _credits_picture(credit):
            line.kind, line.rule = FurnitureKind.CAPTION, "sentence with a picture's credit"
        elif credit[-1] not in '.!?…,:;”"’' and credit[0].isupper():
            doubtful.append(line)
    _find_above_text(lines, doubtful)
    if doubtful:
        _find_repeated(lines, doubtful)


def _last_words(words: str) -> str | None:
    """What stands behind the last finished sentence of a line, if it is as short as a credit."""
    if words.endswith((")", "]")) and (start := max(words.rfind(" ("), words.rfind(" ["))) > 0:
        return words[start + 1 :]
    if " | " in words:
        return words[words.rindex(" | ") + 3 :]
    stops = list(_STOP.finditer(words))
    tail = words[stops[-1].end() :] if stops else ""
    return tail if tail and len(tail.split()) <= CREDIT_WORDS else None


def _credits_picture(credit: str) -> bool:
    """True for "Photo: A. Name", "ministry.gov", "Name / Agency"; an agency alone may end a text, too."""
    return agency_of(credit) is None and bool(
        _DOMAIN.fullmatch(credit) or _NAME_AND_HOUSE.fullmatch(credit) or _picture_credit().fullmatch(credit)
    )


def _find_above_text(lines: list[Line], doubtful: list[Line]) -> None:
    """A sentence with a few last words without a full stop, where pictures stand: between headline and text."""
    head = [line for line in lines if line.kind is None][:-1][:HEAD_LINES]  # the last line is above no text
    for line in doubtful:
        if line in head and len(line.words.split()) >= SENTENCE_WORDS + CREDIT_WORDS:
            line.kind, line.rule = FurnitureKind.CAPTION, "sentence with a credit, above the text"


def _find_repeated(lines: list[Line], doubtful: list[Line]) -> None:
    """Lines whose words stand in another line as well, before a few last words without a full stop."""
    owners: dict[tuple[str, ...], set[int]] = {}
    for line in lines:
        for run in _runs(line.words):
            owners.setdefault(run, set()).add(line.start)
    for line in doubtful:
        runs = _runs(line.words)
        repeated = [len(owners[run]) > 1 for run in runs]
        if runs and (repeated[0] or sum(repeated) >= REPEATED_SHARE * len(runs)):
            line.kind, line.rule = FurnitureKind.CAPTION, "repeats the text, then credits"


def _runs(words: str) -> list[tuple[str, ...]]:
    """All runs of REPEATED_WORDS words, folded."""
    folded = [m[0].casefold() for m in _WORD.finditer(words)]
    return [tuple(folded[i : i + REPEATED_WORDS]) for i in range(len(folded) - REPEATED_WORDS + 1)]
