"""The cue lexicon: verbs and nouns that report speech, with what they do and where their content stands."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Token

from dateline.model import Stance
from dateline.reading.speech.cue_file import check_cues
from dateline.reading.speech.grammar import agent, relayer
from dateline.vocabulary import load


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry of `vocabulary/cues.toml`; its head says what the fields mean."""

    lemma: str
    stance: Stance
    content: frozenset[str]
    denies: bool
    relays: bool
    replies: bool
    beside: bool
    thought: bool


_AUTHORED = frozenset(
    {"sign", "write", "send", "publish", "issue", "draft", "pen", "author", "post", "compose", "dictate",
     "release", "leave", "hand", "circulate"}
)  # fmt: skip
_TEXTS = frozenset({"page", "diary", "entry", "submission", "petition", "notice", "affidavit", "log", "paper"})
_user = ""  # the user's cue words, as TOML


def use_cues(text: str) -> None:
    """Add the user's cue words to the lexicon, in place of those of an earlier call.

    `text` is TOML with the tables of `vocabulary/cues.toml`; a word that both have is read as the user says.
    SettingsError if it is not.
    """
    global _user
    check_cues(text)
    if text != _user:
        _user = text
        for kept in (_rows, verbs, spoken_lemmas, nouns, media, platforms, occasions, propositions):
            kept.cache_clear()


@cache
def _rows(table: str) -> dict[str, Any]:
    """The rows of a table, the user's after the program's and in their place."""
    return {**load("cues")[table], **tomllib.loads(_user).get(table, {})}


def _listed(table: str) -> frozenset[str]:
    words = [*load("cues")[table]["nouns"], *tomllib.loads(_user).get(table, {}).get("nouns", [])]
    return frozenset(words)


@cache
def verbs() -> dict[str, Cue]:
    """Cue verbs by lemma, with their particle ("point out")."""
    return _entries(_rows("thoughts"), thought=True) | _entries(_rows("verbs"), thought=False)


@cache
def spoken_lemmas() -> tuple[str, ...]:
    """Verbs of one word that may stand beside words in marks: not "call", which needs an object, nor thoughts."""
    fitting = ((lemma, cue) for lemma, cue in sorted(verbs().items()) if " " not in lemma and not cue.thought)
    return tuple(lemma for lemma, cue in fitting if {"clause", "marks"} & cue.content)


@cache
def nouns() -> dict[str, Cue]:
    """Cue nouns by lemma."""
    return _entries(_rows("nouns"), thought=False)


@cache
def media() -> frozenset[str]:
    """Nouns that speech goes through: a statement, a letter."""
    return _listed("media")


@cache
def platforms() -> frozenset[str]:
    """Names and nouns for where people post and broadcast, in lower case."""
    return frozenset(word.lower() for word in _listed("platforms"))


@cache
def occasions() -> frozenset[str]:
    """Nouns for what people speak at: a rally, a hearing."""
    return _listed("occasions")


@cache
def propositions() -> frozenset[str]:
    """Nouns that stand for what somebody has said or might say: a charge, a report."""
    return _listed("propositions")


def verb_cue(token: Token) -> Cue | None:
    """The entry of a verb, its particle first ("point out" before "point")."""
    if token.pos_ not in ("VERB", "AUX"):
        return None
    lemma = token.lemma_.lower()
    for child in token.children:
        if child.dep_ == "prt":
            with_particle = verbs().get(f"{lemma} {child.lower_}")
            if with_particle:
                return with_particle
    return verbs().get(lemma)


def through(verb: Token) -> Token | None:
    """Who passes it on in "AP quoted Ann Lee as saying ..."; `verb` is the "saying"."""
    above = verb.head
    if verb.dep_ != "pcomp" or above.lower_ != "as":
        return None
    quoting = verb_cue(above.head)
    return relayer(above.head) if quoting is not None and quoting.relays else None


def is_medium(token: Token | None) -> bool:
    """True for a noun that speech goes through: the sign that reads “Bread”."""
    return token is not None and token.lemma_.lower() in media()


def author_of(medium: Token) -> Token | None:
    """Who speaks in a text: its owner, who signed or wrote it, or whom it is from."""
    if not (is_medium(medium) or medium.lemma_.lower() in _TEXTS):
        return None
    for child in medium.children:
        if child.dep_ == "acl" and child.lemma_.lower() in _AUTHORED and (by := agent(child)) is not None:
            return by
    for child in medium.children:
        if child.dep_ == "poss" and child.pos_ in ("PROPN", "NOUN", "PRON"):
            return child
        if child.dep_ == "prep" and child.lower_ in ("by", "from") and child.i > medium.i:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def is_thought(token: Token) -> bool:
    """True for a verb of belief or intention."""
    cue = verb_cue(token)
    return cue is not None and cue.thought


def bare_cue(token: Token) -> Cue:
    """A verb that the lexicon lacks, where a colon shows that it leads speech in ("he fired back: “…”")."""
    return Cue(
        token.lemma_.lower(),
        Stance.STATES,
        frozenset({"marks"}),
        denies=False,
        relays=False,
        replies=False,
        beside=False,
        thought=False,
    )


def _entries(table: dict[str, dict[str, object]], *, thought: bool) -> dict[str, Cue]:
    found = {}
    for lemma, row in table.items():
        misread = row.get("misread", [])
        assert isinstance(misread, list)  # noqa: S101 -- our own data, checked by a test
        for key in (lemma, *misread):
            found[key] = _entry(lemma, row, thought)
    return found


def _entry(lemma: str, row: dict[str, object], thought: bool) -> Cue:
    content = row["content"]
    assert isinstance(content, list)  # noqa: S101 -- our own data, checked by a test
    return Cue(
        lemma=lemma,
        stance=Stance(str(row["stance"])),
        content=frozenset(content),
        denies=bool(row.get("denies", False)),
        relays=bool(row.get("relays", False)),
        replies=bool(row.get("replies", False)),
        beside=bool(row.get("beside", False)),
        thought=thought,
    )
