"""The words of a quotation or statement, folded so that two tellings of one utterance can be compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import Indel, LCSseq
from spacy.lang.en.stop_words import STOP_WORDS

from dateline.model import Relation
from dateline.vocabulary import load

_TOKEN = re.compile(r"\d[\d.,]*\d|\w+(?:-\w+)*(?:'\w+)?")
_CONTRACTED_NOT = "n't"
_HALF_STEMS = {"ca": "can", "wo": "will", "sha": "shall"}  # what remains of can't, won't, shan't
_CONTRACTED = {"re": "are", "ll": "will", "ve": "have", "m": "am", "d": "would"}
_BEFORE_IS = frozenset({"it", "that", "there", "he", "she", "who", "what", "here", "where", "this"})
_ENDINGS = ("ingly", "edly", "ings", "ing", "ied", "ies", "ed", "es", "ly", "s")
NEGATIONS = frozenset(["no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "nowhere", "without"])
STEM_LETTERS = 3  # an ending is cut only where so many letters remain

FRAGMENT_WORDS = 4  # a shared part below this is a phrase of the language
CHANGED_WORDS = 8  # below this an edit distance says little
COMMON_WORDS = 6  # fewer different words in common, in a text that has more, and nothing below can hold
OVERLAP_WORDS = 8  # words at the end of one and the beginning of the other
CHANGED_SIMILARITY = 0.7  # of the words in order (insertions and deletions); one word in five replaced gives 0.8
RETOLD_SIMILARITY = 0.7  # of all words in order
_RETOLD = {  # what reported speech turns into something else, each by one word for all, or by none
    **dict.fromkeys(("i", "we", "you", "he", "she", "they", "me", "us", "him", "her", "them", "it"), "x"),
    **dict.fromkeys(("my", "our", "your", "his", "their", "its"), "whose"),
    **dict.fromkeys(("is", "are", "was", "were", "am", "been", "be", "being"), "be"),
    **dict.fromkeys(("that", "this", "has", "have", "had", "the", "a", "an", "because"), ""),
    **dict.fromkeys(("would", "shall"), "will"),
    **dict.fromkeys(("might", "must"), "may"),
    **dict.fromkeys(("did", "does"), "do"),
    "could": "can",
    "here": "there",
    "now": "then",
    "ago": "before",
    "these": "those",
}
ALTERED_SIMILARITY = 0.65  # of a short text, one word in three replaced
ALTERED_WORDS = 2  # that stay
ALTERED_SHARE = 0.5  # of the words that carry meaning, on the side that has fewer of them
REWORDED_SHARE = 0.8  # of the shorter's words, in order, in the longer


@dataclass(frozen=True, slots=True)
class Likeness:
    """A relation between two quotations, and what differs that must not be overlooked."""

    relation: Relation
    score: float  # 0 to 1
    differences: tuple[str, ...]  # "numbers differ: ...", "one side negates"


def tokens(text: str) -> tuple[str, ...]:
    """Words and numbers in lower case, marks dropped; "don't" is two words, "40,000" one."""
    found: list[str] = []
    for word in _TOKEN.findall(text.casefold().replace("’", "'")):
        if word == "cannot":
            found += ["can", "not"]
        elif word.endswith(_CONTRACTED_NOT):
            stem = word.removesuffix(_CONTRACTED_NOT)  # empty in a text that parts "do n't"
            found += [*([_HALF_STEMS.get(stem, stem)] if stem else []), "not"]
        elif "'" in word and (parts := expanded(word)):
            found += parts
        elif word[0].isdigit():
            found.append(word.replace(",", ""))
        elif letters := word.replace("-", ""):
            found.append(letters)
    return tuple(found)


def expanded(word: str) -> list[str]:
    """The two words of a contraction: "we'll", "it's"; none for "Varn's"."""
    head, _, tail = word.rpartition("'")
    if tail == "s":
        return [head, "is"] if head in _BEFORE_IS else []
    return [head, _CONTRACTED[tail]] if tail in _CONTRACTED else []


@cache
def stem(word: str) -> str:
    """A word without its inflection: enough to let "protests" meet "protesting"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM_LETTERS:
            base = word[: -len(ending)]
            return f"{base}y" if ending in ("ied", "ies") else base.rstrip("e")
    return word.rstrip("e") if len(word) > STEM_LETTERS else word


def content(words: Sequence[str]) -> tuple[str, ...]:
    """Stems of the words that carry meaning, in order."""
    return tuple(
        stem(word) for word in words if word not in STOP_WORDS and word not in NEGATIONS and len(word) > 1
    )


def numbers(words: Sequence[str]) -> frozenset[str]:
    """Numbers in figures."""
    return frozenset(word for word in words if word[0].isdigit())


