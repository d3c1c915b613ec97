"""Whether two triggers can tell one act: by type and mode, or by groups of words with one meaning."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from dateline.linking.acts.wording import group_of_noun, respelled, wording
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
    if made:
        return made
    group = group_of_noun().get(event.lemma) if event.is_named else None  # "a fire" dismisses nobody
    group = group or table["of_type"].get(event.type.value, {}).get(event.lemma) or group_of(event.lemma)
    group = str(table["one_name"].get(group, group)) if group else None
    if group in GIVING and any(count.unit in currencies() for count in event.counts):
        return EventType.AID.value
    if group is not None and group in table["any_type"]["groups"]:
        return group
    if event.type.value in table["by_type"]["types"] and event.mode not in table["by_type"]["but_modes"]:
        return event.type.value
    if event.type.value in table["by_mode"]["types"]:
        return f"{event.type.value} {event.mode or ''}".strip()
    name = group or wording(event.lemma, noun=event.is_named)
    return str(table["one_name"].get(name, name))


def made_by_words(lemma: str, before: frozenset[str], after: frozenset[str]) -> str | None:
    """The act that the words around a light trigger make of it: "found guilty", "the blast that shook Varn"."""
    own = frozenset(stem(word) for word in lemma.split()[1:])
    held = by_trigger()
    first = lemma.split(" ", 1)[0]
    lights = [light for word in dict.fromkeys((lemma, first, respelled(first))) for light in held.get(word, [])]
    return next((light.act for light in lights if light.fits(before, after | own)), None)


def group_of(lemma: str) -> str | None:
    """The group of a trigger: the whole of it first, then word by word."""
    groups = group_by_lemma()
    words = lemma.split()
    for candidate in (lemma, " ".join(words[:2]), *words):
        if candidate in groups:
            return groups[candidate]
    return None


@dataclass(frozen=True, slots=True)
class LightTrigger:
    """What a light word tells beside others."""

    act: str
    before: frozenset[str]  # stems
    after: frozenset[str]
    both: bool  # whether words on both sides are needed

    def fits(self, before: frozenset[str], after: frozenset[str]) -> bool:
        """True if the words around the trigger are those that make it this act."""
        sides = not self.before.isdisjoint(before), not self.after.isdisjoint(after)
        return all(sides) if self.both else any(sides)


@cache
def by_trigger() -> dict[str, list[LightTrigger]]:
    """What each light word may tell."""
    held: dict[str, list[LightTrigger]] = defaultdict(list)
    for row in load("same_acts")["by_words"]:
        before, after = (frozenset(stem(word) for word in row.get(side, ())) for side in ("before", "after"))
        for word in row["triggers"]:
            held[word].append(LightTrigger(row["act"], before, after, row.get("both", False)))
    return dict(held)


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
def befalling() -> frozenset[str]:
    """Acts that befall people without names."""
    return frozenset(load("same_acts")["befall"]["acts"])


@cache
def either_way() -> frozenset[str]:
    """Acts that a text may tell from either side: to buy and to sell, to win and to lose."""
    return frozenset(load("same_acts")["either_way"]["acts"])


@cache
def venues() -> frozenset[str]:
    """Nouns of places inside a town: hotel, square, airport."""
    return frozenset(load("same_acts")["venues"]["words"])
