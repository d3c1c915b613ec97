"""What a page of the desk is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.story.views import Row
from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.pages.forms import Filter


@dataclass(frozen=True, slots=True)
class Leads:
    """What was asked for has its page at another address."""

    address: str


@dataclass(frozen=True, slots=True)
class Table:
    """The rows that a page shows a part of: what its files hold, and the API's list."""

    row: type[Row]
    rows: Callable[[Desk, Asked], Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Page:
    """One address of the desk.

    `show` makes what the template calls `page`, or says where to go on; NotFoundError and AskedError become
    pages of their own. `filters` are the values of its address that narrow it. `table`, if
    there is one, is a file as well, at `path` with .csv or .json behind it, and a list of the API.
    """

    name: str  # of its template, and what the menu marks as here
    path: str  # `/timeline`; `{id}` stands for the id of a record
    title: str
    show: Callable[[Desk, Asked], object]
    filters: tuple[Filter, ...] = ()
    table: Table | None = None
    key: str | None = None  # that leads there; pages without one are not in the menu
