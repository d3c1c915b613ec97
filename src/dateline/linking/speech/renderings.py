"""One utterance in two translations: other words of the same meaning, in about the same order.

Each word that carries meaning is put beside the word of the other side that is nearest to it: the same word, one
on a line of our synonyms with it, or else as near as their vectors are. What is counted is how much of the less
covered side is near to something, rare words before common ones. Two sentences of one speaker share the words of
their matter too, so the words that only one side has must be covered as well, unless nearly all of it is.

Only what one speaker is quoted with on near days is compared, numbers and negations must agree, and of several
candidates in a report the best must be the best on both sides (`quote_match`).

The vectors of a language model all lean to one side and differ most by how common words are. So their mean and
their two main directions are taken out first (Mu and Viswanath, "All-but-the-top", ICLR 2018).
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import srsly  # type: ignore[import-untyped]  # ships no types
from numpy.typing import NDArray
from spacy.lang.en.stop_words import STOP_WORDS
from spacy.strings import get_string_id

from dateline.linking.matters.rarity import weight
from dateline.linking.speech.spoken import NEGATIONS, Likeness, negations, numbers
from dateline.linking.speech.word_forms import root
from dateline.linking.speech.wordings import LIGHT, ideas, one_worded
from dateline.model import Relation

FEWEST = 2  # words with a meaning on each side: fewer are a phrase of the language
# Shares of the less covered side, by weight. Of 600 pairs of other quotations on one matter 2 in 100 come to these
# where a report has one thing only from a speaker; of pairs of one speaker's none did.
COVERED = 0.43
COVERED_REST = 0.36  # of the words that the sides do not share
SURELY = 0.6  # also where a report quotes the speaker more than once
SURELY_REST = 0.3
NAMED = 0.3  # of the words that they do not share have synonyms on the other side
NAMED_ONLY = 0.2  # the same, where it is all that the two reports quote
SYNONYM = 0.9  # how near two words of one line of synonyms are; the same word is at 1
WHOLLY = 0.8  # of all words: nothing much remains that they do not share
RUN = 5  # words in a row
LENGTHS = 2.2  # two translations of one sentence differ in length by less than this
LEAST_WEIGHT = 0.5  # of a word, beside at most 3.5 of a rare one
MAIN_DIRECTIONS = 2  # of all vectors, which tell how common a word is and not what it means
SAMPLE = 20_000  # vectors, of the commonest words, that tell these directions

Vector = NDArray[np.float32]
Vectors = Callable[[str], Vector]


def rendering(
    first: Sequence[str], second: Sequence[str], vector_of: Vectors, *, only: bool = False
) -> Likeness | None:
    """How surely two quotations of one speaker are one utterance in two translations; None if they are not.

    `only`: neither report has anything else in marks from the speaker, so less says that they are one.
    """
    ours, theirs = meaningful(first), meaningful(second)
    if min(len(ours), len(theirs)) < FEWEST or max(len(first), len(second)) > LENGTHS * min(
        len(first), len(second)
    ):
        return None
    if shares_run(first, second):
        return None
    turned = negations(first) % 2 != negations(second) % 2 and not only
    if turned or (numbers(first) - numbers(second) and numbers(second) - numbers(first)):
        return None
    same = {root(w) for w in ours} & {root(w) for w in theirs}
    own, other = ([w for w in words if root(w) not in same] for words in (ours, theirs))  # two name one matter
    all_ = covered(ours, theirs, vector_of)
    if all_ >= WHOLLY:
        return Likeness(Relation.TRANSLATED, round(0.8 * all_, 4), ())
    if min(len(own), len(other)) < FEWEST:
        return None
    named = synonymous(own, other)
    if named >= (NAMED_ONLY if only else NAMED):
        return Likeness(Relation.TRANSLATED, round(0.4 + 0.4 * named, 4), ())
    rest = covered(own, other, vector_of)
    if (all_ >= SURELY and rest >= SURELY_REST) or (only and all_ >= COVERED and rest >= COVERED_REST):
        return Likeness(Relation.TRANSLATED, round(0.8 * all_, 4), ())
    return None


def synonymous(first: Sequence[str], second: Sequence[str]) -> float:
    """The share of the words of both sides, 0 to 1, that have a synonym on the other; 0 for a single one."""
    ours, theirs = ([ideas(w) for w in words] for words in (first, second))
    named = [sum(any(a & b for b in others) for a in own) for own, others in ((ours, theirs), (theirs, ours))]
    if min(named) < FEWEST:
        return 0.0
    return (named[0] / len(ours) + named[1] / len(theirs)) / 2


def shares_run(first: Sequence[str], second: Sequence[str]) -> bool:
    """True if so many words in a row are the same that nobody has translated them anew."""
    runs = {tuple(first[at : at + RUN]) for at in range(len(first) - RUN + 1)}
    return any(tuple(second[at : at + RUN]) in runs for at in range(len(second) - RUN + 1))


def meaningful(words: Sequence[str]) -> list[str]:
    """Words that carry meaning, in order; a phrase that stands for one word as that word."""
    left_out = STOP_WORDS | NEGATIONS | LIGHT
    return [w.removesuffix("'s") for w in one_worded(words) if w not in left_out and (len(w) > 1 or w.isdigit())]


def covered(first: Sequence[str], second: Sequence[str], vector_of: Vectors) -> float:
    """How much of the side that is less so, by weight, is near to something on the other; 0 to 1."""
    near = nearness(first, second, vector_of)
    ours, theirs = (np.array([max(LEAST_WEIGHT, weight(w)) for w in words]) for words in (first, second))
    return float(min(near.max(axis=1) @ ours / ours.sum(), near.max(axis=0) @ theirs / theirs.sum()))


def nearness(first: Sequence[str], second: Sequence[str], vector_of: Vectors) -> Vector:
    """How near each word of one side is to each of the other: 1 for one word, less for synonyms, else a cosine."""
    found = np.array([vector_of(w) for w in first]) @ np.array([vector_of(w) for w in second]).T
    listed = np.array([[bool(ideas(a) & ideas(b)) for b in second] for a in first])
    same = np.array([[root(a) == root(b) for b in second] for a in first])
    return np.where(same, 1.0, np.where(listed, SYNONYM, np.clip(found, 0.0, 1.0))).astype(np.float32)


def vectors(model: str) -> Vectors:
    """Unit vectors of words by a language model's table; a word that it lacks is near to nothing."""
    return lambda word: unit_vector(model, word)


