"""Marks that are nobody's speech: names of things, nicknames, terms, mottos, and words held at arm's length."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from dateline.model import MarkReason
from dateline.reading.speech.cues import verb_cue
from dateline.reading.speech.grammar import own_subject
from dateline.reading.speech.layout import Layout
from dateline.vocabulary import load

_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
)
_LEADS_IN = frozenset({",", ":"})
_READS = frozenset({"read", "say", "bear", "proclaim", "declare"})
_ARTICLES = frozenset({"the", "a", "an"})
NAMED_WITHIN = 12  # words between "what" and the marks in "what the miners of Varda called the “walk of lamps”"
KNOWN_WITHIN = 10  # words between "known" and "as": "known to everybody in the docks as"
TERM_WORDS = 2  # a longer piece is no word
NICKNAME_WORDS = 3  # "Big Bad Bob" is as long as nicknames between two names are


@cache
def saying_nouns() -> frozenset[str]:
    """Nouns for what somebody says."""
    return frozenset(load("marked_words")["beside"]["sayings"])


@cache
def topics() -> frozenset[str]:
    """Nouns for the matter that a headline names before a colon."""
    return frozenset(load("marked_words")["beside"]["topics"])


@cache
def _beside(kind: str) -> frozenset[str]:
    return frozenset(load("marked_words")["beside"][kind])


def name_of_a_thing(layout: Layout, number: int) -> tuple[MarkReason, str] | None:
    """Reasons that hold even inside somebody's reported clause: a nickname, the title of a work."""
    before, after = _neighbour(layout, number, -1), _neighbour(layout, number, 1)
    words = _words_of(layout, number, before)
    if _is_nickname(before, after, words):
        return MarkReason.NICKNAME, "between two parts of a name"
    other = _other_name(layout, number, before, words) or _written(layout, number, before, after)
    if other is not None:
        return other
    if _is_word(layout, number, before, after, words):
        return MarkReason.TERM, "a word spoken about"
    if _is_held_off(layout, number, after, words):
        return MarkReason.SCARE, "a word before a noun in a finding"
    if _is_named(layout, number):
        return MarkReason.TITLE, "the name that somebody gives to a thing"
    return _title(layout, number, before, after, words) if _looks_like_title(words) else None


def _words_of(layout: Layout, number: int, before: Token | None) -> list[str]:
    """The words in marks, without the full stop of "in the hold of the “Marianne.”", where no sentence stands."""
    words = layout.text_of(number).rstrip(",").split()
    if before is not None and before.lower_ == "the" and words[0][0].isupper():
        words[-1] = words[-1].rstrip(".") or words[-1]
    return words


def _title(
    layout: Layout, number: int, before: Token | None, after: Token | None, words: list[str]
) -> tuple[MarkReason, str] | None:
    """The title of a work or the name of a thing, by what stands beside capitalised words."""
    if _is_one_name(layout, number, before, words):
        return MarkReason.TITLE, "one name after a preposition and an article"
    if before is not None and before.pos_ != "VERB" and before.lemma_.lower() in _beside("works"):
        return MarkReason.TITLE, f"after the word {before.lemma_.lower()}"
    if after is not None and after.pos_ == "NOUN" and after.lemma_.lower() in _beside("works"):
        return MarkReason.TITLE, f"before the word {after.lemma_.lower()}"
    if (
        before is not None
        and before.pos_ == "VERB"
        and before.lemma_.lower() in _beside("performing")
        and len(words) > 1
    ):
        return MarkReason.TITLE, f"after the verb {before.lemma_.lower()}"
    if len(words) > 1 and before is not None and before.dep_ in ("prep", "case", "poss"):
        return MarkReason.TITLE, "capitalised, after a preposition"
    return None


def _is_one_name(layout: Layout, number: int, before: Token | None, words: list[str]) -> bool:
    """True for a ship or a house: "in the hold of the “Marianne”"."""
    token = next((t for t in layout.tokens_of(number) if t.is_alpha), None)
    article = before is not None and before.lower_ == "the" and before.i > 0 and before.nbor(-1).pos_ == "ADP"
    return article and len(words) == 1 and token is not None and token.pos_ == "PROPN" and token.dep_ == "pobj"


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
    return before.pos_ == "PROPN" and after.pos_ == "PROPN" and _heavy(words)[:1] != [] and words[-1][0].isupper()


