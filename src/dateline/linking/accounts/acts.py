"""Which acts a clause tells: by the phrases of vocabulary/accounts.toml, and by the events read in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from dateline.linking.acts.same_act import act_of, once
from dateline.linking.speech.contraries import ends
from dateline.linking.speech.polarity import open_words
from dateline.linking.speech.spoken import NEGATIONS, stem, tokens
from dateline.linking.speech.surroundings import telling
from dateline.model import Event, Status
from dateline.span import Words
from dateline.vocabulary import load

ONLY = "only"  # begins the name of what one alone was: "its only witness was Ann Lee"
_ONLY = re.compile(r"\b(?:only|sole|single|lone) (?P<what>[a-z]{3,})\b")
_PLANNED = re.compile(r"\b(?:is|are|am) to (?:be )?[a-z]+")  # "she is to be questioned"
HELD = frozenset({"hold", "keep", "imprison", "jail", "remain"})  # lemmas of events
WITHOUT = "without"
_AHEAD = frozenset({"scheduled", "due", "planned", "expected", "slated", "intends", "plans", "planning", "hopes"})
_FORMS = frozenset({"s", "es", "ed", "d", "ing"})


@dataclass(frozen=True, slots=True)
class Act:
    """An act that a clause tells."""

    name: str
    at: int  # of its first word, in the report
    event: Event | None = None  # that was read there


def acts_told(clause: Words, events: Iterable[Event]) -> Iterator[Act]:
    """The acts of a clause, those of the phrases first: each name once, with the event that begins there."""
    here = {event.words.start: event for event in events if clause.span.covers(event.words.span)}
    plain = plain_acts(clause.text)
    planned = clause.start + found.start() if (found := _PLANNED.search(clause.text)) else clause.end
    for name, at in sorted(plain.items()):
        yield Act(name, clause.start + at, here.get(clause.start + at))
    if found := _ONLY.search(clause.text):
        yield Act(f"{ONLY} {stem(found['what'])}", clause.start + found.start())
    seen = set(plain)
    for at, event in sorted(here.items()):
        name = named_act(event)
        if event.status is Status.HAPPENED and at < planned and name not in seen:
            seen.add(name)
            yield Act(name, at, event)


def named_act(event: Event) -> str:
    """The act of an event, by the name that the phrases give it."""
    name = act_of(event)
    if not HELD.isdisjoint(event.lemma.split()) or event.words.text.casefold() in ("held", "kept"):
        return "hold"  # where somebody is held he need not have been arrested
    return str(load("accounts")["of_events"].get(name, name))


@cache
def table(name: str) -> frozenset[str]:
    """The acts of one of the lists of the vocabulary."""
    return frozenset(load("accounts")[name]["acts"])


@cache
def single() -> frozenset[str]:
    """Acts that have one day: those of the phrases that do not last, and what nobody does twice within a week."""
    return (frozenset(load("accounts")["once"]) | once()) - table("lasting")


@cache
def act_words(act: str) -> frozenset[str]:
    """Heads of the words that tell an act: they say nothing of what it is about."""
    return frozenset(head for phrase in load("accounts")["once"].get(act, (act,)) for head in telling(phrase))


@cache
def phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Phrases of acts by the stem of their first word."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for act, held in load("accounts")["once"].items():
        for phrase in held:
            words = tuple("*" if word == "*" else tokens(word)[0] for word in phrase.split())
            found[stem(words[0])].append((words, act))
    return dict(found)


def formed(word: str, said: str) -> bool:
    """True for two forms of one word, but not of a verb's past and a noun: "fired" and "the fire"."""
    base = stem(word)
    return said == word or (said.removeprefix(base) in _FORMS and (said.endswith("ed") or not word.endswith("ed")))


def plain_acts(clause: str) -> dict[str, int]:
    """The acts of a clause; none of one that is open or denies: but an act may be done "without a word"."""
    said = tokens(clause)
    if _PLANNED.search(clause) or not (open_words() - {"let"} | _AHEAD).isdisjoint(said):
        return {}
    if not (NEGATIONS - {WITHOUT}).isdisjoint(said):
        return {}
    without = clause.casefold().find(WITHOUT)
    return {act: at for act, at in acts_of(clause).items() if without < 0 or at < without}


def acts_of(clause: str) -> dict[str, int]:
    """The acts that a clause tells, each with the place of its first word in it."""
    said = tokens(clause)
    stems = [stem(word) for word in said]
    found: dict[str, int] = {}
    for at, word in enumerate(stems):
        for phrase, act in phrases().get(word, ()):
            if (
                formed(phrase[0], said[at])
                and ends(tuple(map(stem, phrase)), said, stems, at)
                and said[at - 1 : at] != ("to",)
            ):
                found.setdefault(act, max(0, clause.casefold().find(said[at])))
    return found
