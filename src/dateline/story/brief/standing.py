"""Whether a sentence can stand alone, taken out of its report, and what must be put beside it so that it can.

A sentence that leans on the one before ("However, this ...") cannot. One whose pronoun means somebody named before
can, with the name put behind the pronoun in brackets: the only words of a brief that are ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from dateline.model import ActorKind, Event, Mention, MentionForm, Quotation, Sentence
from dateline.span import Span
from dateline.vocabulary import load

SHORTEST, LONGEST = 6, 60  # words: below it is no sentence of news, above it nobody reads on
POSSESSIVE = "’s"
_ADDED = 6  # words: "the mayor also said"; further on something is added to what this sentence tells itself
_RECKONED = 4  # words: "two and a half hours later" is rare
_SURE = 0.5  # of a mention's score: below it nobody would put the name in print
_DESCRIBING = frozenset((MentionForm.ROLE, MentionForm.GROUP))
_ENDS = frozenset(".!?”\"’')")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_THE = re.compile(r"(?:The|This|That)\s+")
_NEXT = re.compile(r"\s+(?P<word>[^\W\d_]+)")
_OPENING_MARKS = "“”\"‘’'—–- \t\n("
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))
_STRAIGHT = '"'


class Bracket(NamedTuple):
    """Words of ours at a place in the report's clean text."""

    at: int
    name: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What of a sentence is printed, and the names to be put into it."""

    span: Span
    brackets: tuple[Bracket, ...]  # behind pronouns and descriptions, which say nothing without them
    surnames: tuple[Bracket, ...]  # behind surnames: needed where no sentence before gives the name in full
    leans: bool  # begins with a pronoun or a description, or recalls "the accusation": another goes before it


@dataclass(frozen=True, slots=True)
class _Openings:
    connectives: frozenset[str]
    longest: int  # words of the longest connective
    adding: frozenset[str]
    units: frozenset[str]
    reckoned: frozenset[str]
    demonstratives: frozenset[str]
    of_the_day: frozenset[str]
    personal: frozenset[str]
    possessive: frozenset[str]
    after_object: frozenset[str]
    after_act: frozenset[str]
    recalling: frozenset[str]
    recalled: re.Pattern[str]
    speaking: frozenset[str]


@cache
def _openings() -> _Openings:
    tables = load("openings")
    opening, pronoun = tables["opening"], tables["pronoun"]
    return _Openings(
        connectives=frozenset(opening["connectives"]),
        longest=max(len(words.split()) for words in opening["connectives"]),
        adding=frozenset(opening["adding"]),
        units=frozenset(opening["units"]),
        reckoned=frozenset(opening["reckoned"]),
        demonstratives=frozenset(opening["demonstratives"]),
        of_the_day=frozenset(opening["of_the_day"]),
        personal=frozenset(pronoun["personal"]),
        possessive=frozenset(pronoun["possessive"]),
        after_object=frozenset(pronoun["after_object"]),
        after_act=frozenset(opening["after_act"]),
        recalling=frozenset(opening["recalling"]),
        recalled=re.compile(
            rf"\bthe (?:{'|'.join(opening['recalled'])})\b(?!\s+(?:{'|'.join(opening['after_act'])})\b)"
        ),
        speaking=frozenset(pronoun["speaking"]),
    )


def stand(
    sentence: Sentence,
    mentions: Sequence[Mention],
    quotations: Iterable[Quotation],
    events: Iterable[Event],
    names: Mapping[str, str],
    start: int | None = None,
) -> Standing | None:
    """How a sentence stands alone; None if it cannot.

    `mentions`, `events`: those of the sentence; `quotations`: those of its report; `names`: of the chains that
    have a name; `start`: where the sentence begins behind a dateline.
    """
    span = Span(start or sentence.words.start, sentence.words.end)
    text = span.shift(-sentence.words.start).of(sentence.words.text)
    words = [word.casefold() for word in _WORD.findall(text)]
    if not _whole(text, words) or _dangles(words) or _recalls(span, text, events):
        return None
    if _spoken_by_nobody(span, quotations) or (words[0] in _openings().speaking and text[:1].isalpha()):
        return None  # "We must ..." without marks is the writer's, or what is left of an answer
    told = sorted((mention for mention in mentions if span.covers(mention.words.span)), key=_place)
    brackets = _brackets(text, span, told, names)
    if brackets is None:
        return None
    return Standing(span, tuple(brackets), tuple(_surnames(told, names)), _leans(words[0], span, text, told))


def _whole(text: str, words: Sequence[str]) -> bool:
    """A sentence with its end, its quotation marks and its brackets, neither a scrap nor a list."""
    if not SHORTEST <= len(words) <= LONGEST or text.rstrip()[-1:] not in _ENDS:
        return False
    first = text.lstrip(_OPENING_MARKS)[:1]
    paired = all(text.count(left) == text.count(right) for left, right in _PAIRS)
    return paired and text.count(_STRAIGHT) % 2 == 0 and (first.isupper() or first.isdigit()) and "\n" not in text


def _dangles(words: Sequence[str]) -> bool:
    """True if the first words point back to an earlier sentence."""
    given = _openings()
    if words[0] in given.demonstratives:
        return words[1] not in given.of_the_day
    if given.adding.intersection(words[:_ADDED]):
        return True
    reckoned = any(one in given.units and two in given.reckoned for one, two in pairwise(words[:_RECKONED]))
    return reckoned or any(" ".join(words[:length]) in given.connectives for length in range(1, given.longest + 1))


def _spoken_by_nobody(span: Span, quotations: Iterable[Quotation]) -> bool:
    """True if most of the sentence is in the words of somebody whom it does not name."""
    inside = [
        quotation for quotation in quotations if quotation.source is None or not span.covers(quotation.source.span)
    ]
    pieces = [piece.span for quotation in inside for piece in quotation.contents if span.touches(piece.span)]
    unsaid = sum(min(piece.end, span.end) - max(piece.start, span.start) for piece in pieces)
    return 2 * unsaid > len(span)


def _recalls(span: Span, text: str, events: Iterable[Event]) -> bool:
    """True for "The dismissal came ...": an act that was told before, and that this one does not tell again."""
    opening = _THE.match(text)
    if opening is None:
        return False
    if _verb_after_noun(text, opening.end()) in _openings().recalling:
        return True
    for event in events:
        if event.words.start == span.start + opening.end() and not event.recipients:
            follows = _NEXT.match(text, event.words.end - span.start)
            return follows is None or follows["word"].casefold() not in _openings().after_act
    return False


def _verb_after_noun(text: str, at: int) -> str:
    """The second word from there: "came" of "The dismissal came"."""
    return next(
        (found.group().casefold() for number, found in enumerate(_WORD.finditer(text, at)) if number == 1), ""
    )


def _leans(first: str, span: Span, text: str, told: Sequence[Mention]) -> bool:
    opening = next((mention for mention in told if mention.words.start <= span.start + len("The ")), None)
    described = opening is not None and opening.form is MentionForm.ROLE and first == "the"
    given = _openings()
    return first in given.personal | given.possessive or described or bool(given.recalled.search(text))


def _place(mention: Mention) -> tuple[int, int]:
    return mention.words.start, -mention.words.end


def _brackets(text: str, span: Span, told: Sequence[Mention], names: Mapping[str, str]) -> list[Bracket] | None:
    """The name behind the first pronoun of everybody whom the sentence does not name; None if one is unknown."""
    given = _openings()
    named = {mention.chain for mention in told if mention.form is MentionForm.NAME}
    described = {mention.chain: mention.words.start for mention in reversed(told) if mention.form in _DESCRIBING}
    brackets: list[Bracket] = []
    settled: set[str] = set()
    covered: set[int] = set()
    for mention in told:
        word = mention.words.text.casefold()
        if _opens_as_description(text, span, mention):
            if mention.chain in names and mention.chain not in named and mention.score >= _SURE:
                settled.add(mention.chain)
                brackets.append(Bracket(mention.words.end, names[mention.chain]))
            continue
        if mention.form is not MentionForm.PRONOUN or word not in given.personal | given.possessive:
            continue
        covered.add(mention.words.start)
        known = described.get(mention.chain, span.end) < mention.words.start
        if mention.chain in named or mention.chain in settled or known:
            continue
        if mention.chain not in names or mention.score < _SURE:
            return None
        settled.add(mention.chain)
        name = names[mention.chain]
        brackets.append(
            Bracket(mention.words.end, f"{name}{POSSESSIVE}" if _possesses(text, span, mention) else name)
        )
    opening = _WORD.search(text)
    if opening and opening.group().casefold() in given.personal | given.possessive:
        return brackets if span.start + opening.start() in covered else None
    return brackets


def _surnames(told: Sequence[Mention], names: Mapping[str, str]) -> Iterator[Bracket]:
    """Persons of whom the sentence gives one word of their name, each at the first place."""
    full = {one.chain for one in told if one.form is MentionForm.NAME and len(one.words.text.split()) > 1}
    for mention in told:
        name = names.get(mention.chain, "")
        word = mention.words.text
        alone = mention.form is MentionForm.NAME and mention.kind is ActorKind.PERSON and mention.chain not in full
        if alone and word != name and word in name.split():
            full.add(mention.chain)
            yield Bracket(mention.words.end, name)


def _opens_as_description(text: str, span: Span, mention: Mention) -> bool:
    """True for "The minister said ...": somebody whom the sentence describes at its very beginning."""
    the = _THE.match(text)
    at_start = mention.words.start in (span.start, span.start + the.end() if the else span.start)
    return mention.form is MentionForm.ROLE and the is not None and at_start


def _possesses(text: str, span: Span, mention: Mention) -> bool:
    given, word = _openings(), mention.words.text.casefold()
    if word not in given.possessive:
        return False
    if word in given.personal:  # "her" is both
        follows = _NEXT.match(text, mention.words.end - span.start)
        return follows is not None and follows["word"].casefold() not in given.after_object
    return True
