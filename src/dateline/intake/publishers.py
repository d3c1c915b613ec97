"""Who publishes: agencies and outlets by name and domain, with owner and country.

The vocabulary knows some hundreds; a table of the user's (`dateline build --outlets my.csv`) goes before it.
Its columns are name, domain, kind, owner, country, in any order; only the name is needed, one row a domain:

    name,domain,kind,owner,country
    The Harbour Post,harbourpost.example,outlet,Quay Media,GBR
    Coastal News Agency,cna.example,agency,,NOR
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from dateline.errors import InputError
from dateline.vocabulary import load

COLUMNS = ("name", "domain", "kind", "owner", "country")
KINDS = ("outlet", "agency")
type Row = tuple[str, str, str, str, str]  # in the order of COLUMNS

TRIMMED = " \t.,!:;’'\"“”|-–—"
SHORT_NAME = 3  # letters of a name that is matched in its own case only: PA, dpa


@dataclass(frozen=True, slots=True)
class Publisher:
    """An outlet or an agency."""

    name: str
    agency: bool
    owner: str | None  # None: not told by the table
    country: str | None  # ISO 3166 alpha-3; None where there is no one country, or it is not told


class Directory:
    """All known publishers, by folded name and by domain; rows of the user's go before the vocabulary's."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self.by_domain: dict[str, Publisher] = {}
        self.agencies: dict[str, str] = {}  # every name of an agency, as printed -> its canonical name
        self._by_name: dict[str, Publisher] = {}
        for name, domain, kind, owner, country in rows:
            self._add(Publisher(name, kind == "agency", owner or None, country or None), [domain], ())
        for row in load("agencies")["agency"]:
            self._add(_publisher(row, agency=True), row["domains"], row.get("names", ()))
        for row in load("outlets")["outlet"]:
            self._add(_publisher(row, agency=False), row["domains"], ())
        self._folded = {n.casefold(): to for n, to in self.agencies.items() if len(n) > SHORT_NAME}

    def _add(self, publisher: Publisher, domains: Iterable[str], names: Iterable[str]) -> None:
        for domain in domains:
            if domain:
                self.by_domain.setdefault(domain.casefold(), publisher)
        for name in (publisher.name, *names):
            self._by_name.setdefault(name.casefold(), publisher)
            if publisher.agency:
                self.agencies.setdefault(name, publisher.name)

    def named(self, name: str) -> Publisher | None:
        """The publisher of a name, with or without "The"; None if it is not known."""
        folded = name.strip(TRIMMED).casefold()
        bare = folded.removeprefix("the ")
        return self._by_name.get(folded) or self._by_name.get(bare) or self._by_name.get(f"the {bare}")

    def of_domain(self, domain: str) -> Publisher | None:
        """The publisher whose pages a domain, or its parent domain, holds."""
        parts = domain.casefold().removeprefix("www.").split(".")
        tails = (".".join(parts[at:]) for at in range(len(parts) - 1))
        return next((self.by_domain[tail] for tail in tails if tail in self.by_domain), None)

    def agency(self, name: str) -> str | None:
        """The canonical name of an agency by one of its names."""
        return self.agencies.get(name) or self._folded.get(name.casefold())


def _publisher(row: dict[str, str], *, agency: bool) -> Publisher:
    return Publisher(row["name"], agency, row.get("owner"), row.get("country"))


# --- the directory of this process

_rows: tuple[Row, ...] = ()
_known: Directory | None = None  # made when it is first asked for


def use_outlets(rows: tuple[Row, ...]) -> None:
    """From now on, know these rows of the user's beside the vocabulary. Readers call it with their settings'."""
    global _rows, _known
    if rows != _rows:
        _rows, _known = rows, None


def directory() -> Directory:
    """All publishers that are known now."""
    global _known
    if _known is None:
        _known = Directory(_rows)
    return _known


def per_directory[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Keep a function's answers for as long as the directory is the same; its arguments must be hashable."""
    answers: dict[tuple[object, ...], R] = {}

    def kept(*args: P.args, **kwargs: P.kwargs) -> R:
        key = (directory(), *args, *sorted(kwargs.items()))
        if key not in answers:
            answers[key] = function(*args, **kwargs)
        return answers[key]

    return kept


# --- questions that intake asks


def agency_names() -> tuple[str, ...]:
    """All names of agencies, as credited."""
    return tuple(sorted(directory().agencies))


@cache
def _agency_endings() -> tuple[str, ...]:
    return tuple(load("agencies")["kinds"]["endings"])


def agency_of(name: str) -> str | None:
    """The canonical name of the agency that a name means; the name itself for "... News Agency"; else None."""
    name = name.strip(TRIMMED + "()[]©")
    bare = name.removeprefix("the ").removeprefix("The ").strip()
    if known := directory().agency(bare):
        return known
    return bare if bare.endswith(_agency_endings()) and len(bare.split()) > 1 else None


def agency_of_domain(domain: str) -> str | None:
    """The agency whose own site a domain is."""
    publisher = directory().of_domain(domain)
    return publisher.name if publisher and publisher.agency else None


def outlet_of_domain(domain: str) -> str | None:
    """The name of the outlet, or agency, whose pages a domain holds, if it is known."""
    publisher = directory().of_domain(domain)
    return publisher.name if publisher else None


def known_outlet(name: str) -> bool:
    """True for the full name of an outlet or agency that is known."""
    return len(name) > SHORT_NAME and directory().named(name) is not None


def domain_of(url: str) -> str | None:
    """The host of a URL, or a bare domain, without "www."; None if there is none."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return None
    host = host.removeprefix("www.").removeprefix("m.")
    return host if re.fullmatch(r"[\w-]+(\.[\w-]+)+", host) else None


# --- the user's table


def read_outlets(path: Path) -> tuple[Row, ...]:
    """The rows of a user's table; InputError with the line of the first that cannot be used."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}", "give a CSV file in UTF-8") from None
    return tuple(_rows_of(path, text))


def _rows_of(path: Path, text: str) -> Iterator[Row]:
    table = csv.DictReader(text.splitlines())
    given = [(name or "").strip().lower() for name in table.fieldnames or ()]
    table.fieldnames = given
    help_ = f"the columns are {', '.join(COLUMNS)}; only the name is needed"
    if "name" not in given or not set(given) <= set(COLUMNS):
        raise InputError(f"{path}: the first line names {', '.join(given) or 'no column'}", help_)
    for row in table:
        values = {name: (row.get(name) or "").strip() for name in COLUMNS}
        where = f"{path}, line {table.line_num}"
        if not values["name"]:
            raise InputError(f"{where}: a row without a name", help_)
        if values["kind"] not in ("", *KINDS):
            raise InputError(f"{where}: {values['kind']!r} is no kind", "a kind is outlet or agency")
        domain = domain_of(values["domain"]) or ""
        yield values["name"], domain, values["kind"] or "outlet", values["owner"], values["country"].upper()
