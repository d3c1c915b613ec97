"""Whether two printed names may be one organisation's or one place's.

Names of bodies are compared by meaning: all words in one language, a country by its stem, in any order, without
legal forms and small words. An acronym is its words' first letters. Another number, branch or town: another body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from dateline.linking.coding.gazetteer import gazetteer
from dateline.linking.names.latin import latin
from dateline.linking.names.sounds import sounds_alike
from dateline.reading.names.lexicon import lexicon
from dateline.reading.names.spelling import fold
from dateline.vocabulary import load

_BRACKETS = re.compile(r"\s*\(([^)]*)\)\s*")
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[a-z])")  # a line's hyphen inside a word
_ENDINGS = (
    "isches",
    "ischer",
    "ische",
    "ians",
    "ian",
    "iya",
    "ese",
    "ish",
    "ien",
    "ans",
    "ia",
    "ii",
    "an",
    "yi",
    "i",
    "n",
    "a",
    "e",
    "s",
    "o",
)
_STEM = 4  # letters that a stem has at least
_ACRONYM = range(2, 8)  # letters
_ALIKE = 5  # letters of a word from which another spelling may be meant
_SAINT = re.compile(r"\b(?:st\.?|ste\.?|sankt|sint|san|santa)\s", re.IGNORECASE)


def same_organisation(a: str, b: str, kind_a: str = "", kind_b: str = "") -> bool:
    """True if two printed names may be one body's.

    What reports say of the two ("a trade union", "a body of universities") parts an acronym from a name that it
    fits by chance.
    """
    if any(same_plain(x, y) for x in aliases(a) for y in aliases(b)):
        clash = a.isupper() != b.isupper() and bool(kind_a and kind_b)
        return not clash or bool(set(meanings(f"{a} {kind_a}")) & set(meanings(f"{b} {kind_b}")))
    return False


def aliases(name: str) -> list[str]:
    """A name without brackets, and what stands in them, where that is another name: "Green Party (PVL)"."""
    inner = [text for text in _BRACKETS.findall(name) if text.isupper() and " " not in text]
    return [_BRACKETS.sub(" ", name) if inner else name, *inner]


def same_plain(a: str, b: str) -> bool:
    """True if two names without brackets are one body's."""
    one, two = known(a), known(b)
    if one and two:
        return one == two
    a, b = one or a, two or b
    x, y = meanings(a), meanings(b)
    if not x or not y:
        return False
    return aligned(x, y) or is_acronym(a, y) or is_acronym(b, x) or shortened(x, y) or shortened(y, x)


def known(name: str) -> str | None:
    """The name to print of a well-known body."""
    return bodies().get(" ".join(latin(name).words))


@cache
def bodies() -> dict[str, str]:
    """Folded name -> the name to print of a well-known body."""
    table = lexicon().same
    found = {" ".join(latin(name).words): printed for name, printed in table.items()}
    for line in load("body_words")["abroad"]["bodies"]:
        names = line.split("|")
        printed = found.get(" ".join(latin(names[0]).words), names[0])
        found |= {" ".join(latin(name).words): printed for name in names}
    return found


@lru_cache(maxsize=20_000)
def meanings(name: str) -> tuple[str, ...]:
    """Sorted words by what they mean, each once: an adjective of a country is the country."""
    plain = " ".join(latin(_HYPHEN.sub("", name.replace("'s", "s").replace("’s", "s"))).words)
    for long, short in phrases():
        plain = re.sub(rf"\b{re.escape(long)}\b", short, plain)
    small, legal, same = small_words(), legal_forms(), words_of_one_meaning()
    found = (same.get(word, word) for word in plain.split() if word not in small)
    return tuple(sorted({stem(word) for word in found if word not in legal and word not in _FILLERS}))


