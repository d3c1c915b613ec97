"""Quotations that two reports print in the same cut, and whether that makes them one source.

Two reporters in one room write down one sentence alike. Two or more sentences, begun and ended at the same word,
were more likely copied: if a side says that it has them from an agency or from reports, they are one origin.
If no side says so, they are one utterance, and where the words came from cannot be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.linking.chronology import Chronology
from dateline.linking.texts.shingles import WORD
from dateline.model import Paragraph, Quotation, Report, SpeechKind
from dateline.span import Span, Words
from dateline.vocabulary import load

SENTENCES = 2
WORDS = 10  # "Leave. Now." is two sentences, and anybody's
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’]?\s+(?=[\"'“‘]?[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Cut:
    """A quotation's words as one report cuts them."""

    quotation: Quotation
    key: str  # folded words
    words: Words  # from the first to the last of its pieces

    @property
    def id(self) -> str:
        """The quotation's id."""
        return self.quotation.id


@dataclass(frozen=True, slots=True)
class SharedQuotation:
    """One quotation in two or more reports, in the same cut."""

    key: str
    cuts: tuple[Cut, ...]  # one a report, in the story's order
    agency: str | None  # credited with it
    credit: str | None  # how a side says that it has the words from others; None: no side does


def cuts(quotations: Iterable[Quotation], texts: Mapping[str, str]) -> list[Cut]:
    """Every quotation in marks that is long enough to tell something."""
    found = []
    for quotation in quotations:
        if quotation.kind is SpeechKind.INDIRECT or not quotation.contents:
            continue
        pieces = [piece.text for piece in quotation.contents]
        key = " ".join(match[0].casefold().replace("’", "'") for p in pieces for match in WORD.finditer(p))
        if sentences(pieces) >= SENTENCES and key.count(" ") + 1 >= WORDS:
            first, last = quotation.contents[0], quotation.contents[-1]
            words = Words.cut(texts[quotation.report], first.start, last.end)
            found.append(Cut(quotation, key, words))
    return found


def sentences(pieces: Sequence[str]) -> int:
    """How many sentences a quotation has; a piece that begins in lower case goes on with the one before it."""
    begun = sum(at == 0 or piece[:1].isupper() for at, piece in enumerate(pieces))
    return begun + sum(len(_SENTENCE_END.findall(piece)) for piece in pieces)


def shared(
    found: Iterable[Cut], order: Chronology, family: Mapping[str, str], credited: Credits
) -> list[SharedQuotation]:
    """Quotations in the same cut in reports of different families, by their words."""
    by_key: dict[str, dict[str, Cut]] = {}
    for cut in sorted(found, key=lambda c: order.at(c.quotation.report, c.words.start)):
        by_key.setdefault(cut.key, {}).setdefault(cut.quotation.report, cut)
    result = []
    for key in sorted(by_key):
        members = tuple(by_key[key].values())
        if len({family[c.quotation.report] for c in members}) > 1:
            agency, credit = credited.of(members)
            result.append(SharedQuotation(key, members, agency, credit))
    return result


class Credits:
    """Who is credited with a quotation: by its own words, its paragraph's, or its report's."""

    def __init__(self, reports: Iterable[Report], paragraphs: Iterable[Paragraph]) -> None:
        self._agencies = {report.id: report.agencies for report in reports}
        self._paragraphs: dict[str, list[Paragraph]] = {}
        for paragraph in paragraphs:
            self._paragraphs.setdefault(paragraph.report, []).append(paragraph)

    def of(self, members: Sequence[Cut]) -> tuple[str | None, str | None]:
        """(agency or outlet, how it is said); the plainest credit of any member: named, whole report, hearsay."""
        for cut in members:
            if cut.quotation.via:
                return cut.quotation.via, f"{cut.quotation.via} quoted"
        for cut in members:
            if agencies := self._agencies[cut.quotation.report]:
                return agencies[0], f"report by {agencies[0]}"
        for cut in members:
            if phrase := self.hearsay(cut.quotation.report, cut.words.span):
                return None, f"“{phrase}”"
        return None, None

    def hearsay(self, report: str, span: Span) -> str | None:
        """The phrase by which the paragraph around a quotation says that it has it from others."""
        for paragraph in self._paragraphs.get(report, ()):
            if paragraph.words.span.touches(span):
                inside = span.shift(-paragraph.words.start) if span.start >= paragraph.words.start else None
                text = paragraph.words.text
                around = text[: inside.start] + " … " + text[inside.end :] if inside else text
                match = hearsay_pattern().search(around.casefold())
                return match[0] if match else None
        return None


@cache
def hearsay_pattern() -> re.Pattern[str]:
    """Any of the phrases of `vocabulary/hearsay.toml`, as whole words."""
    phrases = sorted(load("hearsay")["hearsay"]["phrases"], key=lambda p: (-len(p), p))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b")
