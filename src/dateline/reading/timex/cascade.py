"""The machine under the grammar: passes of rules over a row of items.

An item is a word with its class, or an expression that an earlier pass has put together. Each item shows one
letter, so a rule's pattern is a regular expression over class names in capitals: `MONTH DAY (COMMA YEAR)?`. In
each pass the longest match from the left wins (among equals the rule that stands first), and becomes one item of
the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from spacy.tokens import Doc, Token

from dateline.reading.timex.lexicon import classes, pieces_of, plain, trigger, value


class Meaning(Protocol):
    """What an expression says; `kind` is the class of its item in the next pass."""

    @property
    def kind(self) -> str:
        """A class name."""


@dataclass(frozen=True, slots=True)
class Item:
    """Characters [start, end) of a paragraph: a word, or an expression with its meaning."""

    letter: str
    start: int
    end: int
    first: int  # token numbers, [first, last]
    last: int
    text: str
    meaning: Any = None
    rule: str = ""


# Names for sets of classes, usable in patterns like class names.
UNIONS: dict[str, tuple[str, ...]] = {
    "NTH": ("ORDINAL", "DAYTH", "SECOND"),
    "NUMBER": ("AMOUNT", "DAY", "INT", "YEAR", "DECIMAL"),
    "ONEUNIT": ("UNIT", "SECOND"),
    "ANYUNIT": ("UNIT", "SECOND", "UNITS"),
    "DATE": ("DAYDATE", "WEEKDATE", "MONTHDATE", "QUARTERDATE", "SEASONDATE", "YEARDATE", "LONGDATE"),
    "LAPSED": ("LAST", "PAST", "PREVIOUS"),
}
_NAME = re.compile(r"\b[A-Z]{2,}\b")


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern over class names as one over letters. KeyError for a name that is no class."""

    def letters(match: re.Match[str]) -> str:
        names = UNIONS.get(match.group(), (match.group(),))
        return "[" + "".join(classes()[name] for name in names) + "]"

    return re.compile(_NAME.sub(letters, pattern).replace(" ", ""))


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule's pattern fits, for the rule's builder."""

    doc: Doc
    items: Sequence[Item]
    found: re.Match[str]

    def span(self, group: str | int = 0) -> tuple[int, int]:
        """Item numbers [start, end) of a group; (-1, -1) if the pattern lacks it or it took no part."""
        known = isinstance(group, int) or group in self.found.re.groupindex
        return self.found.span(group) if known else (-1, -1)

    def all(self, group: str | int = 0) -> Sequence[Item]:
        """The items of a group, none if it took no part."""
        start, end = self.span(group)
        return self.items[start:end] if start >= 0 else ()

    def has(self, group: str) -> bool:
        """True if a group took part with at least one item."""
        start, end = self.span(group)
        return 0 <= start < end

    def one(self, group: str) -> Item:
        """The first item of a group that took part."""
        return self.items[self.found.start(group)]

    def word(self, group: str) -> str:
        """The plain word of a group's first item; empty if the group took no part."""
        return plain(self.one(group).text) if self.has(group) else ""

    def value(self, class_name: str, group: str) -> Any:
        """What the vocabulary says of a group's word."""
        return value(class_name, self.one(group).text)

    def meaning(self, group: str) -> Any:
        """The meaning of a group's first item; None if the group took no part."""
        return self.one(group).meaning if self.has(group) else None

    def before(self) -> str:
        """The plain word that stands before the match; empty at the beginning."""
        at = self.found.start() - 1
        return plain(self.items[at].text) if at >= 0 else ""

    def after(self) -> str:
        """The plain word that stands behind the match; empty at the end."""
        at = self.found.end()
        return plain(self.items[at].text) if at < len(self.items) else ""

    def token(self, group: str | int = 0) -> Token:
        """The first token of a group."""
        return self.doc[self.items[self.found.start(group)].first]

    def previous_token(self) -> Token | None:
        """The token before the match."""
        at = self.items[self.found.start()].first - 1
        return self.doc[at] if at >= 0 else None

    def next_token(self) -> Token | None:
        """The token behind the match."""
        at = self.items[self.found.end() - 1].last + 1
        return self.doc[at] if at < len(self.doc) else None


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern, and what it builds: a meaning, or None to stand back.

    A group called `words` in the pattern narrows the expression to that group: what is around it is context.
    """

    name: str
    pattern: str
    build: Callable[[Match], Meaning | None]
    compiled: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "compiled", compile_pattern(self.pattern))


def items_of(doc: Doc) -> list[Item]:
    """The pieces of a paragraph in a row; empty if no word in it can be part of a time expression."""
    tokens = [pieces_of(token.text) for token in doc]
    if not trigger().search("".join(piece.letter for pieces in tokens for piece in pieces)):
        return []
    return [
        Item(
            piece.letter,
            token.idx + piece.start,
            token.idx + piece.end,
            token.i,
            token.i,
            token.text[piece.start : piece.end],
        )
        for token, pieces in zip(doc, tokens, strict=True)
        for piece in pieces
    ]


def run_pass(rules: Sequence[Rule], items: list[Item], doc: Doc, text: str) -> list[Item]:
    """One pass: the row with every accepted match put together. `text` is that of the Doc."""
    letters = "".join(item.letter for item in items)
    matches = [
        (*_words(found), number, found)
        for number, rule in enumerate(rules)
        for found in rule.compiled.finditer(letters)
    ]
    matches.sort(key=lambda m: (m[0], -m[1], m[2]))
    row: list[Item] = []
    done = 0
    for start, end, number, found in matches:
        if start < done:
            continue
        meaning = rules[number].build(Match(doc, items, found))
        if meaning is not None:
            row += items[done:start]
            row.append(_joined(items[start], items[end - 1], text, meaning, rules[number].name))
            done = end
    return row + items[done:]


def _words(found: re.Match[str]) -> tuple[int, int]:
    return found.span("words") if "words" in found.re.groupindex else found.span()


def _joined(first: Item, last: Item, text: str, meaning: Meaning, rule: str) -> Item:
    words = text[first.start : last.end]
    return Item(classes()[meaning.kind], first.start, last.end, first.first, last.last, words, meaning, rule)
