"""Who reports what on which day: editions of a matter, wire texts, own reports, a look back a year later."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from eval.generate.phrases import phrases
from eval.generate.plot import Contradiction, Happening, Matter, Utterance
from eval.generate.telling import Item, Paragraph, Teller, Versions
from eval.generate.world import Actor, Outlet

SPAN = timedelta(days=4)  # news of so many days goes into one edition
TOLD = 0.75  # share of an edition's news that a second report tells
BACKGROUND = 2  # earlier happenings that a report recalls, at most
DETAIL = 0.5  # news that a further line follows
PART = 0.4  # shared utterances of which only the first sentence is printed
SCARE = 0.15  # reports with words in marks that nobody said
STOCK = 0.12  # reports with a stock phrase such as "no comment"
COLOUR = 3  # at most so many paragraphs without facts
YEAR = timedelta(days=365)


@dataclass(slots=True, kw_only=True)
class Report:
    """One report before it becomes a file. `voice` is whose text it is, `outlet` who prints it."""

    matter: int
    outlet: Outlet
    voice: Outlet
    published: date
    headline: str
    paragraphs: list[Paragraph]
    town: Actor
    origin: str = ""  # label of the wire text that it is or copies
    how: str = "own"  # own, wire, reprint, cut, relede, spun, merged
    credited: bool = False
    unrelated: bool = False
    known: dict[str, set[str]] = field(default_factory=dict)  # actors by id, and the names that the text prints
    id: str = ""

    @property
    def own_source(self) -> str:
        """Whose the report's own words are: its outlet, or the report alone if it does not name one."""
        return self.outlet.name


@dataclass(slots=True)
class Edition:
    """Some days of news of one matter."""

    day: date
    news: list[tuple[Happening, str]]


def news_of(one: Happening) -> list[tuple[date, Happening, str]]:
    """When a happening becomes news, and as what."""
    news = []
    if one.announced:
        news.append((one.announced, one, "planned"))
    if one.failed:
        news.append((one.failed, one, one.fails))
    if one.fails != "cancelled":
        news.append((one.moved_to or one.day, one, "happened"))
    news += [(day, one, "happened") for day, *_ in one.tolls[1:]]
    return news


def editions(matter: Matter) -> list[Edition]:
    """News in order of time, a few days together."""
    found: list[Edition] = []
    first = date.min
    every = [news for happening in matter.happenings for news in news_of(happening)]
    for day, one, aspect in sorted(every, key=lambda news: (news[0], news[1].id, news[2])):
        if found and day - first <= SPAN:
            found[-1].day = day
            if all(told is not one for told, _ in found[-1].news):
                found[-1].news.append((one, aspect))
            else:  # what came of it makes the plan old news
                found[-1].news = [(o, aspect if o is one else a) for o, a in found[-1].news]
        else:
            found.append(Edition(day, [(one, aspect)]))
            first = day
    return found


