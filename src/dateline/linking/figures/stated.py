"""A number that a sentence states: what it counts, and what else the sentence is about.

Events carry the numbers of their acts. What a source says of a sum, or of how many were there, often stands with
no act at all: "each family will get 500 crowns", "there were 64 people on board".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from spacy.lang.en.stop_words import STOP_WORDS
from text_to_num import text2num

from dateline.ids import content_id
from dateline.linking.acts.same_act import currencies
from dateline.linking.matters.rarity import rarities
from dateline.linking.speech.spoken import content, stem, tokens
from dateline.model import Sentence
from dateline.span import Words
from dateline.vocabulary import load

ABOUT = 0.1  # "around 50,000" is read as within a tenth: journalists round to one or two figures
BEFORE = 20  # characters before a number in which its approximator stands
CORRECTION = 60  # characters before a number in which the right one stands: "71 people, not 64"
NOUN_WORDS = 3  # words after a number in which its noun stands: "64 young people"
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "m": 1e6, "bn": 1e9}
SUM_SCALES = frozenset({"million", "billion", "m", "bn"})
SIGNS = {"$": "dollar", "€": "euro", "£": "pound"}
_SPELT = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
)
_NUMBER = re.compile(
    rf"(?<![\w.,:/-])(?P<sign>[$€£]?)(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}}(?:\.\d{{1,3}})?|{_SPELT})"
    rf"(?:[ -](?P<scale>{'|'.join(SCALES)})\b)?(?![\w:/-]|[.,]\d)",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[\w,] )[A-Z][\w-]+(?:['’]s)?")
_FIRST_WORD = re.compile(r"[A-Z][\w-]+(?:['’]s)?")
_RELATIVE = re.compile(
    r";|,? (?:in |of |from |at )?(?:which|where) "
)  # what is said of a thing beside what is counted
_NUMBER_OF = re.compile(
    r"\b(?:number|total) of (?P<noun>[^\W\d_]+)\b(?: [^\W\d_]+){0,8} (?:is|was|at|came to) $", re.IGNORECASE
)
_LEVELS = re.compile(  # "from nine years to seven": the second is the one that holds
    rf"\bfrom (?:\d+|{_SPELT}) (?P<noun>[^\W\d_]+s) to (?P<last>\d+|{_SPELT})\b(?! [^\W\d_]*s\b)", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.,;:()“”]")
_OF_WHOLE = re.compile(r" of (?:its|the|their|his|her|all) $|\d of $| out of $")
_PER_CENT = re.compile(r"\s?%|[ -]per ?cent\b", re.IGNORECASE)
_PART_OF = re.compile(r" of (?:its|the|their|his|her|all) (?:[\d,]+ )?")
SHORTEST_NOUN = 3
WEEKDAY_STEMS = frozenset(
    map(stem, ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
)
DAY_STEMS = WEEKDAY_STEMS | frozenset(map(stem, ("said", "year", "people")))
SCOPES = ("dead", "hurt", "held", "charged", "freed", "missing", "saved", "ill", "whole", "wanted")
_CORRECTED = re.compile(r"\d [^\W\d_]+(?: [^\W\d_]+)?,? (?:and )?not (?:the )?$")


@dataclass(frozen=True, slots=True)
class Figure:
    """One number in one sentence."""

    id: str
    sentence: Sentence
    words: Words
    low: float
    high: float | None
    unit: str  # currency, "people", or the noun itself
    matter: frozenset[str]  # stems of the words of its sentence
    each: bool  # it is said of each of many
    changed: bool  # the sentence says that the number changed
    part: bool  # a whole of which another number is a part: "71 of its 80 players"
    corrected: bool  # "71 people, not 64": the number that is said to be wrong
    clause: str  # its sentence, without what is said beside it

    @property
    def of_crowd(self) -> bool:
        """True if its sentence tells of people who march, or are held."""
        return not table("crowd").isdisjoint(tokens(self.sentence.words.text))

    @property
    def camp(self) -> str:
        """Who counts: "authorities" or "organisers"; empty if the sentence names neither, or both."""
        said = tokens(self.sentence.words.text)
        named = [camp for camp in ("authorities", "organisers") if not table(camp).isdisjoint(said)]
        return named[0] if len(named) == 1 else ""

    @property
    def names(self) -> frozenset[str]:
        """Stems of the capitalised words of its sentence."""
        return names_in(self.sentence.words.text)

    @property
    def scope(self) -> frozenset[str]:
        """What befell those who are counted, and over how long: counts of other scope count other things."""
        said = tokens(self.clause)
        return frozenset(name for name in SCOPES if not table(name).isdisjoint(said))

    @property
    def money(self) -> bool:
        """True for a sum of money."""
        return self.unit in currencies()


def figures(sentence: Sentence) -> Iterator[Figure]:
    """The numbers of a sentence that count something with a name."""
    text = sentence.words.text
    if not _NUMBER.search(text):
        return
    said = tokens(text)
    levels = _LEVELS.search(text)
    each = not table("each").isdisjoint(said)
    matter = [word.rstrip("'") for word in content(said)]
    unit_before = ""
    for match in _NUMBER.finditer(text):
        last = bool(levels and levels.start("last") == match.start())
        unit = stem(levels["noun"].casefold()) if levels and last else unit_of(text, match)
        clause = clause_around(text, match.start())
        wrong = bool(_CORRECTED.search(text[max(0, match.start() - CORRECTION) : match.start()]))
        unit = unit_before if wrong else unit
        if not unit:
            continue
        unit_before = unit
        low, high = interval(match, text[max(0, match.start() - BEFORE) : match.start()])
        at = sentence.words.start + match.start()
        words = Words(at, sentence.words.start + match.end(), match[0])
        yield Figure(
            id=content_id("f", sentence.id, str(at)),
            sentence=sentence,
            words=words,
            low=low,
            high=high,
            unit=unit,
            matter=frozenset(w for w in matter if not w[0].isdigit() and w not in (unit, *SCALES)),
            each=each,
            changed=not last and not table("changed").isdisjoint(tokens(clause)),
            part=bool(_OF_WHOLE.search(text[: match.start()])),
            corrected=wrong,
            clause=clause,
        )


def clause_around(text: str, at: int) -> str:
    """The part of a sentence around a place in it, up to semicolons and to what "which" and "where" begin."""
    cuts = [0, *(cut for found in _RELATIVE.finditer(text) for cut in found.span()), len(text)]
    return next(text[start:end] for start, end in pairwise(cuts) if at < end)


def unit_of(text: str, number: re.Match[str]) -> str:
    """What a number counts, as its sign, the words after it, those before it or its size say; empty if unclear."""
    if found := SIGNS.get(number["sign"]) or unit_after(text, number.end()):
        return found
    if told := _NUMBER_OF.search(text[: number.start()]):
        noun = told["noun"].casefold()
        return "people" if noun in table("people") else stem(noun)
    return sum_of(number["scale"])


def unit_after(text: str, at: int) -> str:
    """What is counted: a currency, people, or the plural noun that comes next; empty if that is not clear."""
    for number, match in enumerate(_WORD.finditer(text, at)):
        word = match[0].casefold()
        if number >= NOUN_WORDS or not word[0].isalpha():
            break
        if word in table("people"):
            return "people"
        single = word.removesuffix("s")
        if single in currencies() or word in currencies():
            return single if single in currencies() else word
    return thing_after(text, at)


def sum_of(scale: str | None) -> str:
    """What a bare "2.9 billion" counts: money of some currency."""
    return "sum" if (scale or "").casefold() in SUM_SCALES else ""


def thing_after(text: str, at: int) -> str:
    """The stem of the plural noun that a number counts: "70,000 jars", "4 stolen boats"; or "per cent"."""
    if _PER_CENT.match(text, at):
        return "per cent"
    if part := _PART_OF.match(text, at):
        at = part.end()
    for number, match in enumerate(_WORD.finditer(text, at)):
        word = match[0].casefold()
        if number >= NOUN_WORDS or not word[0].isalpha() or word in STOP_WORDS or word in SCALES:
            break
        if word in table("people"):
            return "people"
        if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > SHORTEST_NOUN:
            return stem(word)
    return ""


def interval(match: re.Match[str], before: str) -> tuple[float, float | None]:
    """The least and the most that the number can be."""
    digits = match["number"].casefold().replace(",", "")
    value = float(digits) if digits[0].isdigit() else float(text2num(digits.replace("-", " "), "en"))
    value *= SCALES.get((match["scale"] or "").casefold(), 1)
    said = before.casefold().rstrip()
    if said.endswith(tuple(table("at_least"))):
        return value, None
    if said.endswith(tuple(table("about_so_many"))):
        return (1 - ABOUT) * value, (1 + ABOUT) * value
    return value, value


def names_in(text: str) -> frozenset[str]:
    """Stems of the capitalised words of a text, but for the days of the week.

    The first word counts if English at large does not know it.
    """
    found = [match[0].casefold().replace("’", "'").removesuffix("'s") for match in _NAME.finditer(text)]
    if first := _FIRST_WORD.match(text):
        word = first[0].casefold().replace("’", "'").removesuffix("'s")
        found += [] if word in rarities() or word.removesuffix("s") in rarities() else [word]
    return frozenset(map(stem, found)) - DAY_STEMS


@cache
def table(name: str) -> frozenset[str]:
    """Words of one table of vocabulary/figures.toml."""
    return frozenset(load("figures")[name]["words"])
