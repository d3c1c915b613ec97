"""Pairs of statements that cannot both be right, found among all that was said.

Two statements of two sources, near in time, on one matter. One denies what the other affirms: the verb itself or
the noun itself is negated, and the statements have more than that word in common, or stand together in one report.
Or their words stand on two sides of vocabulary/opposites.toml. Precision first: a reader forgives a dispute that
is not pointed out sooner than one that does not exist.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.linking.blocks import blocks
from dateline.linking.chronology import Chronology
from dateline.linking.speech.polarity import family
from dateline.linking.speech.rebuttals import indirect, rebuttals
from dateline.linking.speech.reversals import taken_back
from dateline.linking.speech.scope import is_passive, other_scope
from dateline.linking.speech.spoken import stem, tokens
from dateline.linking.speech.statements import Statement, matter_words, passing, side_words, turned, voice
from dateline.linking.who import Who
from dateline.model import Sentence

STATEMENT_DAYS = 14  # statements further apart may both have been right in their time
REVERSAL_DAYS = 60  # a denial is withdrawn within weeks, or it is forgotten
REVERSAL_WORDS = 3  # that say something, in both: what it is about
STATE_WORDS = 2  # that two statements on one state share: "the doors", "the hall"
STATE_DAYS = 1  # what was open yesterday may be shut today
NEAR = 700  # characters of one report in which an answer follows what it answers: two or three short paragraphs
WHOLE_SHARE = 0.5  # of a clause that is denied as a whole, so much stands in the other statement
WHOLE_WORDS = 2
OPPONENTS = 2  # of one statement: ten who say that it is safe and ten who deny it are not a hundred disputes


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two statements that cannot both be right."""

    first: Statement
    second: Statement
    reason: str
    common: int  # words that they share: the more, the plainer
    reversal: bool = False  # one source said the first, and some days later the second
    passing: bool = False  # they differ about a state that may have changed


def oppositions(
    statements: Iterable[Statement], sentences: Iterable[Sentence], who: Who, order: Chronology, limit: int
) -> list[Opposed]:
    """Statements that are opposed, each with its plainest opponents, in the order of their ids."""
    statements, sentences = widest(statements), list(sentences)
    said_so = [rebutted(charge, answer) for charge, answer in rebuttals(statements, sentences, who)]
    found: list[Opposed] = []
    turns: dict[str, Opposed] = {}  # of each source the first
    for block in blocks(statements, keys, limit):
        for a, b in block.pairs():
            apart = order.days_apart(a.quotation.report, b.quotation.report) or 0
            if apart and apart <= REVERSAL_DAYS and one_source(a, b, who):
                turn = reversal(*sorted((a, b), key=lambda s: order.at(s.quotation.report, s.words.start)))
                if turn:
                    turns.setdefault(voice(a, who), turn)
            elif apart <= STATEMENT_DAYS and two_sources(a, b, who):
                opposed = opposition(a, b)
                if opposed and not (apart > STATE_DAYS and opposed.passing):
                    found.append(opposed)
    kept = {(one.first.id, one.second.id): one for one in said_so}
    withdrawn = [
        Opposed(first, then, "the report says that it is taken back", len(first.about & then.about), reversal=True)
        for first, then in taken_back(statements, sentences, who, order)
    ]
    for one in (*withdrawn, *plainest(found, who), *turns.values()):
        kept.setdefault((one.first.id, one.second.id), one)
    return [kept[pair] for pair in sorted(kept)]


def plainest(found: Iterable[Opposed], who: Who) -> Iterator[Opposed]:
    """Of each statement's opponents the plainest, and of one opponent's statements against it the plainest."""
    met: Counter[str] = Counter()
    by_voice: set[tuple[str, str]] = set()  # statements, and who speaks against them
    for one in sorted(found, key=plainness):
        sides = one.first.id, one.second.id
        voices = {(one.first.id, voice(one.second, who)), (one.second.id, voice(one.first, who))}
        few = max(met[side] for side in sides) < OPPONENTS and min(met[side] for side in sides) == 0
        if few and voices.isdisjoint(by_voice):
            met.update(sides)
            by_voice |= voices
            yield one


def widest(statements: Iterable[Statement]) -> list[Statement]:
    """Statements without those told without marks inside another: "said that she had agreed to go" is one."""
    by_sentence: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_sentence[statement.quotation.sentence].append(statement)
    return [
        one
        for held in by_sentence.values()
        for one in held
        if not (indirect(one) and any(inside(one, other) for other in held if indirect(other)))
    ]


def inside(one: Statement, other: Statement) -> bool:
    """True if a statement's words are a part of another's."""
    return one.words.span != other.words.span and other.words.span.covers(one.words.span)


def rebutted(charge: Statement, answer: Statement) -> Opposed:
    """Two statements that the report itself sets against each other."""
    common = len(charge.about & answer.about)
    return Opposed(charge, answer, "the report gives the one as the answer to the other", common)


def plainness(one: Opposed) -> tuple[object, ...]:
    """Sort key: "there is" against "there is none" first, then more words in common, one report, nearness."""
    outright = one.first.exists and one.second.exists
    together = one.first.quotation.report == one.second.quotation.report
    distance = abs(one.first.words.start - one.second.words.start) if together else 0
    return not outright, -one.common, not together, distance, one.first.id, one.second.id


