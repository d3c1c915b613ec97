"""Which of the places of one name a story means: Paris is in France unless the text says Texas.

What a text says beside the name goes before all else ("Paris, Texas"); then the countries that the same reports
name, and how many people live there: a place of ten times the people needs as much more. A name that only small
places have, in countries that no report names, is not placed: the story may mean one that the table has not.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.linking.coding.gazetteer import Place, gazetteer
from dateline.model import PlacePrecision
from dateline.reading.names.spelling import fold

BESIDE = 4.0  # in powers of ten of people: "Paris, Texas" has 25,000 and Paris two millions
NAMED = 1.0  # a country named in the same reports
KNOWN_ALONE = 100_000  # people: so large a place is meant without a word on its country
_SURE, _LIKELY, _LARGEST = 0.95, 0.8, 0.6  # scores: said beside it, its country is named, the largest of the name


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What reports say around the name of a place."""

    beside: frozenset[str]  # codes of countries and folded names of regions told directly beside it
    named: Mapping[str, int]  # codes of countries named in the reports that name it, and how often


@dataclass(frozen=True, slots=True)
class Placed:
    """The place that is meant, how sure that is, and why."""

    place: Place
    score: float
    reason: str


def which_place(names: Iterable[str], around: Surroundings, country_names: Mapping[str, str]) -> Placed | None:
    """The place of any of these names that a story means; None if the table has none that it may mean."""
    for name in names:
        candidates = [place for place in gazetteer().named(name) if place.precision is not PlacePrecision.COUNTRY]
        if candidates:
            return _chosen(candidates, around, country_names)
    return None


def _chosen(candidates: Sequence[Place], around: Surroundings, country_names: Mapping[str, str]) -> Placed | None:
    def weight(place: Place) -> tuple[float, int]:
        told = BESIDE * _is_beside(place, around) + NAMED * (place.country in around.named)
        return told + math.log10(max(place.people, 1)), around.named.get(place.country, 0)

    best = max(candidates, key=weight)  # the first of equals: candidates stand in order of people
    country = country_names.get(best.country, best.country)
    others = len({(place.country, place.region) for place in candidates}) - 1
    of_name = f"; {others} other {'place has' if others == 1 else 'places have'} the name" if others else ""
    if _is_beside(best, around):
        return Placed(best, _SURE, f"the text says {best.region or country} beside it{of_name}")
    if best.country in around.named:
        return Placed(best, _LIKELY, f"the same reports name {country}{of_name}")
    if best.people < KNOWN_ALONE:
        return None
    return Placed(
        best,
        _LARGEST,
        f"{'the largest place of that name' if others else 'the only place of that name'}, in {country}{of_name}",
    )


def _is_beside(place: Place, around: Surroundings) -> bool:
    return place.country in around.beside or fold(place.region or "") in around.beside


def countries_beside(texts: Iterable[str], codes: Mapping[str, str], regions: frozenset[str]) -> Counter[str]:
    """Codes of countries and folded regions that begin each text: what follows the comma behind a name."""
    found: Counter[str] = Counter()
    for text in texts:
        words = fold(text).replace(",", " ").replace(".", " ").split()
        for length in range(min(len(words), 4), 0, -1):
            phrase = " ".join(words[:length])
            if phrase in codes:
                found[codes[phrase]] += 1
                break
            if phrase in regions:
                found[phrase] += 1
                break
    return found
