"""Pages of news sites, made of 40 templates of ours and of reports put together from a small stock of phrases.

`page(template, number)` gives the source of a page and what an editor reads in it. The same numbers give the same
page on any machine.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

FOLDER = Path(__file__).with_name("templates")
TEMPLATES = sorted(path.name for path in FOLDER.glob("*.j2"))
SHOWS_STANDFIRST = frozenset({"04", "06", "11", "12", "18", "19", "21", "27"})
SHOWS_SUBHEADING = frozenset({"35"})
CREDITS_AGENCY = frozenset({"36"})

_PLACES = ("Aldmouth", "Varn", "Lundvik", "Kesh", "Port Ansel", "Brenn", "Mirov", "Tesk", "Hale", "Ostrel")
_FIRST = ("Mara", "Tomas", "Ida", "Jonas", "Selma", "Oto", "Lena", "Pavo", "Edda", "Rune", "Nora", "Bruno")
_LAST = ("Holm", "Vekic", "Brandt", "Osten", "Krogh", "Dahlby", "Ferre", "Arnim", "Moor", "Tolle", "Quist", "Renn")
_SITES = ("{} Post", "The {} Gazette", "{} Today", "The {} Observer", "Radio {}", "{} Chronicle", "The {} Tribune")
_WHO = (
    "The government",
    "The city council",
    "The harbour authority",
    "A court in the capital",
    "The union of dockers",
)
_DID = ("has closed", "wants to rebuild", "refused to pay for", "sold", "promised to repair", "was warned about")
_WHAT = (
    "the old bridge",
    "two schools in the north",
    "the last ferry to the islands",
    "the grain silos on the quay",
)
_WHEN = ("on Monday", "late on Tuesday", "in the first week of May", "after a vote that lasted until midnight")
_MORE = (
    "{who} {did} {what} {when}, three years after work was to begin and eleven months after the money ran out.",
    "Nobody could say on Thursday how much of it will be paid by the state and how much by those who live there.",
    "“We were not asked, and we will not be silent,” said {name}, who has lived in {place} since {year}.",
    "{name}, who speaks for the residents of {place}, called the decision a mistake that will be felt for years.",
    "About {number} people gathered in front of the town hall of {place}, and some of them stayed until dawn.",
    "The minister of transport, {name}, told reporters that engineers from two countries had examined the plan.",
    "In {year} a similar plan failed because a family from {place}, which owned the land, went to court.",
    "“It is a question of trust,” {name} said. “You can mend a wall in a week, and a promise in a lifetime.”",
    "A report that was handed to parliament in the spring put the cost at {number} million crowns, a third more.",
    "The opposition asked for a committee of inquiry. The governing party said it would wait for the auditors.",
)
_HEADLINES = (
    "{place} fights over {what}",
    "How {place} lost {what}",
    "Anger in {place} as council votes on {what}",
    "“No one asked us”: {place} and {what}",
    "{number} march in {place} against the sale of {what}",
)
_TEASERS = (
    "Storm warning for the northern coast",
    "Council sells the old baths to a brewery",
    "What the new budget means for families",
    "Fishermen return after nineteen days at sea",
    "Ten questions about the water in Lake Orlen",
    "Goalkeeper leaves for a club in the south",
)
_APPEALS = (
    "Sign up for our daily newsletter and get the day’s top stories in your inbox.",
    "Support independent journalism: our reporters need your help. Become a member today.",
    "Get the latest headlines sent straight to your inbox every morning. Subscribe now.",
)
_COMMENTS = (
    ("harbourcat", "I have said so for years."),
    ("T. Lund", "Let the court speak first, then we talk again."),
)


@dataclass(frozen=True, slots=True)
class Expected:
    """What an editor reads in a page."""

    title: str
    published: str | None  # None: the page does not tell
    outlet: str
    byline: str
    agencies: tuple[str, ...]
    body: tuple[str, ...]  # paragraphs, without the headline


@cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(FOLDER), autoescape=False, undefined=StrictUndefined)  # noqa: S701 -- our own words


def page(template: str, number: int) -> tuple[str, Expected]:
    """The source of a page and its reading."""
    chance = random.Random(f"{template} {number}")  # noqa: S311 -- texts, no secrets
    report = _report(chance)
    source = _environment().get_template(template).render(report)
    tells_day = any(
        str(report[name]) in source for name in ("iso", "iso_day", "long_date", "short_date", "weekday_date")
    )
    short = template[:2]
    body = list(report["paragraphs"])  # type: ignore[call-overload]
    if short in SHOWS_STANDFIRST:
        body.insert(0, report["standfirst"])
    if short in SHOWS_SUBHEADING:
        body.insert(3, report["subheading"])
    return source, Expected(
        title=str(report["title"]),
        published=str(report["iso_day"]) if tells_day else None,
        outlet=str(report["site"]),
        byline=str(report["author"]),
        agencies=("AFP",) if short in CREDITS_AGENCY else (),
        body=tuple(body),
    )


def _report(chance: random.Random) -> dict[str, object]:
    """Everything that a template may show."""
    place = chance.choice(_PLACES)
    day = dt.date(2026, 1, 1) + dt.timedelta(days=chance.randrange(2000))
    clock = f"{chance.randrange(24):02d}:{chance.randrange(60):02d}"
    title = _filled(chance.choice(_HEADLINES), place, chance)
    author = _name(chance)
    return {
        "title": title[0].upper() + title[1:],
        "slug": "-".join(word.strip("“”:,").lower() for word in title.split()),
        "site": chance.choice(_SITES).format(place),
        "domain": f"{place.lower().replace(' ', '')}.example",
        "author": author,
        "handle": author.lower().replace(" ", ""),
        "place": place,
        "iso": f"{day.isoformat()}T{clock}:00Z",
        "iso_day": day.isoformat(),
        "clock": clock,
        "year": day.year,
        "long_date": f"{day.day} {day:%B %Y}",
        "short_date": f"{day:%b} {day.day}, {day.year}",
        "weekday_date": f"{day:%A}, {day:%B} {day.day}, {day.year}",
        "section": chance.choice(("World", "Politics", "Business", "Society")),
        "menu": ["Home", *chance.sample(["News", "Politics", "Sport", "Culture", "Opinion", "Weather"], 4)],
        "standfirst": _filled("{who} {did} {what}, and {place} wants to know why.", place, chance),
        "subheading": f"What {place} asks for",
        "paragraphs": [_filled(words, place, chance) for words in chance.sample(_MORE, chance.randrange(5, 10))],
        "pulled": "You can mend a wall in a week, and a promise in a lifetime.",
        "caption": f"The town hall of {place} on Monday. Photo: {_name(chance)}",
        "agency_credit": "Getty Images",
        "tags": [place, "transport", "courts"],
        "teasers": chance.sample(_TEASERS, 3),
        "appeal": chance.choice(_APPEALS),
        "comments": _COMMENTS,
    }


def _name(chance: random.Random) -> str:
    return f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"


def _filled(words: str, place: str, chance: random.Random) -> str:
    return words.format(
        who=chance.choice(_WHO),
        did=chance.choice(_DID),
        what=chance.choice(_WHAT),
        when=chance.choice(_WHEN),
        name=_name(chance),
        place=place,
        number=chance.randrange(20, 900),
        year=chance.randrange(1960, 2025),
    )