def keys(statement: Statement) -> Iterator[str]:
    """What two opposed statements have in common: what one denies and the other affirms, or a topic."""
    for word in statement.affirmed | statement.denied:
        yield f"says {word}"
    for topic, _ in statement.sides | statement.states:
        yield f"side {topic}"


def reversal(earlier: Statement, later: Statement) -> Opposed | None:
    """A source that says the opposite of what it said; only where both are plain and share other words too."""
    found = opposition(earlier, later)
    if found is None or found.common < REVERSAL_WORDS or earlier.pronoun or later.pronoun:
        return None
    return Opposed(earlier, later, "said first, and taken back later", found.common, reversal=True)


def one_source(a: Statement, b: Statement, who: Who) -> bool:
    """True if two statements are known to come from one source."""
    return bool(voice(a, who)) and voice(a, who) == voice(b, who)


def two_sources(a: Statement, b: Statement, who: Who) -> bool:
    """True if two statements are known to come from two sources."""
    ours, theirs = voice(a, who), voice(b, who)
    return bool(ours and theirs) and ours != theirs


def opposition(first: Statement, second: Statement) -> Opposed | None:
    """Why two statements cannot both be right; None if they can."""
    if first.quotation.report == second.quotation.report and first.words.span.touches(second.words.span):
        return None  # one stands inside the other
    if tokens(first.words.text) == tokens(second.words.text):
        return None  # two say the same: what is denied in it, both deny
    common = len(first.about & second.about)
    if answers(first, second) or answers(second, first):
        return Opposed(first, second, "one denies what the other says", common)
    for topic, side in sorted(first.sides):
        if (topic, turned(side, True)) in second.sides and on_one_topic(first, second, topic):
            return Opposed(first, second, f"the two say the opposite about the {topic}", common)
    state = opposite_states(first, second)
    if state is None:
        return None
    return Opposed(first, second, f"the two say the opposite: {state}", common, passing=state in passing())


def opposite_states(first: Statement, second: Statement) -> str | None:
    """The topic of vocabulary/opposites.toml on whose two sides two statements of one matter stand."""
    for topic, side in sorted(first.states):
        if matter_words(topic) or (topic, turned(side, True)) not in second.states:
            continue  # a topic that names its matter is for `on_one_topic`
        words = {family(word) for word in side_words()[topic]}
        shared = (first.matter & second.matter) - words
        if len(shared) >= STATE_WORDS or (topic in passing() and says_no_more(first, second, shared, words)):
            return topic
    return None


def says_no_more(first: Statement, second: Statement, shared: frozenset[str], words: set[str]) -> bool:
    """True if the shared words are all that one of two statements is about: "the doors were open"."""
    return bool(shared) and shared in (first.matter - words, second.matter - words)


def answers(denial: Statement, other: Statement) -> bool:
    """True if a statement denies what another affirms."""
    shared = denial.denied & other.affirmed
    if denial.names.isdisjoint(other.names):
        # "I did not" answers only what is said of me; "nobody did", what anybody says of himself
        shared -= denial.own if denial.anybody else denial.own | other.own
    if not shared - denial.names:
        return False
    if not near(denial, other) and (two_scopes(denial, other, shared) or done_by_whom(denial, other, shared)):
        return False
    if denial.wholly and not near(denial, other):
        return len(shared) >= WHOLE_WORDS and len(shared) >= WHOLE_SHARE * len(denial.denied)
    if near(denial, other) or (denial.exists and other.exists):
        return True
    if denial.names and other.names and denial.names.isdisjoint(other.names | other.about):
        return False  # each names somebody, or a place, that the other does not
    more = (denial.about & other.about) - shared - denial.names - other.names
    nothing_else = denial.beside <= shared | denial.names and not denial.pronoun
    return bool(more) or nothing_else


def two_scopes(denial: Statement, other: Statement, shared: frozenset[str]) -> bool:
    """True if both speak of ordinals or of matters that are not the same: "at the first", "at the second"."""
    ours, theirs = (
        next((word for word in tokens(s.words.text) if family(word) in shared), "") for s in (denial, other)
    )
    return other_scope(denial.words.text, ours, other.words.text, theirs)


def done_by_whom(denial: Statement, other: Statement, shared: frozenset[str]) -> bool:
    """True if somebody denies that he did it, and the other only says that it was done."""
    ours, theirs = tokens(denial.words.text), tokens(other.words.text)
    return any(
        is_passive(theirs, word) and not any(family(own) == family(word) and is_passive(ours, own) for own in ours)
        for word in theirs
        if family(word) in shared
    )


def near(a: Statement, b: Statement) -> bool:
    """True if two statements stand close together in one report."""
    same = a.quotation.report == b.quotation.report
    return same and abs(a.words.start - b.words.start) <= NEAR


def on_one_topic(first: Statement, second: Statement, topic: str) -> bool:
    """True if one of two statements names what the topic is about, and they stand together or share a word."""
    matter = matter_words(topic)
    named = any(not matter.isdisjoint({*tokens(s.words.text), *s.about}) for s in (first, second))
    return named and (near(first, second) or bool((first.about & second.about) - {stem(word) for word in matter}))
