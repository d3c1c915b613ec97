"""How near two printed names are, 0 to 1: which pairs are worth a look, not which are one.

Words are paired with their likes; each letter that differs costs, a word that has no like on either side costs
most, and one that a side leaves out little. So Tom and Tim are near; whether they are one, `same_person` says.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from dateline.linking.names.latin import Script, latin
from dateline.linking.names.same_body import legal_forms, phrases, small_words, words_of_one_meaning
from dateline.linking.names.sounds import frames, sounds_alike
from dateline.linking.names.written import Written, written
from dateline.reading.names.spelling import variants

SAME_SOUND = 0.04  # cost of another spelling, another form of a given name
INITIAL = 0.12
NUMBER = 0.3  # another number in the name of a ship, a fund
LETTER = 0.19  # of one wrong letter, so that three make another name
SHORT_LETTER = 0.24  # in a word of up to four letters
OTHER_WORD = 0.6  # a word that nothing on the other side is like
LEFT_OUT = 0.07  # a word that one side leaves out
ALONE = 0.3  # if the other has but one word in common with it
EDITS = 2  # wrong letters of one word at most; more make another word
_SHORT = 4
_NUMERAL = re.compile(r"\d+|x{0,2}(?:ix|iv|v?i{0,3})")  # digits, or a Roman number up to 29
type Words = tuple[str, ...]


def nearness(a: str, b: str, *, person: bool) -> float:
    """The score of two names, 0 to 1, rounded to 4 places; 0.5 is where a look begins to be worth it."""
    x, y = parts(a, person), parts(b, person)
    if not x.words or not y.words:
        return 0.0
    if x.words == y.words:
        return 1.0
    abjad = {x.script, y.script} == {Script.ABJAD, Script.LATIN}
    cost = paired(x.words, y.words, abjad)
    one, two = "".join(x.words), "".join(y.words)
    whole = OSA.distance(one, two, score_cutoff=1) if min(len(one), len(two)) > _SHORT else EDITS
    if whole < EDITS:  # the words parted otherwise
        cost = min(cost, SAME_SOUND + whole * LETTER)
    return round(max(0.0, 1.0 - cost), 4)


@lru_cache(maxsize=20_000)
def parts(name: str, person: bool) -> Written:
    """Words of a name: a person's without titles, a body's in one language and without legal forms."""
    if person:
        return written(name)
    spelled = latin(name)
    plain = " ".join(spelled.words)
    for long, short in phrases():
        if long in plain:
            plain = plain.replace(long, short)
    same, small, legal = words_of_one_meaning(), small_words(), legal_forms()
    kept = tuple(same.get(word, word) for word in initials_joined(plain.split()) if word not in small)
    words = tuple(word for word in kept if word not in legal) or kept
    return Written(words, spelled.script, None, None, (), None, False)


def initials_joined(words: list[str]) -> list[str]:
    """A.B.C. as ABC."""
    found: list[str] = []
    run = ""
    for word in words:
        if len(word) == 1 and word.isalpha():
            run += word
            continue
        found += [run, word] if run else [word]
        run = ""
    return [*found, run] if run else found


def paired(x: Words, y: Words, abjad: bool) -> float:
    """What two names cost: their words paired from the likest on."""
    costs = sorted(
        (word_cost(a, b, abjad), abs(i - j), i, j)
        for i, a in enumerate(x)
        for j, b in enumerate(y)
        if may_pair(a, b)
    )
    left_x, left_y = set(range(len(x))), set(range(len(y)))
    total, common = 0.0, 0
    for cost, _, i, j in costs:
        if cost >= OTHER_WORD:
            break
        if i in left_x and j in left_y:
            left_x.discard(i)
            left_y.discard(j)
            total += cost
            common += 1
    other = min(len(left_x), len(left_y))
    out = max(len(left_x), len(left_y)) - other
    if repeated(x, left_x) and repeated(y, left_y):
        out = 0
    return total + other * OTHER_WORD + out * LEFT_OUT + (ALONE if out and common == 1 else 0.0)


def repeated(words: Words, left: set[int]) -> bool:
    """True if the words left over stand elsewhere in the same name."""
    kept = {word for number, word in enumerate(words) if number not in left}
    return all(words[number] in kept for number in left)


def may_pair(a: str, b: str) -> bool:
    """False for words whose lengths are too far apart for likeness."""
    return abs(len(a) - len(b)) <= EDITS + 1 or min(len(a), len(b)) == 1 or (a in variants() and b in variants())


@lru_cache(maxsize=100_000)
def word_cost(a: str, b: str, abjad: bool) -> float:
    """What two words differ by; OTHER_WORD if they have nothing in common."""
    if a == b:
        return 0.0
    if numeral(a) and numeral(b):
        return NUMBER
    if a.isdigit() or b.isdigit():
        return OTHER_WORD
    if len(a) == 1 or len(b) == 1:
        return INITIAL if a[0] == b[0] else OTHER_WORD
    if abjad:
        return SAME_SOUND if not frames(a).isdisjoint(frames(b)) else spelled_cost(min(frames(a)), min(frames(b)))
    if variants().get(a, -1) == variants().get(b, -2):
        return SAME_SOUND
    long = max(len(a), len(b))
    if 2 * OSA.distance(a, b) > long:  # nothing alike: not worth its readings
        return OTHER_WORD
    if min(len(a), len(b)) >= _SHORT and sounds_alike(a, b):
        return SAME_SOUND
    return spelled_cost(a, b)


def spelled_cost(a: str, b: str) -> float:
    """What the letters that differ cost."""
    edits = OSA.distance(a, b, score_cutoff=EDITS)
    short = min(len(a), len(b)) <= _SHORT
    if edits > (1 if short else EDITS):
        return OTHER_WORD
    return edits * (SHORT_LETTER if short else LETTER)


def numeral(word: str) -> bool:
    """True for digits and Roman numerals."""
    return _NUMERAL.fullmatch(word) is not None
