"""A printed name in Latin letters, whatever its script: its words, and what the script leaves out.

Letters come from anyascii; added here: where a Chinese or Korean surname ends, and the articles and filiations of
Arabic and Hebrew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from anyascii import anyascii

from dateline.vocabulary import load

_WORD = re.compile(r"[a-z0-9]+")
_JOINS = re.compile(r"['’ʼ`´ʹʺ]")
_DIGIT_SLIPS = str.maketrans("01358", "olese")  # a scanner's digit for a letter
_DIGIT_IN_WORD = re.compile(
    r"(?<![a-z0-9])0(?=[a-z]{2})|(?<=[a-z])[01358](?=[a-z])|(?<=[a-z]{2})[01358](?![a-z0-9])"
)
_ABJAD_WORDS = ((re.compile(r"(?<!\w)ال(?=\w{2})"), ""), (re.compile(r"(?<!\w)(?:بن|ابن|بنت|בן|בת)(?!\w)"), " "))
_HEBREW = str.maketrans({"צ": "z", "ץ": "z"})  # ts would run together with the letter after it
_SYLLABLE = re.compile(r"[A-Z][a-z]*")


class Script(StrEnum):
    """Scripts that say less, or other things, than Latin letters do."""

    LATIN = "latin"  # and all that spell their vowels
    ABJAD = "abjad"  # Arabic, Hebrew: consonants
    HAN = "han"  # one reading of each character, the Chinese
    HANGUL = "hangul"


_RANGES = (
    (re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]"), Script.ABJAD),
    (re.compile(r"[\uac00-\ud7af]"), Script.HANGUL),
    (re.compile(r"[\u4e00-\u9fff]"), Script.HAN),
)


@dataclass(frozen=True, slots=True)
class Latin:
    """Lower-case ASCII words of a name, particles included, and the script that they come from."""

    words: tuple[str, ...]
    script: Script


@lru_cache(maxsize=50_000)
def latin(text: str) -> Latin:
    """The words of a name; no words for marks alone."""
    script = script_of(text)
    if script in (Script.HAN, Script.HANGUL):
        return Latin(by_syllables(text, script), script)
    if script is Script.ABJAD:
        text = text.translate(_HEBREW)
        for pattern, by in _ABJAD_WORDS:
            text = pattern.sub(by, text)
    text = _JOINS.sub("", text)
    plain = text if text.isascii() else _JOINS.sub("", anyascii(text))
    plain = plain.lower().replace(".", " ")
    plain = _DIGIT_IN_WORD.sub(lambda m: m.group().translate(_DIGIT_SLIPS), plain)
    return Latin(tuple(_WORD.findall(plain)), script)


def script_of(text: str) -> Script:
    """The script of a name; Latin for every one that spells its vowels."""
    if text.isascii():
        return Script.LATIN
    return next((script for pattern, script in _RANGES if pattern.search(text)), Script.LATIN)


def by_syllables(text: str, script: Script) -> tuple[str, ...]:
    """Surname and given name, the given name's syllables in one word: 欧阳 has two syllables, most have one."""
    spelled = anyascii(text)
    if not spelled.isalpha():  # with a point or a space it is a foreign name, or already parted
        return tuple(_WORD.findall(spelled.lower()))
    parts = [syllable.lower() for syllable in _SYLLABLE.findall(spelled)]
    long = script is Script.HAN and "".join(parts[:2]) in double_surnames() and len(parts) > 2
    cut = 2 if long else 1
    return tuple(word for word in ("".join(parts[:cut]), "".join(parts[cut:])) if word)


@cache
def double_surnames() -> frozenset[str]:
    """Chinese surnames of two syllables."""
    return frozenset(load("name_parts")["chinese"]["double"].split())
