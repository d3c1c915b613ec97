"""Whether two triggers can tell one act: by type and mode, or by groups of words with one meaning."""

from __future__ import annotations

from functools import cache

from dateline.model import Event, EventType
from dateline.vocabulary import load

GIVING = frozenset({"promise", "offer"})  # of money: that is aid, however a report words it


def act_of(event: Event) -> str:
    """A name for the act that an event tells: events that tell one act have it in common."""
    table = load("same_acts")
    group = table["of_type"].get(event.type.value, {}).get(event.lemma) or group_of(event.lemma)
    if group in GIVING and any(count.unit in currencies() for count in event.counts):
        return EventType.AID.value
    if group in table["any_type"]["groups"]:
        return str(group)
    if event.type.value in table["by_type"]["types"] and event.mode not in table["by_type"]["but_modes"]:
        return event.type.value
    if event.type.value in table["by_mode"]["types"]:
        return f"{event.type.value} {event.mode or ''}".strip()
    return group or event.lemma


def group_of(lemma: str) -> str | None:
    """The group of a trigger: the whole of it first, then word by word."""
    groups = group_by_lemma()
    words = lemma.split()
    for candidate in (lemma, " ".join(words[:2]), *words):
        if candidate in groups:
            return groups[candidate]
    return None


@cache
def currencies() -> frozenset[str]:
    """Units of money, in the singular."""
    return frozenset(load("same_acts")["money"]["units"])


@cache
def group_by_lemma() -> dict[str, str]:
    """Group name of each lemma in vocabulary/same_acts.toml."""
    return {lemma: name for name, lemmas in load("same_acts")["groups"].items() for lemma in lemmas}


@cache
def once() -> frozenset[str]:
    """Acts that nobody does twice within a week: two reports that give two days mean one."""
    return frozenset(load("same_acts")["once"]["acts"])


@cache
def venues() -> frozenset[str]:
    """Nouns of places inside a town: hotel, square, airport."""
    return frozenset(load("same_acts")["venues"]["words"])
