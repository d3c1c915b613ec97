"""Whether two numbers of two reports count the same: the same people or things, of one act or state.

Names, words and days that two sentences share tell it, and words that stand for one idea ("bought", "the price");
so do what befell those who are counted, and what a sum is of. What only stands near a number counts less.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dateline.linking.figures.bare import approximated
from dateline.linking.figures.stated import DAY_STEMS, WEEKDAY_STEMS, Figure, Setting, names_in
from dateline.linking.figures.units import LENGTHS, SCOPED, phrases, table
from dateline.linking.matters.rarity import is_telling
from dateline.linking.speech.spoken import stem, tokens
from dateline.model import Sentence
from dateline.vocabulary import load

LOOKED_AT = 8  # words before a number that say that it was asked for, or brought up to date
ROOM_FOR = 5  # words before a number of guests that say how many there may be
GUESTS = frozenset(
    {
        "spectators",
        "fans",
        "passengers",
        "visitors",
        "guests",
        "concertgoers",
        "viewers",
        "people",
        "souls",
        "persons",
    }
)
MATTER_NAMES = 3  # that two reports on one matter share: a town, who acted, who speaks
WIDE = 3  # sentences before a number in which the house is named that is meant by "there"
CROWD = 2  # of: a word, the day of the week, a name near by; the camps themselves say that it is disputed
SHARED = 3  # of: words, names, the day, what befell them, what it is of, the things themselves
HAD = 2  # more of these, where one number is of what somebody has, and the other of what befell some of it
NAMES = 2  # at most so many names count: who and where
BOUND = frozenset({*SCOPED, "charged", "banned", "freed", "staff"})  # scopes that tell of an act or a state
PERSONAL = frozenset(
    {"fine", "damages", "bail", "bribe", "theft", "wage", "pension", "debt", "loss", "profit"}
)  # of someone
_PLACE_BEFORE = re.compile(r"\b[Ii]n (?:the )?(?P<name>[A-Z][\w-]+),? (?:some |about |only )?$")
_MAY = re.compile(r"(?<=[a-z] )May\b")  # the month
_SOMEBODY_WHO = re.compile(  # "the nurse who assisted X", "the printer of X's novel"
    r"^(?:The|A|An|His|Her|Another|One) [a-z-]+(?: [a-z-]+){0,2} "
    r"(?:who [a-z]+ (?:the [a-z]+ )?[A-Z]|of (?:[A-Z][\w-]+ ?){1,3}['’]s )"
)
_PIECE = re.compile(r"[,.;:]|\d|\band\b|\bwhen\b")
_PLACED = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]f|[Ff]rom|[Oo]utside) (?:the )?"
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"(?P<name>[A-Z][\w-]+)"
)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the sentence of a number."""

    names: frozenset[str]  # stems, in it and in the sentences before and after it
    wide: frozenset[str]  # and in the two before those
    words: frozenset[str]  # stems of telling words in it and in the sentences before and after it
    report: frozenset[str]  # stems of all the names of its report


def named_around(sentences: Iterable[Sentence]) -> dict[str, Around]:
    """What stands around each sentence."""
    held: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        held[sentence.report].append(sentence)
    found: dict[str, Around] = {}
    for of_report in held.values():
        of_report.sort(key=lambda s: s.words.start)
        names = [names_in(sentence.words.text) for sentence in of_report]
        words = [frozenset(stem(w) for w in tokens(s.words.text) if is_telling(w)) for s in of_report]
        everywhere = frozenset().union(*names)
        for at, sentence in enumerate(of_report):
            found[sentence.id] = Around(
                names=frozenset().union(*names[max(0, at - 1) : at + 2]),
                wide=frozenset().union(*names[max(0, at - WIDE) : at + 2]),
                words=frozenset().union(*words[max(0, at - 1) : at + 2]),
                report=everywhere,
            )
    return found


def on_one_matter(a: Figure, b: Figure, ours: Around, theirs: Around) -> bool:
    """True if two sentences share enough with each other and with what stands around them."""
    common = (a.matter & b.matter) - DAY_STEMS
    names = (ours.names & theirs.names) | (common & a.setting.names & b.setting.names)
    if "staff" in a.scope:  # who is employed is told of one house, named some sentences before
        return bool(ours.wide & theirs.wide)
    near = len(names) + len((ours.words & theirs.words) - names)
    if a.is_fixed and b.is_fixed and a.is_thing and names and near > SHARED:  # "the notes speak of 83,000 tins"
        return True
    words = common - names
    core = (
        len(words) + bool(alike_in_meaning(a, b)) + bool(a.scope & b.scope & BOUND) + bool(a.aspects & b.aspects)
    )
    day = bool(a.matter & b.matter & WEEKDAY_STEMS)  # the same one, for the reports are of near days
    lasts = a.is_spell and a.scope.isdisjoint({"charged", "banned"})
    if lasts or (a.unit in LENGTHS and not (a.aspects & b.aspects) - {"distance"}):  # there are many in any text
        return len(words) >= SHARED and day
    if a.unit == "per cent" and not a.aspects & b.aspects:
        return len(names) >= NAMES and (day or len(words) >= SHARED)
    if a.grows and b.grows and not (a.setting.names & b.setting.names or day):  # each town counts its own
        return False
    if not (words or day or a.aspects & b.aspects or a.is_thing or alike_in_meaning(a, b)):
        return False
    known = bool(names) or len(words) >= SHARED - 1
    total = core + min(len(names), NAMES) + day + a.is_thing + (len(a.aspects) == 1 and a.aspects == b.aspects)
    only_one_has = a.is_thing and has(a) != has(b)
    return known and total >= SHARED + (core == 0) + HAD * only_one_has


