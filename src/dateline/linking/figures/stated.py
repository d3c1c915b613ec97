"""A number that a sentence states: what it counts, and what else the sentence is about.

Events carry the numbers of their acts. What a source says of a sum, or of how many were there, often stands with
no act at all: "each family will get 500 crowns", "there were 64 people on board".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from text_to_num import text2num

from dateline.ids import content_id
from dateline.linking.acts.same_act import currencies
from dateline.linking.figures.units import NOTHING, SCALES, counted, phrases, table, unit_of
from dateline.linking.matters.rarity import rarities
from dateline.linking.speech.spoken import content, stem, tokens
from dateline.model import Sentence
from dateline.span import Words

ABOUT = 0.1  # "around 50,000" is read as within a tenth: journalists round to one or two figures
BEFORE = 20  # characters before a number in which its approximator stands
CORRECTION = 60  # characters before a number in which the right one stands: "71 people, not 64"
_SPELT = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|one(?= (?:day|week|month|year)['’]s )|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
)
_NUMBER = re.compile(
    rf"(?<![\w.,:/-])(?P<sign>[$€£]?)(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}}(?:\.\d{{1,3}})?|{_SPELT})"
    rf"(?:[ -](?P<scale>{'|'.join(SCALES)})\b)?(?![\w:/-]|[.,]\d)",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[\w,] )[A-Z][\w-]+(?:['’]s)?")
_FIRST_WORD = re.compile(r"[A-Z][\w-]+(?:['’]s)?")
_RELATIVE = re.compile(
    r"[;:] |,? (?:in |of |from |at )?(?:which|where) "
)  # what is said of a thing beside what is counted
_LEVELS = re.compile(  # "from nine years to seven": the second is the one that holds
    rf"\bfrom (?:\d+|{_SPELT}) (?P<noun>[^\W\d_]+s) to (?P<last>\d+|{_SPELT})\b(?! [^\W\d_]*s\b)", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.,;:()“”]")
_OF_WHOLE = re.compile(r" of (?:its|the|their|his|her|all) $|\d of $| out of $")
WEEKDAY_STEMS = frozenset(
    map(stem, ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
)
DAY_STEMS = WEEKDAY_STEMS | frozenset(map(stem, ("said", "year", "people")))
TOLLS = frozenset({"dead", "hurt", "missing", "ill", "saved"})
NO_THINGS = frozenset(
    {"people", "sum", "per cent", *map(stem, ("days", "weeks", "months", "years", "hours", "times"))}
)
SCOPES = ("dead", "hurt", "held", "charged", "freed", "missing", "saved", "ill", "whole", "wanted", "staff")
_WOULD_COST = re.compile(
    r"\bwould(?= (?:owe|cost|have to pay|amount)\b)"
)  # what is due, and not what is hoped for
_CORRECTED = re.compile(r"\d [^\W\d_]+(?: [^\W\d_]+)?,? (?:and )?not (?:the )?$")


@dataclass(frozen=True, slots=True)
class Figure:
    """One number in one sentence."""

    id: str
    sentence: Sentence
    words: Words
    low: float
    high: float | None
    unit: str  # currency, "people", or the stem of the noun, or of the usual one for such things
    noun: str  # what is counted, as it is shown: the unit, or the noun as printed
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
        """Who counts, as the nearest word says: "authorities" or "organisers"; empty if none does."""
        at = self.words.start - self.sentence.words.start
        found = [
            (abs(match.start() - at), camp)
            for match in _WORD.finditer(self.sentence.words.text)
            for camp in ("authorities", "organisers")
            if match[0].casefold().removesuffix("'s").removesuffix("’s") in table(camp)
        ]
        return min(found)[1] if found else ""

    def disputes(self, other: Figure) -> bool:
        """True if two counts of a crowd, or of those held, come from the authorities and from the other camp."""
        held = ("held" in self.scope) == ("held" in other.scope)
        return (
            held and self.of_crowd and other.of_crowd and {self.camp, other.camp} == {"authorities", "organisers"}
        )

    @property
    def purpose(self) -> frozenset[str]:
        """What a sum of money is for."""
        return (
            table("purpose").intersection(tokens(self.clause)) if self.money or self.unit == "sum" else frozenset()
        )

    @property
    def is_thing(self) -> bool:
        """True for things with a name: no people, no money, no share, no spell of time."""
        return not self.money and self.unit not in NO_THINGS

    @property
    def grows(self) -> bool:
        """True for a number that rises while it is news: of victims, of what burns or is under water."""
        return not self.scope.isdisjoint(TOLLS) or phrases("growing").search(self.clause.casefold()) is not None

    @property
    def is_fixed(self) -> bool:
        """True for a number of what does not grow from day to day."""
        return phrases("fixed").search(self.sentence.words.text.casefold()) is not None

    @property
    def names(self) -> frozenset[str]:
        """Stems of the capitalised words of its sentence."""
        return names_in(self.sentence.words.text)

    @property
    def scope(self) -> frozenset[str]:
        """What befell those who are counted, and over how long: counts of other scope count other things."""
        said = _WOULD_COST.sub("", self.clause.casefold())
        return frozenset(name for name in SCOPES if phrases(name).search(said))

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
    unit_before = NOTHING
    for match in _NUMBER.finditer(text):
        last = bool(levels and levels.start("last") == match.start())
        unit = counted(levels["noun"]) if levels and last else unit_of(text, match)
        clause = clause_around(text, match.start())
        wrong = bool(_CORRECTED.search(text[max(0, match.start() - CORRECTION) : match.start()]))
        unit = unit_before if wrong else unit
        if not unit.key:
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
            unit=unit.key,
            noun=unit.noun,
            matter=frozenset(
                w for w in matter if not w[0].isdigit() and w not in (unit.key, stem(unit.noun), *SCALES)
            ),
            each=each,
            changed=not last and not table("changed").isdisjoint(tokens(clause)),
            part=bool(_OF_WHOLE.search(text[: match.start()])),
            corrected=wrong,
            clause=clause,
        )


def clause_around(text: str, at: int) -> str:
    """The part of a sentence around a place in it, up to semicolons and to what "which" and "where" begin."""
    found = list(_RELATIVE.finditer(text))
    begun = {match.end() for match in found if match[0][0] not in ";:"}
    cuts = [0, *(cut for match in found for cut in match.span()), len(text)]
    start, end = next((start, end) for start, end in pairwise(cuts) if at < end)
    comma = text.find(", ", at, end) if start in begun else -1  # "which employs 340 people, makes half of ..."
    return text[start : comma if comma > 0 else end]


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
