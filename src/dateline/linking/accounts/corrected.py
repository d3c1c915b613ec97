"""Places that one report says are the wrong ones ("not in Port Orle but in Tamm") and another report gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dateline.linking.accounts.differing import Differing
from dateline.linking.accounts.slots import Slot, capitalised
from dateline.linking.accounts.told import Account
from dateline.linking.chronology import Chronology
from dateline.linking.speech.surroundings import telling, with_those_before
from dateline.model import ConflictKind, Sentence
from dateline.span import Words

NEAR_DAYS = 7  # a report corrects what was told while it is news
COMMON = 2  # words that tell what two sentences, each with the one before it, are about
_NAME = r"(?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*"
_IN = r"(?:in|at|from|near)"
_CORRECTIONS = (
    re.compile(rf"\bnot (?:\w+ )?{_IN} (?P<wrong>{_NAME}),? but (?:\w+ )?{_IN} (?P<right>{_NAME})"),
    re.compile(rf"\b{_IN} (?P<right>{_NAME})(?:,| and|, and) not {_IN} (?P<wrong>{_NAME})"),
)


def corrected(sentences: Iterable[Sentence], order: Chronology) -> Iterator[Differing]:
    """Each place that is said to be wrong with one telling of it in each other report, and the right one."""
    told = list(with_words(sentences))
    wrong = [(sentence, words, match) for sentence, words in told for match in corrections(sentence)]
    names = "|".join(sorted({re.escape(match["wrong"]) for _, _, match in wrong}))
    pattern = re.compile(rf"\b{_IN} (?P<name>{names})\b")
    given = [
        (sentence, words, match)
        for sentence, words in (told if wrong else ())
        if not corrections(sentence) and (match := pattern.search(sentence.words.text))
    ]
    seen: set[tuple[str, str]] = set()
    for sentence, words, right in wrong:
        named = telling(right["wrong"]) | telling(right["right"])
        for other, others, match in given:
            apart = order.days_apart(sentence.report, other.report)
            met = sentence.id, other.report
            near = other.report != sentence.report and apart is not None and apart <= NEAR_DAYS
            one = match["name"] == right["wrong"] and len((words & others) - named) >= COMMON
            if near and one and met not in seen:
                seen.add(met)
                first = account(other, others, match.start("name"), match["name"])
                second = account(sentence, words, right.start("right"), right["right"])
                yield Differing(ConflictKind.PLACE, first, second)


def with_words(sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, frozenset[str]]]:
    """Each sentence with what it and the one before it are about."""
    for sentence, before in with_those_before(sentences):
        own = telling(sentence.words.text)
        yield sentence, own | telling(before.words.text) if before else own


def corrections(sentence: Sentence) -> list[re.Match[str]]:
    """Where a sentence says that a place is the wrong one."""
    return [match for pattern in _CORRECTIONS for match in pattern.finditer(sentence.words.text)]


def account(sentence: Sentence, words: frozenset[str], at: int, name: str) -> Account:
    """A sentence's account of a place."""
    start = sentence.words.start + at
    slot = Slot(name, Words(start, start + len(name), name), names=capitalised(name))
    return Account(
        id=f"{sentence.id} {start:09d} place",
        report=sentence.report,
        sentence=sentence.id,
        act="",
        words=words,
        own=words,
        named=slot.names,
        place=slot,
        insisted=True,
    )
