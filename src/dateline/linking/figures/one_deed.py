"""Whether two numbers are of one deed, done to the same: they are of one fact, however long after they are told.

A bail that was paid, a fine, a theft or how many were on board does not change: a court report months later that
gives another figure disputes the first. It need not share its words or its week; it must tell of the same deed,
and of the same person, house or place, which either names near by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from dateline.linking.blocks import blocks
from dateline.linking.chronology import Chronology
from dateline.linking.figures.deeds import JOBS, Done, done, is_part, kind_of, stems_of, updated
from dateline.linking.figures.same_subject import (
    LOOKED_AT,
    MATTER_NAMES,
    Around,
    alike_in_meaning,
    asked,
    beside,
    holds,
    of_other_places,
    placed,
    same_people,
    tells_of_another,
)
from dateline.linking.figures.stated import TOLLS, WEEKDAY_STEMS, Figure
from dateline.linking.figures.units import SCORED, phrases
from dateline.linking.matters.rarity import is_telling
from dateline.linking.speech.spoken import stem, tokens

NEAR_DAYS = 7  # while it is news
LASTING_DAYS = 400  # a trial, an inquiry or an anniversary a year later tells of the same deed
NAMED_IN_BOTH = 2  # what a name in both sentences counts; one that stands near one of them, or a word, counts one
MOST = {"names": 2, "near": 3, "words": 3, "matter": 2}  # of each kind so many count
NEEDED = {  # for deeds done once, while it is news and later; and for others, which are too many for "later"
    (True, True): 3,
    (True, False): 3,
    (False, True): 4,
}
WORDS_NEAR = 2  # telling words that stand near both: they count for one
WORDS_ALONE = 3  # without any common name; of one matter, one less
NO_NAMES = WEEKDAY_STEMS | frozenset(
    stem(word)
    for word in (
        *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
        *("october", "november", "december", "in", "on", "at", "the"),
    )
)
BEFELL = TOLLS | {"held"}
OTHERWISE = ("rounds", "set_aside", "all")  # tables whose words make another count
GENERAL = frozenset(
    {"stake", "price", "cost", "bribe", "transfer", "earned", "lost", "raised"}
)  # told in words of any sum
MINORS = frozenset(
    {
        "children",
        "pupils",
        "schoolchildren",
        "boys",
        "girls",
        "babies",
        "infants",
        "toddlers",
        "minors",
        "newborns",
    }
)
PARTS = MINORS | {"women", "men", "crew", "crewmen", "foreigners", "nationals", "others", "survivors", "relatives"}
_AGO = re.compile(r"\b(?:a|one) (?:year|month|week|day) (?:ago|later|after|earlier|before|on)\b")
_MAY = re.compile(r"(?<=[a-z] )May\b")  # the month
CONTRARY = (  # what one of them befalls, the other does not
    *({"stolen", "found"}, {"destroyed", "cleared"}, {"transfer", "salary"}, {"price", "salary"}),
)
WHOLE = 100  # per cent
_TRADER = r"(?P<who>[A-Z][\w'’-]+)(?: [a-z]+){0,2}"
_BUYER = re.compile(rf"{_TRADER} (?:buys?|bought|acquires?|acquired|purchased|paid|pays)\b")
_SELLER = re.compile(rf"{_TRADER} (?:sells?|sold)\b")


def of_one_deed(
    stated: Sequence[Figure], around: Mapping[str, Around], order: Chronology, limit: int
) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of numbers of two reports that are of one deed."""
    found = [
        one
        for figure in stated
        if not (figure.corrected or figure.each or is_part(figure) or updated(figure)) and (one := done(figure))
    ]
    for block in blocks(found, lambda one: keys(one, around[one.figure.sentence.id]), limit):
        for one, other in block.pairs():
            if is_one(one, other, around, order):
                yield one.figure, other.figure


def keys(one: Done, near: Around) -> Iterator[str]:
    """The deeds with what is counted, and with a name near by."""
    for name in sorted(one.told):
        deed = "cut" if name == "dismissed" else name
        for word in sorted((near.wide - NO_NAMES) | one.figure.matter):
            yield f"{deed} {one.unit} {word}"


def is_one(one: Done, other: Done, around: Mapping[str, Around], order: Chronology) -> bool:
    """True if two numbers are of one deed, done to the same."""
    a, b = one.figure, other.figure
    apart = order.days_apart(a.sentence.report, b.sentence.report)
    if apart is None or a.sentence.report == b.sentence.report or not alike_told(one, other):
        return False
    news = apart <= NEAR_DAYS
    shared = [deed for deed in (one.nearest, other.nearest) if deed.name in one.told & other.told]
    once = all(deed.once for deed in shared)
    if apart > LASTING_DAYS or not (news or once) or of_other_year(a, b, order) or other_deed(a, b, news=news):
        return False
    ours, theirs = around[a.sentence.id], around[b.sentence.id]
    if (one.nearest.person or other.nearest.person) and two_persons(a, b, ours, theirs):
        return False
    return in_common(one, other, ours, theirs) >= NEEDED[once, news]


def alike_told(one: Done, other: Done) -> bool:
    """True if two numbers count the same, and the deed next to one of them is told near the other."""
    a, b = one.figure, other.figure
    common = one.told & other.told
    if one.unit == other.unit == JOBS and a.unit != b.unit:  # "430 jobs will go", "400 workers lose their posts"
        return True
    if one.unit != other.unit or common.isdisjoint({one.nearest.name, other.nearest.name}):
        return False
    if a.unit == "per cent" and a.low + b.low == WHOLE:  # what is sold, and what is kept
        return False
    if {one.nearest.name, other.nearest.name} in CONTRARY:
        return False
    if one.nearest.of in ("sum", "share") and of_two_purposes(one, other):
        return False
    return a.aspects == b.aspects if a.unit in SCORED else a.unit != "people" or same_group(a.named, b.named)


