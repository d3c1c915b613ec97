"""Where a report itself says that one source answers another: "the company rejected the charge".

The charge is what somebody else said shortly before these words, the answer is the first thing said after them. Or
two sources stand in one sentence, and the second of them "insists".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from dateline.linking.speech.spoken import NEGATIONS, tokens
from dateline.linking.speech.statements import Statement, voice
from dateline.linking.who import Who
from dateline.model import Sentence, SpeechKind
from dateline.vocabulary import load

BEFORE = 700  # characters from the words of rejection back to what is rejected: two or three short paragraphs
AFTER = 400  # and on to the answer: the same paragraph, or the next
CLOSE = 200  # between a charge and an answer without a word in common: one sentence

Rebuttal = tuple[Statement, Statement]  # the charge, the answer


def rebuttals(statements: Iterable[Statement], sentences: Iterable[Sentence], who: Who) -> Iterator[Rebuttal]:
    """Pairs of statements of one report that the report sets against each other."""
    by_report: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_report[statement.quotation.report].append(statement)
    for held in by_report.values():
        held.sort(key=lambda s: (s.words.start, -s.words.end, s.id))
    for sentence in sentences:
        said = by_report.get(sentence.report, ())
        match = pattern().search(sentence.words.text.casefold()) if said else None
        if match:
            yield from answered(said, sentence.words.start + match.start(), who)
        if said:
            yield from set_against(said, sentence, who)


def answered(said: Sequence[Statement], at: int, who: Who) -> Iterator[Rebuttal]:
    """The charge before a place in a report, and the answer after it."""
    answer = next((s for s in said if at <= s.words.start <= at + AFTER), None)
    before = [s for s in said if at - BEFORE <= s.words.start and s.words.end <= at]
    if answer is None or not before:
        return
    own = voice(answer, who) if directly_said(answer) else ""  # "He said ...": who that is, is a guess here
    others = [s for s in before if voice(s, who) != own]
    charge = max(others, key=lambda s: charge_merit(s, answer), default=None)
    if charge and one_matter(charge, answer):
        yield charge, answer


def charge_merit(charge: Statement, answer: Statement) -> tuple[int, bool, bool, int]:
    """What makes a statement the one that is answered: common words, no mere "if", without marks, near."""
    tells = not charge.words.text.casefold().startswith("if ")
    return len(charge.about & answer.about), tells, indirect(charge), charge.words.start


def one_matter(charge: Statement, answer: Statement) -> bool:
    """True if a charge and its answer share a word, or the answer is a plain no that follows at once."""
    if not charge.about.isdisjoint(answer.about):
        return True
    said_until = max(piece.end for piece in charge.quotation.contents)
    return answer.words.start - said_until <= CLOSE and says_no(answer)


def says_no(answer: Statement) -> bool:
    """True if an answer negates, or calls what was said untrue."""
    said = tokens(answer.words.text)
    return answer.wholly or not NEGATIONS.isdisjoint(said) or bool(verdicts().search(" ".join(said)))


@cache
def verdicts() -> re.Pattern[str]:
    """What somebody calls a thing that was said and is not so."""
    called = "|".join(sorted(map(re.escape, load("rebuttals")["verdicts"]["words"])))
    return re.compile(rf"\b(?:{called})\b")


def directly_said(statement: Statement) -> bool:
    """True if the source is printed by name or description, not as a pronoun."""
    source = statement.quotation.source
    return source is not None and source.text.casefold() not in ("he", "she", "it", "they")


def set_against(said: Sequence[Statement], sentence: Sentence, who: Who) -> Iterator[Rebuttal]:
    """Two sources in one sentence, of whom the second insists, or both claim; `said` is in text order."""
    first = bisect_left(said, sentence.words.start, key=begin)
    last = bisect_right(said, sentence.words.end, key=begin)
    inside = [s for s in said[first:last] if s.words.end <= sentence.words.end and indirect(s) and voice(s, who)]
    both, second = against()
    for a, b in pairwise(inside):
        cues = a.quotation.cue_lemma, b.quotation.cue_lemma
        apart = not a.words.span.touches(b.words.span) and voice(a, who) != voice(b, who)
        if apart and cues[0] and (cues[1] in second or both.issuperset(cues)):
            yield a, b


def begin(statement: Statement) -> int:
    """Where a statement begins in its report."""
    return statement.words.start


def indirect(statement: Statement) -> bool:
    """True for what is told without marks."""
    return statement.quotation.kind is SpeechKind.INDIRECT


@cache
def against() -> tuple[frozenset[str], frozenset[str]]:
    """Verbs that set two sources against each other if both stand with one of them, or if the second does."""
    table = load("rebuttals")["against"]
    return frozenset(table["both"]), frozenset(table["second"])


@cache
def pattern() -> re.Pattern[str]:
    """Words by which a report says that something is rejected."""
    table = load("rebuttals")
    verbs, nouns, phrases = (
        "|".join(sorted(map(re.escape, table[kind]["words"]))) for kind in ("verbs", "nouns", "phrases")
    )
    pointing = r"(?:that|this|it|those|these|them|both)\b(?=\s*(?:$|[,.;]|and\b|as\b|saying\b))"
    back = rf"(?:the|that|this|those|these|such|all|any|his|her|their|its)\s+(?:\w+\s+)?(?:{nouns})\b"
    called = "|".join(sorted(map(re.escape, table["verdicts"]["words"])))
    verdict = (
        rf"\b(?:this|that|it|these|those|them)(?: as| to be| was| is| were| are)?[ :]*[“”\"‘']*(?:{called})\b"
    )
    return re.compile(rf"\b(?:{verbs})\s+(?:{pointing}|{back})|\b(?:{phrases})\b|{verdict}")
