"""What was done with what is counted: a bail, a fine, a theft, how many were on board.

The deeds stand in vocabulary/deeds.toml; the one told nearest to a number is its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from dateline.ids import content_id
from dateline.linking.figures.numerals import NUMBER
from dateline.linking.figures.same_subject import (
    LOOKED_AT,
    beside,
)
from dateline.linking.figures.stated import Figure
from dateline.linking.figures.units import LENGTHS, counted, of_itself, phrases, phrases_of
from dateline.linking.speech.spoken import stem
from dateline.vocabulary import load

AGES = 1000  # so many years are no spell of time, but the age of a find
PARTLY = 5  # words before and after a number that say that it is a part
JOBS = stem("jobs")
_TO = re.compile(r"[^,.;:]{0,25} to (?:just |only |about )?[^\W_]")  # "from nine years to seven": the first
_MORE = re.compile(r" more\b(?! than)")
_SINCE = re.compile(  # no time that a deed took
    r" [^\W\d_]+ (?:(?:ago|later|earlier|since|old)\b|(?:after|before)\b(?! (?:a|the|his|her|their)\b)"
    r"|on\b(?=\s?[:,.;]|$))"
)
_OF_VOTES = (
    r"(?:the |all |its |their )?(?:[a-z]+ )?"
    r"(?:votes?|voters?|seats|members|people|electorate|population|deputies)\b"
)
_SHARE = r"(?:\s?%|[ -]per ?cent)"
_STAKE = re.compile(  # "75 percent of a club", and not of the votes
    rf"{_SHARE} (?:stake|share|holding|interest|(?:in|of) (?!{_OF_VOTES}))"
)
_BACKING_BEFORE = re.compile(r"\b(?:by|with|to) (?:just |only |some |about |over |almost |nearly )?$")
_BACKING_AFTER = re.compile(rf"{_SHARE} (?:of |in favou?r\b|yes\b|voted\b|against\b)")
_VOLUME = re.compile(r"\s?(?:cubic|square)\b")
GROWING = frozenset({stem("cases"), stem("infections")})  # each day brings more


@dataclass(frozen=True, slots=True)
class Deed:
    """One kind of deed."""

    name: str
    of: str  # "sum", "share", "people", "thing", "time" or "length"
    once: bool  # to one person or thing it is done but once
    person: bool  # it concerns somebody, so that two persons make two of it
    words: tuple[str, ...]
    units: frozenset[str]  # of things: only these; all if there are none


@dataclass(frozen=True, slots=True)
class Done:
    """A number with the deeds that its sentence tells."""

    figure: Figure
    nearest: Deed
    told: frozenset[str]  # names of all deeds of its kind near it

    @property
    def unit(self) -> str:
        """What is counted: people who are dismissed are so many jobs."""
        return JOBS if self.nearest.name == "dismissed" else self.figure.unit

    @property
    def id(self) -> str:
        """Of its number."""
        return content_id("d", self.figure.id)


@cache
def deeds_of(kind: str) -> tuple[Deed, ...]:
    """The deeds that are told of sums, shares, people, things, times or lengths."""
    held = load("deeds")["deeds"].items()
    return tuple(
        Deed(
            *(name, kind, line["once"], line["person"], tuple(line["words"])),
            units=frozenset(counted(noun).key for noun in line.get("units", ())),
        )
        for name, line in held
        if line["of"] == kind
    )


@cache
def stems_of(name: str) -> frozenset[str]:
    """Stems of the words that tell of a deed: they are no further evidence."""
    words = load("deeds")["deeds"][name]["words"]
    return frozenset(stem(word) for phrase in words for word in phrase.split())


def kind_of(figure: Figure) -> str:
    """What is counted, as the deeds are sorted."""
    if figure.money or figure.unit == "sum":
        return "sum"
    if figure.unit == "per cent":
        return "share"
    if figure.unit == "people":
        return "people"
    if figure.is_spell:
        return "time"
    if not figure.is_thing or figure.unit in GROWING:
        return ""
    return "length" if figure.unit in LENGTHS and not _VOLUME.match(beside(figure)[1]) else "thing"


def done(figure: Figure) -> Done | None:
    """The number with its deeds; None if its sentence tells of none."""
    kind = kind_of(figure)
    known = [deed for deed in deeds_of(kind) if figure.unit in deed.units or not deed.units]
    if kind == "time" and figure.low >= AGES:
        return next(Done(figure, deed, frozenset({"age"})) for deed in known if deed.name == "age")
    if kind == "time" and _SINCE.match(beside(figure)[1]):
        return None
    text = figure.sentence.words.text
    start, end = (at - figure.sentence.words.start for at in (figure.words.start, figure.words.end))
    first, last = part_around(text, start, end)
    for begin, stop in ((first, last), (0, len(text))):
        found = sorted(nearest(text, begin, stop, start, end, known), key=lambda pair: (pair[0], pair[1].name))
        if found:
            return Done(figure, found[0][1], frozenset(deed.name for _, deed in found))
    return None


def part_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the part of a sentence around a number begins and ends: at the numbers before and after it."""
    others = [match.span() for match in NUMBER.finditer(text) if match.end() <= start or match.start() >= end]
    first = max((stop for _, stop in others if stop <= start), default=0)
    last = min((begin for begin, _ in others if begin >= end), default=len(text))
    return first, last


def nearest(
    text: str, first: int, last: int, start: int, end: int, known: Iterable[Deed]
) -> Iterator[tuple[int, Deed]]:
    """The deeds told in a part of a text, each with how many characters from the number."""
    said = text[first:last].casefold()
    if len(said) != last - first:
        return
    for deed in known:
        if not of_whole(deed, text, start, end):
            continue
        spans = [(first + match.start(), first + match.end()) for match in phrases_of(deed.words).finditer(said)]
        if spans:
            yield min(max(begin - end, start - stop, 0) for begin, stop in spans), deed


def of_whole(deed: Deed, text: str, start: int, end: int) -> bool:
    """True if a share can be of what the deed is done with: a stake of a house, a vote of those who vote."""
    if deed.name == "stake":
        return _STAKE.match(text, end) is not None
    if deed.name == "backing":
        return bool(_BACKING_BEFORE.search(text[:start]) or _BACKING_AFTER.match(text, end))
    return True


def is_part(figure: Figure) -> bool:
    """True for a part of what is counted: one payment of several, some of the loot."""
    before, after = beside(figure)
    near = " ".join((*before.split()[-PARTLY:], figure.words.text, *of_itself(after).split()[:PARTLY]))
    return (figure.part and not figure.them) or phrases("partial").search(near.casefold()) is not None


def updated(figure: Figure) -> bool:
    """True for a number that is said to be brought up to date, or to come on top of another."""
    before, after = beside(figure)
    said = " ".join(before.split()[-LOOKED_AT:]).casefold()
    if (figure.unit != "per cent" and _MORE.match(after)) or (before.endswith("from ") and _TO.match(after)):
        return True
    return phrases("updated").search(said) is not None
