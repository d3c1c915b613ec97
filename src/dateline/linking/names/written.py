"""A person's name as it is printed, taken apart: titles, mark of a generation, nickname, and the other words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.linking.names.latin import Script, latin
from dateline.model import Gender
from dateline.reading.names.lexicon import by_gender, lexicon
from dateline.reading.names.spelling import PARTICLES
from dateline.vocabulary import load

_NICKNAME = re.compile(r"\s[\"“”„«(]\s*([^\"“”»()]+?)\s*[\"“”»)](?=\s|$)")
_SMALL = PARTICLES | frozenset(("as", "ash", "an", "ar", "at", "el", "ul", "ur", "dr", "of", "and"))
_SERVANT = frozenset(["abd", "abdul", "abdel", "abdal", "abdol", "abdoul"])
_SERVANT_OF = re.compile(r"^abd(?:ou|[aeou])[lrsndtz](?=[a-z]{3})")
_GIVEN_TOO = frozenset(load("name_parts")["titles"]["names_too"].split())
_WITH_MIDDLE = 3  # words: surname, middle word, given name
_LAST_FIRST = re.compile(r"^([^,]+),\s*([^,]+)$")


@dataclass(frozen=True, slots=True)
class Written:
    """One printed name of a person."""

    words: tuple[str, ...]  # folded, without titles and particles
    script: Script
    gender: Gender | None  # that a title tells, else a given name of the lists
    generation: str | None  # elder, younger, second, ...
    titles: tuple[str, ...]
    nickname: str | None
    arabic: bool  # with an article, or in Arabic letters


@lru_cache(maxsize=20_000)
def written(text: str) -> Written:
    """A name's parts. A name of nothing but titles keeps them as its words."""
    nick = _NICKNAME.search(text)
    bare = _NICKNAME.sub(" ", text) if nick else text
    if turned := _LAST_FIRST.match(bare):
        bare = f"{turned[2]} {turned[1]}" if turned[2].strip().lower().rstrip(".") not in generations() else bare
    spelled = latin(bare)
    rest = list(spelled.words)
    titles = taken_off(rest)
    generation = generations().get(rest[-1]) if len(rest) > 1 else None
    if generation:
        rest.pop()
    words = tuple(served(word for word in rest if word not in _SMALL)) or tuple(rest)
    told = [gender for title in titles if (gender := title_genders().get(title))]
    if len(words) > 1 and (given := lexicon().given.get(words[0])):
        told.append(given)
    if middle := vietnamese_gender(spelled.words):
        told.append(middle)
    return Written(
        words=words,
        script=spelled.script,
        gender=told[0] if told else None,
        generation=generation,
        titles=tuple(titles),
        nickname=" ".join(latin(nick[1]).words) if nick else None,
        arabic=spelled.script is Script.ABJAD or bool({"al", "el", "ul"} & set(spelled.words)),
    )


def vietnamese_gender(words: Sequence[str]) -> Gender | None:
    """The gender that the word after a Vietnamese surname tells: Thi for a woman, Van for a man."""
    table = load("name_parts")["vietnamese"]
    if len(words) < _WITH_MIDDLE or words[0] not in table["surnames"].split():
        return None
    return {"thi": Gender.FEMALE, "van": Gender.MALE}.get(words[1])


def served(words: Iterable[str]) -> Iterator[str]:
    """Arabic names of service in one word: Abd al-Rahman, Abdul Rahman, Abderrahmane."""
    before = ""
    for word in words:
        if word in _SERVANT:
            before = "abd"
            continue
        whole = before + word if before else _SERVANT_OF.sub("abd", word)
        yield whole.removesuffix("e") if whole != word else word  # the French Abderrahmane
        before = ""
    if before:
        yield before


def taken_off(words: list[str]) -> list[str]:
    """Titles at the head and the end of a name, taken off it; one word always stays."""
    known, taken = title_genders(), []
    while len(words) > 1 and words[0] in known and (len(words) > 2 or words[0] not in _GIVEN_TOO):
        taken.append(words.pop(0))
    while len(words) > 2 and words[-1] in known and words[-1] not in generations():
        taken.append(words.pop())
    return taken


@cache
def title_genders() -> dict[str, Gender | None]:
    """Titles, with the gender that they tell; offices are titles too."""
    told = by_gender(load("name_parts")["titles"])
    offices = {word: lexicon().gendered.get(word) for word in lexicon().office if word.isalpha()}
    return offices | lexicon().honorifics | told


@cache
def generations() -> dict[str, str]:
    """Mark -> generation."""
    table = load("name_parts")["generations"]
    return {mark: generation for generation, marks in table.items() for mark in marks.split()}
