"""What the classifier of acts looks at: words and word vectors around two who take part in one clause.

Every feature has a name that can be read: "path:offer" is the word *offer* on the way from one to the other in
the parse, "between:with" a word printed between them. Names of people and places are left out, their kinds
stand for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from dateline.reading.acts.clauses import clause_of

WIDTH = 300  # of a word vector of en_core_web_md and _lg
BLOCKS = ("path", "below", "between", "sentence")  # of the dense part: means of word vectors
_NAMED = frozenset({"GPE", "PERSON", "ORG", "NORP", "DATE", "CARDINAL", "LOC", "FAC", "TIME", "MONEY"})
_BELOW = frozenset({"neg", "aux", "prt", "prep", "dobj", "xcomp", "acomp", "attr", "ccomp", "agent", "auxpass"})
_FULL = frozenset({"dobj", "xcomp", "prep", "attr", "acomp", "ccomp", "advcl"})
_REACH = 8  # words beside a single participant that count as "between"

Floats = NDArray[np.float32]


class Pair:
    """Two stretches of a parsed paragraph and what lies around them. Either may be None."""

    def __init__(self, doc: Doc, source: DocSpan | None, target: DocSpan | None) -> None:
        self.doc, self.source, self.target = doc, source, target
        self._own = {i for span in (source, target) if span is not None for i in range(span.start, span.end)}
        self.path = [token for token in self._between_heads() if token.i not in self._own]
        self.low, self.high = self._printed_between()

    def _between_heads(self) -> list[Token]:
        """The words on the way from one head to the other in the parse; of a single one, the words above it."""
        heads = [span.root for span in (self.source, self.target) if span is not None]
        if not heads:
            return []
        up = [heads[0], *heads[0].ancestors]
        if len(heads) == 1:
            return up[1:4]
        down = [heads[1], *heads[1].ancestors]
        places = {token.i: at for at, token in enumerate(down)}
        for at, token in enumerate(up):
            if token.i in places:
                return [*up[1:at], token, *down[1 : places[token.i]]]
        return [*up[1:4], *down[1:4]]  # two sentences

    def _printed_between(self) -> tuple[int, int]:
        """Positions [low, high) of the words between the two."""
        first, second = self.source, self.target
        if first is not None and second is not None:
            return (first.end, second.start) if first.end <= second.start else (second.end, first.start)
        if first is not None:
            return first.end, min(first.end + _REACH, len(self.doc))
        if second is not None:
            return max(0, second.start - _REACH), second.start
        return 0, len(self.doc)

    def names(self) -> Iterator[str]:
        """The named features; one may come twice."""
        for token in self.path:
            yield f"path:{word(token)}"
            for child in token.children:
                if child.dep_ in _BELOW and child.i not in self._own:
                    yield f"path:{token.lemma_.lower()} {word(child)}"
        for label, span in (("source", self.source), ("target", self.target)):
            yield from self._around(label, span)
        if self.source is not None and self.target is not None:
            yield "order:source first" if self.source.start < self.target.start else "order:target first"
        for token in self.doc:
            if token.i not in self._own and not token.is_punct and not token.is_space:
                lemma = word(token)
                yield f"word:{lemma}"
                if self.low <= token.i < self.high:
                    yield f"between:{lemma}"

    def _around(self, label: str, span: DocSpan | None) -> Iterator[str]:
        """The word above one of the two, and the verb of its clause."""
        if span is None:
            yield f"{label}:none"
            return
        head = span.root
        yield f"{label} {head.dep_}:{head.head.lemma_.lower()}"
        yield f"{label} clause:{clause_of(head).lemma_.lower()}"

    def dense(self) -> Floats:
        """Mean word vectors of BLOCKS, one after the other: an array of len(BLOCKS) * WIDTH numbers."""
        below = (c for t in self.path for c in t.children if c.dep_ in _FULL and c.i not in self._own)
        between = self.doc[self.low : self.high] if self.source is not None and self.target is not None else ()
        blocks = (self.path, below, between, (t for t in self.doc if t.i not in self._own))
        return np.concatenate([mean_vector(block) for block in blocks])


def word(token: Token) -> str:
    """A word's lemma, or the kind of the name that it is part of."""
    return f"<{token.ent_type_}>" if token.ent_type_ in _NAMED else str(token.lemma_.lower())


def mean_vector(tokens: Iterable[Token]) -> Floats:
    """The mean of the unit vectors of words that say something; zeros if no word has one."""
    units = [t.vector / t.vector_norm for t in tokens if not (t.is_stop or t.is_punct) and t.vector_norm > 0]
    mean = np.mean(units, axis=0) if units else np.zeros(WIDTH)
    return np.asarray(mean, dtype=np.float32)
