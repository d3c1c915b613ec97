"""A text as its words by weight and the people it names: by these two texts are compared."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.linking.matters.rarity import weight
from dateline.model import ActorKind, Chain, Mention, MentionForm, Sentence
from dateline.reading.names.spelling import name_words

NAMED = 1.3  # times the weight of a word that stands in names: who and where tell a matter from others of its kind
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_POSSESSIVE = ("'s", "’s")


@dataclass(frozen=True, slots=True)
class Content:
    """What a text tells of. `weights` has length 1, and none where nothing of the text was read."""

    id: str  # of the text: of a report, or of the origin of several
    weights: Mapping[str, float]
    people: frozenset[str]  # their surnames, folded


def content(
    id_: str, sentences: Iterable[Sentence], mentions: Iterable[Mention], chains: Iterable[Chain]
) -> Content:
    """The content of one report, of its sentences, mentions and chains."""
    in_names = {
        at
        for mention in mentions
        if mention.form is MentionForm.NAME
        for at in range(mention.words.start, mention.words.end)
    }
    told, named = Counter[str](), Counter[str]()
    for sentence in sentences:
        for found in _WORD.finditer(sentence.words.text):
            word = found.group().lower()
            if word.endswith(_POSSESSIVE):
                word = word[:-2]
            if len(word) > 1 or word.isdigit():
                told[word] += 1
                named[word] += sentence.words.start + found.start() in in_names
    weights = {
        word: (1 + math.log(count)) * weight(word) * (NAMED if 2 * named[word] > count else 1)
        for word, count in sorted(told.items())
    }
    return Content(id_, unit(weights), people(chains))


def people(chains: Iterable[Chain]) -> frozenset[str]:
    """The surnames of the persons."""
    names = (name for chain in chains if chain.kind is ActorKind.PERSON for name in chain.names)
    return frozenset(words[-1] for name in names if (words := name_words(name)))


def unit(weights: Mapping[str, float]) -> dict[str, float]:
    """The same direction with length 1, without what weighs nothing."""
    length = math.sqrt(math.fsum(value * value for value in weights.values()))
    return {word: value / length for word, value in weights.items() if value}