_FILLERS = frozenset(("affairs", "relations", "republic"))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without the ending of an adjective: Torvia, Torvian; a country by its code."""
    code = country_words().get(word)
    if code:
        return code
    if word in meaning_names():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: len(word) - len(ending)]
    return word


@cache
def country_words() -> dict[str, str]:
    """Names of one word and adjectives of countries -> alpha-3."""
    table = lexicon().countries
    return {fold(word): code for word, code in (table.adjectives | table.names).items() if " " not in word}


def aligned(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    """True if every word has its like on the other side."""
    if len(x) != len(y):
        return False
    left_x, left_y = sorted(set(x) - set(y)), sorted(set(y) - set(x))
    return all(like(a, b) for a, b in zip(left_x, left_y, strict=True))


def like(a: str, b: str) -> bool:
    """True if two stems may be spellings of one word; numbers and codes of countries never are."""
    return min(len(a), len(b)) >= _ALIKE and a.isalpha() and b.isalpha() and sounds_alike(a, b)


def numbered_apart(x: Iterable[str], y: Iterable[str]) -> bool:
    """True for two numbers or two countries in names that are alike otherwise: the 1st and the 2nd brigade."""
    one, two = telling(x), telling(y)
    return one != two and bool(one and two)


def telling(words: Iterable[str]) -> frozenset[str]:
    """Numbers and codes of countries among folded words."""
    same, countries = words_of_one_meaning(), country_words()
    found = (same.get(word, word) for word in words)
    return frozenset(
        countries.get(word, word)
        for word in found
        if word in countries or word[0].isdigit() or word in ("one", "two", "three")
    )


def is_acronym(short: str, words: tuple[str, ...]) -> bool:
    """True for capitals that are the first letters of words, in any order; a country may be written out beside."""
    parts = short.replace(".", "").split()
    capitals = [part for part in parts if part.isupper() and len(part) in _ACRONYM]
    if len(capitals) != 1 or len(parts) > 2:
        return False
    rest = meanings(" ".join(part for part in parts if part != capitals[0]))
    if not set(rest) <= set(words):
        return False
    spelled = sorted(first for word in words if word not in rest for first in firsts(word))
    return sorted(capitals[0].lower()) in (spelled, sorted([*spelled, "a"]))  # MFA: affairs


def firsts(word: str) -> Iterator[str]:
    """The first letter of a word; of a country's code, the first of its name."""
    name = lexicon().countries.printed.get(word)
    yield (name or word)[0].lower()


def shortened(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """True if the longer name only adds what kind of body it is: news agency, company."""
    more = set(long) - set(short)
    own = set(short) - meaning_names()
    return bool(own) and set(short) < set(long) and more <= droppable()


@cache
def words_of_one_meaning() -> dict[str, str]:
    """Folded word of any language -> the English one."""
    table: dict[str, str] = {}
    for line in load("body_words")["same"]["words"]:
        words = [folded for word in line.split() for folded in latin(word).words]
        for word in words:
            table.setdefault(word, words[0])
            table.setdefault(f"{word}s", words[0])
    return table


@cache
def meaning_names() -> frozenset[str]:
    """The English words of the table, and other common words of bodies' names."""
    return frozenset(words_of_one_meaning().values()) | lexicon().organisation


@cache
def phrases() -> tuple[tuple[str, str], ...]:
    """Folded phrases or compounds with what they are replaced by."""
    table = load("body_words")
    lines = [*table["legal"]["long"], *table["same"]["joined"]]
    return tuple((long, short) for long, _, short in (line.partition("|") for line in lines))


@cache
def small_words() -> frozenset[str]:
    """Articles and prepositions."""
    return frozenset(load("body_words")["small"]["words"].split())


@cache
def legal_forms() -> frozenset[str]:
    """Legal forms."""
    return frozenset(load("body_words")["legal"]["words"].split())


@cache
def droppable() -> frozenset[str]:
    """What a short name leaves out."""
    return frozenset(stem(word) for word in load("body_words")["droppable"]["words"].split())


# --- places


def same_place(a: str, b: str) -> bool:
    """True if two printed names may be one place's; two towns of one name in two lands are two."""
    (one, where), (two, there) = (qualified(name) for name in (a, b))
    if where and there and where != there:
        return False
    if one == two or town_names().get(one, 0) == town_names().get(two, 1):
        return True
    return in_gazetteer(one, two) or (min(len(one), len(two)) >= _ALIKE and sounds_alike(one, two))


@lru_cache(maxsize=20_000)
def qualified(name: str) -> tuple[str, str]:
    """Folded name of a place and of the land after the comma."""
    place, _, land = name.partition(",")
    return " ".join(latin(_SAINT.sub("saint ", place)).words), " ".join(latin(land).words)


@cache
def town_names() -> dict[str, int]:
    """Folded name -> number of the place."""
    lines = load("name_parts")["places"]["same"]
    return {" ".join(latin(name).words): number for number, line in enumerate(lines) for name in line.split("|")}


def in_gazetteer(one: str, two: str) -> bool:
    """True if the largest place of either name bears the other name too."""
    places = gazetteer()
    found, other = places.named(one), places.named(two)
    if not found or not other:
        return False
    return (found[0].entry is not None and found[0].entry in {place.entry for place in other}) or (
        other[0].entry is not None and other[0].entry in {place.entry for place in found}
    )
