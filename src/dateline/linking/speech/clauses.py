"""The clauses of a sentence, as the text parts them; what a reader is shown of a statement is one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from dateline.span import Span, Words

_BOUNDARY = re.compile(
    r"[,;:–—()“”\"«»]+(?:\s|$)|\s[“\"«(]|\s(?=(?:although|though|because|since|while|whereas|after|before|when|until|if|unless)\b)"
    r"|\s(?<!nothing )(?<!anything )(?<!nobody )(?<!no one )(?<!none )(?=but\b)"
    r"|\s(?=and (?:nobody|nothing|none|no|never|nor|he|she|it|they|we|i|that|the|there)\b)"
    r"|\s(?=and (?:had|has|was|were|have|said|would|told)\b)"
    r"|(?<!i )(?<!we )(?<!ever )(?<!nobody )\btold \w+ that\s"
    r"|\b(?:said|says|insisted|claimed|added|wrote|stated|believe|believes) that\s",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:but|although|though|because|while|whereas|when|and|that|so|then)\s+", re.IGNORECASE)
_BEFORE_TIME = re.compile(
    r"(?:\s*(?:\b(?:on|at|in|by|since|until|during|from|late|early|of|around|about|shortly|the)|,))+\s*$",
    re.IGNORECASE,
)
_MORE = re.compile(r" (?:and|at|in|near|on|to) ")
FEWEST_LETTERS = 4
SHORT_WORDS = 7  # a clause of no more words is shown as a whole


def clauses(words: Words) -> Iterator[Words]:
    """The clauses of a text in order; marks at their ends are no part of them."""
    text, start = words.text, 0
    for match in _BOUNDARY.finditer(text):
        yield from _trimmed(words, start, match.start())
        start = match.end()
    yield from _trimmed(words, start, len(text))


def shown(clause: Words, last: str, times: Iterable[Span]) -> Words:
    """What is shown of a clause that says something up to its word `last`: no days around it, nothing after.

    A long clause is shown from the last day before that, and up to "and" or to where it was.
    """
    long = len(clause.text.split()) > SHORT_WORDS
    said = clause.text.casefold().rfind(last) + len(last)
    cuts = [(time.start - clause.start, time.end - clause.start) for time in times if clause.span.covers(time)]
    start = max((end for begin, end in cuts if (long or begin == 0) and end < said - len(last)), default=0)
    ends = [len(_BEFORE_TIME.sub("", clause.text[:begin])) for begin, _ in cuts if begin >= said]
    if long and (more := _MORE.search(clause.text, said)):
        ends.append(more.start())
    kept = clause.text[start : min([*ends, len(clause.text)])]
    return next(
        _trimmed(Words(clause.start + start, clause.start + start + len(kept), kept), 0, len(kept)), clause
    )


def parted(words: Words, cuts: Iterable[int]) -> Iterator[Words]:
    """A clause in two where a quotation begins or ends inside it."""
    inside = sorted({cut - words.start for cut in cuts if words.start < cut < words.end})
    for start, end in pairwise([0, *inside, len(words.text)]):
        yield from _trimmed(words, start, end)


def _trimmed(words: Words, start: int, end: int) -> Iterator[Words]:
    """A piece of a text without the word that links it to the one before, and without blanks and marks."""
    text = words.text
    start += len(text[start:end]) - len(text[start:end].lstrip(" ,;:–—“”\"'‘’«»()\n\t"))
    end -= len(text[start:end]) - len(text[start:end].rstrip(" ,;:–—“”\"'‘’«».!?…()\n\t"))
    if link := _LINK.match(text, start, end):
        start = link.end()
    if end - start >= FEWEST_LETTERS:
        yield Words(words.start + start, words.start + end, text[start:end])
