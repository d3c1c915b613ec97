"""What a request asks for: the whole state of a page, as its address has it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote, urlencode

from starlette.requests import Request

from dateline.errors import AskedError

LONGEST = 300  # characters of a value: more is no name and no search
ROWS = 50  # of a page, unless asked otherwise
MOST_ROWS = 200


@dataclass(frozen=True)
class Asked:
    """The path of a page and the values in its address; every value is text that somebody may have made up."""

    path: str
    values: Mapping[str, str] = field(default_factory=dict)
    ids: Mapping[str, str] = field(default_factory=dict)  # the parts of the path that name records

    @classmethod
    def of(cls, path: str, values: Mapping[str, str], ids: Mapping[str, str]) -> Asked:
        """AskedError for a value too long; empty values are as good as none."""
        for name, value in values.items():
            if len(name) > LONGEST or len(value) > LONGEST:
                raise AskedError("a value of the address is too long", f"use at most {LONGEST} characters")
        return cls(path, {name: value.strip() for name, value in values.items() if value.strip()}, dict(ids))

    @classmethod
    def by(cls, request: Request) -> Asked:
        """What a request asks for; of a value given twice the last one counts."""
        return cls.of(request.url.path, dict(request.query_params), request.path_params)

    @property
    def id(self) -> str:
        """The record that the path names."""
        return self.ids["id"]

    def text(self, name: str) -> str | None:
        """A value as it stands."""
        return self.values.get(name)

    def day(self, name: str) -> dt.date | None:
        """A day; AskedError if it is none."""
        given = self.values.get(name)
        if given is None:
            return None
        try:
            return dt.date.fromisoformat(given)
        except ValueError as error:
            raise AskedError(f"“{given}” is no day", "write it as 2031-05-06") from error

    def number(self, name: str, default: int, most: int) -> int:
        """A whole number from 1; AskedError if it is none, the most if it is larger."""
        given = self.values.get(name)
        if given is None:
            return default
        if not (given.isascii() and given.isdigit() and int(given) > 0):
            raise AskedError(f"“{given}” is no number from 1", "leave it out to see the first page")
        return min(int(given), most)

    def choice(self, name: str, of: Mapping[str, str]) -> str | None:
        """One of some words; AskedError for another."""
        given = self.values.get(name)
        if given is not None and given not in of:
            raise AskedError(f"there is no {name} “{given}”", f"one of: {', '.join(of)}")
        return given

    @cached_property
    def page(self) -> int:
        """The page of a list, from 1."""
        return self.number("page", 1, 1_000_000)

    @cached_property
    def rows(self) -> int:
        """Rows of a page."""
        return self.number("rows", ROWS, MOST_ROWS)

    def but(self, **changed: object) -> str:
        """The address with some values changed; None takes one out. The page is the first again, if not given."""
        changed = {"page": None} | changed
        values = {name: value for name, value in self.values.items() if name not in changed}
        values |= {name: str(value) for name, value in changed.items() if value is not None}
        return address(self.path, values)

    def as_file(self, ending: str) -> str:
        """The address of the rows shown, all of them, as a file."""
        values = {name: value for name, value in self.values.items() if name not in ("page", "rows")}
        return address(f"{self.path}.{ending}", values)


def address(path: str, values: Mapping[str, str]) -> str:
    """A path of the desk and values as an address, the values in the order of their names."""
    return quote(path) + (f"?{urlencode(sorted(values.items()))}" if values else "")
