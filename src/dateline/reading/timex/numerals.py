"""First pass: numbers in words, mixed numbers, and years that are spelled out.

Cardinals are read by text2num; what it does not read (a hundred, a dozen, two and a half) is put together here.
"""

from __future__ import annotations

from fractions import Fraction

from text_to_num import text2num

from dateline.reading.timex import periods
from dateline.reading.timex.cascade import Item, Match, Rule
from dateline.reading.timex.lexicon import tables
from dateline.reading.timex.meaning import Amount, Fixed

_FRACTIONS = {"1/2": Fraction(1, 2), "½": Fraction(1, 2), "1/4": Fraction(1, 4), "¼": Fraction(1, 4),
              "3/4": Fraction(3, 4), "¾": Fraction(3, 4)}  # fmt: skip
_CENTURIES = {"eighteen": 18, "nineteen": 19, "twenty": 20}  # how spoken years begin
_TENS = range(10, 100)


def number_of(item: Item) -> Fraction | None:
    """The value of a NUMBER item; None for an unknown amount."""
    if isinstance(item.meaning, Amount):
        return item.meaning.count
    return Fraction(item.text.replace(",", ""))


def _words(match: Match) -> list[str]:
    return [item.text.lower() for item in match.all() if item.text.isalpha() and item.text.lower() != "and"]


def cardinal(words: list[str]) -> int | None:
    """The value of a run of number words; None if it is no number ("two three")."""
    if words[0] == "a" or words[0] in tables()["SCALE"]:
        words = ["one", *words[words[0] == "a" :]]
    try:
        return int(text2num(" ".join(words), "en"))
    except ValueError:
        return None


def _in_words(match: Match) -> Amount | None:
    count = cardinal(_words(match))
    return None if count is None else Amount(Fraction(count))


def _spelled_year(match: Match) -> Fixed | None:
    first, *rest = _words(match)
    if first not in _CENTURIES or not rest:
        return None
    tens = cardinal(rest)
    if tens is None or tens not in _TENS:
        return None
    year = periods.year(100 * _CENTURIES[first] + tens)
    return Fixed(year) if year else None


def _with_half(match: Match) -> Amount | None:
    item = match.one("n")
    whole = int(item.text) if item.text.isdigit() else cardinal([item.text.lower()])
    return None if whole is None else Amount(whole + Fraction(1, 2))


def _with_fraction(match: Match) -> Amount:
    part = _FRACTIONS[match.word("part")]
    return Amount(Fraction(match.word("n").replace(",", "") or 0) + part)


def _large(match: Match) -> Amount | None:
    """2 million: digits and a word."""
    scale = cardinal([match.word("scale")])
    count = number_of(match.one("n"))
    return None if scale is None or count is None else Amount(count * scale)


RULES = (
    Rule("number in words", "NUMWORD ((HYPHEN | AND)? (NUMWORD | SCALE))*", _in_words),
    Rule("number in words", "AN SCALE (AND? (NUMWORD | SCALE))*", _in_words),
    Rule("year in words", "NUMWORD NUMWORD (HYPHEN? NUMWORD)?", _spelled_year),
    Rule("number and a half", "(?P<n>NUMWORD | DAY) AND AN HALF", _with_half),
    Rule("number with a fraction", "(?P<n>DAY | INT)? AND? (?P<part>FRACTION)", _with_fraction),
    Rule("number and a scale", "(?P<n>DAY | INT | DECIMAL) (?P<scale>SCALE)", _large),
    Rule("a couple", "AN? (COUPLE | PAIR) OF?", lambda match: Amount(Fraction(2))),
    Rule("a dozen", "AN? DOZEN", lambda match: Amount(Fraction(12))),
    Rule("unknown number", "AN? FEW | SCORES OF", lambda match: Amount(None)),
)