def has(figure: Figure) -> bool:
    """True if a number is of what somebody has at all times: "the airline has 60 planes"."""
    before = figure.sentence.words.text[: figure.words.start - figure.sentence.words.start].casefold()
    return any(f"{approximated(before).rstrip()} ".endswith(f" {verb} ") for verb in table("having"))


def of_other_things(a: Figure, b: Figure, ours: Around, theirs: Around) -> bool:
    """True if two numbers are of other people, of sums for other things, of one person each, or of no fact."""
    other_sums = bool(a.aspects and b.aspects) and a.aspects.isdisjoint(b.aspects)
    other_time = at_other_times(a.setting, b.setting) or of_other_places(a, b)
    beside = tells_of_another(a) != tells_of_another(b)
    planned = a.money and asked(a) != asked(b)
    return (
        other_sums
        or planned
        or holds(a)
        or holds(b)
        or (bool(a.of and b.of) and a.of.isdisjoint(b.of))
        or other_time
        or beside
        or not same_people(a.named, b.named)
        or of_two_persons(a, b, ours, theirs)
    )


def at_other_times(a: Setting, b: Setting) -> bool:
    """True if two sentences tell of two days, parts of a day or years, or one of a count that is not finished."""
    pairs = ((a.days, b.days), (a.hours, b.hours))
    if a.running or b.running or a.years != b.years:
        return True
    return any(ours and theirs and ours.isdisjoint(theirs) for ours, theirs in pairs)


def of_other_places(a: Figure, b: Figure) -> bool:
    """True if two numbers are each of a place of its own: "900 in Selm"."""
    here, there = (place_by(f) for f in (a, b))
    return bool(here and there) and here.isdisjoint(there)


def place_by(figure: Figure) -> frozenset[str]:
    """Stems of the place that stands right before a number, or after it and its noun."""
    text, start = figure.sentence.words.text, figure.sentence.words.start
    if before := _PLACE_BEFORE.search(text[: figure.words.start - start]):
        return frozenset({stem(before["name"].casefold())})
    rest = text[figure.words.end - start :]
    end = _PIECE.search(rest)
    return placed(rest[: end.start()] if end else rest)


def asked(figure: Figure) -> bool:
    """True for a number that is only asked for, offered or feared."""
    said = _MAY.sub("", " ".join(beside(figure)[0].split()[-LOOKED_AT:])).casefold()
    return phrases("asked").search(said) is not None


def beside(figure: Figure) -> tuple[str, str]:
    """What its sentence says before a number, and after it."""
    text, start = figure.sentence.words.text, figure.sentence.words.start
    return text[: figure.words.start - start], text[figure.words.end - start :]


def holds(figure: Figure) -> bool:
    """True for how many guests a place has room for, or may let in: "the stadium holds 20,000 spectators"."""
    said = " ".join(beside(figure)[0].split()[-ROOM_FOR:]).casefold()
    return figure.named in GUESTS and phrases("capacity").search(said) is not None


def tells_of_another(figure: Figure) -> bool:
    """True if a sentence tells of somebody beside the one who is named: "her rival", "the nurse who helped X"."""
    at = figure.clause.find(figure.words.text)
    before = figure.clause[: max(0, at)].casefold()
    return bool(phrases("beside").search(before) or _SOMEBODY_WHO.match(figure.sentence.words.text))


def alike_in_meaning(a: Figure, b: Figure) -> bool:
    """True if some word of one sentence and another of the other stand for one idea."""
    ours, theirs = dict(a.setting.meanings), dict(b.setting.meanings)
    mine = {line for word, lines in ours.items() if word not in theirs for line in lines}
    return any(not mine.isdisjoint(lines) for word, lines in theirs.items() if word not in ours)


def same_people(ours: str, theirs: str) -> bool:
    """True if two nouns may be of the same people: one is general, or both stand on one line."""
    either = {ours, theirs}
    if len(either) == 1 or not either.isdisjoint(table("general") | {""}):
        return True
    return any(either <= line for line in alike_people())


@cache
def alike_people() -> tuple[frozenset[str], ...]:
    """Names that reports may give to the same people."""
    return tuple(frozenset(line) for line in load("figures")["same_people"]["words"])


def of_two_persons(a: Figure, b: Figure, ours: Around, theirs: Around) -> bool:
    """True if two sums, or terms, that concern one person each name none in common."""
    if not (a.aspects & PERSONAL or ({"charged", "banned"} & a.scope and a.is_spell)):
        return False
    persons = [f.setting.names - f.counter - placed(f.sentence.words.text) for f in (a, b)]
    near = [around.wide for around in (ours, theirs)]
    return bool(persons[0] and persons[1]) and persons[0].isdisjoint(near[1]) and persons[1].isdisjoint(near[0])


def placed(text: str) -> frozenset[str]:
    """Stems of the names that follow "in" or "at"."""
    return frozenset(stem(match["name"].casefold()) for match in _PLACED.finditer(text))


def of_one_crowd(a: Figure, b: Figure, named: bool) -> bool:
    """True if two counts of marchers, or of those held, by two camps are of one crowd.

    `named`: some name stands near both.
    """
    camps = frozenset(map(stem, table("authorities") | table("organisers") | table("crowd") | table("people")))
    common = {word for word in (a.matter & b.matter) - DAY_STEMS - camps if is_telling(word)}
    days = [figure.matter & WEEKDAY_STEMS for figure in (a, b)]
    if all(days) and days[0].isdisjoint(days[1]):
        return False
    return len(common) + all(days) + named >= CROWD
