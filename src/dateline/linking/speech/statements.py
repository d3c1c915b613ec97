"""What a statement affirms and denies, and whether two statements cannot both be right.

Three patterns, each narrow on purpose: one says that there is something and the other that there is none; one
denies most of the words of the other; the two stand on two sides of vocabulary/opposites.toml. Precision first: a
reader forgives a dispute that is not pointed out sooner than one that does not exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dateline.linking.speech.spoken import NEGATIONS, content, stem, tokens
from dateline.model import Quotation, Stance
from dateline.span import Words
from dateline.vocabulary import load

STATING = frozenset({Stance.STATES, Stance.CLAIMS, Stance.DENIES, Stance.ACCUSES, Stance.PRAISES, Stance.WARNS})
FEWEST_WORDS = 3
NEGATION_REACH = 5  # words from a negation to what it negates: "not been free or fair"
SHARED_STEMS = 3  # that a denial and what it denies must have in common
SHARED_SHARE = 0.6  # of the shorter's stems

_SENTENCE = re.compile(r"\S.*?(?:[.!?…]+[\"'”’]?(?=\s+[\"'“‘]?[A-Z0-9])|\Z)", re.DOTALL)
_THERE = re.compile(r"\bthere(?:'s| is| are| was| were| has been| have been| had been) ([^,.;:!?–—]*)")
_FOREWORD = re.compile(r"\b(?:evidence|signs?|proof|indications?|question|doubt) of ")  # "no evidence of fraud"
_LEAVES = frozenset({"a", "an", "any", "the", "some", "also", "now", "been", "still"})
_AFTER_HEAD = (
    *("of", "in", "on", "at", "for", "to", "from", "by", "with", "against", "near", "along", "over", "under"),
    *("between", "among", "that", "which", "who", "whose", "about", "into", "before", "after", "since", "during"),
    *("and", "or", "but", "because", "as", "when", "while", "than", "within", "inside", "outside", "towards"),
)
_CLAUSE = re.compile(r"[,;:–—.!?]\s")
_NOT_ANY = frozenset({"no", "not", "never"})


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of what somebody said."""

    id: str
    quotation: Quotation
    words: Words
    affirmed: frozenset[str]  # stems of the clauses that say so
    denied: frozenset[str]  # stems of the clauses that say not so
    exists: str | None  # head of what there is said to be
    missing: str | None  # head of what there is said not to be
    sides: frozenset[tuple[str, str]]  # (topic, side)


def statements(quotation: Quotation) -> Iterator[Statement]:
    """The sentences of a quotation that state something."""
    if quotation.stance not in STATING:
        return
    for piece in quotation.contents:
        for match in _SENTENCE.finditer(piece.text):
            words = Words(piece.start + match.start(), piece.start + match.end(), match[0])
            if len(tokens(words.text)) >= FEWEST_WORDS:
                yield analysed(quotation, words)


def analysed(quotation: Quotation, words: Words) -> Statement:
    """What one sentence affirms and denies; a denial turns the whole of it round."""
    said = tokens(words.text)
    turned_round = quotation.stance is Stance.DENIES or quotation.negated
    head, none = there_is(words.text)
    affirmed, denied = polarity(words.text)
    if turned_round:
        none, affirmed, denied = not none, denied, affirmed
    return Statement(
        id=f"{quotation.id} {words.start:09d}",
        quotation=quotation,
        words=words,
        affirmed=affirmed,
        denied=denied,
        exists=head if head and not none else None,
        missing=head if head and none else None,
        sides=frozenset(sides_of(said, turned_round)),
    )


def polarity(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of the clauses without a negation, and of those with one; commas part clauses."""
    affirmed: set[str] = set()
    denied: set[str] = set()
    for clause in _CLAUSE.split(text):
        said = tokens(clause)
        (denied if any(word in _NOT_ANY for word in said) else affirmed).update(content(said))
    return frozenset(affirmed), frozenset(denied)


def there_is(text: str) -> tuple[str | None, bool]:
    """Head of what there is said to be, and whether there is said to be none."""
    match = _THERE.search(text.casefold().replace("’", "'").replace("-", ""))
    if not match:
        return None, False
    none, head = False, None
    for word in _FOREWORD.sub("", match[1]).split():
        if word in _NOT_ANY:
            none = True
        elif word in _AFTER_HEAD:
            break
        elif word not in _LEAVES:
            head = stem(word)
    return head, none


def sides_of(said: Sequence[str], denied: bool) -> Iterator[tuple[str, str]]:
    """The sides that a statement's words put it on; none of a topic where they put it on both."""
    stems = [stem(word) for word in said]
    for topic, by_stem in side_words().items():
        found = {
            turned(by_stem[s], denied != negated_before(said, at)) for at, s in enumerate(stems) if s in by_stem
        }
        if len(found) == 1:
            yield topic, found.pop()


def turned(side: str, round_: bool) -> str:
    """The side itself, or the other."""
    return ({"one": "other", "other": "one"}[side]) if round_ else side


def negated_before(said: Sequence[str], at: int) -> bool:
    """True if a negation stands shortly before a word."""
    return any(word in NEGATIONS for word in said[max(0, at - NEGATION_REACH) : at])


@cache
def side_words() -> dict[str, dict[str, str]]:
    """For each topic the side of each stem."""
    return {
        topic: {stem(tokens(word)[0]): side for side, words in table.items() for word in words}
        for topic, table in load("opposites").items()
    }


def keys(statement: Statement) -> Iterator[str]:
    """What two opposed statements have in common."""
    if head := statement.exists or statement.missing:
        yield f"there is {head}"
    ordered = content(tokens(statement.words.text))
    for a, b in pairwise(ordered):
        yield f"words {' '.join(sorted((a, b)))}"
    for topic, _ in statement.sides:
        yield f"side {topic} {statement.quotation.report}"
        for name in names(statement):
            yield f"side {topic} {name}"


def names(statement: Statement) -> frozenset[str]:
    """Stems of the capitalised words of a statement, its first word aside."""
    words = re.findall(r"[^\W\d_][\w'’-]*", statement.words.text)
    return frozenset(stem(word.casefold()) for word in words[1:] if word[0].isupper())


def opposition(first: Statement, second: Statement) -> str | None:
    """Why two statements cannot both be right; None if they can."""
    if first.quotation.report == second.quotation.report and first.words.span.touches(second.words.span):
        return None  # one stands inside the other
    if any(a and a == b for a, b in ((first.exists, second.missing), (second.exists, first.missing))):
        return "one says that there is what the other says there is not"
    for topic, side in sorted(first.sides):
        if (topic, turned(side, True)) in second.sides and one_matter(first, second):
            return f"opposite sides on: {topic}"
    if denies(first, second) or denies(second, first):
        return "one denies what the other says"
    return None


def denies(first: Statement, second: Statement) -> bool:
    """True if one statement denies most of what the other affirms."""
    common = len(first.denied & second.affirmed)
    return common >= SHARED_STEMS and common >= SHARED_SHARE * min(len(first.denied), len(second.affirmed))


def one_matter(first: Statement, second: Statement) -> bool:
    """True if two statements are in one report or share a name."""
    return first.quotation.report == second.quotation.report or bool(names(first) & names(second))
