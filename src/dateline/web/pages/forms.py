"""The fields by which a list is narrowed: their names are those in the address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dateline.web.asked import Asked


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form: free text, a day, or a choice."""

    name: str
    label: str
    value: str
    kind: str = "text"  # as <input type> has it; `select` for a choice
    choices: Mapping[str, str] = field(default_factory=dict)  # what is sent, and what is shown


def text(asked: Asked, name: str, label: str) -> Field:
    """Free text."""
    return Field(name, label, asked.text(name) or "", "search")


def day(asked: Asked, name: str, label: str) -> Field:
    """A day."""
    return Field(name, label, asked.text(name) or "", "date")


def choice(asked: Asked, name: str, label: str, choices: Mapping[str, str]) -> Field:
    """One of some values, or any."""
    return Field(name, label, asked.text(name) or "", "select", choices)


def same(values: Iterable[str]) -> dict[str, str]:
    """Choices that are shown as they are sent."""
    return {value: value for value in values}
