"""The words of a report's body as shingles: what two texts are compared by.

A shingle is a run of `size` words, hashed. Candidates for comparison are found by winnowing (Schleimer, Wilkerson
and Aiken 2003): of every window of shingles the smallest hash is kept as a fingerprint, so that two texts that
share a long enough run of words always share a fingerprint, wherever the run stands in each.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.lang.en.stop_words import STOP_WORDS

from dateline.span import Span

WORD = re.compile(r"\w+(?:['’.-]\w+)*")
WINDOW = 8  # shingles; with 4-word shingles a shared run of 11 words is never missed (window + size - 1)
SKELETON_BONES = 3  # names, numbers or quotations in a row
SKELETON_LEAST = 8  # shingles of a skeleton; a shorter one is a list of the story's main names
SKELETON_WINDOW = 4
FREE_SHINGLES = 20  # fewer of them outside quotation marks say little: then the whole text is compared,
REPRINT_SHARE = 0.8  # and must be nearly the same: two short reports of one speech are not


@dataclass(frozen=True, slots=True)
class BodyText:
    """The words of one report's body; all sequences run in parallel, shingle i begins at word i."""

    report: str
    forms: tuple[str, ...]  # folded
    spans: tuple[Span, ...]  # in the clean text
    quoted: tuple[bool, ...]  # stands inside somebody's direct speech
    shingles: tuple[int, ...]
    all_shingles: frozenset[int]
    free_shingles: frozenset[int]  # those without a quoted word
    skeleton: tuple[int, ...]  # shingles of names, numbers and whole quotations alone, in order

    @property
    def id(self) -> str:
        """The report's id."""
        return self.report


def body_text(report: str, pieces: Iterable[tuple[int, str]], quoted: Iterable[Span], size: int) -> BodyText:
    """Fold and shingle the body of a report: `pieces` are (start, text) of its paragraphs in text order."""
    printed: list[str] = []
    spans: list[Span] = []
    for start, text in pieces:
        for match in WORD.finditer(text):
            printed.append(match[0].replace("’", "'"))
            spans.append(Span(start + match.start(), start + match.end()))
    forms = [word.casefold() for word in printed]
    marks = quoted_words(spans, quoted)
    shingles = hashed(forms, size)
    barred = {at - back for at, mark in enumerate(marks) if mark for back in range(size)}
    free = frozenset(hash_ for at, hash_ in enumerate(shingles) if at not in barred)
    skeleton = hashed(bones(printed, forms, marks), SKELETON_BONES)
    return BodyText(report, tuple(forms), tuple(spans), marks, shingles, frozenset(shingles), free, skeleton)


def hashed(words: Sequence[str], size: int) -> tuple[int, ...]:
    """Each run of `size` words as a number."""
    return tuple(
        zlib.crc32(" ".join(words[at : at + size]).encode("utf-8", "surrogatepass"))
        for at in range(len(words) - size + 1)
    )


def bones(printed: Sequence[str], forms: Sequence[str], quoted: Sequence[bool]) -> list[str]:
    """What stays when every sentence is reworded: names, numbers and, as one piece each, quotations."""
    kept: list[str] = []
    speech: list[str] = []
    for word, form, inside in zip(printed, forms, quoted, strict=True):
        if inside:
            speech.append(form)
            continue
        if speech:
            kept.append(" ".join(speech))
            speech = []
        if (word[0].isupper() and form not in STOP_WORDS) or word[0].isdigit():
            kept.append(form)
    return [*kept, " ".join(speech)] if speech else kept


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
    """Shared shingles over each text's own: outside quotation marks where both have enough there, else all.

    Two reporters who attend one speech print the same quotations; only their own words tell a copy.
    """
    a, b = first.free_shingles, second.free_shingles
    free = common = len(a & b)
    if min(len(a), len(b)) < FREE_SHINGLES:
        a, b = first.all_shingles, second.all_shingles
        common = len(a & b)
        if common < REPRINT_SHARE * max(1, min(len(a), len(b))):
            return Shares(0.0, 0.0, free)
    return Shares(common / max(1, len(a)), common / max(1, len(b)), free)


def skeleton_shares(first: BodyText, second: BodyText) -> Shares:
    """Shared shingles of the skeletons: high for a text that was reworded sentence by sentence.

    Independent reports have names in common, but tell of them in another order.
    """
    a, b = frozenset(first.skeleton), frozenset(second.skeleton)
    if min(len(a), len(b)) < SKELETON_LEAST:
        return Shares(0.0, 0.0, 0)
    common = len(a & b)
    return Shares(common / len(a), common / len(b), common)
