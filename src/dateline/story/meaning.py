"""Search by meaning: sentences whose words stand for much the same as those looked for.

Each word has a vector in the package `wordllama` (the extra `semantic`), which carries them along: nothing is
downloaded. A sentence is the mean of its words; likeness is the cosine. The vectors of a story are made when they
are first asked for and kept in memory, not in the file: about 15 s and 130 MB for 10,000 reports (250,000
sentences, one core), some hundredths of a second for a hundred.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from dateline.errors import ExtraError
from dateline.span import Span
from dateline.story.search import ANYWHERE, Hit, Within, sentences_within

LEAST = 0.25  # cosine: below it, sentences of another matter come up; two that share only grammar have about 0.05
_DIMENSIONS = 128  # of 256: half the memory, and the first hits hardly change
_DIGITS = 4

type Vectors = npt.NDArray[np.float32]


class Meanings:
    """The sentences of one story by what they mean; ExtraError on first use where the extra is not installed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def find(self, words: str, limit: int, offset: int = 0, within: Within = ANYWHERE) -> list[Hit]:
        """At most `limit` sentences from the `offset`th on, the likest first, then by report and place."""
        return [self._hit(row, likeness) for row, likeness in self._ranked(words, within)[offset : offset + limit]]

    def count(self, words: str, within: Within = ANYWHERE) -> int:
        """How many sentences are like enough."""
        return len(self._ranked(words, within))

    def _ranked(self, words: str, within: Within) -> list[tuple[int, float]]:
        (asked,) = _vectors([words])
        likeness = np.round(self._vectors @ asked, _DIGITS)
        wanted = likeness >= LEAST
        if within != ANYWHERE:
            wanted &= self._chosen(within)
        rows = np.flatnonzero(wanted)
        return [(int(row), float(likeness[row])) for row in rows[np.argsort(-likeness[rows], kind="stable")]]

    def _chosen(self, within: Within) -> npt.NDArray[np.bool_]:
        chosen = np.zeros(len(self._sentences), dtype=np.bool_)
        for sentence, *_ in sentences_within(self._connection, within):
            if sentence in self._rows:  # a headline's sentence may tell an act, and is found as a headline
                chosen[self._rows[sentence]] = True
        return chosen

    def _hit(self, row: int, likeness: float) -> Hit:
        sentence, report, start, text = self._sentences[row]
        whole = (Span(0, len(text)),)
        return Hit(report, sentence, text, "sentence", start, whole, likeness)

    @cached_property
    def _sentences(self) -> Sequence[tuple[str, str, int, str]]:
        return tuple(sentences_within(self._connection, ANYWHERE))

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {sentence: row for row, (sentence, *_) in enumerate(self._sentences)}

    @cached_property
    def _vectors(self) -> Vectors:
        return _vectors([text for *_, text in self._sentences])


def _vectors(texts: Sequence[str]) -> Vectors:
    """A row of length 1 for each text."""
    if not texts:
        return np.zeros((0, _DIMENSIONS), dtype=np.float32)
    return np.asarray(_model().embed(list(texts), norm=True), dtype=np.float32)


@cache
def _model() -> Any:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    try:
        import wordllama
    except ImportError as error:
        raise ExtraError(
            "search by meaning needs a part that is not installed",
            "pip install 'dateline[semantic]', or search for words",
        ) from error
    root.handlers[:] = handlers  # it sets up logging for the whole program, which is not its to do
    root.setLevel(level)
    own_folder = Path(wordllama.__file__).parent
    return wordllama.WordLlama.load(cache_dir=own_folder, trunc_dim=_DIMENSIONS, disable_download=True)
