"""Time expressions in a parse: the word that heads each, and the act or the verb that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.fuzzydate import FuzzyDate
from dateline.model import Timex
from dateline.reading.acts.clauses import is_verbal
from dateline.reading.parsed import Parse
from dateline.span import Span


@dataclass(frozen=True, slots=True)
class Timed:
    """A time with the expression it was read from, if any, and the rule that brought it to the act."""

    time: FuzzyDate | None
    timex: Timex | None
    rule: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A time expression in a parse: the word that heads it, and the word that it hangs on."""

    timex: Timex
    root: Token
    holder: Token


def marks_in(parse: Parse, timexes: Iterable[Timex], triggers: frozenset[int]) -> list[Mark]:
    """The time expressions of a paragraph, each with the act or the verb that it belongs to."""
    found = []
    for timex in timexes:
        piece = parse.doc.char_span(
            timex.words.start - parse.offset, timex.words.end - parse.offset, alignment_mode="expand"
        )
        if piece is not None and len(piece):
            root = piece.root
            found.append(Mark(timex, root, holder_of(root, triggers)))
    return found


def holder_of(root: Token, triggers: frozenset[int]) -> Token:
    """The nearest act or clause above a time expression."""
    here = root
    while here.head != here:
        here = here.head
        if here.i in triggers or is_verbal(here) or (here.dep_ == "appos" and here.pos_ == "NOUN"):
            return here  # "the mayor since 2025": an apposition has a time of its own
    return here


def nearest(marks: list[Mark], token: Token, holders: set[int]) -> Mark | None:
    """The expression on one of some words that stands nearest to the act, the finer of two."""
    held = [m for m in marks if m.holder.i in holders]
    return min(held, key=lambda m: (abs(m.root.i - token.i), m.root.i), default=None)


def marks_of_clauses(marks: list[Mark]) -> dict[int, Mark]:
    """Expressions by the position of every word that heads or governs them."""
    return {at.i: mark for mark in marks for at in (mark.root, mark.root.head)}


def spans_of(timexes: Iterable[Timex]) -> list[Span]:
    """Where time expressions stand: numbers inside them count nothing."""
    return [timex.words.span for timex in timexes]
