"""A linear model of what one participant does to another, for acts whose words the lexicon does not know.

Multinomial logistic regression over the features of features.py, trained by `make train` on the sentences of
training/events and nothing else; here only its weights are multiplied. dateline.weights/events/about.toml tells
how it was made.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np

from dateline.model import EventType
from dateline.reading.acts.features import BLOCKS, WIDTH, Floats, Pair

DENSE = 2.0  # the weight of word vectors beside named features: of 0 to 4, best on the development gold
_SHOWN = 3  # features that an explanation names


@dataclass(frozen=True, slots=True)
class Guess:
    """The likeliest type of an act, how likely it is (0 to 1), and the features that spoke most for it."""

    type: EventType
    probability: float
    because: tuple[str, ...]


class Classifier:
    """Weights of a number for each type: `named` by feature, `dense` for word vectors, and a constant."""

    def __init__(self, types: list[EventType], named: dict[str, Floats], dense: Floats, constant: Floats) -> None:
        self.types, self._named, self._dense, self._constant = types, named, dense, constant

    def log_probabilities(self, pair: Pair) -> Floats:
        """The logarithm of each type's probability, in the order of `types`."""
        scores = self._constant + self._word_vectors(pair) @ self._dense
        for name in sorted(set(pair.names())):
            if name in self._named:
                scores = scores + self._named[name]
        scores = scores - scores.max()
        return np.asarray(scores - np.log(np.exp(scores).sum()), dtype=np.float32)

    def guess(self, pair: Pair) -> Guess:
        """The likeliest type."""
        likely = self.log_probabilities(pair)
        best = int(likely.argmax())
        return Guess(self.types[best], round(float(np.exp(likely[best])), 4), self.reasons(pair, best))

    def reasons(self, pair: Pair, at: int) -> tuple[str, ...]:
        """The named features that raise a type most above the mean of all types."""
        raised = {
            name: float(w[at] - w.mean()) for name in pair.names() if (w := self._named.get(name)) is not None
        }
        ranked = sorted(raised.items(), key=lambda item: (-item[1], item[0]))
        return tuple(name for name, gain in ranked[:_SHOWN] if gain > 0)

    def arrays(self, vocabulary: list[str]) -> tuple[Floats, Floats, Floats]:
        """The weights as they are stored: of named features in that order, of word vectors, the constant."""
        return np.stack([self._named[name] for name in vocabulary]), self._dense, self._constant

    def _word_vectors(self, pair: Pair) -> Floats:
        dense = pair.dense() * np.float32(DENSE)
        return dense if len(dense) == len(self._dense) else np.zeros(len(self._dense), dtype=np.float32)


@cache
def events_classifier() -> Classifier:
    """The classifier of this process, read from the package."""
    folder = resources.files("dateline.weights").joinpath("events")
    about = tomllib.loads(folder.joinpath("about.toml").read_text(encoding="utf-8"))
    names = folder.joinpath("features.txt").read_text(encoding="utf-8").splitlines()
    with resources.as_file(folder.joinpath("weights.npz")) as path, np.load(path, allow_pickle=False) as arrays:
        sparse, dense, constant = (arrays[part].astype(np.float32) for part in ("named", "dense", "constant"))
    assert dense.shape[0] == len(BLOCKS) * WIDTH  # noqa: S101 -- weights of another set of features are a slip of ours
    types = [EventType(name) for name in about["model"]["types"]]
    return Classifier(types, dict(zip(names, sparse, strict=True)), dense, constant)
