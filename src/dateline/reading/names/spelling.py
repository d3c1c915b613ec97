"""Names over spellings: folded to ASCII, taken apart, and reduced to a skeleton that transliterations share.

The skeleton follows what the common romanisations of Cyrillic and Arabic letters differ in (BGN/PCGN, the national
systems of Belarus and Ukraine, and the press's own habits): ts and t, kh, h, g and k, v, w and u, y, i, j and e,
a and o, doubled letters. It is lossy on purpose; two names with one skeleton are candidates, not yet the same.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from anyascii import anyascii
from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.fuzz import ratio

from dateline.model import Gender
from dateline.reading.names.lexicon import lexicon
from dateline.vocabulary import load

PARTICLES = frozenset(load("name_variants")["particles"]["words"].split())
_ARTICLES = frozenset(("al", "el", "ul", "as", "ash", "an", "ar", "at"))
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
_DIGIT_SLIPS = str.maketrans("01358", "olese")  # a scanner's digit for a letter
_DIGIT_IN_WORD = re.compile(r"(?<=[a-z])[01358](?=[a-z])|(?<=[a-z]{2})[01358]$")
_WORD = re.compile(r"[a-z0-9]+")
_CONSONANTS = (
    ("shch", "s"), ("tsch", "k"), ("sch", "s"), ("tch", "k"), ("dzh", "k"), ("dj", "k"), ("sh", "s"), ("zh", "s"),
    ("kh", "k"), ("ch", "k"), ("gh", "k"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ts", "t"), ("tz", "t"),
    ("cz", "k"), ("dz", "d"), ("ck", "k"), ("x", "ks"), ("q", "k"), ("c", "k"), ("g", "k"), ("h", "k"),
    ("z", "s"), ("w", "v"),
)  # fmt: skip
_GLIDE = re.compile(r"(?<=[aeo])u(?=[^aeiouy]|$)")  # "ou" before a consonant is "ov"
_SILENT = re.compile(r"(?<=[aeiou])h$")  # Abdallah and Abdalla
_VOWELS = re.compile(r"[aeiouyj]+")
_DOUBLED = re.compile(r"(.)\1+")
_CLASSES = str.maketrans("oaeiyj", "aaiiii")

ALIKE = 50  # percent of letters (rapidfuzz ratio) that two spellings with one skeleton share at least
SKELETON_LETTERS = 4  # a shorter skeleton says little: Kim and Kam have one
SPELLED_LETTERS = 4  # so short surnames are other names where a letter differs: Lee and Li
SLIP_LETTERS = 6  # a word must be so long for one wrong letter to be a slip and not another name


def fold(text: str) -> str:
    """ASCII, lower case, one space between words, without a possessive mark."""
    plain = anyascii(_POSSESSIVE.sub("", text.strip())).lower()
    return " ".join(plain.replace("’", "'").split())


@lru_cache(maxsize=50_000)
def name_words(text: str) -> tuple[str, ...]:
    """The folded words of a name without points, hyphens and articles: "Omar al-Bashir" is (omar, bashir).

    Digits inside a word count as the letters that they are mistaken for.
    """
    plain = fold(text).replace("'", "").replace(".", " ")
    plain = _DIGIT_IN_WORD.sub(lambda m: m.group().translate(_DIGIT_SLIPS), plain)
    found = _WORD.findall(plain)
    kept = tuple(word for word in found if word not in _ARTICLES)
    return kept or tuple(found)


def key_of(text: str) -> str:
    """The folded words as one string: two names with one key are one spelling."""
    return " ".join(name_words(text))


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """A folded word without what transliterations differ in; vowels count, but not which."""
    return _DOUBLED.sub(r"\1", _VOWELS.sub("a", consonants(word)))


@lru_cache(maxsize=50_000)
def fine_skeleton(word: str) -> str:
    """The same with three classes of vowels: keeps Tom and Tim apart."""
    one = word.replace("ou", "u").replace("oo", "u").replace("ee", "i")
    return _DOUBLED.sub(r"\1", consonants(one).translate(_CLASSES))


def consonants(word: str) -> str:
    """Consonants in one spelling each."""
    word = _SILENT.sub("", word)
    for letters, one in _CONSONANTS:
        if letters in word:
            word = word.replace(letters, one)
    return _GLIDE.sub("v", word)


def same_surname(a: str, b: str) -> bool:
    """True if two folded surnames may be spellings of one name, with no gender between them."""
    if a == b:
        return True
    if min(len(a), len(b)) < SPELLED_LETTERS or differ(surname_gender(a), surname_gender(b)):
        return False
    if skeleton(a) == skeleton(b):
        long = len(skeleton(a)) >= SKELETON_LETTERS
        return ratio(a, b) >= ALIKE if long else fine_skeleton(a) == fine_skeleton(b)
    long = min(len(a), len(b)) >= SLIP_LETTERS
    return long and a[0] == b[0] and DamerauLevenshtein.distance(a, b, score_cutoff=1) <= 1


def same_given_names(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """True if given names may be one person's: the first ones, and the second ones where both have them."""
    if not same_given(a[0], b[0]):
        return False
    both = len(a) > 2 and len(b) > 2 and a[1] not in PARTICLES and b[1] not in PARTICLES
    return not both or len(a) != len(b) or same_given(a[1], b[1]) or same_surname(a[1], b[1])


