"""What one sentence says is so, and what it says is not so, clause by clause.

Only what is negated itself is denied: the verb after "not", the noun after "no". A clause about what may, will or
should be says neither. Words are compared by families: "inspection" and "inspected" are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

from dateline.linking.speech.spoken import NEGATIONS, stem, tokens
from dateline.vocabulary import load

_CLAUSE = re.compile(
    r"[,;:–—.!?]+(?:\s|$)|\b(?:but|although|though|because|since|while|whereas|after|before|when|as|(?=(?:if|unless)\b)"
    r"|and (?=(?:nobody|nothing|none|no|never|nor)\b))\b",
    re.IGNORECASE,
)
_MONTH = re.compile(r"(?<=\w )May\b")  # inside a sentence the month is not the verb
_THERE = re.compile(r"\bthere(?:'s| is| are| was| were| has been| have been| had been) ")
_EVIDENCE = re.compile(r"\b(?:evidence|signs?|proof|indications?) of ")  # "no evidence of fraud": no fraud
_SUFFIXES = ("ations", "ation", "ating", "at", "ions", "ion", "ments", "ment", "ances", "ance")
FAMILY_LETTERS = 5  # a suffix is cut only where so many letters remain: "station" is no "state"
REACH = 4  # words from a negation to what it negates: "not been free or fair"
AUXILIARIES = frozenset(
    {"is", "are", "was", "were", "am", "has", "have", "had", "do", "does", "did", "be", "been", "being"}
)
PRO_FORMS = ("nobody", "nothing", "none")
PRO_FORMS_OF_ALL = frozenset({"nobody", "none"})
_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})
_RELATIVE = frozenset({"who", "which", "that"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them", "this", "that", "these", "those", "you"})
ENDS_NOUN = frozenset(
    {
        *("of", "in", "on", "at", "for", "to", "from", "by", "with", "against", "near", "along", "over", "under"),
        *("between", "among", "that", "which", "who", "whose", "about", "into", "within", "inside", "outside"),
        *("my", "his", "her", "our", "your", "its", "their", "ever", "yet", "will", "would", "could", "can"),
        *("and", "or", "than", "towards", "the", "a", "an", "is", "are", "was", "were", "has", "have", "had"),
    }
)


@dataclass(frozen=True, slots=True)
class Polarity:
    """The families of a sentence's words."""

    affirmed: frozenset[str]
    denied: frozenset[str]
    about: frozenset[str]  # all that say something, denied or not
    beside: frozenset[str]  # those of the clauses that deny something
    anybody: bool  # it denies of everybody: "nobody was hurt"
    exists: bool  # "there is", "there is no"
    own: frozenset[str]  # those of clauses in which "I" or "we" speak of themselves
    pronoun: bool  # it speaks of "he", "it" or "they", whoever that is
    open: bool  # some clause is left open
    question: bool
    closed: tuple[str, ...]  # the words of the clauses that are not left open, in order


def polarity(text: str) -> Polarity:
    """Read one sentence; a question says nothing."""
    folded = canonical(text)
    affirmed: set[str] = set()
    denied: set[str] = set()
    about: set[str] = set()
    own: set[str] = set()
    beside: set[str] = set()
    closed: list[str] = []
    for clause in _CLAUSE.split(folded):
        said = tokens(clause)
        closed += so_far(said)
        told = families(said)
        about |= told
        own |= frozenset() if _FIRST_PERSON.isdisjoint(said) else told
        if not open_words().isdisjoint(said) or tuple(said[:2]) == ("do", "not"):
            continue  # open, or an order
        heads = set(denied_heads(said))
        denied |= heads
        beside |= told if heads else frozenset()
        if not heads and NEGATIONS.isdisjoint(said):
            affirmed |= told
    words = frozenset(tokens(folded.removeprefix("that ")))
    question = text.rstrip("\"'”’ ").endswith("?")
    return Polarity(
        affirmed=frozenset() if question else frozenset(affirmed),
        denied=frozenset() if question else frozenset(denied),
        about=frozenset(about),
        beside=frozenset(beside),
        anybody=not PRO_FORMS_OF_ALL.isdisjoint(words),
        exists=bool(_THERE.search(folded)),
        own=frozenset(own),
        pronoun=not _PRONOUNS.isdisjoint(words),
        question=question,
        closed=tuple(closed),
        open=question or not open_words().isdisjoint(words) or AUXILIARIES.isdisjoint(words),
    )