def negations(words: Sequence[str]) -> int:
    """How many words negate."""
    return sum(word in NEGATIONS for word in words)


@cache
def formulas() -> frozenset[tuple[str, ...]]:
    """What many people say on many occasions."""
    return frozenset(tokens(phrase) for phrase in load("formulas")["formulas"]["phrases"])


def likeness(first: Sequence[str], second: Sequence[str]) -> Likeness | None:
    """How two folded quotations are alike; None if they are not."""
    if tuple(first) == tuple(second):
        return Likeness(Relation.IDENTICAL, 1.0, ()) if first else None
    short, long = sorted((tuple(first), tuple(second)), key=lambda words: (len(words), words))
    own = set(short)
    if len(own.intersection(long)) < min(len(own), COMMON_WORDS):
        return None
    if len(short) >= FRAGMENT_WORDS and contains(long, short):
        return Likeness(Relation.TRIMMED, 0.95, ())
    if overlap(short, long) >= max(OVERLAP_WORDS, len(short) / 2):
        return Likeness(Relation.TRIMMED, 0.9, ())
    if len(short) < CHANGED_WORDS:
        return None
    return changed(short, long)


def changed(short: Sequence[str], long: Sequence[str]) -> Likeness | None:
    """Two tellings in other words: most of the shorter's words in the same order."""
    whole = Indel.normalized_similarity(short, long)
    part = LCSseq.similarity(short, long) / len(short)
    if whole < CHANGED_SIMILARITY and not (part >= REWORDED_SHARE and compact(short, long)):
        return None
    return Likeness(Relation.CHANGED, round(max(whole, 0.9 * part), 4), differences(short, long, whole))


def altered_briefly(first: Sequence[str], second: Sequence[str]) -> Likeness | None:
    """How two short texts of one speaker are alike: in all words but one or two; None if they are not.

    "They checked it twice", "they checked it once": too short for `likeness`, which asks for no speaker.
    """
    short, long = sorted((first, second), key=lambda words: (len(words), words))
    alike = max(Indel.normalized_similarity(short, long), turned_similarity(short, long))
    common = LCSseq.similarity(short, long)
    ours, theirs = set(content(short)), set(content(long))
    kept = len(ours & theirs)
    if common < ALTERED_WORDS or alike < ALTERED_SIMILARITY or not kept:
        return None
    if kept < ALTERED_SHARE * min(len(ours), len(theirs)):
        return None
    return Likeness(Relation.CHANGED, round(alike, 4), differences(short, long, max(alike, CHANGED_SIMILARITY)))


def retold(first: Sequence[str], second: Sequence[str]) -> bool:
    """True if two texts are one but for persons and tenses: "we agreed on it", "that they had agreed on it"."""
    return turned_similarity(first, second) >= RETOLD_SIMILARITY


def turned_similarity(first: Sequence[str], second: Sequence[str]) -> float:
    """How alike two texts are, 0 to 1, but for persons, tenses, inflections and "here" or "there"."""
    ours, theirs = ([_RETOLD.get(word, stem(word)) for word in words] for words in (first, second))
    return float(Indel.normalized_similarity([w for w in ours if w], [w for w in theirs if w]))


def compact(short: Sequence[str], long: Sequence[str]) -> bool:
    """True if the shared words lie together in the longer, not strewn over all of it."""
    places = [block.dest_start for block in LCSseq.opcodes(short, long) if block.tag == "equal"]
    ends = [block.dest_end for block in LCSseq.opcodes(short, long) if block.tag == "equal"]
    return bool(places) and max(ends) - min(places) <= 1.5 * len(short)


def differences(short: Sequence[str], long: Sequence[str], whole: float) -> tuple[str, ...]:
    """Numbers and negations that do not agree; a part may lack what the whole has, but not the other way."""
    found: list[str] = []
    ours, theirs = numbers(short), numbers(long)
    odd = ours ^ theirs if whole >= CHANGED_SIMILARITY else ours - theirs
    if odd:
        found.append(f"numbers differ: {', '.join(sorted(odd))}")
    if whole >= CHANGED_SIMILARITY and negations(short) % 2 != negations(long) % 2:
        found.append("one side negates")
    return tuple(found)


def contains(long: Sequence[str], short: Sequence[str]) -> bool:
    """True if the words of `short` stand in `long`, side by side."""
    width = len(short)
    return any(long[at] == short[0] and long[at : at + width] == short for at in range(len(long) - width + 1))


def overlap(first: Sequence[str], second: Sequence[str]) -> int:
    """Most words that end one and begin the other."""
    most = min(len(first), len(second))
    for width in range(most, 0, -1):
        if first[-width:] == second[:width] or second[-width:] == first[:width]:
            return width
    return 0