def same_given(a: str, b: str) -> bool:
    """True if two folded given names may be one: spellings, short forms, an initial."""
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    groups = variants()
    if a in groups and b in groups:
        return groups[a] == groups[b]
    given = lexicon().given
    if differ(given.get(a), given.get(b)):
        return False
    if fine_skeleton(a) == fine_skeleton(b):
        return ratio(a, b) >= ALIKE
    if a in given and b in given:
        return False
    return skeleton(a) == skeleton(b) and min(len(a), len(b)) >= SLIP_LETTERS


@cache
def variants() -> dict[str, int]:
    """Given name -> number of its group of variants."""
    lines = [line for lines in load("name_variants")["variants"].values() for line in lines]
    return {name: number for number, line in enumerate(lines) for name in reversed(fold(line).split())}


def differ(a: Gender | None, b: Gender | None) -> bool:
    """True if both genders are told and are not the same."""
    return a is not None and b is not None and a is not b


_FEMALE_ENDINGS = ("skaya", "skaia", "skaja", "tskaya", "ska", "cka", "ova", "eva", "yova", "dottir", "vna", "aya")
_MALE_ENDINGS = ("sky", "skiy", "skyi", "skyy", "skij", "skii", "ski", "tsky", "ov", "ev", "off", "yi", "yy")


@lru_cache(maxsize=50_000)
def surname_gender(word: str) -> Gender | None:
    """The gender that a Slavic or Icelandic surname's ending tells."""
    if len(word) < SLIP_LETTERS - 1:
        return None
    if word.endswith(_FEMALE_ENDINGS):
        return Gender.FEMALE
    return Gender.MALE if word.endswith(_MALE_ENDINGS) else None


_LEANS_FEMALE = ("a", "ine", "elle", "ette", "een", "lyn", "anne", "beth", "hild", "gard", "veig", "oe")
_TELLS_NOTHING = ("e", "i", "y", "u", "th", "id", "il")  # of other endings four names in five are men's


@lru_cache(maxsize=50_000)
def given_lean(word: str) -> Gender | None:
    """The gender that a folded given name's ending leans to, where no list has the name; no more than a lean.

    The endings hold for most of the given names of European languages that the lists have.
    """
    if len(word) < SPELLED_LETTERS - 1:
        return None
    if word.endswith(_LEANS_FEMALE):
        return Gender.FEMALE
    return None if word.endswith(_TELLS_NOTHING) else Gender.MALE


def initials(text: str) -> str:
    """First letters of the capitalised words: "Bank of England" is be."""
    return "".join(word[0] for word in re.split(r"[\s\-/]+", text) if word[:1].isupper()).lower()


def is_letters_of(short: str, full: str) -> bool:
    """True for capitals taken from a name in their order, the first of each word among them: TMP, Trans Press."""
    words = fold(full).split()
    if not short.isupper() or not short.isalpha() or len(words) < 2 or len(short) < len(words):
        return False
    letters = iter(" ".join(words))
    firsts = iter(short.lower())
    in_order = all(any(letter == other for other in letters) for letter in short.lower())
    return in_order and all(any(word[0] == letter for letter in firsts) for word in words)
