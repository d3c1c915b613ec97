"""Marks that are nobody's speech: names of things, nicknames, terms, mottos, and words held at arm's length."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from dateline.model import MarkReason
from dateline.reading.speech.layout import Layout
from dateline.vocabulary import load

_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
)
_LEADS_IN = frozenset({",", ":"})
_ARTICLES = frozenset({"the", "a", "an"})
NAMED_WITHIN = 12  # words between "what" and the marks in "what the miners of Varda called the “walk of lamps”"
NICKNAME_WORDS = 3  # "Big Bad Bob" is as long as nicknames between two names are


@cache
def _beside(kind: str) -> frozenset[str]:
    return frozenset(load("marked_words")["beside"][kind])


def name_of_a_thing(layout: Layout, number: int) -> tuple[MarkReason, str] | None:
    """Reasons that hold even inside somebody's reported clause: a nickname, the title of a work."""
    before, after = _neighbour(layout, number, -1), _neighbour(layout, number, 1)
    words = layout.text_of(number).rstrip(",").split()
    if _is_nickname(before, after, words):
        return MarkReason.NICKNAME, "between two parts of a name"
    if _is_named(layout, number):
        return MarkReason.TITLE, "the name that somebody gives to a thing"
    if not _looks_like_title(words):
        return None
    if before is not None and before.pos_ != "VERB" and before.lemma_.lower() in _beside("works"):
        return MarkReason.TITLE, f"after the word {before.lemma_.lower()}"
    if after is not None and after.pos_ == "NOUN" and after.lemma_.lower() in _beside("works"):
        return MarkReason.TITLE, f"before the word {after.lemma_.lower()}"
    if len(words) > 1 and before is not None and before.dep_ in ("prep", "case", "poss"):
        return MarkReason.TITLE, "capitalised, after a preposition"
    return None


def is_led(layout: Layout, number: int) -> bool:
    """True for words after a colon that no cue leads in: "Then: “Again.”"."""
    before = [t for t in layout.before(number) if not t.is_space]
    if (
        len(before) < 2 or before[-1].text != ":" or layout.text_of(number)[-1] not in ".!?"
    ):  # the colon and a word
        return False
    return set_apart(layout, number)[0] in (MarkReason.SCARE, MarkReason.UNATTRIBUTED)


def set_apart(layout: Layout, number: int) -> tuple[MarkReason, str]:
    """Why a piece that no cue takes is nobody's speech."""
    named = name_of_a_thing(layout, number)
    if named is not None:
        return named
    before, after = _neighbour(layout, number, -1), _neighbour(layout, number, 1)
    words = layout.text_of(number).rstrip(",.").split()
    near = [t.lemma_.lower() for t in layout.before(number)[-4:]]
    if _beside("mottos") & set(near):
        return MarkReason.MOTTO, "beside a word for a motto or a sign"
    if before is not None and before.lemma_.lower() in _beside("terms"):
        return MarkReason.TERM, f"after the word {before.lemma_.lower()}"
    if after is not None and after.pos_ == "NOUN" and after.lemma_.lower() in _beside("works"):
        return MarkReason.TITLE, f"before the word {after.lemma_.lower()}"
    if _beside("distance") & {t.lower_ for t in layout.before(number)[-3:]} or _beside("naming") & set(near):
        return MarkReason.SCARE, "held at arm's length"
    if len(words) > 1 and _looks_like_title(words):
        return MarkReason.TITLE, "capitalised"
    if layout.is_clause(number):
        return MarkReason.UNATTRIBUTED, "a clause, and no speaker"
    return MarkReason.SCARE, "part of a sentence that reports no speech"


def _is_nickname(before: Token | None, after: Token | None, words: list[str]) -> bool:
    if before is None or after is None or len(words) > NICKNAME_WORDS:
        return False
    return before.pos_ == "PROPN" and after.pos_ == "PROPN" and words[0][0].isupper()


def _is_named(layout: Layout, number: int) -> bool:
    """True for a name given to the very thing that the sentence is about, as against an opinion of it.

    "What the miners called the “walk of the lamps” ended", "a road that they hailed as a “road of peace”", "which
    fans nicknamed “the Goat”"; not "called the talks “constructive”" nor "what she called “a farce”".
    """
    before = [t for t in layout.before(number) if not t.is_space][-NAMED_WITHIN:]
    article = before.pop().lower_ if before and before[-1].lower_ in _ARTICLES else ""
    if before and before[-1].lower_ == "as":
        before.pop()
    if not before or before[-1].pos_ != "VERB":
        return False
    verb = before[-1]
    if verb.lemma_.lower() in _beside("christening"):
        return True
    if article == "the" and verb.lemma_.lower() in _beside("naming") and any(t.lower_ == "what" for t in before):
        return True
    head = next((t for t in layout.tokens_of(number) if t.pos_ in ("NOUN", "PROPN")), None)
    return verb.dep_ == "relcl" and head is not None and verb.head.lemma_.lower() == head.lemma_.lower()


def _looks_like_title(words: list[str]) -> bool:
    """Every word of weight is capitalised, and no sentence ends there."""
    if not words or words[-1][-1] in ".!?":
        return False
    heavy = [word for word in words if word.lower() not in _SMALL]
    return bool(heavy) and all(word[0].isupper() or word[0].isdigit() for word in heavy)


def _neighbour(layout: Layout, number: int, step: int) -> Token | None:
    """The word right beside a piece, or None at a comma, a colon, an edge or another piece."""
    tokens = layout.before(number)[::-1] if step < 0 else layout.after(number)
    for token in tokens:
        if token.text in _LEADS_IN:
            return None
        if not token.is_space and not token.is_punct:
            return token
    return None
