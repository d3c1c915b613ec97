"""The places of the world by name: the table that ships with the program, read once a process.

An extract of GeoNames (CC BY 4.0); how it is made stands in the project's `gazetteer/build.py`.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
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


@cache
def gazetteer() -> Mapping[str, Sequence[Place]]:
    """All places by folded name, those of most people first."""
    packed = resources.files("dateline.vocabulary").joinpath(FILE).read_bytes()
    columns = load("gazetteer")["columns"]["names"].split()
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for line in gzip.decompress(packed).decode().splitlines():
        row = dict(zip(columns, line.split("\t"), strict=True))
        place = Place(
            name=row["name"],
            country=row["country"],
            region=row["region"] or None,
            latitude=float(row["latitude"]) if row["latitude"] else None,
            longitude=float(row["longitude"]) if row["longitude"] else None,
            people=int(float(row["people"])),
            precision=PlacePrecision(row["kind"]),
            entry=row["entry"] or None,
        )
        for name in sorted({fold(name) for name in (row["name"], *row["others"].split("|")) if name}):
            found[name].append(place)
    return {
        name: sorted(places, key=lambda place: (-place.people, place.country, place.entry or ""))
        for name, places in found.items()
    }
