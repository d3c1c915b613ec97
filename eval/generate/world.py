"""The world of a story: countries with their people, towns and bodies, and the outlets that write about them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from eval.generate.names import NameBook
from eval.generate.phrases import phrases
from eval.generate.rates import Rates

PAPERS = 12  # outlets of a world; few enough that each writes often
TOWNS = 5  # towns of a country; the first is its capital
HEADERS = ("title", "date", "front", "plain")  # how a paper heads its text files


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody or something with a name. `spelt` is the name in the other romanisation."""

    id: str
    kind: str  # person, organisation, country, place
    name: str
    short: str = ""  # surname or acronym; empty if the full name is always printed
    spelt: str = ""
    spelt_short: str = ""
    woman: bool = False
    role: str = ""
    country: str = ""  # its name
    nation: str = ""  # its adjective
    capital: bool = False
    kin: str = ""  # "the wife of Mira Kostova"
    apart: tuple[str, ...] = ()  # ids of those with whom it must never be one

    def named(self, other: bool) -> tuple[str, str]:
        """Full and short name in one of the two spellings."""
        return (self.spelt or self.name, self.spelt_short or self.short) if other else (self.name, self.short)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A newspaper or an agency, and its habits."""

    name: str
    acronym: str = ""  # of an agency
    month_first: bool = False  # March 9, not 9 March
    other_spelling: bool = False
    header: str = "title"
    form: str = "txt"  # txt, html, jsonl
    straight: bool = False  # straight quotation marks in its text files


@dataclass(slots=True, kw_only=True)
class Country:
    """A country with its towns and the offices that last."""

    actor: Actor
    culture: dict[str, Any]
    towns: list[Actor]
    president: Actor


@dataclass(slots=True, kw_only=True)
class Cast:
    """Who plays in one matter."""

    home: Country
    neighbour: Country
    premier: Actor
    minister: Actor  # of the interior, at home
    successor: Actor
    envoy: Actor  # the neighbour's foreign minister
    opposition: Actor
    prisoner: Actor
    activist: Actor
    spokesperson: Actor
    company: Actor
    topic: str


def kinship(one: Actor, other: Actor) -> str:
    """What one who shares a surname is to the other."""
    if one.woman != other.woman:
        return "wife" if one.woman else "husband"
    return "sister" if one.woman else "brother"


@dataclass(slots=True)
class World:
    """Everything that exists before anything happens."""

    random: Random
    rates: Rates
    names: NameBook = field(init=False)
    papers: list[Outlet] = field(init=False)
    agencies: list[Outlet] = field(init=False)
    league: Actor = field(init=False)
    countries: list[Country] = field(default_factory=list)
    people: int = 0

    def __post_init__(self) -> None:
        self.names = NameBook(self.random)
        table = phrases("names")["lists"]
        self.papers = [self._paper(name) for name in self.names.papers[:PAPERS]]
        self.agencies = [
            Outlet(name=name, acronym=acronym, month_first=number % 2 == 0)
            for number, (name, acronym) in enumerate(table["agencies"])
        ]
        full, acronym = table["league"]
        self.league = Actor(id="league", kind="organisation", name=full, short=acronym)

    def _paper(self, name: str) -> Outlet:
        draw, rates = self.random, self.rates
        form = draw.choices(
            ("html", "jsonl", "txt"), (rates.html, rates.jsonl, max(0.0, 1 - rates.html - rates.jsonl))
        )[0]
        return Outlet(
            name=f"The {name}",
            month_first=draw.random() < 0.5,
            other_spelling=draw.random() < rates.other_spelling,
            header=draw.choice(HEADERS),
            form=form,
            straight=draw.random() < 0.5,
        )

    def country(self, number: int) -> Country:
        """The country of a number; countries are founded in their order."""
        while len(self.countries) <= number % len(self.names.countries):
            self.countries.append(self._found())
        return self.countries[number % len(self.names.countries)]

    def _found(self) -> Country:
        number = len(self.countries)
        name, nation = self.names.countries[number]
        culture = self.names.cultures[number % len(self.names.cultures)]
        actor = Actor(id=f"country-{number}", kind="country", name=name, nation=nation)
        towns = [
            Actor(
                id=f"town-{number}-{n}", kind="place", name=self.names.town(culture),
                country=name, nation=nation, capital=n == 0,
            )
            for n in range(TOWNS)
        ]  # fmt: skip
        country = Country(actor=actor, culture=culture, towns=towns, president=actor)
        country.president = self.person(country, "president")
        return country

    def person(
        self, country: Country, role: str, surname: tuple[str, str] | None = None, apart: tuple[str, ...] = ()
    ) -> Actor:
        """A new person of a country; with a given surname they share it and are always named in full."""
        self.people += 1
        woman = self.random.random() < 0.5
        own = surname or self.names.surname(country.culture)
        last = own[woman]
        given = self.names.given(country.culture, woman, last)
        spelt_last = last if surname else self.names.respelt(country.culture, last)
        spelt = f"{self.names.respelt(country.culture, given)} {spelt_last}"
        return Actor(
            id=f"person-{self.people}", kind="person", name=f"{given} {last}",
            short="" if surname else last, spelt=spelt, spelt_short="" if surname else spelt_last,
            woman=woman, role=role, country=country.actor.name, nation=country.actor.nation, apart=apart,
        )  # fmt: skip

    def cast(self, number: int) -> Cast:
        """The people of the matter of a number: its own, but for the presidents of the two countries."""
        home, neighbour = self.country(2 * (number // 2)), self.country(2 * (number // 2) + 1)
        if number % 2:
            home, neighbour = neighbour, home
        surname = self.names.surname(home.culture)
        opposition = self.person(home, "opposition leader")
        if self.random.random() < self.rates.spouse:
            surname = (opposition.short, opposition.short)
        prisoner = self.person(home, "journalist", surname, (opposition.id,))
        if surname[0] == opposition.short:
            prisoner = replace(prisoner, kin=f"the {kinship(prisoner, opposition)} of {opposition.name}")
        topic = self.names.topic([town.name for town in home.towns])
        return Cast(
            home=home, neighbour=neighbour, opposition=opposition, prisoner=prisoner,
            premier=self.person(home, "prime minister"), minister=self.person(home, "interior minister"),
            successor=self.person(home, "lawyer"), envoy=self.person(neighbour, "foreign minister"),
            activist=self.person(home, "activist"), spokesperson=self.person(home, "government spokesperson"),
            company=Actor(id=f"company-{number}", kind="organisation", name=self.names.company(home.culture)),
            topic=topic,
        )  # fmt: skip
