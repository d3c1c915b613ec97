"""The words of a report's body as shingles: what two texts are compared by.

A shingle is a run of `size` words, hashed. Candidates for comparison are found by winnowing (Schleimer, Wilkerson
and Aiken 2003): of every window of shingles the smallest hash is kept as a fingerprint, so that two texts that
share a long enough run of words always share a fingerprint, wherever the run stands in each.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.linking.texts.retelling import Told, names_in, told, wording
from dateline.model import Report
from dateline.span import Span

WORD = re.compile(r"\w+(?:['’.-]\w+)*")
WINDOW = 8  # shingles; with 4-word shingles a shared run of 11 words is never missed (window + size - 1)
FREE_SHINGLES = 20  # fewer of them in common outside quotation marks say little: the whole text is compared,
PLACES = 4  # a shingle that stands more often in a text is a refrain: its first places are enough
REPRINT_SHARE = 0.8  # and must be nearly the same: two short reports of one speech are not


@dataclass(frozen=True, eq=False)
class BodyText:
    """The words of one report's body; all sequences run in parallel, shingle i begins at word i."""

    report: str
    agencies: tuple[str, ...]  # credited with the whole report
    forms: tuple[str, ...]  # folded
    spans: tuple[Span, ...]  # in the clean text
    wording: tuple[str | None, ...]  # stems; None in direct speech, and of names, numbers and particles
    shingles: tuple[int, ...]
    all_shingles: frozenset[int]
    free_shingles: frozenset[int]  # those without a quoted word
    told: tuple[Told, ...]  # what each sentence tells, however it is worded

    @property
    def id(self) -> str:
        """The report's id."""
        return self.report

    @cached_property
    def places(self) -> Mapping[int, Sequence[int]]:
        """Where each shingle stands first, by its hash: one index a text, for all its comparisons."""
        places: dict[int, list[int]] = defaultdict(list)
        for at, hash_ in enumerate(self.shingles):
            if len(places[hash_]) < PLACES:
                places[hash_].append(at)
        return dict(places)


def body_text(report: Report, pieces: Iterable[tuple[int, str]], quoted: Iterable[Span], size: int) -> BodyText:
    """Fold and shingle the body of a report: `pieces` are (start, text) of its paragraphs in text order."""
    printed: list[str] = []
    spans: list[Span] = []
    gaps: list[str] = []
    for start, text in pieces:
        end = 0
        for match in WORD.finditer(text):
            printed.append(match[0].replace("’", "'"))
            spans.append(Span(start + match.start(), start + match.end()))
            gaps.append(text[end : match.start()] if end else "\n")
            end = match.end()
    forms = [word.casefold() for word in printed]
    marks = quoted_words(spans, quoted)
    shingles = hashed(forms, size)
    barred = {at - back for at, mark in enumerate(marks) if mark for back in range(size)}
    free = frozenset(hash_ for at, hash_ in enumerate(shingles) if at not in barred)
    names = names_in(printed, gaps)
    own = (None if mark else wording(word, word in names) for word, mark in zip(printed, marks, strict=True))
    return BodyText(
        report.id,
        report.agencies,
        tuple(forms),
        tuple(spans),
        tuple(own),
        shingles,
        frozenset(shingles),
        free,
        told(printed, gaps, marks, names),
    )


def hashed(words: Sequence[str], size: int) -> tuple[int, ...]:
    """Each run of `size` words as a number."""
    return tuple(
        zlib.crc32(" ".join(words[at : at + size]).encode("utf-8", "surrogatepass"))
        for at in range(len(words) - size + 1)
    )


def quoted_words(words: Sequence[Span], quoted: Iterable[Span]) -> tuple[bool, ...]:
    """For each word whether one of the quoted spans covers its beginning."""
    marks = [False] * len(words)
    starts = [word.start for word in words]
    for span in quoted:
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        marks[first:last] = [True] * (last - first)
    return tuple(marks)


def fingerprints(shingles: Sequence[int], window: int = WINDOW) -> set[int]:
    """Winnowed shingles: the smallest of each window (of all of them, if there are fewer than `window`)."""
    if not shingles:
        return set()
    kept: set[int] = set()
    rising: deque[int] = deque()  # positions in the window whose hashes rise: the first is the smallest
    for at, hash_ in enumerate(shingles):
        while rising and shingles[rising[-1]] >= hash_:
            rising.pop()
        rising.append(at)
        if rising[0] <= at - window:
            rising.popleft()
        if at >= window - 1 or at == len(shingles) - 1:
            kept.add(shingles[rising[0]])
    return kept


@dataclass(frozen=True, slots=True)
class Shares:
    """How much of each of two texts stands in the other, 0 to 1."""

    of_first: float
    of_second: float
    common: int  # shared shingles outside quotation marks

    @property
    def containment(self) -> float:
        """The share of the shorter text: the greater of the two."""
        return max(self.of_first, self.of_second)

    def of(self, first: bool) -> float:
        """The share of one side."""
        return self.of_first if first else self.of_second


def shares(first: BodyText, second: BodyText) -> Shares:
    """Shared shingles over each text's own: of all of them, and of those outside quotation marks the same.

    Two reporters who attend one speech print the same quotations; only their own words tell a copy. A few common
    words around different quotations tell none.
    """
    whole = common_share(first.all_shingles, second.all_shingles)
    free = common_share(first.free_shingles, second.free_shingles)
    common = len(first.free_shingles & second.free_shingles)
    if common < FREE_SHINGLES:
        return Shares(*whole, common) if max(whole) >= REPRINT_SHARE else Shares(0.0, 0.0, common)
    return Shares(min(whole[0], free[0]), min(whole[1], free[1]), common)


def common_share(first: frozenset[int], second: frozenset[int]) -> tuple[float, float]:
    """How much of each of two sets stands in the other, 0 to 1."""
    common = len(first & second)
    return common / max(1, len(first)), common / max(1, len(second))
