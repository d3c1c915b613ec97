"""Texts that were reworded sentence by sentence: they tell the same, in the same order, and hardly anything else.

Compared is what a rewriter keeps: the names, numbers and quotations of each sentence, and the stems of its other
words. The sentences are aligned in order, as in the alignment of translations (Gale and Church 1993). An
independent telling shares facts and even quotations with a wire, but has others of its own and takes them in
another order, so that much of it stays without an answer.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, pairwise

from anyascii import anyascii
from spacy.lang.en.stop_words import STOP_WORDS

STEM = 5  # letters that the forms of a word share: "closed", "closure"; "Austria", "Austrian"
QUOTED_WORDS = 4  # a longer quotation is a fact; a shorter one is a word in marks
WEIGHTS = {"#": 3.0, "@": 2.0, "“": 8.0}  # a number, a name, a quotation; the stem of any other word is worth 1
MOST_SENTENCES = 60  # of a text that are compared: bounds the alignment
LEAST_FACTS = 9  # names and numbers that two texts share; two tellings of one act share its names, day and toll
FACTS_SHARE = 0.7  # of the facts of the text that has fewer: an independent telling has too many of its own
IN_ORDER = 0.95  # of the shared facts, by weight, in one order: who tells independently moves at least a number
THROUGHOUT = 0.6  # of each text is answered in the other: then they need not have so much in common
FEW_FACTS = 6
ABOUT_IN_ORDER = 0.9
SAME_WORDS = 0.5  # of the shorter of two quotations: one that was translated there and back keeps about two thirds

Told = frozenset[str]  # what one sentence tells: "#14", "@revik", "“we shall see", "harbo"

_BREAK = re.compile(r"[.!?…][\"'”’)]*\s+[\"'“‘(]*$")


def told(
    printed: Sequence[str], gaps: Sequence[str], quoted: Sequence[bool], names: Collection[str]
) -> tuple[Told, ...]:
    """What each sentence tells: of words, the text before each of them, and whether it stands in a quotation."""
    sentences: list[set[str]] = [set()]
    speech: list[str] = []
    for at, (word, gap, inside) in enumerate(zip(printed, gaps, quoted, strict=True)):
        if speech and (breaks(gap) or not (inside and quoted[at - 1])):  # each quoted sentence is a fact
            sentences[-1] |= set(spoken(speech))
            speech = []
        if at and not inside and breaks(gap):
            sentences.append(set())
        if inside:
            speech.append(word)
        else:
            sentences[-1] |= set(keys(word, word in names))
    sentences[-1] |= set(spoken(speech))
    return tuple(frozenset(sentence) for sentence in sentences if sentence)


def names_in(printed: Sequence[str], gaps: Sequence[str]) -> set[str]:
    """Words printed with a capital that no beginning of a sentence explains, or before another such word."""
    inside = [at for at, word in enumerate(printed) if at and word[0].isupper() and not breaks(gaps[at])]
    return {printed[at] for at in inside} | {printed[at - 1] for at in inside if printed[at - 1][0].isupper()}


def breaks(gap: str) -> bool:
    """True if a sentence or paragraph ends between two words."""
    return "\n" in gap or _BREAK.search(gap) is not None


def keys(word: str, name: bool) -> Iterator[str]:
    """What one word outside quotation marks tells."""
    plain = anyascii(word).casefold()
    if plain[:1].isdigit():
        yield "#" + plain.replace(",", "")
    elif plain not in STOP_WORDS and len(plain) > 1:
        yield ("@" if name else "") + plain[:STEM]


def wording(word: str, name: bool) -> str | None:
    """The stem of a word that is a reporter's choice: no name, no number and no particle."""
    item = next(keys(word, name), None)
    return None if item is None or item[0] in WEIGHTS else item


