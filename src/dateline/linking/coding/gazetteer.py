"""The places of the world by name: the table that ships with the program, read once a process.

An extract of GeoNames (CC BY 4.0); how it is made stands in the project's `gazetteer/build.py`.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

from dateline.model import PlacePrecision
from dateline.reading.names.spelling import fold
from dateline.vocabulary import load

FILE = "gazetteer.tsv.gz"


@dataclass(frozen=True, slots=True)
class Place:
    """One place."""

    name: str
    country: str  # ISO 3166 alpha-3
    region: str | None
    latitude: float | None
    longitude: float | None
    people: int
    precision: PlacePrecision
    entry: str | None  # GeoNames' number


class Gazetteer:
    """The table. It is split once and a place made of a line when it is asked for: a story has few of so many."""

    def __init__(self, text: str) -> None:
        self._columns = load("gazetteer")["columns"]["names"].split()
        self._lines = text.splitlines()
        self._at: defaultdict[str, list[int]] = defaultdict(list)
        self._made: dict[int, Place] = {}
        for number, line in enumerate(self._lines):
            _, name, keys, _ = line.split("\t", 3)
            for key in (*keys.split("|"), *([name.lower()] if name.isascii() else ())):
                self._at[key].append(number)

    def named(self, name: str) -> tuple[Place, ...]:
        """The places of a name, those of most people first."""
        places = map(self._place, sorted(set(self._at.get(fold(name), ()))))
        return tuple(sorted(places, key=lambda place: (-place.people, place.country, place.entry or "")))

    @cached_property
    def countries(self) -> Mapping[str, Place]:
        """Countries by their code."""
        return {place.country: place for place in self._of(PlacePrecision.COUNTRY)}

    @cached_property
    def regions(self) -> frozenset[str]:
        """Folded names of regions."""
        return frozenset(fold(place.name) for place in self._of(PlacePrecision.REGION))

    def __iter__(self) -> Iterator[Place]:
        return (self._place(number) for number in range(len(self._lines)))

    def _of(self, kind: PlacePrecision) -> Iterator[Place]:
        start = f"{kind.value}\t"
        return (self._place(number) for number, line in enumerate(self._lines) if line.startswith(start))

    def _place(self, number: int) -> Place:
        if number not in self._made:
            row = dict(zip(self._columns, self._lines[number].split("\t"), strict=True))
            self._made[number] = Place(
                name=row["name"],
                country=row["country"],
                region=row["region"] or None,
                latitude=float(row["latitude"]) if row["latitude"] else None,
                longitude=float(row["longitude"]) if row["longitude"] else None,
                people=int(float(row["people"])),
                precision=PlacePrecision(row["kind"]),
                entry=row["entry"] or None,
            )
        return self._made[number]


@cache
def gazetteer() -> Gazetteer:
    """The table that ships with the program."""
    packed = resources.files("dateline.vocabulary").joinpath(FILE).read_bytes()
    return Gazetteer(gzip.decompress(packed).decode())
