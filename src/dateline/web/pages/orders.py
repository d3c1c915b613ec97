"""In which order a list stands: asked for by its form, or by the head of a column of its table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dateline.story.names import folded
from dateline.web.asked import Asked
from dateline.web.pages import forms
from dateline.web.pages.forms import Filter

NAME = "sort"  # of the value in the address
_BACKWARDS = "-"  # before the name of an order
_LAST = "\uffff"  # behind every word


@dataclass(frozen=True, slots=True)
class Order[R]:
    """One order of rows of this kind; rows of the same key stay as they were."""

    words: str
    key: Callable[[R], int | str]
    falls: bool = False  # the greatest first

    def of(self, rows: Iterable[R], *, backwards: bool) -> list[R]:
        """The rows in this order, or the other way round."""
        return sorted(rows, key=self.key, reverse=self.falls != backwards)


class Column(NamedTuple):
    """The head of a column that can be sorted by: where it leads, and how the list stands by it now."""

    address: str
    sorted: str | None  # "ascending", "descending", as browsers tell it


@dataclass(frozen=True, slots=True)
class Orders[R]:
    """All orders that a list can have, by their names in the address; unless asked for one, it stands as it is."""

    by: Mapping[str, Order[R]]
    first: str  # how it stands then, in words

    @property
    def filter(self) -> Filter:
        """The field of the form."""
        forwards = {name: order.words for name, order in self.by.items()}
        backwards = {_BACKWARDS + name: f"{order.words}, backwards" for name, order in self.by.items()}
        return forms.choice(NAME, "Order", forwards | backwards, unset=self.first)

    def of(self, rows: Iterable[R], asked: Asked) -> list[R]:
        """The rows as the address asks; AskedError for an order that there is none of."""
        name = asked.choice(NAME, {given: "" for each in self.by for given in (each, _BACKWARDS + each)})
        if name is None:
            return list(rows)
        return self.by[name.removeprefix(_BACKWARDS)].of(rows, backwards=name.startswith(_BACKWARDS))

    def columns(self, asked: Asked) -> dict[str, Column]:
        """For each order the head of its column; the list as it stands by it leads to the other way round."""
        now = asked.text(NAME)
        found = {}
        for name, order in self.by.items():
            is_now, is_back = now == name, now == _BACKWARDS + name
            falls = order.falls != is_back
            state = ("descending" if falls else "ascending") if is_now or is_back else None
            found[name] = Column(asked.but(**{NAME: _BACKWARDS + name if is_now else name}), state)
        return found


def alphabet(words: str | None) -> str:
    """A key by which words stand as in a register, whatever their capitals and accents; no words come last."""
    return folded(words or "") or (words or "").casefold() or _LAST