def spoken(words: Sequence[str]) -> Iterator[str]:
    """What a run of words in quotation marks tells."""
    if len(words) >= QUOTED_WORDS:
        yield "“" + " ".join(word.casefold() for word in words)
    else:
        for word in words:
            yield from keys(word, False)


def weight(items: Told) -> float:
    """How much a sentence tells."""
    return sum(WEIGHTS.get(item[0], 1.0) for item in items)


def facts(text: Sequence[Told]) -> Told:
    """Names, numbers and quotations of a text."""
    return frozenset(item for sentence in text for item in sentence if item[0] in WEIGHTS)


def retold(first: Sequence[Told], second: Sequence[Told]) -> tuple[float, float]:
    """How much of each of two texts, 0 to 1, the other tells in the same order; nothing if their facts differ."""
    here, there = facts(first), facts(second)
    common = here & there
    plain = sum(item[0] != "“" for item in common)
    if plain < FEW_FACTS or own_sources(here, there):
        return 0.0, 0.0
    found = answered(first, second), answered(second, first)
    order = in_order(first, second, common)
    if min(found) >= THROUGHOUT and order >= ABOUT_IN_ORDER:
        return found
    much = plain >= LEAST_FACTS and weight(common) >= FACTS_SHARE * min(weight(here), weight(there))
    return found if much and order >= IN_ORDER else (0.0, 0.0)


def in_order(first: Sequence[Told], second: Sequence[Told], common: Told) -> float:
    """How much of the facts that two texts share, 0 to 1, both tell in one order: the better alignment's."""
    here, there = ([sentence & common for sentence in text if sentence & common] for text in (first, second))
    return max(answered(here, there), answered(there, here))


def own_sources(here: Told, there: Told) -> bool:
    """True if both texts have as many quotations that the other lacks as they share: each had somebody to ask.

    A rewriter drops quotations, and trims them, but does not find new ones.
    """
    ours, theirs = ({item[1:] for item in side if item[0] == "“"} for side in (here, there))
    lacking = [
        sum(not any(same_quotation(said, other) for other in others) for said in sorted(own))
        for own, others in ((ours, theirs), (theirs, ours))
    ]
    return min(lacking) > 0 and min(lacking) >= len(ours) - lacking[0]


def same_quotation(first: str, second: str) -> bool:
    """True if one quotation is the other, a part of it, or the same but for words that somebody changed."""
    if first in second or second in first:
        return True
    ours, theirs = set(first.split()), set(second.split())
    return len(ours & theirs) >= SAME_WORDS * min(len(ours), len(theirs))


def answered(text: Sequence[Told], other: Sequence[Told]) -> float:
    """The share of a text, 0 to 1, that sentences of another one answer in the same order.

    A sentence is answered by one sentence or by two that follow each other; one may answer several in a row.
    """
    rows, columns = text[:MOST_SENTENCES], other[:MOST_SENTENCES]
    pairs = [a | b for a, b in pairwise(columns)]
    best = [0.0] * len(
        columns
    )  # best[j]: of the sentences so far, if the last answer is the one at j or before it
    for row in rows:
        alone = [weight(row & column) for column in columns]
        joint = [0.0, *(weight(row & pair) for pair in pairs)]
        reached = [best[at] + alone[at] for at in range(len(columns))]
        reached[1:] = [max(reached[at], best[at - 1] + joint[at]) for at in range(1, len(columns))]
        best = list(accumulate(reached, max))
    return max(best, default=0.0) / max(1.0, sum(map(weight, rows)))


def fact_keys(text: Sequence[Told]) -> Iterator[str]:
    """What a reworded copy is found by: its quotations, and the numbers with a name of their sentence."""
    for sentence in text:
        facts_told = sorted(item for item in sentence if item[0] in WEIGHTS)
        yield from (item for item in facts_told if item[0] == "“")
        for number in (item for item in facts_told if item[0] == "#" and len(item) > 2):
            yield from (f"{number} {item}" for item in facts_told if item[0] == "@")
