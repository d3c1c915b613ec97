"""The vocabulary of intake, compiled: furniture rules, and how names of outlets look. Read once a process."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count

from dateline.intake.publishers import TRIMMED, agency_names, per_directory
from dateline.model import FurnitureKind
from dateline.vocabulary import load

RULED_CHARS = 700  # a longer line is a paragraph: the rules for whole lines are about less
_MACRO = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Rule:
    """One wording of `furniture.toml` or `house_lines.toml`.

    `beside`: it counts only next to furniture of that kind.

    `needs`: words of which every line of that wording holds one, in small letters. Looking for them is many times
    faster than finding out, letter by letter, that a long pattern fits a line nowhere.
    """

    name: str
    kind: FurnitureKind
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    beside: FurnitureKind | None
    needs: tuple[str, ...] = ()

    def may_match(self, folded: str) -> bool:
        """False if a line, given in small letters, holds none of the words that the rule needs."""
        for word in self.needs:
            if word in folded:
                return True
        return not self.needs

    def matches(self, line: str) -> re.Match[str] | None:
        """The match of a whole line, or None."""
        match = self.pattern.fullmatch(line)
        return None if match and self.unless and self.unless.fullmatch(line) else match

    def outlet(self, match: re.Match[str]) -> tuple[int, int] | None:
        """Where in the line the match names an outlet, if it does."""
        for name in self.pattern.groupindex:
            if match[name]:
                return match.span(name)
        return None


@per_directory
def rules(table: str) -> tuple[Rule, ...]:
    """The rules of one table: line, tail, opener."""
    return tuple(
        Rule(
            row["rule"],
            FurnitureKind(row["kind"]),
            compiled(row["pattern"]),
            compiled(row["unless"]) if "unless" in row else None,
            FurnitureKind(row["beside"]) if "beside" in row else None,
            tuple(row.get("needs", ())),
        )
        for row in (*load("furniture")[table], *load("house_lines").get(table, ()))
    )


@per_directory
def _by_itself() -> tuple[Rule, ...]:
    """The rules for whole lines that need no neighbour."""
    return tuple(rule for rule in rules("line") if rule.beside is None)


def line_rule(words: str) -> tuple[Rule, re.Match[str]] | None:
    """The first rule that covers a line from end to end by itself, with its match."""
    if len(words) > RULED_CHARS:
        return None
    folded = words.casefold()
    for rule in _by_itself():
        if (not rule.needs or rule.may_match(folded)) and (match := rule.matches(words)):
            return rule, match
    return None


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the vocabulary with the wordings it names in braces put in; outlets become named groups."""
    numbers = count()

    def piece(macro: re.Match[str]) -> str:
        name = macro[1]
        if name in ("agency", "picture", "press_word"):
            return f"(?-i:{_alternatives(_names_of(name))})"
        inner = _MACRO.sub(piece, load("furniture")["wording"][name])
        return f"(?P<outlet{next(numbers)}>{inner})" if name in ("outlet", "press") else f"(?:{inner})"

    return re.compile(_MACRO.sub(piece, pattern))


def _names_of(kind: str) -> Sequence[str]:
    """All names of agencies, of those credited for pictures, or words in names of outlets."""
    if kind == "agency":
        return agency_names()
    words: list[str] = (
        load("agencies")["pictures"]["names"] if kind == "picture" else load("outlets")["press"]["words"]
    )
    return words


def _alternatives(words: Sequence[str]) -> str:
    """Words as alternatives, the longer first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


# --- outlets


@cache
def _press_word() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_alternatives(load('outlets')['press']['words'])})\b")


def sounds_like_outlet(name: str) -> bool:
    """True if a name holds a word of the press: Times, Herald, Radio."""
    return bool(_press_word().search(name))


@cache
def _edge_press_word() -> re.Pattern[str]:
    words = _alternatives(load("outlets")["press"]["words"])
    return re.compile(
        rf".*\b(?:{words})|(?:[Tt]he )?(?:Daily|Radio|{words}) (?:of|in) .+|(?:Radio|Daily|TV|Channel) .+"
    )


def press_word_at_edge(name: str) -> bool:
    """True if a name ends as outlets' do (the Harbour Post), or begins so (Radio Lund, the Star of Lund)."""
    return bool(_edge_press_word().fullmatch(name))


def trimmed_outlet(name: str) -> str:
    """A name of an outlet without the punctuation and the possessive around it."""
    return re.sub(r"[’']s?$", "", name.strip(TRIMMED)).strip(TRIMMED)
