"""Quotations that two reports print in the same cut, and whether that makes them one source.

Two reporters in one room write down one sentence alike: it is one source only if both have it from one agency.
Two or more sentences, begun and ended at the same word, were more likely copied: if a side says that it has them
from an agency or from reports, they are one origin. If no side says so, they are one utterance, and where the
words came from cannot be told. A side whose whole text is a copy has the words from there: it credits nobody else.

Who says so may print a part only: "she had told the Courier" in one report, and the Courier's own in another.
Who took another passage from an agency's text has its words from there too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.intake.publishers import agency_of
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
    sentences: int

    @property
    def id(self) -> str:
        """The quotation's id."""
        return self.quotation.id


@dataclass(frozen=True, slots=True)
class Credit:
    """From whom one report says that it has a quotation."""

    agency: str | None  # canonical name, or the outlet's as printed; None: from others, it does not say whom
    how: str


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
        if key.count(" ") + 1 >= WORDS:
            first, last = quotation.contents[0], quotation.contents[-1]
            words = Words.cut(texts[quotation.report], first.start, last.end)
            found.append(Cut(quotation, key, words, sentences(pieces)))
    return found


def sentences(pieces: Sequence[str]) -> int:
    """How many sentences a quotation has; a piece that begins in lower case goes on with the one before it."""
    begun = sum(at == 0 or piece[:1].isupper() for at, piece in enumerate(pieces))
    return begun + sum(len(_SENTENCE_END.findall(piece)) for piece in pieces)


def shared(
    found: Iterable[Cut], order: Chronology, family: Mapping[str, str], credited: Credits
) -> list[SharedQuotation]:
    """Quotations in reports of different families: in the same cut, or a part of it whose source is credited."""
    by_key: dict[str, dict[str, Cut]] = {}
    for cut in sorted(found, key=lambda c: order.at(c.quotation.report, c.words.start)):
        by_key.setdefault(cut.key, {}).setdefault(cut.quotation.report, cut)
    parts = Parts(by_key)
    result: list[SharedQuotation] = []
    settled: set[str] = set()  # keys of which a longer or shorter cut has told where the words are from
    for key in sorted(by_key):
        related = parts.related(key) if any(credited.of(cut) for cut in by_key[key].values()) else []
        if not related or key in settled:
            continue
        cuts_ = {report: cut for k in reversed([key, *related]) for report, cut in by_key[k].items()}
        members = sorted(cuts_.values(), key=lambda c: order.at(c.quotation.report, c.words.start))
        known = [one for one in common_source(tuple(members), family, credited) if one.agency]
        if known:
            settled.update((key, *related))
            result += known
    for key in sorted(by_key.keys() - settled):
        members = list(by_key[key].values())
        if len({family[c.quotation.report] for c in members}) > 1:
            result += common_source(tuple(members), family, credited)
    return result


