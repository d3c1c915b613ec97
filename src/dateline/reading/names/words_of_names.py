"""Words that are part of a name though by themselves they are none: "National Accord", "Per Holm", "Arvik 33"."""

from __future__ import annotations

import re

from dateline.reading.names.lexicon import Lexicon
from dateline.reading.names.spelling import initials
from dateline.reading.names.tokens import Tokens

# What names a treaty after an article, and a party or a firm without one.
_TREATIES = frozenset(
    ("accord", "agreement", "charter", "convention", "declaration", "order", "spring", "resolution")
)
_CLUB_DIGITS = 2  # of the year in a club's name
_FOUNDED = re.compile(r"1[89]\d\d|20[0-4]\d")  # the year in full: "Orel 1909"
_AT_A_TIME = frozenset(("in", "at", "since", "during", "until", "from", "by", "before", "after"))
_OF_PEOPLE = re.compile(r"(?:.*men|children|people)$")  # plurals without an s: "the Seamen's Hall"
_SAINTS = frozenset(("st", "st.", "saint", "san", "santa", "sankt"))
_KEPT_TITLES = frozenset(("father", "sister", "brother", "pope"))  # with one name after them they are part of it
MAX_ACRONYM_WORDS = 12  # tokens before "(ABC)" in which its expansion is looked for
_DASHES = ("-", "–", "‑")


def within_body(tokens: Tokens, at: int) -> bool:
    """True for "Accord" of "National Accord said": a body has no article, a treaty has one."""
    if tokens.lower[at] not in _TREATIES or tokens.titled[at]:
        return False
    before = at > 0 and tokens.pos[at - 1] in ("PROPN", "ADJ", "NOUN") and tokens.text[at - 1][0].isupper()
    first = at - 1 if before else at
    after = at + 1 < len(tokens) and tokens.pos[at + 1] == "PROPN" and tokens.text[at + 1][0].isupper()
    article = first > 0 and (tokens.pos[first - 1] in ("DET", "PROPN", "PRON") or tokens.tag[first - 1] == "POS")
    return (before or after) and not article


def is_first_name(tokens: Tokens, lexicon: Lexicon, at: int) -> bool:
    """True for "Per" of "Per Holm", which the model takes for a preposition."""
    known = tokens.lower[at] in lexicon.given and not tokens.titled[at]
    return known and at + 1 < len(tokens) and tokens.text[at + 1][0].isupper() and tokens.pos[at + 1] == "PROPN"


def counts_its_name(tokens: Tokens, lexicon: Lexicon, at: int) -> bool:
    """True for the number in a club's name: "Arvik 33 won", but not "Arvik 33 miners", "Holm, 33", "March 12"."""
    if not tokens.text[at].isdigit() or tokens.lower[at - 1] in lexicon.none:
        return False
    if _FOUNDED.fullmatch(tokens.text[at]):
        return is_founded(tokens, at)
    if len(tokens.text[at]) != _CLUB_DIGITS or tokens.head[at] != at - 1:
        return False
    if tokens.entity[at] in ("DATE", "TIME", "MONEY"):
        return False
    nxt = at + 1
    return (
        nxt < len(tokens)
        and tokens.pos[nxt] in ("PUNCT", "VERB", "AUX", "ADP")
        and tokens.text[nxt] not in _DASHES
    )


def is_founded(tokens: Tokens, at: int) -> bool:
    """True for the year in "the association Orel 1909"; not in "in Orel 1909", "the Olympics of Orel 1909"."""
    first = at - 1
    while first > 0 and tokens.pos[first - 1] == "PROPN" and tokens.sentence[first - 1] == tokens.sentence[at]:
        first -= 1
    named = tokens.pos[at - 1] == "PROPN" and tokens.head[at] == at - 1
    before = tokens.lower[first - 1] if first > 0 and tokens.sentence[first - 1] == tokens.sentence[at] else ""
    return named and before not in _AT_A_TIME


def owns_in_its_name(tokens: Tokens, lexicon: Lexicon, at: int) -> bool:
    """True for the possessive in the name of a body or a house: "Orel Children's Hospital", "St Anne's School"."""
    nxt = at + 1
    if nxt >= len(tokens) or at < 1 or not tokens.text[nxt][0].isupper():
        return False
    if tokens.lower[nxt] not in lexicon.bodily and tokens.lower[nxt] not in lexicon.place:
        return False
    saint = at > 1 and tokens.lower[at - 2] in _SAINTS
    return saint or (tokens.text[at - 1][0].isupper() and bool(_OF_PEOPLE.match(tokens.lower[at - 1])))


def keeps_title(tokens: Tokens, at: int, end: int) -> bool:
    """True for "Father" of "Father Ruben": who has but one name is called by it and the title."""
    word = tokens.lower[at]
    return word in _KEPT_TITLES and at + 2 == end and not tokens.titled[at]


def names_an_office(tokens: Tokens, at: int) -> bool:
    """True for "Defender" in "the Office of the Public Defender": the office is meant, not who holds it."""
    first = at
    while first > 0 and tokens.text[first - 1][0].isupper() and tokens.sentence[first - 1] == tokens.sentence[at]:
        first -= 1
    return tokens.lower[max(0, first - 3) : first] == ["office", "of", "the"]


def is_part_of_name(tokens: Tokens, lexicon: Lexicon, at: int) -> bool:
    """True if a word belongs to the name before it: "Port-au-Prince", "Tom King", "Ministry of Justice"."""
    if tokens.text[at - 1] in _DASHES:
        return tokens.joined(at)
    of = at - 1 - (tokens.lower[at - 1] == "the")  # "Office of the Prosecutor"
    if tokens.lower[of] != "of" and (of != at - 1 or tokens.lower[of] not in lexicon.given):
        return False
    before = of - 1 if tokens.lower[of] == "of" else of
    return before >= 0 and tokens.text[before][0].isupper() and tokens.sentence[before] == tokens.sentence[at]


def expansion(tokens: Tokens, bracket: int, acronym: str) -> int | None:
    """The first token of the words before a bracket whose capitals are an acronym's letters."""
    for first in range(bracket - 1, max(-1, bracket - 1 - MAX_ACRONYM_WORDS), -1):
        if tokens.sentence[first] != tokens.sentence[bracket]:
            return None
        starts = tokens.text[first][0].isupper() and tokens.lower[first] != "the"
        if starts and initials(tokens.words(first, bracket).text) == acronym:
            return first
    return None