@cache
def unit_vector(model: str, word: str) -> Vector:
    """The vector of a word, of length 1, without what all have in common; of length 0 if the table lacks it."""
    rows, row_of = vector_table(model)
    row = row_of.get(get_string_id(word))
    if row is None:
        return np.zeros(rows.shape[1], dtype=np.float32)
    mean, main = in_common(model)
    vector = np.asarray(rows[row], dtype=np.float32) - mean
    vector = vector - main @ (main.T @ vector)
    length = float(np.linalg.norm(vector))
    return np.asarray(vector / length if length else vector, dtype=np.float32)


@cache
def in_common(model: str) -> tuple[Vector, Vector]:
    """The mean of a model's vectors, and the directions in which they differ most, a column each."""
    rows = np.asarray(vector_table(model)[0][:SAMPLE], dtype=np.float32)
    mean = rows.mean(axis=0)
    apart = rows - mean
    _, directions = np.linalg.eigh(apart.T @ apart)  # in ascending order of how much they explain
    return mean, np.asarray(directions[:, -MAIN_DIRECTIONS:], dtype=np.float32)


@cache
def vector_table(model: str) -> tuple[Vector, Mapping[int, int]]:
    """Vectors, a row each, and the row of a word's hash, read from an installed model's files.

    That takes a tenth of a second, opening the model itself some seconds. A model without vectors has none.
    """
    package = importlib.import_module(model)
    folder = Path(package.model_path()) if hasattr(package, "model_path") else Path(package.__file__ or "").parent
    held = sorted(path.parent for path in folder.rglob("vocab/key2row"))
    if not held:
        return np.zeros((1, 1), dtype=np.float32), {}
    return np.load(held[0] / "vectors", mmap_mode="r"), srsly.read_msgpack(held[0] / "key2row")
