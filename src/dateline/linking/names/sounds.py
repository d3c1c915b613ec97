"""What a word of a name may sound like, over the romanisations that the press uses.

One letter stands for several sounds: ch is one thing in English, another in French and German; g, h and kh stand
for one Cyrillic letter. So a word has a few readings, each a string of classes of sounds (`romanised.toml`); two
words may be one if they share a reading.
Sources: BGN/PCGN, ISO 9 and the national systems for Cyrillic, DIN 1460 and the French and German press, ELOT 743,
DIN 31635 and the press for Arabic, Wade-Giles for Chinese.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from dateline.vocabulary import load

SILENT_E = 7  # letters: in so long a word the French press adds a final e to Cyrillic and Arabic consonants
READINGS = 24  # of one word at most: long words with many doubtful letters have no need of more

_LETTERS: dict[str, tuple[str, ...]] = {
    letters: tuple(sounds.split()) for letters, sounds in load("romanised")["letters"].items()
}
_SPLIT = re.compile("|".join(sorted(_LETTERS, key=lambda letters: (-len(letters), letters))) + "|.")
_DOUBLED = re.compile(r"(.)\1+")
_SILENT = re.compile(r"(?<=[aiu])h$")  # Abdallah and Abdalla
_CONSONANTS = re.compile(r"[aiuv]+")


@lru_cache(maxsize=50_000)
def readings(word: str) -> frozenset[str]:
    """Classes of sounds that a folded word may stand for."""
    parts = [_LETTERS.get(part, (part,)) for part in _SPLIT.findall(word)]
    found: set[str] = set()
    for number, choice in enumerate(product(*parts)):
        if number == READINGS:
            break
        sounds = _DOUBLED.sub(r"\1", _SILENT.sub("", _DOUBLED.sub(r"\1", "".join(choice))))
        found.add(sounds)
        if sounds[:1] == "h" and sounds[1:2] in "aiu":  # Anna and Hanna, Hovsep and Ovsep
            found.add(sounds[1:])
        if word.endswith("e") and len(word) >= SILENT_E and sounds[-1:] == "i":  # the French -ine, -ane
            found.add(sounds[:-1])
        if sounds[:1] == "i" and sounds[1:2] in "aiu":  # Yefim and Efim
            found.add(sounds[1:])
    return frozenset(found)


@lru_cache(maxsize=50_000)
def plainest(word: str) -> str:
    """The first reading of each letter."""
    sounds = "".join(_LETTERS.get(part, (part,))[0] for part in _SPLIT.findall(word))
    return _DOUBLED.sub(r"\1", _SILENT.sub("", _DOUBLED.sub(r"\1", sounds)))


def sounds_alike(a: str, b: str) -> bool:
    """True if two folded words share a reading."""
    return a == b or not readings(a).isdisjoint(readings(b))


@lru_cache(maxsize=50_000)
def frames(word: str) -> frozenset[str]:
    """Readings without vowels, as Arabic and Hebrew write a word; v and y count as vowels there."""
    return frozenset(
        _DOUBLED.sub(
            r"\1",
            _CONSONANTS.sub("", sounds.replace("f", "p").replace("c", "s").replace("k", "h").replace("b", "")),
        )
        for sounds in readings(word)
    )