class Parts:
    """Which cuts are a part of which others."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._begun: dict[str, list[str]] = {}
        self._holding: dict[str, list[str]] = {}
        for key in sorted(keys):
            runs = self._runs(key)
            self._begun.setdefault(runs[0], []).append(key)
            for run in dict.fromkeys(runs):
                self._holding.setdefault(run, []).append(key)

    def related(self, key: str) -> list[str]:
        """The cuts that hold this one, and those that it holds, in the order of their words."""
        runs = self._runs(key)
        near = {other for other in self._holding[runs[0]] if f" {key} " in f" {other} "}
        near |= {other for run in runs for other in self._begun.get(run, ()) if f" {other} " in f" {key} "}
        return sorted(near - {key})

    def _runs(self, key: str) -> list[str]:
        """Its runs of so many words as the shortest cut has."""
        words = key.split()
        return [" ".join(words[at : at + WORDS]) for at in range(len(words) - WORDS + 1)]


def common_source(
    members: tuple[Cut, ...], family: Mapping[str, str], credited: Credits
) -> Iterator[SharedQuotation]:
    """The one source of members that have one; of two sentences or more also one that cannot be told."""
    kin = Counter(family[cut.quotation.report] for cut in members)
    credits_ = {cut.id: credit for cut in members if (credit := credited.of(cut))}
    free = [cut for cut in members if cut.id in credits_ and kin[family[cut.quotation.report]] == 1]
    first = min(free, key=lambda cut: credits_[cut.id].agency is None, default=None)
    credit = credits_[first.id] if first else None
    key, agency = members[0].key, credit.agency if credit else None
    owned = tuple(
        cut
        for cut in members
        if agency and (credited.text_of(cut, agency) or (cut.id in credits_ and credits_[cut.id].agency == agency))
    )
    owners = {family[cut.quotation.report] for cut in owned}
    if len(owners) > 1:  # a reprint that leaves the credit out has the words from there all the same
        from_there = tuple(cut for cut in members if family[cut.quotation.report] in owners)
        yield SharedQuotation(key, from_there, agency, credit.how if credit else None)
    elif members[0].sentences >= SENTENCES:
        yield SharedQuotation(key, members, agency, credit.how if credit else None)


class Credits:
    """From whom a report has a quotation: by its own words, by its paragraph's, or by what else it took over."""

    def __init__(
        self,
        reports: Iterable[Report],
        paragraphs: Iterable[Paragraph],
        taken: Mapping[str, frozenset[str]] | None = None,
    ) -> None:
        """`taken`: for each report the agencies from whose texts it has passages."""
        reports = list(reports)
        self._agencies = {report.id: report.agencies for report in reports}
        self._credited = frozenset(agency for agencies in self._agencies.values() for agency in agencies)
        self._outlets = {report.id: outlet_key(report.outlet) for report in reports if report.outlet}
        self._known_outlets = frozenset(self._outlets.values())
        self._taken = taken or {}
        self._paragraphs: dict[str, list[Paragraph]] = {}
        for paragraph in paragraphs:
            self._paragraphs.setdefault(paragraph.report, []).append(paragraph)

    def text_of(self, cut: Cut, source: str) -> bool:
        """True if the whole report is an agency's or outlet's."""
        report = cut.quotation.report
        return source in self._agencies[report] or self._outlets.get(report) == outlet_key(source)

    def of(self, cut: Cut) -> Credit | None:
        """The plainest credit of one report: who quotes, who was told, hearsay, or what else it took over."""
        via, told = cut.quotation.via, cut.quotation.addressee
        if via and via != via.casefold():
            return Credit(agency_of(via) or via, f"{via} quoted")
        if told and (source := self._agency(told.text) or self._outlet(told.text, cut.quotation.report)):
            return Credit(source, f"said to {source}")
        if phrase := via or self.hearsay(cut.quotation.report, cut.words.span):
            return Credit(None, f"“{phrase}”")
        agencies = self._taken.get(cut.quotation.report, frozenset())
        if len(agencies) == 1:
            (agency,) = agencies
            return Credit(agency, f"another passage is from {agency}")
        return None

    def _agency(self, name: str) -> str | None:
        """The agency that a name means: one that is known, or that some report of the story is credited to."""
        return agency_of(name) or (name if name in self._credited else None)

    def _outlet(self, name: str, report: str) -> str | None:
        """The name itself, if another report of the story is of the outlet that it means."""
        key = outlet_key(name)
        return name if key in self._known_outlets and key != self._outlets.get(report) else None

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


def outlet_key(name: str) -> str:
    """An outlet's name without its article, folded."""
    return name.casefold().removeprefix("the ")


@cache
def hearsay_pattern() -> re.Pattern[str]:
    """Any of the phrases of `vocabulary/hearsay.toml`, as whole words."""
    phrases = sorted(load("hearsay")["hearsay"]["phrases"], key=lambda p: (-len(p), p))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b")
