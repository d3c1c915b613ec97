"""The reports of a whole story: matters over the calendar, each edition reported, copied, looked back on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from random import Random

from eval.generate.days import SMALL
from eval.generate.newsroom import Edition, Newsroom, Report, editions
from eval.generate.phrases import phrases
from eval.generate.plot import Matter, invent
from eval.generate.rates import USUAL, Rates
from eval.generate.telling import Item, Paragraph, Quoted, Versions
from eval.generate.wires import copied
from eval.generate.world import Actor, Outlet, World

BEGIN = date(2031, 1, 10)
APART = timedelta(days=23)  # between the beginnings of the matters of two pairs of countries
SEASON = 300  # days within which matters begin
SECOND = timedelta(
    days=400
)  # the second matter of a pair of countries begins so much later: others are in office then
YEARS = (3, 99)  # or minutes, in what people say on other things
LEAST_REPORTS = 4  # of a matter
WORDS = (2, 3)  # utterances in the first report of an edition,
OWN_WORDS = (1, 2)  # and such as only a later independent one has


@dataclass(slots=True)
class Generated:
    """A story: its world, what happened, and the reports in order of publication, with their ids."""

    world: World
    matters: list[Matter]
    reports: list[Report]
    people: list[Actor]  # those of unrelated reports


def generate(reports: int, seed: int, rates: Rates = USUAL) -> Generated:
    """A story of so many reports; the same seed and rates give the same story on any machine."""
    world = World(Random(seed), rates)  # noqa: S311 - not a secret
    unrelated = round(reports * rates.unrelated)
    count = max(1, ceil((reports - unrelated) / rates.matter_reports))
    versions, said = Versions(world.random, rates), set[str]()
    matters, written, people = [], [], []
    left = reports - unrelated
    for number in range(count):
        budget = left if number == count - 1 else max(LEAST_REPORTS, left // (count - number))
        matter = invent(world, number, begin(number))
        matters.append(matter)
        written += report(Newsroom(matter, versions, said), budget)
        left = reports - unrelated - len(written)
    for number in range(unrelated):
        made, person = aside(world, matters[number % count], number, said)
        written.append(made)
        people.append(person)
    written.sort(key=lambda r: r.published)  # stable: what was written first comes first
    return Generated(world, matters, written, people)


def begin(number: int) -> date:
    """The first day of a matter."""
    pair, second = divmod(number, 2)
    return BEGIN + timedelta(days=(pair * APART.days) % SEASON) + second * SECOND


def report(room: Newsroom, budget: int) -> list[Report]:
    """All reports of one matter, exactly as many as budgeted."""
    random, rates = room.random, room.rates
    back = int(budget > LEAST_REPORTS and random.random() < rates.retrospective)
    planned = editions(room.matter)[: budget - back]
    shares = [1] * len(planned)
    for _ in range(budget - back - len(planned)):
        shares[random.randrange(len(shares))] += 1
    written: list[Report] = []
    for edition, share in zip(planned, shares, strict=True):
        written += cover(room, edition, share)
    if back:
        last = room.look_back(random.choice(room.matter.world.papers))
        if last is None:
            last = cover(room, Edition(room.matter.start + timedelta(days=90), planned[0].news), 1)[0]
        written.append(last)
    return written


def cover(room: Newsroom, edition: Edition, share: int) -> list[Report]:
    """The reports of one edition: a wire text with copies, own reports, or both."""
    random, rates, world = room.random, room.rates, room.matter.world
    papers = (
        random.sample(world.papers, share) if share <= len(world.papers) else random.choices(world.papers, k=share)
    )
    words = [room.utter(edition) for _ in range(random.randint(*WORDS))]
    states = room.due(edition.day)
    wire = share > 1 and random.random() < rates.wire
    copies = min(rates.copies, random.randint(1, share - 1)) if wire else 0
    agency = random.choice(world.agencies) if wire else None
    denied_later = share - copies > 1 and random.random() < 0.5
    written: list[Report] = []
    for number in range(share - copies):
        outlet: Outlet = agency if agency and number == 0 else papers[number]
        statements = [Item(state=s) for s in states] if number == 0 else []
        if number == int(denied_later):
            statements += [Item(state=s, denies=True) for s in states]
        if number == 0:
            news, said = edition.news, [Item(say=w) for w in words]
        else:
            news = [n for n in edition.news if random.random() < 0.75] or edition.news[:1]
            random.shuffle(news)
            said = room.again(words, agency.acronym if agency else "")
            said += [Item(say=room.utter(edition)) for _ in range(random.randint(*OWN_WORDS))]
        late = timedelta(days=random.randint(0, 1)) if number else timedelta()
        made = room.write(outlet, edition, room.items(news, said, statements), edition.day + late)
        if agency and number == 0:
            made.how, made.origin = "wire", f"{agency.acronym}-{room.matter.number}-{edition.day}"
        written.append(made)
    if wire:
        written += [copied(written[0], paper, room) for paper in papers[share - copies :]]
    room.remember(edition)
    return written


def aside(world: World, matter: Matter, number: int, said: set[str]) -> tuple[Report, Actor]:
    """A report on something else, with a namesake of a principal every second time."""
    random, home, table = world.random, matter.cast.home, phrases("colour")["unrelated"]
    like = matter.cast.premier if number % 2 else None
    surname = (like.short, like.short) if like else None
    person = world.person(home, "", surname, (like.id,) if like else ())
    place = random.choice(home.towns)
    values = {"x": person.name, "p": place.name, "on": "at the weekend", "n": random.choice(SMALL[3:13])}
    headline, lede = (text.format(**values) for text in random.choice(table["ledes"]))
    words = ""
    while not words or words in said:
        thing, n = random.choice(table["things"]), str(random.randint(*YEARS))
        words = random.choice(table["words"]).format(thing=thing, n=n)
    said.add(words)
    quoted = Quoted(f"aside-{number}", (f"{words},",), person, person)
    paragraphs = [
        Paragraph(lede, Item(colour=True)),
        Paragraph(f"“{words},” {person.name} said.", Item(colour=True), quoted=[quoted]),
        Paragraph(random.choice(table["closings"]).format(**values), Item(colour=True)),
    ]
    outlet = random.choice(world.papers)
    day = matter.start + timedelta(days=random.randint(0, 30))
    made = Report(
        matter=matter.number, outlet=outlet, voice=outlet, published=day, headline=headline, paragraphs=paragraphs,
        town=home.towns[0], unrelated=True, known={person.id: {person.name}},
    )  # fmt: skip
    return made, person
