"""The classifier of acts can be made again from the sentences that lie beside it."""

from __future__ import annotations

import numpy as np

from dateline.reading.acts.classifier import events_classifier
from dateline.reading.language_model import shared_model
from dateline.stage import Context
from tests.effort import SWEEP
from training.sentences import examples
from training.train_events import OUT, digest, fit, pairs

_SOME = 40  # every fortieth sentence: enough to train on in seconds
_CLOSE = 0.02  # of a weight: float16 and the last bits of another machine's algebra


def test_the_shipped_weights_are_of_the_committed_sentences() -> None:
    assert f'sentences = "{digest()}"' in (OUT / "about.toml").read_text(encoding="utf-8"), "run `make train`"


def test_training_twice_gives_the_same_weights(context: Context) -> None:
    some = examples()[::_SOME]
    seen = pairs(some, shared_model(context))
    vocabulary, first = fit(seen, [example.coded for example in some])
    again, second = fit(seen, [example.coded for example in some])
    assert vocabulary == again
    for one, other in zip(first.arrays(vocabulary), second.arrays(vocabulary), strict=True):
        assert np.array_equal(one, other)


if SWEEP:  # parses and trains on every sentence

    def test_training_on_every_sentence_gives_the_shipped_model(context: Context) -> None:
        given = examples()
        seen = pairs(given, shared_model(context))
        vocabulary, model = fit(seen, [example.coded for example in given])
        shipped = events_classifier()
        assert model.types == shipped.types
        for one, other in zip(model.arrays(vocabulary), shipped.arrays(vocabulary), strict=True):
            assert np.allclose(one.astype(float), other.astype(float), atol=_CLOSE)
        assert [model.guess(pair).type for pair in seen] == [shipped.guess(pair).type for pair in seen]
