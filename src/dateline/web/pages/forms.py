"""What a list can be narrowed by: the fields of its form, the values in its address, the parameters of its API."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dateline.web.asked import Asked
from dateline.web.desk import Desk


class Kind(StrEnum):
    """What is typed into a field, as <input type> has it."""

    TEXT = "search"
    DAY = "date"
    CHOICE = "select"
    RECORD = "record"  # the id of a record, chosen from a list that may not have them all


@dataclass(frozen=True, slots=True)
class Filter:
    """One thing a list can be narrowed by."""

    name: str  # in the address
    label: str
    kind: Kind
    choices: Callable[[Desk], Mapping[str, str]] | None = None  # what is sent, and what is shown
    fixed: tuple[str, ...] = ()  # the values of a choice that are the same in every story
    unset: str = "any"  # what a choice says where nothing is chosen


@dataclass(frozen=True, slots=True)
class Field:
    """A filter as a form shows it, with the value that the address has."""

    name: str
    label: str
    kind: str
    value: str
    choices: Mapping[str, str]
    unset: str


def text(name: str, label: str) -> Filter:
    """Free text."""
    return Filter(name, label, Kind.TEXT)


def day(name: str, label: str) -> Filter:
    """A day."""
    return Filter(name, label, Kind.DAY)


def choice(name: str, label: str, choices: Mapping[str, str], unset: str = "any") -> Filter:
    """One of some words, or what stands for none of them."""
    return Filter(name, label, Kind.CHOICE, lambda _: choices, tuple(choices), unset)


def actor(name: str = "actor", label: str = "Actor") -> Filter:
    """An actor, by id."""
    return Filter(name, label, Kind.RECORD, lambda desk: desk.actor_choices)


def outlet(name: str = "outlet", label: str = "Outlet") -> Filter:
    """An outlet, by name."""
    return Filter(name, label, Kind.RECORD, lambda desk: {outlet: outlet for outlet in desk.outlets})


def fields(desk: Desk, asked: Asked, filters: Iterable[Filter]) -> tuple[Field, ...]:
    """The form of a list, filled in as the address is."""
    return tuple(
        Field(
            name=each.name,
            label=each.label,
            kind=Kind.CHOICE.value if each.choices else each.kind.value,
            value=asked.text(each.name) or "",
            choices=each.choices(desk) if each.choices else {},
            unset=each.unset,
        )
        for each in filters
    )
