"""The tables of actor codes as phrases, read once a process.

A phrase is a tuple of folded words. Countries are told by words in their printed case ("US", not "us"); sectors by
words in any case and number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from itertools import product
from typing import Any

from anyascii import anyascii

from dateline.vocabulary import load

type Phrase = tuple[str, ...]

_PLURALS = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("men", "man"))
_NEVER_PLURAL = ("ss", "us", "is")
_SHORTEST_PLURAL = 5  # letters: news, gas and MPs are left alone
_APART = re.compile(r"[\s_-]+")


class Telling(Enum):
    """How a phrase tells a country."""

    NAME = "name"  # "Belarus", "Belarusian"
    SEAT = "seat"  # a capital: alone it is the government
    UNRECOGNISED = "unrecognised"
    BODY = "body"  # of many countries: UNO, EUR, IGO, NGO


class Weight(Enum):
    """How a word tells a sector."""

    SURE = "sure"
    OFFICE = "office"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class CountryWords:
    """A phrase for a country, and how it is printed."""

    code: str
    telling: Telling
    capitals: bool  # True for an acronym, which is told in capitals only: US


@dataclass(frozen=True, slots=True)
class SectorWords:
    """A phrase for sectors."""

    sectors: tuple[str, ...]  # the primary one first; empty: none of its own
    weight: Weight


@dataclass(frozen=True, slots=True)
class CodeLexicon:
    """All phrases, and the words that steer."""

    countries: dict[Phrase, CountryWords]
    sectors: dict[Phrase, SectorWords]
    longest: int  # words of the longest phrase
    foreign_hand: frozenset[str]  # "backed" in "US-backed rebels"
    own: frozenset[str]  # prepositions before what somebody belongs to
    other: frozenset[str]  # words before somebody else
    former: frozenset[str]
    former_offices: frozenset[str]
    former_code: str
    institutions: frozenset[str]
    body_sectors: frozenset[str]  # those that the name of a body of many countries may tell


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """Lower-case ASCII, with straight apostrophes."""
    return anyascii(word.replace("’", "'")).lower()


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """A folded word without its plural ending, by spelling alone: words of the tables are treated alike."""
    if word == "men":
        return "man"
    if len(word) < _SHORTEST_PLURAL or word.endswith(_NEVER_PLURAL):
        return word
    for ending, one in _PLURALS:
        if word.endswith(ending):
            return word[: -len(ending)] + one
    return word.removesuffix("s")


def phrase(entry: str) -> Phrase:
    """An entry of a table as folded words, without possessives."""
    return tuple(folded(word).removesuffix("'s").rstrip("'") for word in _APART.split(entry) if word)


def common(entry: str) -> Phrase:
    """An entry as folded words in the singular."""
    return tuple(singular(word) for word in phrase(entry))


@cache
def code_lexicon() -> CodeLexicon:
    """All tables."""
    table = load("codes")
    countries = dict(_countries(table["country"]))
    sectors = dict(_sectors(table))
    prepositions = table["prepositions"]
    former = table["former"]
    return CodeLexicon(
        countries=countries,
        sectors=sectors,
        longest=max(map(len, (*countries, *sectors))),
        foreign_hand=frozenset(table["country"]["foreign_hand"]["words"].split()),
        own=frozenset(prepositions["own"].split()),
        other=frozenset(prepositions["other"].split()),
        former=frozenset(former["words"].split()),
        former_offices=frozenset(former["offices"].split()),
        former_code=former["code"],
        institutions=frozenset(table["institutions"]["codes"].split()),
        body_sectors=frozenset(table["country"]["body_sectors"]["codes"].split()),
    )


def _countries(table: dict[str, Any]) -> Iterator[tuple[Phrase, CountryWords]]:
    """Weaker tables first: a later entry of one phrase replaces an earlier one."""
    world = load("countries")
    other = table["other_codes"]
    told: list[tuple[str, str, Telling]] = []
    for code, (_, _, capitals) in world["countries"].items():
        told += [(word, code, Telling.SEAT) for word in capitals.split("|")]
    for code, (names, adjectives, _) in reversed(world["countries"].items()):  # the first to claim a word keeps it
        told += [(word, code, Telling.NAME) for word in (*names.split("|"), *adjectives.split("|"))]
        told += [(f"{word}s", code, Telling.NAME) for word in adjectives.split("|") if word and not word.isupper()]
    regional = {word.lower() for word in world["regions"]["adjectives"]}
    for code, entries in world["parts"].items():
        words = [word for entry in entries for word in entry.split("|") if word.lower() not in regional]
        told += [(word, code, Telling.NAME) for word in words]
    told += [(word, code, Telling.NAME) for code, words in world["people"].items() for word in words]
    told += _entries(table["dependencies"], Telling.NAME)
    told += _entries(table["own"], Telling.NAME)
    told += _entries(table["seats"], Telling.SEAT)
    told += _entries(table["unrecognised"], Telling.UNRECOGNISED)
    told += _entries(table["bodies"], Telling.BODY)
    for word, code, telling in told:
        if key := phrase(word):
            yield key, CountryWords(other.get(code, code), telling, word.replace(".", "").isupper())


def _entries(table: dict[str, str], telling: Telling) -> Iterable[tuple[str, str, Telling]]:
    return [(word, code, telling) for code, words in table.items() for word in words.split()]


def _sectors(table: dict[str, Any]) -> Iterator[tuple[Phrase, SectorWords]]:
    portfolio = load("roles")["portfolio"]
    for field, office in product(portfolio["words"].split(), ("minister", "secretary", "ministry", "department")):
        yield common(f"{field}_{office}"), SectorWords(("GOV",), Weight.SURE)
    for weight in Weight:
        for codes, words in table[weight.value].items():
            sectors = () if codes == "UNK" else tuple(codes.split())
            for word in words.split():
                yield common(word), SectorWords(sectors, weight)
