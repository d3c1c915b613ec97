"""What is known of an actor beyond the story's own words: codes for who it is, and where a place lies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.fuzzydate import FuzzyDate
from dateline.model.actor import ActorRef
from dateline.model.record import Record


class CodeBasis(StrEnum):
    """What an actor's codes were read from."""

    NAME = "name"
    ROLE = "role"
    FILE = "file"  # the user's table of actors, which goes before the others


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorCode(Record):
    """The PLOVER codes of an actor (manual of 2024-02-04), for the days on which they are said of it."""

    actor: ActorRef
    country: str | None  # ISO 3166 alpha-3, or PLOVER's KOS, UNO, EUR, IGO, NGO; None: not told
    sectors: tuple[str, ...]  # the primary one first; UNK: not told; empty for a country itself
    time: FuzzyDate | None  # of the reports that say so, or of the user's table; None: always
    basis: CodeBasis
    read_from: tuple[str, ...]  # the words, the country's first; "line 3" of the user's table
    identifier: str | None = None  # of the user's table: a Wikidata number, or whatever names it elsewhere
    second_country: str | None = None  # where two are said of one: "French-Algerian"


class PlacePrecision(StrEnum):
    """What the coordinates of a place stand for."""

    SETTLEMENT = "settlement"
    REGION = "region"  # the middle of a region
    COUNTRY = "country"  # the middle of a country


@dataclass(frozen=True, slots=True, kw_only=True)
class Location(Record):
    """Where a place of the story lies, by the gazetteer that ships with the program."""

    actor: ActorRef
    name: str  # as the gazetteer has it
    country: str  # ISO 3166 alpha-3
    region: str | None
    latitude: float | None  # degrees north; None: the gazetteer has the name alone
    longitude: float | None  # degrees east
    precision: PlacePrecision
    score: float  # 0 to 1
    reason: str  # why this one of the places of that name
    entry: str | None  # GeoNames' number
