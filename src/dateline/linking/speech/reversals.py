"""What a source takes back, where a report says so: "she changed her mind", "he took back his statement".

The words of taking back stand in the sentence of the later statement or shortly before it. What is taken back was
said by the same source in an earlier report, about the same matter, and of the two just one negates.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from dateline.linking.chronology import Chronology
from dateline.linking.speech.spoken import NEGATIONS, content, tokens
from dateline.linking.speech.statements import Statement, voice
from dateline.linking.who import Who
from dateline.model import Sentence
from dateline.vocabulary import load

REVERSAL_DAYS = 60  # what was said longer ago is seldom what a report says is taken back
NEXT = 200  # characters from the words of taking back to what is said instead: the same sentence, or the next
EARLIER = 40  # statements of one source that are looked at, the latest first: nobody takes back more
SHARED = 1  # words in common, the source's name aside; the report itself says that it is about this


def taken_back(
    statements: Iterable[Statement], sentences: Iterable[Sentence], who: Who, order: Chronology
) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of what was said first and what its source says instead, each later statement once."""
    by_voice: dict[str, list[Statement]] = defaultdict(list)
    by_report: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_report[statement.quotation.report].append(statement)
        if own := voice(statement, who):
            by_voice[own].append(statement)
    for held in by_voice.values():
        held.sort(key=lambda s: (order.at(s.quotation.report, s.words.start), s.id))
    for sentence in sorted(sentences, key=lambda s: s.id):
        said = by_report.get(sentence.report, ())
        if not said or not pattern().search(sentence.words.text.casefold()):
            continue
        for later in said:
            if 0 <= later.words.start - sentence.words.start <= len(sentence.words.text) + NEXT:
                earlier = taken(later, by_voice.get(voice(later, who), ()), order)
                if earlier is not None:
                    yield earlier, later


def taken(later: Statement, said: Iterable[Statement], order: Chronology) -> Statement | None:
    """The latest statement of an earlier report that a later one takes back."""
    at = order.at(later.quotation.report, later.words.start)
    before = [s for s in said if order.at(s.quotation.report, s.words.start) < at][-EARLIER:]
    return next((s for s in reversed(before) if takes_back(later, s, order)), None)


def takes_back(later: Statement, earlier: Statement, order: Chronology) -> bool:
    """True if just one of two statements on one matter negates, and some days lie between them."""
    apart = order.days_apart(earlier.quotation.report, later.quotation.report) or 0
    if not 0 < apart <= REVERSAL_DAYS or negates(earlier) == negates(later):
        return False
    source = later.quotation.source.text if later.quotation.source else ""
    ours, theirs = (frozenset(content(tokens(s.words.text))) for s in (earlier, later))
    return len((ours & theirs) - frozenset(content(tokens(source)))) >= SHARED


def negates(statement: Statement) -> bool:
    """True if an odd number of its words negate, or it is denied as a whole."""
    count = sum(word in NEGATIONS for word in tokens(statement.words.text))
    return (count % 2 == 1) != statement.wholly


@cache
def pattern() -> re.Pattern[str]:
    """Words by which a report says that something is taken back."""
    words = sorted(load("rebuttals")["taken_back"]["words"])
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
