"""The sentences around a clause, and the words of them that tell what it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from spacy.lang.en.stop_words import STOP_WORDS

from dateline.linking.figures.stated import DAY_STEMS
from dateline.linking.matters.rarity import is_telling
from dateline.linking.speech.contraries import CLAUSES_KEPT, sense
from dateline.linking.speech.polarity import is_light
from dateline.linking.speech.spoken import stem, tokens
from dateline.linking.speech.word_forms import kin
from dateline.model import Sentence
from dateline.span import Words

WIDE = 3  # sentences on each side of a clause that tell what it is about


def with_those_before(sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, Sentence | None]]:
    """Each sentence with the one before it in its report."""
    for sentence, before, _ in with_those_about(sentences):
        yield sentence, before


def with_those_about(
    sentences: Iterable[Sentence],
) -> Iterator[tuple[Sentence, Sentence | None, Sequence[Sentence]]]:
    """Each sentence with the one before it in its report, and those some way around it."""
    by_report: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        by_report[sentence.report].append(sentence)
    for report in sorted(by_report):
        held = sorted(by_report[report], key=lambda s: s.words.start)
        for at, sentence in enumerate(held):
            yield sentence, held[at - 1] if at else None, held[max(0, at - WIDE) : at + WIDE + 1]


@lru_cache(maxsize=CLAUSES_KEPT)
def told_in(text: str) -> frozenset[str]:
    """`telling`, kept: each sentence stands around several others."""
    return telling(text)


def telling(text: str) -> frozenset[str]:
    """Heads of the words of a text that tell what it is about: no days, no numbers, none that every text has."""
    bare = (word.removesuffix("'s").removesuffix("'") for word in tokens(text))
    return frozenset(
        sense(word)
        for word in bare
        if word not in STOP_WORDS
        and not (is_light(word) or is_light(kin(word)))
        and is_telling(word)
        and stem(word) not in DAY_STEMS
    )


def names(clause: Words, sentence: Sentence) -> frozenset[str]:
    """Stems of the capitalised words of a clause, the first of the sentence aside."""
    offset = clause.start
    found = []
    for word in clause.text.split():
        place = clause.text.find(word, offset - clause.start) + clause.start
        offset = place + len(word)
        bare = word.strip(".,;:()“”\"'’")
        if place > sentence.words.start and bare[:1].isupper() and bare.casefold() not in STOP_WORDS:
            found += [sense(token) for token in tokens(bare.removesuffix("'s").removesuffix("’s"))]
    return frozenset(found) - DAY_STEMS
