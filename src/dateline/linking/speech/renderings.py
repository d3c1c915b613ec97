"""One utterance in two translations: other words of the same meaning, in about the same order.

Two sentences of one speaker share the words of their matter, but seldom name its other things in two ways each. So
counted is how many of the words that only one side has stand on a line of our synonyms with one of the other side.
Where the list knows few, word vectors say which are near. Only what one speaker is quoted with on near days is
compared, numbers and negations must agree, and of several candidates in a report the best must be the best on both
sides (`quote_match`).
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

from dateline.linking.speech.spoken import NEGATIONS, Likeness, negations, numbers
from dateline.linking.speech.word_forms import ideas, root
from dateline.model import Relation

FEWEST = 2  # words with a meaning on each side: fewer are a phrase of the language
SENTENCE = 4  # words with a meaning in a whole sentence, where it is all that the two reports quote
NAMED = (
    0.3  # of the words have synonyms on the other side; so many have one in 200 pairs of quotations on one matter
)
NAMED_ONLY = 0.2  # the same, where it is all that the two reports quote
RUN = 5  # words in a row
LENGTHS = 2.0  # two translations of one sentence differ in length by less than this
ALIKE = 0.7  # mean nearness of the words of both sides to the nearest on the other
ANCHORED = 0.65  # the same, where it is all that the two reports quote

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
    ours, theirs = ([w for w in words if root(w) not in same] for words in (ours, theirs))  # two name one matter
    if min(len(ours), len(theirs)) < FEWEST:
        return None
    named = synonymous(ours, theirs)
    if named >= (NAMED_ONLY if only else NAMED):
        return Likeness(Relation.TRANSLATED, round(0.4 + 0.4 * named, 4), ())
    if numbers(first) != numbers(second):
        return None
    near = nearness(ours, theirs, vector_of)
    share = float(near.max(axis=1).mean() + near.max(axis=0).mean()) / 2
    sole = only and min(len(ours), len(theirs)) >= SENTENCE
    if share < (ANCHORED if sole else ALIKE):
        return None
    return Likeness(Relation.TRANSLATED, round(0.8 * share, 4), ())


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
    """Words that carry meaning, in order."""
    return [w for w in words if w not in STOP_WORDS and w not in NEGATIONS and len(w) > 1]


def nearness(first: Sequence[str], second: Sequence[str], vector_of: Vectors) -> Vector:
    """Cosines of the words' vectors, at least 0; 1 for words of one stem."""
    found = np.array([vector_of(w) for w in first]) @ np.array([vector_of(w) for w in second]).T
    same = np.array([[root(a) == root(b) for b in second] for a in first])
    return np.where(same, 1.0, np.clip(found, 0.0, 1.0)).astype(np.float32)


def vectors(model: str) -> Vectors:
    """Unit vectors of words by a language model's table; a word that it lacks is near to nothing."""
    return lambda word: unit_vector(model, word)


@cache
def unit_vector(model: str, word: str) -> Vector:
    """The vector of a word, of length 1; of length 0 if the table lacks it."""
    rows, row_of = vector_table(model)
    row = row_of.get(get_string_id(word))
    vector = np.asarray(rows[row] if row is not None else np.zeros(rows.shape[1]), dtype=np.float32)
    length = float(np.linalg.norm(vector))
    return np.asarray(vector / length if length else vector, dtype=np.float32)


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
