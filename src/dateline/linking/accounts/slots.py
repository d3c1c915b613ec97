"""What an account gives: a day, a place, somebody who did it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.lang.en.stop_words import STOP_WORDS

from dateline.linking.figures.stated import DAY_STEMS
from dateline.linking.speech.spoken import stem, tokens
from dateline.model import Timex
from dateline.span import Words


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing that an account gives, and its words."""

    value: str  # a day as EDTF, an actor's name, or words of the text
    words: Words
    timex: Timex | None = None
    actor: str | None = None
    hour: frozenset[str] = frozenset()  # of a day: words beside it that tell the part of it
    kinds: frozenset[int] = frozenset()  # of a place: numbers of lines of vocabulary/accounts.toml
    names: frozenset[str] = frozenset()  # stems of its capitalised words
    lies: frozenset[str] = frozenset()  # of a place: stems of the names of where it is, not of a hospital's own
    beside: frozenset[str] = frozenset()  # of a place: stems of names in the words that tell where it lies
    way: str = "at"  # of a place: "at", "from" or "to" it
    called: frozenset[str] = frozenset()  # of somebody: heads of the words for him, and of his title
    head: str = ""  # of somebody who is described: "fishermen from the village" are "fishermen"


def capitalised(text: str) -> frozenset[str]:
    """Stems of the capitalised words of a text."""
    return frozenset(
        stem(word.removesuffix("'s"))
        for part in text.split()
        if part[:1].isupper()
        for word in tokens(part)
        if word not in STOP_WORDS and stem(word) not in DAY_STEMS
    )
