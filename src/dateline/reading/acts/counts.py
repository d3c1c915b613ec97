"""Stated numbers as intervals: "tens of thousands of protesters" is [20,000, 99,999] protesters.

Plural numerals stand for at least two of their unit and less than the next larger unit; a dozen is 12, a score 20.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan
from text_to_num import text2num

from dateline.model import Count
from dateline.reading.parsed import Parse
from dateline.span import Span

ABOUT = 0.10  # "around 50,000" is read as within a tenth: journalists round to one or two figures

_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
}
_PLURALS = {
    "dozens": (24.0, 99.0), "scores": (40.0, 99.0), "hundreds": (200.0, 999.0), "thousands": (2_000.0, 9_999.0),
    "millions": (2e6, 999_999_999.0), "billions": (2e9, 999_999_999_999.0),
}  # fmt: skip
_OF_PLURALS = {
    ("tens", "thousands"): (20_000.0, 99_999.0), ("hundreds", "thousands"): (200_000.0, 999_999.0),
    ("tens", "millions"): (2e7, 99_999_999.0), ("hundreds", "millions"): (2e8, 999_999_999.0),
    ("dozens", "thousands"): (24_000.0, 99_999.0), ("scores", "thousands"): (40_000.0, 99_999.0),
}  # fmt: skip
_ABOUT = frozenset({"around", "about", "some", "roughly", "approximately", "circa", "estimated", "approx", "or"})
_NEARLY = frozenset({"nearly", "almost"})
_PUTTING = frozenset(
    {"put", "estimate", "bring", "raise", "take", "rise", "climb"}
)  # a number at a figure, or to it
_SUMS = frozenset({"number", "toll", "total", "count", "figure", "tally"})
_WORDS_BEFORE = 4  # "an estimated", "no fewer than", "at least"
_UNITS_OF_TIME = frozenset(
    {
        "year",
        "day",
        "month",
        "week",
        "hour",
        "minute",
        "second",
        "decade",
        "century",
        "o'clock",
        "am",
        "pm",
        "night",
        "time",
        "%",
        "percent",
        "per",
        "cent",
    }
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a sentence: its tokens [first, last] in the Doc, and the noun that it counts."""

    first: int
    last: int
    low: float
    high: float | None
    approximate: bool
    noun: Token | None


def numbers_in(parse: Parse, sentence: DocSpan, taken: Iterable[Span]) -> list[Number]:
    """Counts of things in one sentence, in text order; none inside a time expression (`taken`), none of time."""
    times = list(taken)
    doc = parse.doc
    found: list[Number] = []
    at = sentence.start
    while at < sentence.end:
        read = plural_at(sentence, at) or cardinal_at(sentence, at)
        if read is None:
            at += 1
            continue
        last, low, high = read
        noun = counted(doc[at], doc[last]) or put_at(doc[last])
        here = Span(parse.offset + doc[at].idx, parse.offset + doc[last].idx + len(doc[last]))
        if usable(doc[last], noun, sentence) and not any(time.touches(here) for time in times):
            first, least, most, approximate = with_approximator(doc, sentence.start, at, low, high)
            found.append(Number(first, last, least, most, approximate or most != least, noun))
        at = last + 1
    return found


def plural_at(sentence: DocSpan, at: int) -> tuple[int, float, float] | None:
    """A plural numeral ("tens of thousands", "hundreds") at a token of the Doc: its last token, low, high."""
    doc = sentence.doc
    word = doc[at].lower_
    if at + 2 < sentence.end and doc[at + 1].lower_ == "of":
        pair = _OF_PLURALS.get((word, doc[at + 2].lower_))
        if pair is not None:
            return at + 2, *pair
    bounds = _PLURALS.get(word)
    return (at, *bounds) if bounds is not None and doc[at].pos_ in {"NOUN", "NUM"} else None


def cardinal_at(sentence: DocSpan, at: int) -> tuple[int, float, float] | None:
    """A cardinal ("40,000", "two dozen", "several hundred") at a token of the Doc: its last token, low, high."""
    doc = sentence.doc
    if doc[at].lower_ == "several" and at + 1 < sentence.end and doc[at + 1].lower_ in _SCALES:
        scale = _SCALES[doc[at + 1].lower_]
        return at + 1, 2 * scale, 9 * scale
    value = value_of(doc[at])
    if value is None:
        return None
    last = at
    if last + 2 < sentence.end and doc[last + 1].text == "-" and spelt(doc[last + 2]):  # "twenty-one"
        value += value_of(doc[last + 2]) or 0.0
        last += 2
    while last + 1 < sentence.end:
        scale_word = _SCALES.get(doc[last + 1].lower_)
        if scale_word is not None:
            value *= scale_word
            last += 1
        elif doc[last + 1].lower_ == "and" and last + 2 < sentence.end and value >= 100 and spelt(doc[last + 2]):
            value += value_of(doc[last + 2]) or 0.0
            last += 2
        elif value >= 100 and spelt(doc[last]) and spelt(doc[last + 1]):
            value += value_of(doc[last + 1]) or 0.0
            last += 1
        else:
            break
    return last, value, value