def so_far(said: Sequence[str]) -> Sequence[str]:
    """The words of a clause that is not left open: in "he was innocent and would appeal" those before "and"."""
    for at, word in enumerate(said):
        if word in open_words():
            joined = at and said[at - 1] == "and"
            return said[: at - 1] if joined else ()
    return said


def canonical(text: str) -> str:
    """In lower case, with the month named and one phrase for each thing that has several."""
    folded = _MONTH.sub("monthofmay", text).casefold().replace("’", "'").replace("-", "")
    folded = _EVIDENCE.sub("", folded)
    return same_pattern().sub(lambda match: same_phrases()[match[0]], folded)


def denied_heads(said: Sequence[str]) -> Iterator[str]:
    """Families of what is negated itself."""
    for at in range(len(said)):
        rest = said[at + 1 : at + 1 + REACH]
        if not negates(said, at) or (rest and rest[0] in no_denial()):
            continue
        head = negated(said, at, rest)
        if head and not is_light(head):
            yield family(head)


def negates(said: Sequence[str], at: int) -> bool:
    """True for "no", "never" and a "not" behind an auxiliary; not in "those who have not paid"."""
    before = said[max(0, at - 2) : at]
    if said[at] == "not" and AUXILIARIES.isdisjoint(before):
        return False
    relative = at > 2 and not _RELATIVE.isdisjoint(before)
    return said[at] in ("no", "not", "never", *PRO_FORMS) and not relative


def negated(said: Sequence[str], at: int, rest: Sequence[str]) -> str | None:
    """The word that a negation denies: a noun, a verb behind it, or the verb of which "nothing" is the object."""
    if said[at] == "no":
        return noun_after(rest)
    before = said[at - 1] if at else ""
    if said[at] == "nothing" and before and before not in STOP_WORDS:
        return before
    return predicate_after(rest)


def predicate_after(rest: Sequence[str]) -> str | None:
    """What "not" or "never" negates: the first word that says something; adverbs and auxiliaries do not."""
    return next((word for word in rest if word not in STOP_WORDS and not word.endswith("ly")), None)


def noun_after(rest: Sequence[str]) -> str | None:
    """What "no" negates: the last word of its noun phrase that says something ("no secret deal": secret)."""
    head = None
    for word in rest:
        if word in ENDS_NOUN or (head and word.endswith("ed")):
            break
        if head is None or not is_light(word):
            head = word
    return head


def families(said: Sequence[str]) -> frozenset[str]:
    """Families of the words that say something."""
    return frozenset(
        family(word)
        for word in said
        if len(word) > 1 and word not in STOP_WORDS and word not in NEGATIONS and not is_light(word)
    )


@cache
def family(word: str) -> str:
    """A word without inflection and without the ending that makes a noun of a verb."""
    base = stem(word)
    for suffix in _SUFFIXES:
        if base.endswith(suffix) and len(base) - len(suffix) >= FAMILY_LETTERS:
            return base.removesuffix(suffix)
    return base


@cache
def is_light(word: str) -> bool:
    """True for a word that any two statements may share, and for one that is left open."""
    return stem(word) in light_stems() or word in open_words()


@cache
def light_stems() -> frozenset[str]:
    """Stems of the light words."""
    return frozenset(stem(word) for word in load("statement_words")["light"]["words"])


@cache
def open_words() -> frozenset[str]:
    """Words that leave a clause open."""
    return frozenset(load("statement_words")["open"]["words"])


@cache
def no_denial() -> frozenset[str]:
    """Words after which a negation denies nothing."""
    return frozenset(load("statement_words")["no_denial"]["after"])


@cache
def same_phrases() -> dict[str, str]:
    """For each phrase the one that stands for it."""
    return {phrase: line[0] for line in load("statement_words")["same"]["phrases"] for phrase in line}


@cache
def same_pattern() -> re.Pattern[str]:
    """Any of these phrases, as whole words."""
    longest = sorted(same_phrases(), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")
