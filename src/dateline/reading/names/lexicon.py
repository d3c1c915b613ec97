"""The word lists of the mentions stage, as sets, read once a process."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.model import Gender
from dateline.vocabulary import load


@dataclass(frozen=True, slots=True)
class Countries:
    """Countries by what a report calls them. Keys are lower case, words parted by one space."""

    names: dict[str, str]  # name -> alpha-3
    adjectives: dict[str, str]  # adjective, or a word for one of its people -> alpha-3
    peoples: frozenset[str]  # plural words for a people: "belarusians"
    capitals: dict[str, str]  # capital -> alpha-3
    printed: dict[str, str]  # alpha-3 -> the name to print
    regions: frozenset[str]  # "balkans"
    regional: frozenset[str]  # "european"
    qualifying: frozenset[str]  # adjectives of countries and regions


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lower-case words, unless said otherwise."""

    office: frozenset[str]
    kin: dict[str, Gender | None]
    trades: frozenset[str]
    heads: frozenset[str]  # offices, trades and kin together: nouns for one person
    gendered: dict[str, Gender]  # role and kin nouns that tell gender
    qualifiers: frozenset[str]
    loose_qualifiers: frozenset[str]  # those that are no words of a body's name: "Foreign", not "Police"
    passing: frozenset[str]
    former: frozenset[str]
    covers: dict[str, frozenset[str]]  # a general role -> the roles that it may stand for
    unique: frozenset[str]  # titles with one holder at a time
    installing: frozenset[str]  # verb forms by which somebody comes to an office
    honorifics: dict[str, Gender | None]
    plurals: frozenset[str]
    measures: frozenset[str]
    anonymous: frozenset[str]  # singular nouns for groups that are other people in each report: "official"
    numbers: frozenset[str]  # words that count
    approximate: frozenset[str]  # words around a number that leave it the same number
    bodies: frozenset[str]  # government, parliament
    categories: frozenset[str]  # bodies that a name before the noun names: "the Dawn party"
    business: frozenset[str]  # those of them for a firm, and what firms' names end with
    companions: frozenset[str]  # those for a party, a movement, an armed group
    organisation: frozenset[str]
    naming: frozenset[
        str
    ]  # nouns that say what a name beside them is: "the newspaper Dawn", not "the Lee government"
    bodily: frozenset[str]  # words at the head or the end of a body's name: `organisation` and more
    firms: frozenset[str]  # the last words of firms' names
    owned: frozenset[str]  # those of them, and legal forms, before "of" and the home of a firm
    ships: frozenset[str]  # letters before a ship's name: "MV"
    vessels: frozenset[str]  # nouns before a ship's name
    papers: frozenset[str]  # of newspapers' names, which are called by them: "the Courier"
    clubs_before: frozenset[str]  # "Dynamo Orel"
    clubs_after: frozenset[str]  # "Orel Rovers"
    matches: frozenset[str]  # verb forms of what clubs do
    towns_own: frozenset[str]  # what a town's name does not stand for: its police, its council
    sites: frozenset[str]  # what one word of a town's name does not stand for: its hospital
    set_apart: frozenset[str]  # words before a body's name that make it another body's
    surnames_too: frozenset[str]  # words for places and bodies
    staff: frozenset[str]  # nouns for those who work for a body: "managers of"
    place: frozenset[str]
    settlements: frozenset[str]  # nouns beside the name of a place
    speech: frozenset[str]  # verb forms
    place_before: frozenset[str]
    none: frozenset[str]
    same: dict[str, str]  # folded name of a body -> the name to print
    ministers: frozenset[str]  # offices that have a portfolio: "Minister of Health"
    portfolios: frozenset[str]  # words for what they are in charge of
    compounds: frozenset[str]  # offices of several words: "secretary of state"
    given: dict[str, Gender]
    countries: Countries


