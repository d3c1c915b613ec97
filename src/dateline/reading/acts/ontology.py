"""Acts of the types that a user adds (own_types.py), beyond their words: clauses that are like the examples.

The user's words go before the program's own in the lexicon, and nothing is trained anew: the examples of a type
make a centroid of word vectors, and a verb that no pattern knows is of the type whose centroid its clause is
near to.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from dateline.reading.acts.clauses import is_verbal
from dateline.reading.acts.features import Floats, mean_vector
from dateline.reading.acts.lexicon import Act, Lexicon
from dateline.reading.acts.own_types import FEWEST, OwnType
from dateline.reading.acts.triggers import Trigger

NEAR = 0.65  # cosine of a clause and a centroid: clauses on the same matter that tell another act reach .55
_SAYING = frozenset({"dobj", "nsubj", "nsubjpass", "prep", "prt", "advmod", "attr", "acomp", "agent"})


class OwnTypes:
    """The centroids of the user's types."""

    def __init__(self, types: tuple[OwnType, ...], nlp: Language) -> None:
        self._types = [type_ for type_ in types if len(type_.examples) >= FEWEST]
        self._centroids = [centroid(nlp.pipe(type_.examples)) for type_ in self._types]

    def triggers(self, sentence: DocSpan, lexicon: Lexicon) -> list[Trigger]:
        """Verbs that the lexicon does not know and whose clause is near to a centroid, in text order."""
        if not self._types:
            return []
        verbs = [token for token in sentence if is_verbal(token) and lexicon.verb(token) is None]
        return [trigger for verb in verbs if (trigger := self._near(verb)) is not None]

    def _near(self, verb: Token) -> Trigger | None:
        vector = clause_vector(verb)
        scores = [cosine(vector, each) for each in self._centroids]
        best = int(np.argmax(scores))
        if scores[best] < NEAR:
            return None
        type_ = self._types[best]
        lemma = verb.lemma_.lower()
        act = Act(type_.under, type_.name, type_.frame, None, None, False, (lemma,), frozenset())
        return Trigger(verb, act, because=(f"examples of {type_.name!r} {scores[best]:.2f}",))


def centroid(docs: Iterable[Doc]) -> Floats:
    """The mean of the examples' main clauses."""
    return np.asarray(np.mean([clause_vector(sent.root) for doc in docs for sent in doc.sents], axis=0))


def clause_vector(verb: Token) -> Floats:
    """A verb twice, and the words that hang on it: what is done weighs more than with whom."""
    children = [child for child in verb.children if child.dep_ in _SAYING and not child.ent_type_]
    inner = [c for child in children for c in child.children if c.dep_ == "pobj" and not c.ent_type_]
    return mean_vector([verb, verb, *children, *inner])


def cosine(one: Floats, other: Floats) -> float:
    """Of two vectors; 0 where one has no length."""
    length = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float(one @ other) / length if length else 0.0
