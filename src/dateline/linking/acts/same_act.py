"""Whether two triggers can tell one act: by type and mode, or by groups of words with one meaning."""

from __future__ import annotations

from functools import cache

from dateline.linking.speech.spoken import stem
from dateline.model import Event, EventType
from dateline.vocabulary import load

GIVING = frozenset({"promise", "offer"})  # of money: that is aid, however a report words it


def act_of(event: Event, before: frozenset[str] = frozenset(), after: frozenset[str] = frozenset()) -> str:
    """A name for the act that an event tells: events that tell one act have it in common.

    `before`, `after`: stems of the words of its sentence up to the trigger, and from it on.
    """
    table = load("same_acts")
    made = made_by_words(event.lemma, before, after)
    if made is not None:
        return made
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


def made_by_words(lemma: str, before: frozenset[str], after: frozenset[str]) -> str | None:
    """The act that the words around a light trigger make of it: "found guilty", "the blast that shook Varn"."""
    for act, triggers, needed_before, needed_after in light_triggers():
        if lemma in triggers or lemma.split(" ", 1)[0] in triggers:
            own = frozenset(stem(word) for word in lemma.split()[1:])
            if not needed_before.isdisjoint(before) or not needed_after.isdisjoint(after | own):
                return act
    return None


def group_of(lemma: str) -> str | None:
    """The group of a trigger: the whole of it first, then word by word."""
    groups = group_by_lemma()
    words = lemma.split()
    for candidate in (lemma, " ".join(words[:2]), *words):
        if candidate in groups:
            return groups[candidate]
    return None


@cache
def light_triggers() -> tuple[tuple[str, frozenset[str], frozenset[str], frozenset[str]], ...]:
    """Act, triggers, and stems of the words before or after one of which they need."""
    return tuple(
        (
            row["act"],
            frozenset(row["triggers"]),
            *(frozenset(stem(word) for word in row.get(side, ())) for side in ("before", "after")),
        )
        for row in load("same_acts")["by_words"]
    )


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
