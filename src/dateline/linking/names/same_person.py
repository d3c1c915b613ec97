"""Whether two printed names may be one person's.

Every word that both names have must agree: given names by spelling, by sound or as forms of one name, surnames by
sound, initials by letter. What one side leaves out (a middle name, a patronymic, a second surname) says nothing.
What keeps people apart: another given name, another gender, another generation, another patronymic.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import Levenshtein

from dateline.linking.names.latin import Script
from dateline.linking.names.romanised import hangul_alike, pinyin
from dateline.linking.names.sounds import frames, plainest, sounds_alike
from dateline.linking.names.surnames import gender_of_surname, gendered_pair
from dateline.linking.names.written import Written, written
from dateline.model import Gender
from dateline.reading.names.lexicon import lexicon
from dateline.reading.names.spelling import differ, variants

SHORT = (
    4  # letters: shorter given names are others where a letter differs (Don, Dan), these where an a and an o do
)
UNLISTED = 6  # letters: from here on given names that no list has may differ as Arabic's vowels do
LONG = 8  # letters: a surname so long may have one letter too few or too many inside
type Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bearer:
    """A printed name with what a report says of who bears it."""

    name: str
    roles: tuple[str, ...] = ()
    gender: Gender | None = None


def same_bearer(a: Bearer, b: Bearer) -> bool:
    """True if two names with their roles may be one person's; equal names with roles of two people are two."""
    if differ(a.gender, b.gender) or not same_person(a.name, b.name):
        return False
    one, two = written(a.name), written(b.name)
    if min(len(one.words), len(two.words)) > 1 and one.words != two.words:
        return True
    return roles_agree((*a.roles, " ".join(one.titles)), (*b.roles, " ".join(two.titles)))


def roles_agree(a: Iterable[str], b: Iterable[str]) -> bool:
    """False if both sides have offices or trades and no one of them may stand for another, or two portfolios."""
    a, b = tuple(a), tuple(b)
    one, two = heads(a), heads(b)
    in_charge, of_other = portfolios(a), portfolios(b)
    if in_charge and of_other and not in_charge & of_other:
        return False
    if not one or not two or one & two:
        return True
    covers = lexicon().covers
    return any(covers.get(x, frozenset()) & two for x in one) or any(covers.get(y, frozenset()) & one for y in two)


def heads(roles: Iterable[str]) -> frozenset[str]:
    """Nouns for offices and trades in descriptions, "member of parliament" among them."""
    told = " ".join(roles).lower()
    found = {
        word for word in told.replace("'s", "").split() if word in lexicon().office or word in lexicon().trades
    }
    return frozenset(found | {word for word in lexicon().compounds if word in told})


def portfolios(roles: Iterable[str]) -> frozenset[str]:
    """What ministers are in charge of: finance, defence."""
    words = " ".join(roles).lower().split()
    return frozenset(words) & lexicon().portfolios if "minister" in words else frozenset()


def same_person(a: str, b: str) -> bool:
    """True if two printed names may be one person's; of names alone, without what reports say of the bearers."""
    one, two = written(a), written(b)
    if not one.words or not two.words or differ(one.gender, two.gender):
        return False
    if one.generation and two.generation and one.generation != two.generation:
        return False
    return any(agree(one, two, x, y) for x, y in orders(one, two))


def orders(one: Written, two: Written) -> list[tuple[Words, Words]]:
    """The words as they stand, with nicknames for given names, then with one side's surname put last."""
    x, y = one.words, two.words
    found = [(x, y)]
    for nick, words in ((one.nickname, x), (two.nickname, y)):
        if nick and len(words) > 1:
            found.append(((nick, *words[1:]), y) if words is x else (x, (nick, *words[1:])))
    if len(x) > 1 and len(y) > 1 and not both_given(x) and not both_given(y):
        found += [((*x[1:], x[0]), y), (x, (*y[1:], y[0])), ((x[-1], *x[:-1]), y), (x, (y[-1], *y[:-1]))]
    found += [(x[1:], y)] if len(x) > 2 and is_extra(x[0], y) else []
    found += [(x, y[1:])] if len(y) > 2 and is_extra(y[0], x) else []
    return found


def is_extra(first: str, other: Words) -> bool:
    """True for a given name in front that the other name lacks: Raymond in "Raymond Wong Chi-ming"."""
    return first in lexicon().given and first not in other and other[0] not in lexicon().given


