"""Two names that a report says are one's: "the Palata, known to guests as the Barn"; "Brimco, formerly Canal Co".

Also by brackets ("the Palata Rechna (River Palace)"), by "or" between commas, and turned round: "the Barn, as the
Northern Hall is known".
"""

from __future__ import annotations

from dateline.model import ActorKind
from dateline.reading.names.found import Found
from dateline.reading.names.lexicon import lexicon
from dateline.reading.names.somebody import Somebody
from dateline.reading.names.tokens import Tokens

_QUOTES = ("“", '"', "‘", "'", "«")
_BEFORE_KNOWN = (
    *(",", "(", "also", "better", "best", "widely", "popularly", "commonly", "locally", "usually", "generally"),
    *("who", "which", "is", "was", "often", "sometimes", "affectionately", "simply", "still", "long"),
)
_CALLED = frozenset(("nicknamed", "dubbed", "alias", "aka", "a.k.a."))
_FORMERLY = frozenset(("formerly", "previously", "originally", "now", "once"))
_ALSO_OTHERWISE = frozenset(("now", "once"))  # "Tavia, once the capital of the land"
_KNOWN = frozenset(("known", "called", "nicknamed", "dubbed"))
_BY = frozenset(("initials", "acronym", "abbreviation", "nickname", "name", "pseudonym", "alias"))
_REACH = 6  # tokens between "known" and "as"
_WHOLE = 2  # words of a name that brackets or "or" may give another name to
_SHORT_FORM = range(2, 8)  # letters of an acronym


def join_aliases(somebodies: list[Somebody]) -> list[Somebody]:
    """A name that the report equates with another joins it."""
    ending = {(id(m.found.tokens), m.found.last): s for s in somebodies for m in s.members}
    beginning = {(id(m.found.tokens), m.found.first): s for s in somebodies for m in s.members}
    gone: set[int] = set()
    for somebody in somebodies:
        told = (equated(found, somebody, ending, beginning) for found in somebody.names)
        target = next((other for other in told if other is not None and other is not somebody), None)
        if target is not None and not somebody.country and not target.country:
            target.absorb(somebody, "also known as", 0.9)
            gone.add(id(somebody))
            for table in (ending, beginning):
                table.update({key: target for key, held in table.items() if held is somebody})
    return [s for s in somebodies if id(s) not in gone]


type Places = dict[tuple[int, int], Somebody]


def equated(found: Found, somebody: Somebody, ending: Places, beginning: Places) -> Somebody | None:
    """Who the report says that the name is another name of."""
    key = id(found.tokens)
    end = before_alias(found)
    if end is not None and (key, end) in ending:
        return ending[key, end]
    start = after_alias(found)
    if start is not None and (key, start) in beginning:
        return beginning[key, start]
    end = beside(found)
    held = ending.get((key, end)) if end is not None else None
    return held if held is not None and may_stand_for(found, somebody, held) else None


def before_alias(found: Found) -> int | None:
    """The token at which what stands before ", also known as" ends; None where no such words lead to the name."""
    tokens, at = found.tokens, back_over_marks(found)
    led = led_by(tokens, at)
    if led is None:
        return None
    at = led
    while at >= 0 and tokens.lower[at] in _BEFORE_KNOWN:
        at -= 1
    return at + 1 if tokens.sentence[at] == tokens.sentence[found.first] else None


def led_by(tokens: Tokens, at: int) -> int | None:
    """The token before the words for a name that end at `at`: "known to fans as", "nicknamed", ", formerly"."""
    lower = tokens.lower
    if at < 1:
        return None
    if lower[at] == "as" or lower[at] in _BY:
        return back_to_known(lower, at)
    if lower[at] in _CALLED:
        return at - 1
    if lower[at] in _FORMERLY:
        return at - 1 if lower[at] not in _ALSO_OTHERWISE and lower[at - 1] in (",", "(") else None
    if lower[at] == "called" and tokens.dep[at] in ("acl", "appos", "relcl") and tokens.tag[at] == "VBN":
        return at - 1 - (lower[at - 1] in _FORMERLY)
    return None


def back_to_known(lower: list[str], at: int) -> int | None:
    """The token before "known", from "as" or from "initials" back; and before "formerly" that stands before it."""
    for back in range(at - 1, max(-1, at - 2 - _REACH), -1):
        if lower[back] == "known":
            first = back - 1 if back and lower[back - 1] in _FORMERLY else back
            return first - 1
        if lower[back] in (",", ";", ".", "(", ")"):
            return None
    return None


def back_over_marks(found: Found) -> int:
    """The last token before the name, its article and its quotation marks."""
    tokens, at = found.tokens, found.first - 1
    while at >= 0 and (tokens.lower[at] in _QUOTES or tokens.lower[at] == "the"):
        at -= 1
    return at


def after_alias(found: Found) -> int | None:
    """The first token of the name in ", as the Northern Hall is known" after this one; None for other words."""
    lower, at = found.tokens.lower, found.last
    while at < len(lower) and lower[at] in (*_QUOTES, "”", "’", "»", ","):
        at += 1
    if lower[at : at + 1] != ["as"] or lower[at - 1] != ",":
        return None
    start = at + 1 + (lower[at + 1 : at + 2] == ["the"])
    for further in range(start + 1, min(start + 2 * _REACH, len(lower))):
        if lower[further] in (",", ".", ";"):
            return None
        if lower[further] in _KNOWN and lower[further - 1] != "as":
            return start
    return None


def beside(found: Found) -> int | None:
    """Where the name ends that this one follows in brackets, or after ", or"."""
    tokens, at, after = found.tokens, back_over_marks(found), found.last
    while after < len(tokens) and tokens.text[after] in (*_QUOTES, "”", "’", "»"):
        after += 1
    mark = tokens.text[after] if after < len(tokens) else "."
    if at > 0 and tokens.text[at] == "(" and mark == ")":
        return at
    if (
        at > 1
        and tokens.lower[at] == "or"
        and tokens.text[at - 1] == ","
        and mark in (",", ".", ")", ";", "—", "–")
    ):
        return at - 1
    return None


def may_stand_for(found: Found, one: Somebody, other: Somebody) -> bool:
    """True for two names of a body or a place that are told in full, or one by its initials."""
    if ActorKind.PERSON in one.evidence.weights or other.kind in (ActorKind.PERSON, ActorKind.COUNTRY):
        return False
    text = found.words.text
    if text.isupper() and text.isalpha() and len(text) in _SHORT_FORM:
        return other.kind is ActorKind.ORGANISATION and len(other.fullest) >= _WHOLE
    kinds = lexicon().bodily | lexicon().place
    two_bodies = not kinds.isdisjoint(one.fullest) and not kinds.isdisjoint(
        other.fullest
    )  # "Orel Bank, or Holm Bank"
    return len(one.fullest) >= _WHOLE and len(other.fullest) >= _WHOLE and not two_bodies