@cache
def lexicon() -> Lexicon:
    """All word lists."""
    roles, groups, bodies = load("roles"), load("groups"), load("bodies")
    office, trade = words(roles["office"]["words"]), words(roles["trade"]["words"])
    kin = by_gender(roles["kin"])
    told = {word: gender for word, gender in (by_gender(roles["gendered"]) | kin).items() if gender}
    return Lexicon(
        office=office,
        kin=kin,
        trades=trade,
        heads=office | trade | frozenset(kin),
        gendered=told,
        qualifiers=words(roles["qualifiers"]["words"]),
        loose_qualifiers=words(roles["qualifiers"]["words"]) - words(bodies["organisation"]["words"]),
        passing=words(roles["passing"]["words"]),
        former=words(roles["passing"]["former"]),
        covers={general: words(covered) for general, covered in roles["covers"].items()},
        unique=frozenset(word.replace("_", " ") for word in words(roles["unique"]["words"])),
        installing=words(roles["office"]["installing"]),
        honorifics=by_gender(roles["honorifics"]),
        plurals=words(groups["plural"]["words"]),
        measures=words(groups["measure"]["words"]),
        anonymous=words(groups["plural"]["anonymous"]),
        numbers=words(groups["plural"]["numbers"]),
        approximate=words(groups["plural"]["approximate"]),
        bodies=words(groups["body"]["words"]),
        categories=words(groups["body"]["categories"]),
        business=words(groups["body"]["business"]),
        companions=words(groups["body"]["companions"]),
        organisation=words(bodies["organisation"]["words"]),
        naming=words(bodies["organisation"]["words"])
        - words(groups["body"]["words"])
        - words(groups["plural"]["words"])
        | words(groups["body"]["categories"])
        | words(bodies["organisation"]["trades"]),
        bodily=words(
            bodies["organisation"]["words"] + bodies["organisation"]["firms"] + bodies["organisation"]["others"]
        ),
        firms=words(bodies["organisation"]["firms"]),
        owned=words(bodies["organisation"]["owned"]),
        ships=words(bodies["organisation"]["ships"]),
        vessels=words(bodies["organisation"]["vessels"]),
        papers=words(bodies["organisation"]["papers"]),
        clubs_before=words(bodies["organisation"]["clubs_before"]),
        clubs_after=words(bodies["organisation"]["clubs_after"]),
        matches=words(bodies["organisation"]["matches"]),
        towns_own=words(bodies["organisation"]["towns_own"]),
        sites=words(bodies["organisation"]["sites"]),
        set_apart=words(bodies["organisation"]["set_apart"]),
        surnames_too=words(bodies["place"]["surnames_too"]),
        staff=words(bodies["organisation"]["staff"]),
        place=words(bodies["place"]["words"]),
        settlements=words(bodies["place"]["settlements"]),
        speech=words(roles["speech"]["words"]),
        place_before=words(bodies["place"]["before"]),
        none=words(bodies["none"]["words"]),
        same={name.lower(): line.split("|")[0] for line in bodies["same"]["bodies"] for name in line.split("|")},
        ministers=words(roles["portfolio"]["offices"]),
        portfolios=words(roles["portfolio"]["words"]),
        compounds=frozenset(roles["compound"]["phrases"]),
        given=given_names(),
        countries=countries(),
    )


def words(text: str) -> frozenset[str]:
    """The words of a list, lower case."""
    return frozenset(text.lower().split())


def by_gender(table: dict[str, str]) -> dict[str, Gender | None]:
    """Words of the lists female, male and either; a word on two lists tells nothing."""
    told: dict[str, Gender | None] = {}
    for name, gender in (("female", Gender.FEMALE), ("male", Gender.MALE), ("either", None)):
        for word in table.get(name, "").lower().split():
            told[word] = gender if told.get(word, gender) is gender else None  # both: it tells nothing
    return told


@cache
def given_names() -> dict[str, Gender]:
    """Given names that tell gender; one that both genders bear is left out."""
    lists = load("given_names")
    joined = {gender: " ".join(lists[gender].values()) for gender in ("female", "male")}
    return {name: gender for name, gender in by_gender(joined).items() if gender}


@cache
def countries() -> Countries:
    """The country table, turned round."""
    table = load("countries")
    names: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    capitals: dict[str, str] = {}
    printed: dict[str, str] = {}
    peoples: set[str] = set()
    for code, (name, adjective, capital) in table["countries"].items():
        printed[code] = name.split("|")[0]
        enter(names, name, code)
        enter(adjectives, adjective, code)
        enter(capitals, capital, code)
        peoples.update(
            f"{word}s" for word in adjective.lower().split("|") if word.endswith(("n", "i", "k", "b", "t"))
        )
    for code, entries in table["parts"].items():
        for entry in entries:
            name, adjective = entry.split("|")
            enter(adjectives, adjective, code)
            capitals.setdefault(name.lower(), code)
    for code, (one, *many) in table["people"].items():
        enter(adjectives, one, code)
        peoples.update(word.lower() for word in many)
    regions = table["regions"]
    return Countries(
        names=names,
        adjectives=adjectives,
        peoples=frozenset(peoples),
        capitals=capitals,
        printed=printed,
        regions=frozenset(lowered(regions["places"])),
        regional=frozenset(lowered(regions["adjectives"])),
        qualifying=frozenset(adjectives) | frozenset(lowered(regions["adjectives"])),
    )


def enter(table: dict[str, str], alternatives: str, code: str) -> None:
    """Enter each of the alternatives; the first country to claim a word keeps it."""
    for word in alternatives.lower().split("|"):
        if word:
            table.setdefault(word, code)


def lowered(items: Iterable[Any]) -> list[str]:
    """Lower case."""
    return [str(item).lower() for item in items]
