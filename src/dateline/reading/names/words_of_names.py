"""Words that are part of a name though by themselves they are none: "National Accord", "Per Holm", "Arvik 33"."""

from __future__ import annotations

from dateline.reading.names.lexicon import Lexicon
from dateline.reading.names.tokens import Tokens

# What names a treaty after an article, and a party or a firm without one.
_TREATIES = frozenset(
    ("accord", "agreement", "charter", "convention", "declaration", "order", "spring", "resolution")
)
_CLUB_DIGITS = 2  # of the year in a club's name
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
    if len(tokens.text[at]) != _CLUB_DIGITS or not tokens.text[at].isdigit() or tokens.head[at] != at - 1:
        return False
    if (
        tokens.entity[at] in ("TIME", "MONEY")
        or tokens.pos[at - 1] != "PROPN"
        or tokens.lower[at - 1] in lexicon.none
    ):
        return False
    nxt = at + 1
    return (
        nxt < len(tokens)
        and tokens.pos[nxt] in ("PUNCT", "VERB", "AUX", "ADP")
        and tokens.text[nxt] not in _DASHES
    )
