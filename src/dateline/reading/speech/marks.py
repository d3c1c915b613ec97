"""Quotation marks paired within a paragraph, with the lost ones. Works on text alone and never raises.

Straight, curly, low-high („…“), guillemets (both ways round), doubled apostrophes, and single marks where they
cannot be apostrophes. Marks inside marks belong to the outer piece. A mark that never closes ends with the
paragraph, or where a speaker breaks in (", she said."); one that never opened begins with the sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.reading.speech.interruptions import interruption

_DOUBLE = re.compile(r"“|”|„|‟|«|»|＂|\"|''|``|‘‘|’’")
_OPENERS = frozenset("“„‟«")
_PARTNERS = {"“": "”", "„": "“”", "‟": "”", "«": "»", "»": "«"}
_SENTENCE_EDGE = re.compile(
    r"(?<![A-Z])(?<!\b(?:Mr|Ms|Dr|St|Jr))(?<!\b(?:Mrs|Sen|Rep|Gov|Gen))[.!?…][)\]]?\s+(?=[\w“\"'‘])"
)
_ODD_SINGLES = re.compile(r"‹([^‹›]+)›|›([^‹›]+)‹|‚([^‚]+?)[‘’](?=$|[\s,.;:!?)\]—–])")
_HALF_CLOSE = re.compile(r"(?<=[.,!?…])[’'](?=\s|$)")  # a single mark that closes what a double one opened
_SINGLE_OPEN = re.compile(r"(?:(?<=[\s(\[—–:])|^)(?:‘(?=\S)|'(?=[^\W\d_]))")
_SINGLE_CLOSE = re.compile(r"(?<=[^\s])[’'](?=$|[\s,.;:!?)\]—–])")
_ELISION = re.compile(r"[‘'’](?:em|til|tis|twas|cause|n|round|bout|cuz)\b", re.IGNORECASE)


LOST_WITHIN = 1_000  # characters before a closing mark in which its opening one may be lost; bounds broken texts


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between two marks, in characters of the paragraph; `outer` takes the marks in."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    opened: bool = True  # False: the opening mark is lost
    closed: bool = True  # False: the closing mark is lost, or the speech goes on in the next paragraph


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    sign: str
    opens: bool | None  # None: the sign does not tell, and its surroundings neither


def pieces(text: str) -> list[Piece]:
    """The quoted pieces of a paragraph in text order; they never overlap and are never blank."""
    double = _paired(text, _marks(text))
    found = list(double)
    for kind in (_odd_singles(text), _singles(text)):
        found += [
            p for p in kind if not any(p.outer_start < d.outer_end and d.outer_start < p.outer_end for d in found)
        ]
    return sorted(found, key=lambda piece: piece.start)


def _marks(text: str) -> list[_Mark]:
    """Every double mark with what it must be: opening, closing, or open to both."""
    found: list[_Mark] = []
    for match in _DOUBLE.finditer(text):
        sign, start, end = match.group(), match.start(), match.end()
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        if sign in ('"', "＂") and before.isdigit() and not after.isalpha() and not _open_before(found):
            continue  # 5'11": inches
        found.append(_Mark(start, end, sign, _direction(sign, before, after)))
    return found


def _open_before(marks: list[_Mark]) -> bool:
    """True if the last mark opened."""
    return bool(marks) and marks[-1].opens is not False


def _direction(sign: str, before: str, after: str) -> bool | None:
    """True opens, False closes. Curly marks are believed unless their surroundings contradict both ways."""
    loose_before = before.isspace() or before in "([{—–-/:"
    loose_after = after.isspace() or after in ".,;:!?)]}—–-"
    if sign in _OPENERS:
        return None if loose_after and not loose_before else True
    if sign in ("”", "»"):
        return None if loose_before and not loose_after else False
    if sign in ("``", "‘‘"):
        return True
    if loose_before and not loose_after:
        return True
    if loose_after and not loose_before:
        return False
    return None


def _paired(text: str, marks: list[_Mark]) -> list[Piece]:
    """Marks to pieces: one pass, with at most one outer piece open."""
    found: list[Piece] = []
    opened: _Mark | None = None
    depth = 0
    for number, mark in enumerate(marks):
        if opened is None:
            if mark.opens is False:
                bare = number > 0 and not _has_words(text, marks[number - 1].end, mark.start)
                start = None if bare else _lost_start(text, found, mark)
                if start is not None:
                    _add(found, text, start, mark, opened=False)
            else:
                opened, depth = mark, 1
        elif _closes(opened, mark):
            depth -= 1
            if depth == 0:
                _add(found, text, opened, mark)
                opened = None
        elif _nests(opened, marks, number + 1):
            depth += 1
        else:
            _add(found, text, opened, _lost_end(text, opened, mark.start))
            opened, depth = mark, 1
    if opened is not None:
        _add(found, text, opened, _lost_end(text, opened, len(text)))
    return found


def _closes(opened: _Mark, mark: _Mark) -> bool:
    """Whether a mark closes the open one."""
    if mark.sign in _PARTNERS.get(opened.sign, ""):
        return True
    if mark.opens is None:
        return True
    return mark.opens is False


def _nests(opened: _Mark, marks: list[_Mark], first: int) -> bool:
    """A second opening mark stands inside if two closing ones follow before the next opening one."""
    closing = 0
    for place in range(first, len(marks)):
        if _closes(opened, marks[place]):
            closing += 1
            if closing == 2:
                return True
        else:
            return False
    return False


def _lost_start(text: str, found: list[Piece], mark: _Mark) -> int | None:
    """Where speech begins whose opening mark is lost: at the first sentence after the piece before.

    None if no sentence begins there: then the mark is a stray one.
    """
    since = max(found[-1].outer_end if found else 0, mark.start - LOST_WITHIN)
    half = [m for m in _SINGLE_OPEN.finditer(text, since, mark.start) if not _ELISION.match(text, m.start())]
    if half and not _singles(text[since : mark.start]):
        return half[-1].end()
    if not found and mark.start <= LOST_WITHIN:
        colon = text.rfind(": ", 0, mark.start)
        return colon + 2 if colon >= 0 else 0
    edge = _SENTENCE_EDGE.search(text, since, mark.start)
    return edge.end() if edge else None


def _lost_end(text: str, opened: _Mark, limit: int) -> int:
    """Where speech without a closing mark ends: at a single mark, where a speaker breaks in, else at the limit."""
    half = _HALF_CLOSE.search(text, opened.end, limit)
    cut = interruption().search(text, opened.end, limit)
    if half and (cut is None or half.start() < cut.start()):
        return half.start()
    return cut.start() + 1 if cut else limit


def _add(found: list[Piece], text: str, left: _Mark | int, right: _Mark | int, *, opened: bool = True) -> None:
    """Keep a piece without outer white space, unless nothing in it is a letter or digit."""
    outer_start, start = (left.start, left.end) if isinstance(left, _Mark) else (left, left)
    end, outer_end = (right.start, right.end) if isinstance(right, _Mark) else (right, right)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if _has_words(text, start, end):
        found.append(Piece(start, end, outer_start, outer_end, opened, isinstance(right, _Mark)))


def _has_words(text: str, start: int, end: int) -> bool:
    return any(character.isalnum() for character in text[start:end])


def _odd_singles(text: str) -> list[Piece]:
    """Pieces in single guillemets, either way round, and in low-high single marks."""
    found: list[Piece] = []
    for match in _ODD_SINGLES.finditer(text):
        start, end = match.span(match.lastindex or 0)
        sign = text[match.start()]
        left, right = _Mark(match.start(), start, sign, True), _Mark(end, match.end(), sign, False)
        _add(found, text, left, right)
    return found


def _singles(text: str) -> list[Piece]:
    """Pieces in single marks; an apostrophe after s is passed over where a later mark can close."""
    found: list[Piece] = []
    position = 0
    while (opening := _SINGLE_OPEN.search(text, position)) is not None:
        position = opening.end()
        if text.startswith(("''", "‘‘"), opening.start()) or _ELISION.match(text, opening.start()):
            continue
        following = _SINGLE_OPEN.search(text, opening.end())
        limit = following.start() if following else len(text)
        closing = _single_close(text, opening.end(), limit)
        if closing is not None:
            mark = _Mark(closing, closing + 1, text[closing], False)
            _add(found, text, _Mark(opening.start(), opening.end(), opening.group(), True), mark)
            position = closing + 1
    return found


def _single_close(text: str, start: int, limit: int) -> int | None:
    """The mark that closes a single quotation, or None if every candidate may be an apostrophe."""
    candidates = [match.start() for match in _SINGLE_CLOSE.finditer(text, start, limit)]
    for place in candidates:
        if not (text[place - 1] in "sS" and text[place + 1 : place + 2] == " ") or place == candidates[-1]:
            return place
    return None