def spelt(token: Token) -> bool:
    """True for a number word in letters."""
    return token.is_alpha and token.pos_ == "NUM"


def value_of(token: Token) -> float | None:
    """The value of a cardinal token; None for ordinals, mixed tokens and everything else."""
    text = token.lower_
    if _FIGURE.fullmatch(text):
        return float(text.replace(",", ""))
    if token.pos_ != "NUM" or not text.replace("-", "").isalpha():
        return None
    if text in _SCALES:
        return _SCALES[text]
    try:
        return float(text2num(text, "en"))
    except ValueError:
        return None


def counted(first: Token, last: Token) -> Token | None:
    """The noun that a number counts: "people" of "tens of thousands of people"; None for a bare number."""
    here = last
    for _ in range(3):  # number, its multiple, its noun
        below = next((c for c in here.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        if below is not None:
            return next((c for c in below.children if c.dep_ == "pobj"), None)
        if here.dep_ in {"nummod", "quantmod", "compound", "amod", "nmod"} and here.head.i >= first.i:
            here = here.head
            if here.pos_ in {"NOUN", "PROPN", "ADJ"}:
                return here
            continue
        return None
    return None


def put_at(number: Token) -> Token | None:
    """Those whose number is put at a figure: the members of "put the number of members held at 31"."""
    if number.dep_ != "pobj" or number.head.lower_ not in {"at", "to"}:
        return None
    for verb in number.head.ancestors:
        if verb.lemma_ in _PUTTING:
            sums = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass", "nsubj"} and c.lemma_ in _SUMS]
            below = [c for noun in sums for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"]
            return next((c for prep in below for c in prep.children if c.dep_ in {"pobj", "pcomp"}), None)
    return None


def usable(last: Token, noun: Token | None, sentence: DocSpan) -> bool:
    """False for a number that counts no things: an age, a share, a clock time, a number in a name."""
    if noun is None:
        return (
            last.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "appos"}
            and last.i + 1 < sentence.end
            and (last.dep_ != "pobj" or last.head.lower_ in {"of", "by"})
            and last.doc[last.i + 1].lower_ not in {"%", ":", "/", "-", ")"}
        )
    if noun.lemma_.lower() in _UNITS_OF_TIME or noun.lower_.startswith("year-old"):
        return False
    after = last.doc[last.i + 1].lower_ if last.i + 1 < len(last.doc) else ""
    return after not in {"%", ":", "/"} and not after.startswith("-") and noun.pos_ != "PROPN"


def with_approximator(
    doc: Doc, start: int, at: int, low: float, high: float
) -> tuple[int, float, float | None, bool]:
    """What stands before a number widens it: first token, low, high, and whether it is approximate."""
    before = [doc[i].lower_ for i in range(max(start, at - _WORDS_BEFORE), at)]
    last2, last3 = before[-2:], before[-3:]
    if last2 in (["at", "least"], ["more", "than"]):
        return at - 2, low, None, True
    if last3 in (["no", "fewer", "than"], ["no", "less", "than"], ["not", "less", "than"]):
        return at - 3, low, None, True
    if last2 in (["fewer", "than"], ["less", "than"], ["at", "most"], ["up", "to"]):
        return at - 2, 0.0, high, True
    if last3 == ["as", "many", "as"]:
        return at - 3, 0.0, high, True
    if last2 == ["close", "to"]:
        return at - 2, low * (1 - ABOUT), high, True
    word = before[-1] if before else ""
    if word in {"over", "above"} and doc[at - 1].dep_ in {"quantmod", "advmod", "amod"}:
        return at - 1, low, None, True
    if word in _ABOUT - {"or"} and low == high:
        return at - 1, round(low * (1 - ABOUT), 2), round(high * (1 + ABOUT), 2), True
    if word in _NEARLY:
        return at - 1, round(low * (1 - ABOUT), 2), high, True
    if word in {"several", "many"}:
        return at - 1, low, high, True
    return at, low, high, False


def record(parse: Parse, number: Number) -> Count:
    """A number as the record's field: the words run from the approximator to the last figure."""
    doc = parse.doc
    first, last = doc[number.first], doc[number.last]
    unit = number.noun.lemma_.lower() if number.noun is not None else ""
    return Count(parse.slice(first.idx, last.idx + len(last)), number.low, number.high, number.approximate, unit)


def counts_for(numbers: list[Number], trigger: Token, arguments: set[int]) -> list[Number]:
    """Those numbers that count the act itself ("40 arrests") or one of its arguments, by position in the Doc."""
    return [n for n in numbers if counts_one(n, trigger, arguments)]


def counts_one(number: Number, trigger: Token, arguments: set[int]) -> bool:
    """True if a number's noun, or the number itself, is the trigger or an argument."""
    spots = set(range(number.first, number.last + 1))
    if number.noun is not None:
        spots.add(number.noun.i)
    return trigger.i in spots or bool(spots & arguments)
