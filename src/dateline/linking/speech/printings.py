"""Printings of one utterance beside its first printing: how each relates to it, and in which words they differ."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import Indel, LCSseq
from spacy.lang.en.stop_words import STOP_WORDS

from dateline.linking.speech.spoken import NEGATIONS, likeness, stem
from dateline.model import Relation

KEPT = 0.6  # of the words in order (insertions and deletions): below it a text is put in other words altogether
_SPELLINGS = ((re.compile(r"is(e[ds]?|ing|ation)$"), r"iz\1"), (re.compile(r"our(s|ed|ing)?$"), r"or\1"))
PRINTERS = frozenset({"mr", "mrs", "ms", "dr", "per", "cent", "percent"})  # a house style's words, not a speaker's


def relation_to(first: Sequence[str], words: Sequence[str], *, in_marks: bool) -> Relation:
    """How folded words relate to those of the first printing. `in_marks`: both stand in quotation marks."""
    if not in_marks:
        return Relation.REPORTED
    like = likeness(first, words)
    if like is not None and like.relation is not Relation.CHANGED:
        return like.relation
    short, long = sorted((first, words), key=len)
    part = LCSseq.similarity(short, long) / max(1, len(short))
    kept = max(Indel.normalized_similarity(first, words), part * KEPT if part == 1 else 0.0)
    return Relation.CHANGED if kept >= KEPT else Relation.TRANSLATED


def altered(first: Sequence[str], words: Sequence[str]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Where two texts have other words in one place: numbers, negations and words that carry meaning, of each.

    What one of them leaves out at its ends is cut and not altered; a negation or number left out inside counts.
    """
    codes = [(op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end) for op in LCSseq.opcodes(first, words)]
    found = []
    for tag, *places in joined(codes):
        ours, theirs = weighty(first[places[0] : places[1]]), weighty(words[places[2] : places[3]])
        inside = min(places[0], places[2]) > 0 and places[1] < len(first) and places[3] < len(words)
        both = bool(ours) and bool(theirs)
        if (
            tag != "equal"
            and {spelt(w) for w in ours} != {spelt(w) for w in theirs}
            and (both or (inside and any(is_telling(w) for w in (*ours, *theirs))))
        ):
            found.append((ours, theirs))
    return found


def joined(codes: Sequence[tuple[str, int, int, int, int]]) -> list[tuple[str, int, int, int, int]]:
    """Edits that follow each other as one; what is equal stays."""
    made: list[tuple[str, int, int, int, int]] = []
    for code in codes:
        if made and made[-1][0] != "equal" and code[0] != "equal":
            last = made.pop()
            code = ("replace", last[1], code[2], last[3], code[4])
        made.append(code)
    return made


def weighty(words: Sequence[str]) -> tuple[str, ...]:
    """Numbers, negations and words that carry meaning."""
    return tuple(w for w in words if w not in PRINTERS and (w in NEGATIONS or w not in STOP_WORDS))


def is_telling(word: str) -> bool:
    """True for a number and a negation."""
    return word in NEGATIONS or word[0].isdigit()


def spelt(word: str) -> str:
    """A word without its inflection, in one spelling: "organised" and "organizes"."""
    for pattern, other in _SPELLINGS:
        word = pattern.sub(other, word)
    return stem(word)