class Newsroom:
    """Writes the reports of one matter."""

    def __init__(self, matter: Matter, versions: Versions, said: set[str]) -> None:
        self.matter, self.versions, self.said = matter, versions, said
        self.random, self.rates = matter.random, matter.rates
        self.past: list[Happening] = []
        self.stocked = 0
        self.pending = list(matter.contradictions)

    def due(self, day: date) -> list[Contradiction]:
        """The statements that came up by a day and that no edition has told yet."""
        due = [state for state in self.pending if state.day <= day]
        self.pending = [state for state in self.pending if state not in due]
        return due

    def people(self, news: list[tuple[Happening, str]]) -> list[Actor]:
        """Who may be asked about some news: those in it, and those who always speak."""
        cast = self.matter.cast
        persons = [who for one, _ in news for who in (one.a, one.b) if who and who.kind == "person"]
        return [*persons, cast.opposition, cast.activist, cast.spokesperson, cast.premier]

    def utter(self, edition: Edition) -> Utterance:
        """New words of somebody about an edition's news."""
        return self.matter.say(self.random.choice(self.people(edition.news)), edition.day, self.said)

    def headline(self, news: list[tuple[Happening, str]]) -> str:
        """A headline for the first piece of news; plans and what fails have plain ones."""
        one, aspect = news[0]
        table = phrases("acts")[one.act]
        short = {
            key: ((who.short or who.name) if who else "")
            for key, who in (("A", one.a), ("B", one.b), ("p", one.p), ("c", one.c))
        }  # fmt: skip
        if aspect != "happened":
            place = (one.p or one.c or self.matter.cast.home.towns[0]).name
            return {
                "planned": f"{place} prepares",
                "cancelled": f"Plans dropped in {place}",
                "moved": f"New date for {place}",
            }.get(aspect, f"Looking back at {place}")
        return str(self.random.choice(table["headline"])).format(**short, topic=one.topic, post=one.post)

    def write(self, outlet: Outlet, edition: Edition, items: list[Item], day: date) -> Report:
        """An own report, or an agency's, from items."""
        teller = Teller(self.random, self.versions, outlet, day, self.matter.cast)
        paragraphs = teller.tell(items)
        return Report(
            matter=self.matter.number, outlet=outlet, voice=outlet, published=day, paragraphs=paragraphs,
            headline=self.headline(edition.news), town=self.matter.cast.home.towns[0], known=teller.mentions.known,
        )  # fmt: skip

    def items(self, news: list[tuple[Happening, str]], words: list[Item], statements: list[Item]) -> list[Item]:
        """News first, then words between the news, then background and colour."""
        told = [
            Item(tell=one, aspect=aspect, detail=aspect == "happened" and self.random.random() < DETAIL)
            for one, aspect in news
        ]
        body = [told[0], *words[:1], *told[1:], *statements, *words[1:]]
        able = [
            one
            for one in self.past
            if "recalled" in phrases("acts")[one.act] and all(one is not o for o, _ in news)
        ]
        looked_back = self.random.sample(able, min(len(able), self.random.randint(0, BACKGROUND)))
        body += [Item(tell=one, aspect="recalled") for one in looked_back]
        if self.random.random() < SCARE:
            body.append(Item(scare=True))
        if self.random.random() < STOCK:
            body.append(Item(say=self.stock(news[0][0].day)))
        for _ in range(self.random.randint(0, COLOUR)):
            body.insert(self.random.randint(1, len(body)), Item(colour=True))
        return body

    def stock(self, day: date) -> Utterance:
        """Words that many people say: never one utterance with another's."""
        text = str(self.random.choice(phrases("speech")["utterances"]["stock"]))
        self.stocked += 1
        id_ = f"stock-{self.matter.number}-{self.stocked}"
        return Utterance(id=id_, speaker=self.matter.cast.spokesperson, day=day, parts=(text.rstrip("."),))

    def again(self, words: list[Utterance], agency: str) -> list[Item]:
        """Words that another report has too, one at most: whole, in part, credited, or given to somebody else."""
        if self.random.random() >= self.rates.shared_quote:
            return []
        said = self.random.choice(words)
        if self.random.random() < self.rates.misattributed:
            others = [p for p in (self.matter.cast.premier, self.matter.cast.opposition) if p is not said.speaker]
            return [Item(say=said, printed=self.random.choice(others))]
        if agency and len(said.parts) > 1 and self.random.random() < self.rates.credited_quote:
            return [Item(say=said, agency=agency)]
        return [Item(say=said, part=self.random.random() < PART)]

    def remember(self, edition: Edition) -> None:
        """What an edition told may be recalled by later ones."""
        self.past += [one for one, aspect in edition.news if aspect == "happened" and one not in self.past]

    def look_back(self, outlet: Outlet) -> Report | None:
        """A report a year later that recalls what happened."""
        able = [one for one in self.past if "recalled" in phrases("acts")[one.act]]
        if not able:
            return None
        news = [(one, "recalled") for one in able[:5]]
        day = self.matter.start + YEAR
        edition = Edition(day, news)
        words = [Item(say=self.utter(edition))]
        return self.write(outlet, edition, [Item(colour=True), *self.items(news, words, [])], day)
