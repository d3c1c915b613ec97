"""The cue lexicon: verbs and nouns that report speech, with what they do and where their content stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from dateline.model import Stance
from dateline.reading.speech.grammar import relayer
from dateline.vocabulary import load


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry of `vocabulary/cues.toml`; its head says what the fields mean."""

    lemma: str
    stance: Stance
    content: frozenset[str]
    denies: bool
    relays: bool
    thought: bool


@cache
def verbs() -> dict[str, Cue]:
    """Cue verbs by lemma, with their particle ("point out")."""
    tables = load("cues")
    return _entries(tables["verbs"], thought=False) | _entries(tables["thoughts"], thought=True)


@cache
def nouns() -> dict[str, Cue]:
    """Cue nouns by lemma."""
    return _entries(load("cues")["nouns"], thought=False)


@cache
def media() -> frozenset[str]:
    """Nouns that speech goes through: a statement, a letter."""
    return frozenset(load("cues")["media"]["nouns"])


@cache
def propositions() -> frozenset[str]:
    """Nouns that stand for what somebody has said or might say: a charge, a report."""
    return frozenset(load("cues")["propositions"]["nouns"])


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


def is_thought(token: Token) -> bool:
    """True for a verb of belief or intention."""
    cue = verb_cue(token)
    return cue is not None and cue.thought


def bare_cue(token: Token) -> Cue:
    """A verb that the lexicon lacks, where a colon shows that it leads speech in ("he fired back: “…”")."""
    return Cue(
        token.lemma_.lower(), Stance.STATES, frozenset({"marks"}), denies=False, relays=False, thought=False
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
        thought=thought,
    )
