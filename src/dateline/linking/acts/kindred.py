"""Which acts may be told of one occasion: a meeting, the deal struck there, the decision it took.

Two triggers with different meanings may tell one occasion: "filed for insolvency", "lodged a petition"; "is to
take office", "was sworn in". The lines of vocabulary/kindred_acts.toml say which; opposites share no line. (Word
vectors do not tell: "attack" is nearer to "defend" than "find" is to "surface".)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from dateline.linking.acts.wording import respelled, root
from dateline.model import Event, EventType
from dateline.vocabulary import load


def kinds_of(event: Event, act: str) -> frozenset[str]:
    """The kinds of occasion that an act may be told of; none for an interview, which tells of all.

    Looked up are the name of the act, its type with its mode, and its whole trigger; then its verb with one word
    after it, then the verb alone. What stands after the verb counts where the verb tells little: "lodge petition".
    """
    if event.type is EventType.INTERVIEW:
        return frozenset()
    words = event.lemma.split()
    named = (act.replace(" ", "_"), f"{event.type.value}_{event.mode}")
    found = frozenset[str]().union(*(by_whole().get(name, ()) for name in named))
    for whole in ("_".join(words), "_".join(words[:2])):
        if len(words) > 1 and whole in by_whole():
            return found | by_whole()[whole]
    held = [by_root().get(root(respelled(word)), frozenset[str]()) for word in words]
    telling = held if not held or not held[0] or words[0] in vague() else held[:1]
    return found.union(*telling)


def is_vague(event: Event) -> bool:
    """True if the trigger alone tells little: "take", "leave", "go"."""
    return event.lemma in vague()


def is_mention(event: Event) -> bool:
    """True for a noun by which reports mention what befell a place: "the explosion", "the disaster"."""
    return event.is_named and event.lemma in mentioned()


def is_general(event: Event) -> bool:
    """True for such a noun that may stand for any other: "the disaster"."""
    return event.is_named and event.lemma in load("kindred_acts")["mentioned"]["general"].split()


@cache
def mentioned() -> frozenset[str]:
    """Nouns by which what befell a place is mentioned."""
    held = load("kindred_acts")["mentioned"]
    return frozenset((*held["general"].split(), *held["words"].split()))


@cache
def vague() -> frozenset[str]:
    """Verbs that are told of many occasions."""
    return frozenset(load("kindred_acts")["vague"]["words"].split())


@cache
def by_whole() -> dict[str, frozenset[str]]:
    """Lines of whole triggers, of acts and of types."""
    return gathered((word, name) for word, name in lines())


@cache
def by_root() -> dict[str, frozenset[str]]:
    """Lines of single words, by root."""
    return gathered((root(word), name) for word, name in lines() if "_" not in word and not word.isupper())


def lines() -> Iterator[tuple[str, str]]:
    """Each word with the name of each line that it stands on."""
    for name, text in load("kindred_acts")["occasions"].items():
        yield from ((word, name) for word in text.split())


def gathered(pairs: Iterator[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """The second of each pair by the first."""
    held: dict[str, set[str]] = defaultdict(set)
    for first, second in pairs:
        held[first].add(second)
    return {first: frozenset(seconds) for first, seconds in held.items()}
