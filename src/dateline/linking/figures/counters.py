"""Who counts: the source that a sentence names for a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

from dateline.linking.figures.units import table
from dateline.linking.speech.spoken import stem

LONGEST = 60  # characters of a source
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_AFTER = re.compile(rf"\baccording to (?P<who>[^,.;:]{{2,{LONGEST}}})", re.IGNORECASE)
_BY_COUNT = re.compile(
    rf"\bby (?P<who>[^,.;:]{{2,{LONGEST}}}?)['’]s? (?:own )?(?:count|reckoning|estimate|tally|figures)\b",
    re.IGNORECASE,
)


@cache
def _before_verb() -> re.Pattern[str]:
    """A source before its verb, from the last mark or conjunction on."""
    verbs = "|".join(sorted(table("counting") | table("stating"), key=lambda verb: (-len(verb), verb)))
    return re.compile(
        rf"(?:^|[,;:.“”]\s*|\b(?:and|but|while|whereas|though|although|as)\s)"
        rf"(?P<who>[^,;:.“”\d]{{2,{LONGEST}}}?)(?:, [^,;.]{{2,{LONGEST}}},)?"
        r"\s(?:has |have |had |now |later |also |alone |themselves |itself )*"
        rf"(?:{verbs})\b",
        re.IGNORECASE,
    )


@dataclass(frozen=True, slots=True)
class Source:
    """Who counts, and where a sentence says so."""

    stems: frozenset[str]  # of the words that name the source; empty if nobody is named
    start: int
    end: int


PRONOUNS = frozenset(
    (
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "this",
        "that",
        "these",
        "those",
        "there",
        "who",
        "which",
        "some",
    )
)
DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "our", "my"))
SUBJECT = 2  # of these, those that may be a pronoun
OPENING = 3  # words of a clause in which its subject stands
NOBODY = Source(frozenset(), 0, 0)


def source(text: str, at: int) -> Source:
    """Who gives the number at a place in a sentence: the source that stands nearest."""
    found = [match for pattern in (_BY_COUNT, _AFTER, _before_verb()) for match in pattern.finditer(text)]
    for match in sorted(found, key=lambda match: min(abs(at - match.start("who")), abs(at - match.end()))):
        words = (word.casefold() for word in _WORD.findall(match["who"]))
        if stems := frozenset(stem(word) for word in words if word not in STOP_WORDS):
            return Source(stems, *match.span("who"))
    return NOBODY


def subject(text: str, at: int) -> frozenset[str]:
    """Stems of the first words of the clause of a number that is said otherwise: "shepherds are sure of 500"."""
    words = [word.casefold() for word in _WORD.findall(text[:at])[:OPENING]]
    if (
        not words
        or not PRONOUNS.isdisjoint(words)
        or words[0] in STOP_WORDS - {"the", "a", "an", "its", "their", "his", "her"}
    ):
        return frozenset()
    return frozenset(stem(word) for word in words if word not in STOP_WORDS)
