"""Appeals for money or for readers that take whole paragraphs."""

from __future__ import annotations

import re
from functools import cache

from dateline.intake.lines import Line, looks_like_headline
from dateline.intake.publishers import agency_of, per_directory
from dateline.intake.sheet import Sheet, Trust
from dateline.intake.wording import compiled, sounds_like_outlet, trimmed_outlet
from dateline.model import Field, FurnitureKind
from dateline.span import Span
from dateline.vocabulary import load

CLOSING_LINES = 2  # the last lines behind an appeal that still speak to the reader
_PAGE_KINDS = (FurnitureKind.TEASER, FurnitureKind.APPEAL, FurnitureKind.TAGS)
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|„[^“”]*[“”]?|«[^»]*»?")
_QUOTE_MARK = re.compile(r"[“”„«»\"]")
INVITATION_WORDS = 45
_NEWS_VERBS = re.compile(r"\b(?:said|told|says|added|announced|according to)\b", re.IGNORECASE)


@cache
def _words() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b(?:{words})", re.IGNORECASE) for words in load("furniture")["appeal"]["words"])


@cache
def _speaking() -> re.Pattern[str]:
    return re.compile(load("furniture")["appeal"]["speaking"])


@per_directory
def _named() -> tuple[re.Pattern[str], ...]:
    return tuple(compiled(pattern) for pattern in load("furniture")["appeal"]["named"])


def find_appeals(sheet: Sheet, lines: list[Line]) -> None:
    """Give a kind to paragraphs that appeal; the outlets they name become candidates."""
    minimum: int = load("furniture")["appeal"]["minimum"]
    for line in lines:
        if line.kind in (None, FurnitureKind.TEASER) and _strength(line.words) >= minimum:
            line.kind, line.rule = FurnitureKind.APPEAL, "speaks to the reader of money or reading"
        elif line.kind is None and _invites(line.words):
            line.kind, line.rule = FurnitureKind.APPEAL, "bids the reader"
        if line.kind is FurnitureKind.APPEAL:
            _keep_outlet(sheet, line)


@cache
def _inviting() -> re.Pattern[str]:
    verbs = "|".join(load("furniture")["appeal"]["inviting"])
    return re.compile(rf"(?:^|[.!?…:]\s+|[–—]\s+)(?:Please |To .{{3,60}}, |Or )?(?i:{verbs})\b(?! ?[,:])")


def _invites(words: str) -> bool:
    """True for a short text that bids its reader, speaking of "us" or "you": "Call our newsdesk on 555 0144"."""
    if len(words.split()) > INVITATION_WORDS or _QUOTE_MARK.search(words):
        return False
    return bool(_inviting().search(words) and _speaking().search(words) and not _NEWS_VERBS.search(words))


def _strength(words: str) -> int:
    """How many wordings of appeals a paragraph has outside quotation marks, if it speaks to the reader."""
    own = _QUOTED.sub(" ", words)
    if not _speaking().search(own) or _NEWS_VERBS.search(own):
        return 0
    return sum(1 for pattern in _words() if pattern.search(own))


def close_gaps(lines: list[Line]) -> None:
    """Lines next to an appeal that belong to it, from the last line up.

    Between two appeals any line does; above one, a line that speaks to the reader and is a title, has a wording
    of appeals itself, or stands below other furniture; below one, only the last lines of a report.
    """
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        if line.kind is not None:
            continue
        above = lines[number - 1].kind if number else None
        below = lines[number + 1].kind if number + 1 < len(lines) else None
        if above is below is FurnitureKind.APPEAL or (
            (
                (below is FurnitureKind.APPEAL and (above in _PAGE_KINDS or _leads_on(line.words)))
                or (above is FurnitureKind.APPEAL and number >= len(lines) - CLOSING_LINES)
            )
            and addresses_reader(line.words)
        ):
            line.kind, line.rule = FurnitureKind.APPEAL, "next to an appeal"


def addresses_reader(words: str) -> bool:
    """True for "we", "you" and the like outside quotation marks, in what is no news."""
    own = _QUOTED.sub(" ", words)
    return bool(_speaking().search(own)) and not _NEWS_VERBS.search(own)


def tells_news(words: str) -> bool:
    """True for words with a verb of saying, or in quotation marks: an appeal has neither."""
    return bool(_NEWS_VERBS.search(words) or _QUOTE_MARK.search(words))


def _leads_on(words: str) -> bool:
    return looks_like_headline(words) or _strength(words) > 0


def _keep_outlet(sheet: Sheet, line: Line) -> None:
    """The outlet for which an appeal asks: "the Echo's team of journalists", "a donation to the Echo"."""
    for pattern in _named():
        for match in pattern.finditer(line.words):
            name = next((match[group] for group in pattern.groupindex if match[group]), "")
            outlet = trimmed_outlet(name)
            if outlet and sounds_like_outlet(outlet) and agency_of(outlet) is None:
                start = line.start + line.words.index(outlet)
                sheet.add(Field.OUTLET, outlet, "furniture", Trust.IMPLIED, Span(start, start + len(outlet)))