def _heavy(words: list[str]) -> list[str]:
    return [word for word in words if word.lower() not in _SMALL]


def _other_name(
    layout: Layout, number: int, before: Token | None, words: list[str]
) -> tuple[MarkReason, str] | None:
    """Names beside a name: "known as “Half-Past”", "Ray, the “Lion of Orel”", "call the hall “the Bathtub”"."""
    if not _looks_like_title(words):
        return None
    if _leads_a_name(layout, number, before, words):
        return MarkReason.NICKNAME, "before a name"
    told = [t for t in layout.before(number) if not t.is_space]
    lower = [t.lower_ for t in told]
    if lower[-1:] == ["as"] and "known" in lower[-KNOWN_WITHIN:]:
        return MarkReason.NICKNAME, "what somebody is known as"
    if lower[-2:] == [",", "the"] and len(told) > 2 and told[-3].pos_ == "PROPN":  # the name before the comma
        return MarkReason.NICKNAME, "set beside a name"
    if before is not None and before.pos_ == "VERB" and before.lemma_.lower() in _beside("christening") | {"name"}:
        return MarkReason.TITLE, "the name that somebody gives to a thing"
    verb = before.head if before is not None and before.pos_ in ("NOUN", "PROPN", "PRON") else None
    if verb is not None and verb.pos_ == "VERB" and verb.lemma_.lower() in _beside("naming"):
        return MarkReason.NICKNAME, "what somebody or something is called"
    return None


def _leads_a_name(layout: Layout, number: int, before: Token | None, words: list[str]) -> bool:
    """True for "“Iron” Mick Ray": right before a name, and before no verb of speech."""
    after = [t for t in layout.after(number) if not t.is_space]
    if len(words) > TERM_WORDS or not after or after[0].pos_ != "PROPN" or (before and before.pos_ == "VERB"):
        return False
    beyond = next((t for t in after if t.pos_ != "PROPN"), None)
    return words[-1][-1].isalnum() and (beyond is None or verb_cue(beyond) is None)


def _written(
    layout: Layout, number: int, before: Token | None, after: Token | None
) -> tuple[MarkReason, str] | None:
    """Words painted, printed or worn: "“Sold” painted on the door", "a banner that read “Bread”"."""
    beside = [t.lemma_.lower() for t in (before, after) if t is not None and t.pos_ in ("VERB", "ADJ", "NOUN")]
    if _beside("writing") & set(beside):
        return MarkReason.MOTTO, "written where nobody speaks"
    told = [t for t in layout.before(number) if not t.is_space]
    reads = next((t for t in told[-2:] if t.lemma_.lower() in _READS), None)  # before a comma or colon at most
    if reads is None:
        return None
    described = reads.head if reads.dep_ in ("acl", "relcl") else own_subject(reads)
    if described is None or described.lemma_.lower() not in _beside("carriers"):
        return None
    return MarkReason.MOTTO, "written on what people carry or wear"


def _is_word(layout: Layout, number: int, before: Token | None, after: Token | None, words: list[str]) -> bool:
    """True for a word that the sentence is about: "“weasel” was unparliamentary", "not to use “famine”"."""
    if len(words) > TERM_WORDS or words[0].lower() in _ARTICLES or words[-1][-1] in ".!?,":
        return False
    if before is not None and before.pos_ in ("DET", "ADJ", "NUM", "PART"):
        return False
    tokens = [t for t in layout.tokens_of(number) if t.is_alpha]
    if after is not None and after.pos_ in ("VERB", "AUX") and after.lemma_.lower() in _beside("meaning"):
        return len(words) == 1 and not any(t.tag_ in ("NNS", "NNPS") for t in tokens) and words[0].islower()
    wording = before is not None and before.pos_ == "VERB" and before.lemma_.lower() in _beside("wording")
    return wording and not layout.is_clause(number)


def _is_held_off(layout: Layout, number: int, after: Token | None, words: list[str]) -> bool:
    """True for a single word before its noun in a clause that says what was found: no one's words are reported."""
    if len(words) != 1 or after is None or after.pos_ != "NOUN" or words[0][-1] in ",.":
        return False
    return any(t.pos_ == "VERB" and t.lemma_.lower() in _beside("finding") for t in layout.before(number))


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