def both_given(words: Words) -> bool:
    """True for two given names: "Martin Thomas" is not "Thomas Martin" with the surname first."""
    return len(words) == 2 and all(word in known_given() for word in words)


@cache
def known_given() -> frozenset[str]:
    """Given names of the lists."""
    return frozenset(lexicon().given) | frozenset(variants())


def agree(one: Written, two: Written, x: Words, y: Words) -> bool:
    """True if the words of two names agree in this order."""
    if {one.script, two.script} == {Script.ABJAD, Script.LATIN}:
        return frames_agree(x, y)
    if Script.HANGUL in (one.script, two.script) and one.script is not two.script:
        return len(x) > 1 and len(y) > 1 and hangul_alike((x[0], "".join(x[1:])), (y[0], "".join(y[1:])))
    if differ(gender_of_surname(x[-1]), gender_of_surname(y[-1])) or gendered_pair(x[-1], y[-1]):
        return False
    if joined(x) == joined(y):
        return True
    if len(x) == 1 or len(y) == 1:
        return one_name(x, y)
    arabic = one.arabic or two.arabic
    return inside(min(x, y, key=len), max(y, x, key=len), arabic) or glued(x, y, arabic)


def joined(words: Words) -> str:
    """A name without spaces and the marks of Wade-Giles: Ou-yang Feng, Ouyang Feng."""
    return "".join(words)


def glued(x: Words, y: Words, arabic: bool) -> bool:
    """True if names agree once all words after the first, or before the last, are written together."""
    forms_x, forms_y = together(x), together(y)
    return any(
        len(p) == len(q) == 2
        and same_given(p[0], q[0])
        and (same_surname(p[1], q[1], arabic) or pinyin_alike(p, q))
        for p in forms_x
        for q in forms_y
    )


def together(words: Words) -> list[Words]:
    """A name in two words: all after the first in one, or all before the last in one."""
    if len(words) == 2:
        return [words]
    return [(words[0], "".join(words[1:])), ("".join(words[:-1]), words[-1])]


def pinyin_alike(x: Words, y: Words) -> bool:
    """True for one Chinese name in pinyin and in Wade-Giles."""
    return pinyin(x) == pinyin(y)


def one_name(x: Words, y: Words) -> bool:
    """True if a name of one word is the surname of the other, or its only word."""
    short, long = sorted((x, y), key=len)
    return len(short[0]) > 1 and (same_surname(short[0], long[-1], False) or short[0] in long[-1:])


def inside(short: Words, long: Words, arabic: bool) -> bool:
    """True if the first words agree and the others of the shorter name stand, in order, in the longer one."""
    if not same_given(short[0], long[0]):
        return False
    place = 1
    for number, word in enumerate(short[1:], 1):
        last = number == len(short) - 1
        while place < len(long):
            if same_surname(word, long[place], arabic) if last else same_middle(word, long[place]):
                break
            if len(short) == len(long):
                return False
            place += 1
        else:
            return False
        place += 1
    return True


def same_middle(a: str, b: str) -> bool:
    """True for one middle name, or its initial."""
    return same_given(a, b) or sounds_alike(a, b)


def same_given(a: str, b: str) -> bool:
    """True if two folded given names may be one: spellings, forms of one name, an initial.

    A last -a or -e that one lacks tells a woman from a man where no list joins them: Noël and Noële.
    """
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0] or {a[0], b[0]} in ({"e", "y"}, {"j", "y"}, {"g", "h"}, {"k", "c"})
    if a in _INITIALS or b in _INITIALS:
        return a.startswith(b) or b.startswith(a)
    groups = variants()
    if a in groups and b in groups:
        return groups[a] == groups[b]
    given = lexicon().given
    if shortened(a, b):
        return not differ(given.get(a), given.get(b))
    if differ(given.get(a), given.get(b)) or a.endswith(_IANG) != b.endswith(_IANG):
        return False
    if a.endswith("a") != b.endswith("a") or a in (f"{b}e", f"{b}ne") or b in (f"{a}e", f"{a}ne"):
        return False
    if plain_umlauts(a) == plain_umlauts(b):
        return True
    size = min(len(a), len(b))
    if size >= UNLISTED and not (a in given and b in given) and sounds_alike(eastern(a), eastern(b)):
        return True
    return size >= SHORT and sounds_alike(a, b) and (size > SHORT or open_vowels(a) == open_vowels(b))


def shortened(a: str, b: str) -> bool:
    """True if one of two folded given names is short for the other by its letters."""
    return is_short_for(a, b) or is_short_for(b, a)