def of_two_purposes(one: Done, other: Done) -> bool:
    """True if one sum or share is of a fine, a debt or a vote, and the other of another, or of nothing like it."""
    ours, theirs = one.told - GENERAL, other.told - GENERAL
    return bool(ours or theirs) and ours.isdisjoint(theirs)


def of_two_deeds(a: Figure, b: Figure) -> bool:
    """True if what is told next to two numbers was done with others: some stolen, some found; a fee and a wage."""
    one, other = done(a), done(b)
    return one is not None and other is not None and {one.nearest.name, other.nearest.name} in CONTRARY


def same_group(ours: str, theirs: str) -> bool:
    """True if two nouns may be of the same people, and neither is only of a part of them."""
    either = {ours, theirs}
    return same_people(ours, theirs) and (len(either) == 1 or either.isdisjoint(PARTS) or either <= MINORS)


def of_other_year(a: Figure, b: Figure, order: Chronology) -> bool:
    """True if only one of two sentences names a year, and that is not the one in which either report came out."""
    published = {str(day.year) for f in (a, b) if (day := order.day(f.sentence.report))}
    years = a.setting.years ^ b.setting.years
    return not (a.setting.years and b.setting.years) and bool(years) and years.isdisjoint(published)


def other_deed(a: Figure, b: Figure, *, news: bool) -> bool:
    """True if two numbers are of two scopes, years, rounds or places; while it is news, of two days."""
    mine, yours = a.setting, b.setting
    if a.unit == "people" and (a.scope ^ b.scope) & BEFELL:
        return True
    if asks(a, b) or tells_of_another(a) != tells_of_another(b) or two_trades(a, b):
        return True
    said = [_AGO.sub("", f.sentence.words.text.casefold()) for f in (a, b)]
    if any(phrases("opinions").search(one) for one in said):
        return True
    if any(set(phrases(name).findall(said[0])) != set(phrases(name).findall(said[1])) for name in OTHERWISE):
        return True
    if holds(a) != holds(b) or apart(mine.years, yours.years) or apart(a.of, b.of) or of_other_places(a, b):
        return True
    return news and (
        mine.running or yours.running or apart(mine.days, yours.days) or apart(mine.hours, yours.hours)
    )


def asks(a: Figure, b: Figure) -> bool:
    """True if one of two numbers is only asked for or feared; of people and things, if not both are."""
    if kind_of(a) in ("thing", "people"):
        return hoped(a) != hoped(b)
    return asked(a) or asked(b)


def hoped(figure: Figure) -> bool:
    """True for a number that is only expected or thought possible."""
    said = _MAY.sub("", " ".join(beside(figure)[0].split()[-LOOKED_AT:])).casefold()
    return phrases("hoped").search(said) is not None


def two_trades(a: Figure, b: Figure) -> bool:
    """True if one sentence tells what somebody bought for a sum, and the other what he sold."""
    buyers, sellers = (
        [frozenset(match["who"] for match in pattern.finditer(f.sentence.words.text)) for f in (a, b)]
        for pattern in (_BUYER, _SELLER)
    )
    return not (buyers[0].isdisjoint(sellers[1]) and buyers[1].isdisjoint(sellers[0]))


def apart(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """True if both tell something, and nothing in common."""
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def two_persons(a: Figure, b: Figure, ours: Around, theirs: Around) -> bool:
    """True if two deeds that concern somebody name nobody in common: in the sentences, or near one of them."""
    mine, yours = (names(f) - f.counter - placed(f.sentence.words.text) for f in (a, b))
    if mine and yours:
        return mine.isdisjoint(yours)
    if not mine and not yours:
        return (ours.wide & theirs.wide) <= NO_NAMES
    return mine.isdisjoint(theirs.wide) and yours.isdisjoint(ours.wide)


def in_common(one: Done, other: Done, ours: Around, theirs: Around) -> int:
    """How much two sentences, and what stands around them, have in common beside the deed and what is counted."""
    a, b = one.figure, other.figure
    mine, yours = names(a), names(b)
    own = mine & yours
    near = (ours.wide & theirs.wide) - own - NO_NAMES
    told = stems_of(one.nearest.name) | stems_of(other.nearest.name) | own | near | NO_NAMES
    words = telling(a) & telling(b) - told
    day = bool(a.setting.days & b.setting.days)
    matter = min(len((ours.report & theirs.report) - NO_NAMES) // MATTER_NAMES, MOST["matter"])
    around = len((ours.words & theirs.words) - told - words) >= WORDS_NEAR
    if not own and not near and len(words) + matter < WORDS_ALONE:
        return 0
    return (
        NAMED_IN_BOTH * min(len(own), MOST["names"])
        + min(len(near), MOST["near"])
        + min(len(words), MOST["words"])
        + bool(day)
        + matter
        + around
        + bool(alike_in_meaning(a, b))
    )


def names(figure: Figure) -> frozenset[str]:
    """Stems of the names in the sentence of a number."""
    return figure.setting.names - NO_NAMES


def telling(figure: Figure) -> frozenset[str]:
    """Stems of the telling words of a number's sentence, without what is counted."""
    words = frozenset(stem(word) for word in tokens(figure.sentence.words.text) if is_telling(word))
    return words - {figure.unit, stem(figure.noun)}
