"""A number that a sentence states: what it counts, and what else the sentence is about.

Events carry the numbers of their acts. What a source says of a sum, or of how many were there, often stands with
no act at all: "each family will get 500 crowns", "there were 64 people on board".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.linking.acts.same_act import currencies
from dateline.linking.figures.units import phrases, table
from dateline.linking.matters.rarity import is_telling, rarities
from dateline.linking.speech.spoken import stem, tokens
from dateline.linking.speech.word_forms import ideas
from dateline.model import Sentence
from dateline.span import Words

NOTHING_SAID: frozenset[str] = frozenset()
WEEKDAY_STEMS = frozenset(
    map(stem, ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
)
DAY_STEMS = WEEKDAY_STEMS | frozenset(map(stem, ("said", "year", "people")))
SPELLS = frozenset(
    map(stem, ("seconds", "minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries"))
)
TOLLS = frozenset({"dead", "hurt", "missing", "ill", "saved"})
SETTLED = frozenset(  # aspects of sums and votes that do not change from day to day
    {"debt", "fine", "damages", "price", "cost", "ransom", "prize", "bail", "bribe", "theft", "margin"}
)
NO_THINGS = SPELLS | {  # there are many of these in any text
    *("people", "sum", "per cent", "age"),
    *map(
        stem, ("times", "countries", "states", "cities", "towns", "regions", "areas", "places", "parts", "groups")
    ),
}
_NAME = re.compile(r"(?<=[\w,] )[A-Z][\w-]+(?:['’]s)?")
_FIRST_WORD = re.compile(r"[A-Z][\w-]+(?:['’]s)?")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.,;:()“”]")
_SAID_ON = re.compile(  # a day on which something was only said
    r"\b(?:said|says|told|announced|declared|ruled|reported|published|confirmed|stated)(?: [^\W\d_]+){0,3}?"
    r" (?:on |late |early )*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?: (?:morning|afternoon|evening|night))?"
)
_YEAR = re.compile(r"\b(?:in|of|since|until) ((?:1[5-9]|20)\d\d)\b")
_PARTLY = re.compile(  # not all that is counted, or from some day on
    r"\bfrom (?:next |the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june"
    r"|july|august|september|october|november|december|week|month|year)\b|\bas of\b"
    r"|\b(?:with|after) (?!all\b|every\b)[^,.;]{1,50} (?:re)?(?:counted|reporting|declared|returned)\b"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the sentence of a number tells besides it."""

    names: frozenset[str]  # stems of its capitalised words
    days: frozenset[str]  # stems of the days of the week on which it says that something happened, not was said
    hours: frozenset[str]  # parts of the day
    years: frozenset[str]  # in figures, after "in"
    meanings: tuple[tuple[str, frozenset[str]], ...]  # its telling words by stem, with what ideas they stand for
    of_crowd: bool  # it tells of people who march, or are held
    running: bool  # of a count that is not finished, or of one hour
    fixed: bool  # of what does not grow from day to day


def setting_of(text: str) -> Setting:
    """What a sentence tells besides its numbers."""
    said, folded = tokens(text), text.casefold()
    done = tokens(_SAID_ON.sub(" ", text))
    lines = {stem(word): ideas(word) for word in said if is_telling(word)}
    return Setting(
        names=names_in(text),
        days=frozenset(map(stem, done)) & WEEKDAY_STEMS,
        hours=table("day_parts").intersection(done),
        years=frozenset(_YEAR.findall(text)),
        meanings=tuple((word, of) for word, of in sorted(lines.items()) if of),
        of_crowd=not table("crowd").isdisjoint(said),
        running=bool(phrases("running").search(folded) or _PARTLY.search(folded)),
        fixed=bool(phrases("fixed").search(folded)),
    )


@dataclass(frozen=True, slots=True)
class Figure:
    """One number in one sentence."""

    id: str
    sentence: Sentence
    words: Words
    low: float
    high: float | None
    unit: str  # currency, "people", "age", or the stem of the noun, or of the usual one for such things
    noun: str  # what is counted, as it is shown: the unit, or the noun as printed
    clause: str  # its sentence, without what is said beside it
    setting: Setting
    named: str = ""  # people: their name as printed; an age: whose
    matter: frozenset[str] = NOTHING_SAID  # stems of its sentence's words, and of what names the counted
    aspects: frozenset[str] = NOTHING_SAID  # of what a sum, a share or a measure is
    scope: frozenset[str] = NOTHING_SAID  # what befell those who are counted, and over how long
    counter: frozenset[str] = NOTHING_SAID  # stems of who counts; empty if nobody is named
    of: frozenset[str] = NOTHING_SAID  # stems of names between it and its noun: "11 Brazilian peacekeepers"
    each: bool = False  # it is said of each of many
    changed: bool = False  # the sentence says that the number changed
    part: bool = False  # a part, or the whole of which another number is a part: "71 of its 80 players"
    them: bool = False  # "14,000 of them", where no number of all of them was told before
    total: float = (
        0.0  # of the numbers joined to it, and its own: "120 passengers and 14 crew"; 0 if it stands alone
    )
    corrected: bool = False  # "71 people, not 64": the number that is said to be wrong
    recalls: str = ""  # id of the count before it that it says otherwise; empty if there is none

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
        crowds = self.setting.of_crowd and other.setting.of_crowd
        return held and crowds and {self.camp, other.camp} == {"authorities", "organisers"}

    @property
    def is_spell(self) -> bool:
        """True for how long something lasts."""
        return self.unit in SPELLS

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
        return self.setting.fixed or not self.aspects.isdisjoint(SETTLED)

    @property
    def money(self) -> bool:
        """True for a sum of money."""
        return self.unit in currencies()


def names_in(text: str) -> frozenset[str]:
    """Stems of the capitalised words of a text, but for the days of the week.

    The first word counts if English at large does not know it.
    """
    found = [match[0].casefold().replace("’", "'").removesuffix("'s") for match in _NAME.finditer(text)]
    if first := _FIRST_WORD.match(text):
        word = first[0].casefold().replace("’", "'").removesuffix("'s")
        found += [] if word in rarities() or word.removesuffix("s") in rarities() else [word]
    return frozenset(map(stem, found)) - DAY_STEMS