def is_short_for(short: str, long: str) -> bool:
    """True for a short form that no list has: Nico of Nikola, Freddy of Frederik; none in -a is told."""
    if len(long) < len(short) + _SHORTER_BY or not short.endswith(_SHORT_ENDINGS):
        return False
    stem = plain_letters(short.rstrip("oiyeu"))
    return len(stem) >= _STEM and plain_letters(long).startswith(stem)


def plain_letters(word: str) -> str:
    """One letter for c and k, one for ph and f, none doubled."""
    one = word.replace("ch", "h").replace("c", "k").replace("ph", "f").replace("z", "s")
    return "".join(letter for at, letter in enumerate(one) if at == 0 or letter != one[at - 1])


_SHORT_ENDINGS = ("o", "i", "y", "ie")  # of short forms: Nico, Toni, Freddy, Charlie
_SHORTER_BY = 2  # letters: Marko and Mark, Dario and Daria are no short forms of each other
_STEM = 3  # letters of the full name that stay
_INITIALS = frozenset(("yu", "ya", "ye", "zh", "kh", "ch", "sh", "ts"))  # of one Cyrillic letter: "Yu. P. Belov"
_IANG = ("iang", "yang")  # a Chinese final that is like -ing for the ear of this module, and another syllable


def eastern(word: str) -> str:
    """With one letter for each short vowel and diphthong of Arabic: o and u, ai and ei."""
    for letters, one in (("ou", "u"), ("o", "u"), ("ai", "e"), ("ay", "e"), ("ei", "e"), ("ey", "e")):
        word = word.replace(letters, one)
    return word


def open_vowels(word: str) -> str:
    """Its a and o, which are one class of sounds: Musa and Mousa have the same, Dona and Dana have not."""
    return "".join(letter for letter in word.replace("ou", "u").replace("oo", "u") if letter in "ao")


def plain_umlauts(word: str) -> str:
    """Goetz as Götz folds."""
    return word.replace("oe", "o").replace("ue", "u").replace("ae", "a")


def same_surname(a: str, b: str, arabic: bool) -> bool:
    """True if two folded surnames may be spellings of one, with no gender between them."""
    if a == b:
        return True
    if len(b) == 1 or len(a) == 1:
        return a[0] == b[0]
    if a.endswith(_IANG) != b.endswith(_IANG):
        return False
    if min(len(a), len(b)) < SHORT or differ(gender_of_surname(a), gender_of_surname(b)) or gendered_pair(a, b):
        return False
    if sounds_alike(a, b):
        return not other_vowel(a, b)
    if arabic and not frames(a).isdisjoint(frames(b)):
        return True
    return slipped(plainest(a), plainest(b)) or betacism(a, b)


_SLAVIC = ("ko", "ka", "ch", "uk", "ik", "ak", "ets", "in", "yn")  # besides the endings that tell gender


def other_vowel(a: str, b: str) -> bool:
    """True for an a inside against an o and nothing else, as Belarusian has it, where no ending is Slavic."""
    if len(a) != len(b) or gender_of_surname(a) or a.endswith(_SLAVIC):
        return False
    unlike = [(x, y) for x, y in zip(a[:-1], b[:-1], strict=True) if x != y]
    return a[-1] == b[-1] and len(unlike) == 1 and set(unlike[0]) == {"a", "o"}


def betacism(a: str, b: str) -> bool:
    """True if two surnames differ in one b and v inside, as those of Greek, Spanish and Hebrew are written."""
    unlike = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    return (
        min(len(a), len(b)) >= UNLISTED
        and len(a) == len(b)
        and a[0] == b[0]
        and [set("bv")] == [*map(set, unlike)]
    )


def slipped(a: str, b: str) -> bool:
    """True if one has a letter inside that the other lacks: a slip, or a vowel that a romanisation leaves out."""
    short, long = sorted((a, b), key=len)
    return (
        len(short) >= LONG
        and len(long) == len(short) + 1
        and long[0] == short[0]
        and long[-2:] == short[-2:]
        and Levenshtein.distance(a, b, score_cutoff=1) == 1
    )


def frames_agree(x: Words, y: Words) -> bool:
    """True if names agree by consonants, one of them in Arabic or Hebrew letters."""
    if len(x) != len(y):
        return not frames("".join(x)).isdisjoint(frames("".join(y)))
    return all(not frames(a).isdisjoint(frames(b)) for a, b in zip(x, y, strict=True))
