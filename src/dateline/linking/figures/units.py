"""What a number counts, as the words around it say: people, a currency, or things with a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

from dateline.linking.acts.same_act import currencies
from dateline.linking.speech.spoken import stem
from dateline.vocabulary import load

NOUN_WORDS = 3  # words after a number in which its noun stands: "64 young people"
SHORTEST_NOUN = 3
SCALES = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "m": 1e6, "bn": 1e9}
SUM_SCALES = frozenset({"million", "billion", "bn"})  # "64m" without a currency may be metres
SCOPED = ("dead", "hurt", "held", "missing", "saved", "ill", "moved")  # what befalls people
SUMS = frozenset({"sum", "per cent"})  # and currencies: what is of a debt, a turnout
SCORED = frozenset(
    {stem("votes"), stem("points"), stem("goals"), stem("seats"), stem("runs")}
)  # won with, or by, so many
LENGTHS = frozenset(map(stem, ("metres", "kilometres", "miles", "feet", "yards")))
MEASURES = LENGTHS | {
    "magnitude",
    *map(stem, ("tons", "kilos", "pounds", "degrees")),
}  # of a depth, a distance, a weight
SIGNS = {"$": "dollar", "€": "euro", "£": "pound"}
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.,;:()“”]")
_NUMBER_OF = re.compile(
    r"\b(?:number|total) of (?:its |the |their |his |her )?(?P<noun>[^\W\d_]+)\b"
    r"(?: [^\W\d_]+){0,8} (?:is|was|at|came to) $",
    re.IGNORECASE,
)
_MARGIN_OF = re.compile(r"\b(?:majority|margin|lead) of (?:just |only |some |about )?$", re.IGNORECASE)
_NO_NOUN = re.compile(r"\s*(?:[.,;:]|$)|\s(?:in|on|over|at|and|after)\b")
_VOTED = re.compile(r"(?: [^\W\d_]+){1,3} (?:voted|had voted|have voted)\b")
_MAGNITUDE = re.compile(r"\b(?:magnitude|measur(?:ed|ing)|richter)(?: [^\W\d_]+){0,3} $", re.IGNORECASE)
_PER_CENT = re.compile(r"\s?%|[ -]per ?cent\b", re.IGNORECASE)
_PART_OF = re.compile(r" of (?:its|the|their|his|her|all) (?:[\d,]+ )?")
_STATE = re.compile(  # people by what befell them: "19 dead", "112 injured"
    r"\s(?:people )?(?:dead|killed|injured|wounded|hurt|missing|ill|sick|homeless|detained|arrested|infected"
    r"|drowned|unaccounted)\b(?! [^\W\d_]+s\b)",
    re.IGNORECASE,
)
_TIME_OF = re.compile(  # "four months of pay", "one month's pay": so much of it, no spell of time
    r"[ -](?P<spell>days?|weeks?|months?|years?)(?:['’]s?| of) "
    r"(?P<what>pay|wages|salary|salaries|rent|leave|notice|supplies|fuel|food)\b",
    re.IGNORECASE,
)
_THEN_SOME = re.compile(  # "45,000 crowns, half of it already paid": what follows is of the part alone
    r",? (?:of which|(?:(?:nearly|about|almost|more than) )?"
    r"(?:most|half|much|some|an? (?:third|quarter|fifth|half|part)|two[- ]thirds|three[- ]quarters)"
    r" of (?:it|them|that|this|which|whom))\b",
    re.IGNORECASE,
)


def of_itself(after: str) -> str:
    """What a sentence says after a number, up to what it says only of a part of it."""
    found = _THEN_SOME.search(after)
    return after[: found.start()] if found else after


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted."""

    key: str  # equal for what is compared: currency, "people", the stem of a noun; empty if that is not clear
    noun: str  # as it is shown
    named: str = ""  # people: their name as printed


NOTHING = Unit("", "")
PEOPLE = Unit("people", "people")


def unit_of(text: str, number: re.Match[str]) -> Unit:
    """What a number counts, as its sign, the words after it, those before it or its size say."""
    sign = SIGNS.get(number["sign"])
    if sign:
        return Unit(sign, sign)
    if spell := _TIME_OF.match(text, number.end()):
        noun = f"{spell['spell'].casefold().removesuffix('s')}s of {spell['what'].casefold()}"
        return Unit(noun, noun)
    if _MARGIN_OF.search(text[: number.start()]) and _NO_NOUN.match(text, number.end()):
        return counted("votes")
    if (found := unit_after(text, number.end())).key:
        return counted("votes") if found.key == "people" and _VOTED.match(text, number.end()) else found
    if _STATE.match(text, number.end()):
        return PEOPLE
    if _MAGNITUDE.search(text[: number.start()]) and "." in number["number"]:
        return Unit("magnitude", "magnitude")
    if told := _NUMBER_OF.search(text[: number.start()]):
        return counted(told["noun"])
    if (number["scale"] or "").casefold() in SUM_SCALES:  # a bare "2.9 billion": money of some currency
        return Unit("sum", "sum")
    return NOTHING


def unit_after(text: str, at: int) -> Unit:
    """A currency, people, or the plural noun that comes next."""
    for number, match in enumerate(_WORD.finditer(text, at)):
        word = match[0].casefold()
        if number >= NOUN_WORDS or not word[0].isalpha():
            break
        if word in table("people"):
            return counted(word)
        single = word.removesuffix("s")
        if single in currencies() or word in currencies():
            currency = single if single in currencies() else word
            return Unit(currency, currency)
    return thing_after(text, at)


def thing_after(text: str, at: int) -> Unit:
    """The plural noun that a number counts: "70,000 jars", "4 stolen boats"; or "per cent"."""
    if _PER_CENT.match(text, at):
        return Unit("per cent", "per cent")
    if part := _PART_OF.match(text, at):
        at = part.end()
    for number, match in enumerate(_WORD.finditer(text, at)):
        word = match[0].casefold()
        if number >= NOUN_WORDS or not match[0][0].islower() or word in STOP_WORDS or word in SCALES:
            break
        if (
            word in table("people")
            or word in things()
            or (word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > SHORTEST_NOUN)
        ):
            return counted(word)
    return NOTHING


def counted(noun: str) -> Unit:
    """A plural noun as a unit: people under whatever name, and things that have several, are one."""
    word = noun.casefold()
    if word in table("people") or word in table("states"):
        return Unit("people", "people", word if word in table("people") else "")
    return Unit(usual_things().get(word, stem(word)), word)


@cache
def usual_things() -> dict[str, str]:
    """For each noun of such a line the stem of its first."""
    return {word: stem(line[0]) for line in load("figures")["things"]["words"] for word in line}


@cache
def things() -> frozenset[str]:
    """Plural nouns of things that have several."""
    return frozenset(usual_things())


@cache
def phrases(name: str) -> re.Pattern[str]:
    """Any word or phrase of one table of vocabulary/figures.toml, whole and in lower case."""
    return phrases_of(tuple(sorted(table(name))))


@cache
def phrases_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of these words or phrases, whole and in lower case; the longest that fits."""
    longest = sorted(words, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")


@cache
def table(name: str) -> frozenset[str]:
    """Words of one table of vocabulary/figures.toml."""
    return frozenset(load("figures")[name]["words"])
