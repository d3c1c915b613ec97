"""Train the classifier of acts on training/events and write its weights into the package.

`python -m training.train_events` (`make train`). Parsing takes most of the time. The same sentences and the same
language model give the same weights, up to the last bits of float16.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from dateline.model import EventType
from dateline.reading.acts.classifier import DENSE, Classifier
from dateline.reading.acts.features import Floats, Pair
from dateline.reading.language_model import shared_model
from dateline.stage import Context
from training.sentences import FOLDER, Example, examples

OUT = Path(__file__).parents[1] / "src" / "dateline" / "weights" / "events"
OFTEN = 2  # a feature of one example alone is a name or a chance
STRENGTH = 0.3  # C, the inverse of the L2 penalty: best of 0.1, 0.3 and 1 on the development gold
ROUNDS = 200  # of the optimiser; it settles in fewer


def pairs(given: list[Example], nlp: Language) -> list[Pair]:
    """The examples, parsed, as what the classifier looks at."""
    texts = list(dict.fromkeys(example.sentence for example in given))
    docs = dict(zip(texts, nlp.pipe(texts, batch_size=64), strict=True))
    return [
        Pair(doc, stretch(doc, example.source), stretch(doc, example.target))
        for example in given
        for doc in (docs[example.sentence],)
    ]


def stretch(doc: Doc, words: str | None) -> DocSpan | None:
    """Where the words stand in the sentence; whole tokens."""
    if words is None:
        return None
    start = doc.text.find(words)
    return doc.char_span(start, start + len(words), alignment_mode="expand") if start >= 0 else None


def fit(seen: list[Pair], labels: list[str]) -> tuple[list[str], Classifier]:
    """The names of the features, and the classifier."""
    named = [sorted(set(pair.names())) for pair in seen]
    counts = Counter(name for names in named for name in names)
    vocabulary = sorted(name for name, count in counts.items() if count >= OFTEN)
    column = {name: at for at, name in enumerate(vocabulary)}
    rows = [(row, column[name]) for row, names in enumerate(named) for name in names if name in column]
    ones = csr_matrix((np.ones(len(rows)), tuple(zip(*rows, strict=True))), shape=(len(seen), len(vocabulary)))
    dense = np.stack([pair.dense() for pair in seen]) * DENSE
    model = LogisticRegression(C=STRENGTH, max_iter=ROUNDS)
    model.fit(hstack([ones, csr_matrix(dense)]).tocsr(), labels)
    half = model.coef_.T.astype(np.float16)
    weights: Floats = half[: len(vocabulary)]
    known = dict(zip(vocabulary, weights, strict=True))
    types = [EventType(name) for name in model.classes_]
    return vocabulary, Classifier(types, known, half[len(vocabulary) :], model.intercept_.astype(np.float16))


def digest() -> str:
    """SHA-256 of the sentences, first 16 hexadecimal digits: weights tell which sentences they were made from."""
    total = hashlib.sha256()
    for path in sorted(FOLDER.glob("*.jsonl")):
        total.update(path.read_bytes())
    return total.hexdigest()[:16]


def write(vocabulary: list[str], model: Classifier, count: int) -> None:
    """The three files of the model."""
    OUT.mkdir(parents=True, exist_ok=True)
    named, dense, constant = model.arrays(vocabulary)
    np.savez_compressed(OUT / "weights.npz", named=named, dense=dense, constant=constant)
    (OUT / "features.txt").write_text("".join(f"{name}\n" for name in vocabulary), encoding="utf-8")
    types = ", ".join(f'"{type_.value}"' for type_ in model.types)
    (OUT / "about.toml").write_text(
        "[about]\n"
        'purpose = "What one participant does to another, where the lexicon of acts knows no word for it."\n'
        'origin = "trained by `make train` on training/events, sentences written for Dateline, only"\n'
        'licence = "Apache-2.0"\n\n'
        "[model]\n"
        'kind = "multinomial logistic regression; weights of float16, read with numpy"\n'
        f"examples = {count}\n"
        f'sentences = "{digest()}"  # SHA-256 of training/events/*.jsonl, first 16 digits\n'
        f"types = [{types}]\n",
        encoding="utf-8",
    )


def main() -> None:
    """Train and write."""
    given = examples()
    vocabulary, model = fit(pairs(given, shared_model(Context())), [example.coded for example in given])
    write(vocabulary, model, len(given))
    print(f"{len(given)} examples, {len(vocabulary)} named features, {len(model.types)} types -> {OUT}")  # noqa: T201


if __name__ == "__main__":
    main()
