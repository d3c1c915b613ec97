"""People by their number, their age or their trade: "at least 14", "the 54-year-old", plurals that no list has."""

from __future__ import annotations

from dateline.reading.names.lexicon import Lexicon
from dateline.reading.names.tokens import Tokens

AGE = "year-old"
_AGENT_LETTERS = 7  # shorter words in "-ists" are lists and fists
_AGENTS = (
    "workers",
    "fighters",
    "drivers",
    "keepers",
    "holders",
    "owners",
    "goers",
    "men",
    "women",
    "ists",
    "hauliers",
)
_BARE_COUNTS = frozenset(("dozens", "scores", "hundreds", "thousands", "millions"))


def stands_for_its_age(tokens: Tokens, at: int) -> bool:
    """True for "old" in "the 54-year-old said": no noun follows that it would qualify."""
    if not is_age(tokens, at):
        return False
    if at + 1 >= len(tokens) or tokens.text[at + 1] in (",", "."):
        return True
    return tokens.lower[at + 1].endswith("ed") or tokens.pos[at + 1] not in ("NOUN", "PROPN", "ADJ", "PUNCT")


def is_age(tokens: Tokens, at: int) -> bool:
    """True for the last word of "54-year-old"."""
    return at > 2 and tokens.lower[at] == "old" and tokens.lower[at - 2] == "year"


def is_number(tokens: Tokens, lexicon: Lexicon, at: int) -> bool:
    """True for a word that counts the noun after it: "twenty", "tens" before "of"."""
    counts = tokens.lower[at] in lexicon.measures and tokens.lower[at + 1 : at + 2] == ["of"]
    return counts or tokens.pos[at] == "NUM" or tokens.entity[at] == "CARDINAL"


def count_of(tokens: Tokens, lexicon: Lexicon, first: int, head: int) -> str:
    """How many a phrase says they are, without "at least" and the like; "" if it does not say."""
    words = [
        tokens.lower[at]
        for at in range(first, head)
        if tokens.pos[at] == "NUM"
        or tokens.entity[at] == "CARDINAL"
        or (tokens.text[at][-1] == "s" and tokens.lower[at + 1] == "of")
    ]
    return " ".join(word for word in words if word not in lexicon.approximate and word[0].isalnum())


def is_group(tokens: Tokens, lexicon: Lexicon, at: int) -> bool:
    """True for a plural noun for people that no list has, and for bare "thousands" as a subject."""
    word = tokens.lower[at]
    subject = tokens.dep[at] in ("nsubj", "nsubjpass")
    if word in _BARE_COUNTS:
        return subject and tokens.tag[at] == "NNS"
    if tokens.tag[at] != "NNS" or len(word) < _AGENT_LETTERS:
        return False
    if word.endswith(_AGENTS):
        return True
    speaks = subject and tokens.lower[tokens.head[at]] in lexicon.speech
    return speaks and word.endswith(("ers", "ors", "ants", "eers"))


def is_plain_plural(tokens: Tokens, lexicon: Lexicon, at: int) -> bool:
    """True for a plural noun that has its capital from the sentence only: "Ships queued", not "Torres said"."""
    alone = at + 1 >= len(tokens) or not tokens.text[at + 1][0].isupper()
    if not alone or tokens.tag[at] != "NNS" or not tokens.text[at][1:].islower():
        return False
    token = tokens.parse.doc[at]
    known = not token.vocab[token.lemma_.lower()].is_oov
    return known and tokens.entity[at] != "PERSON" and tokens.lower[tokens.head[at]] not in lexicon.speech
