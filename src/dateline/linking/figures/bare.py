"""Numbers without a noun: "the union put it at 30,000", "she counted 52 of them", "80,000 had come".

What such a number counts stands before it in its clause ("put the number of injured at 84"), or was counted last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.linking.figures.units import PEOPLE, SCOPED, Unit, counted, phrases, table, things
from dateline.linking.speech.spoken import tokens

_ENDS = re.compile(
    r"(?:\s*(?:[.,;:”)]|$)"
    r"|\s+(?:on|in|at|by|for|from|and|or|but|to|with|after|before|when|who|of (?:them|those|these|whom|which))\b)"
)
_OF_THEM = re.compile(r"\s+of (?:them|those|these)\b", re.IGNORECASE)
_COME = re.compile(  # who came, and what befell them
    r"\s+(?:(?:had|have|has|were|are|was|did|would) (?:already |since |then |not )?(?:been )?)?"
    r"(?:come|came|gone|went|taken|took|died|dead|hurt|lost|stood|turned|[^\W\d_]{3,}ed|marching|held)\b",
    re.IGNORECASE,
)
_WHAT = r"(?P<what>[^,;.:“”\d]{1,60}?)"
_PUT = re.compile(
    rf"\b(?:put|puts|putting|estimat(?:e|es|ed|ing)|gave|gives|give|giving|set|sets|placed?|places|reckon(?:s|ed)?"
    rf"|believes?|believed) {_WHAT} (?:at|as|to be) $",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"\b(?:log|list|register|records?|books?|file|minutes|notes|copy|copies|line)"
    r" (?:has|have|shows?|gives?|reads?|says?) $",
    re.IGNORECASE,
)
_BY_COUNT = re.compile(
    r"\bby (?:its|their|his|her) (?:own )?(?:count|reckoning|estimate|tally),? $", re.IGNORECASE
)
_IS = re.compile(
    r"\b(?:it|that|there|(?:the|its|their|his|her)(?: [^\W\d_]+)?"
    r" (?:number|figure|total|toll|sum|count|crowd|bill|cost)"
    r"(?: of [^,;.\d]{1,40}?)?)"
    r" (?:is|are|was|were|had been|would be|will be|stands|stood|came|comes)(?: (?:at|to|in fact|really|much))* $",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:says?|said)(?: that)?(?: (?:it|they|there) (?:was|were|is|are|had been))? $", re.IGNORECASE
)
_NEARER = re.compile(r"\b(?:nearer|closer|more like|close)(?: to)? $", re.IGNORECASE)
_AGAIN = re.compile(r"(?:it|that|them|(?:the|its|their|his|her)(?: [^\W\d_]+){1,2})", re.IGNORECASE)
_TOLL = re.compile(r"\b(?:death )?toll\b", re.IGNORECASE)
_CROWD_OF = re.compile(r"\b(?:crowds?|attendances?|turnout|audience|gate|throng|queue) of $", re.IGNORECASE)
MEANT = 2  # plural nouns that "them" may stand for
LOOKED_AT = 110  # characters before a number in which its construction stands


@dataclass(frozen=True, slots=True)
class Bare:
    """A number without a noun."""

    units: tuple[Unit, ...]  # what its clause says that it counts; empty: what was counted last
    recalls: bool  # it speaks of a count that stands before it, and says it otherwise
    part: bool = False  # "14 of them stayed at home": not of all
    them: bool = False  # it counts what was named last: "she counted 52 of them"


def bare(text: str, number: re.Match[str], clause: str) -> Bare | None:
    """How a number without a noun of its own counts; None if it does not seem to."""
    before = approximated(text[max(0, number.start() - LOOKED_AT) : number.start()])
    if _CROWD_OF.search(before):
        return Bare((PEOPLE,), recalls=False)
    ends = _ENDS.match(text, number.end())
    them = bool(_OF_THEM.match(text, number.end()))  # all of them, or a part: "nineteen of them were held"
    if ends and (put := _PUT.search(before)):
        return Bare(units_in(put["what"]), recalls=True)
    if ends and (_speaks().search(before) or (not them and (_NEARER.search(before) or _SAID.search(before)))):
        return Bare((), recalls=not them, them=them)
    if ends and (told := _IS.search(before)):
        return Bare(units_in(told[0]), recalls=not them, them=them)
    if them:
        return Bare((), recalls=False, them=True, part=True)
    if _COME.match(text, number.end()) and befell(clause):
        return Bare((PEOPLE,), recalls=False)
    return None


def recalls(text: str, at: int) -> bool:
    """True if a number is said of what was counted before: "puts it at 44 per cent", "closer to 5 billion"."""
    before = approximated(text[max(0, at - LOOKED_AT) : at])
    put = _PUT.search(before)
    told = _IS.search(before)
    it_is = told and told[0].casefold().startswith(("it ", "the "))
    return bool((put and _AGAIN.fullmatch(put["what"])) or it_is or _NEARER.search(before))


def approximated(before: str) -> str:
    """What stands before a number and the words that make it a bound or an approximation."""
    while match := _approximator().search(before):
        before = before[: match.start()]
    return before


@cache
def _speaks() -> re.Pattern[str]:
    """A verb of counting right before a number: "the authority speaks of 112"."""
    longest = sorted(table("counting"), key=lambda verb: (-len(verb), verb))
    return re.compile(rf"\b(?:{'|'.join(longest)}) $|{_BY_COUNT.pattern}|{_LISTED.pattern}", re.IGNORECASE)


@cache
def _approximator() -> re.Pattern[str]:
    words = (
        table("at_least")
        | table("at_most")
        | table("about_so_many")
        | {"just", "only", "exactly", "precisely", "a mere"}
    )
    longest = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<= )(?:{'|'.join(map(re.escape, longest))}) $", re.IGNORECASE)


def units_in(what: str) -> tuple[Unit, ...]:
    """What "the number of injured", "the crowd" or "the toll" counts; nothing for "it" and "the number"."""
    words = tokens(what)
    if _TOLL.search(what) or phrases("crowd").search(what.casefold()) or befell(what):
        return (PEOPLE,)
    found = [counted(word) for word in words if word in table("people") or word in things()]
    return tuple(found[:1])


def named_last(before: str) -> tuple[Unit, ...]:
    """The things of many names that "them" may mean: those that a text before it names last."""
    found = {
        unit.key: unit
        for word in tokens(before)
        if word in things() | table("people")
        for unit in (counted(word),)
    }
    return tuple(found.values())[-MEANT:]


def befell(clause: str) -> bool:
    """True if a clause tells of a crowd, or of what befell people."""
    said = clause.casefold()
    return any(phrases(name).search(said) for name in ("crowd", *SCOPED))
