"""What happens in one matter: acts with their days, counts and disputes, plans, and what people say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from eval.generate.phrases import phrases
from eval.generate.rates import Rates
from eval.generate.world import Actor, Cast, World

ARCS = 5  # of them are drawn for a matter
WEEK = timedelta(days=7)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
NUMERALS = ("three", "four", "five", "six", "seven", "eleven", "twelve")  # in what people say


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One act. `day` is when it is, or is to be; `other_*` is what a second source gives where it is disputed."""

    id: str
    act: str
    day: date
    a: Actor | None = None
    b: Actor | None = None
    p: Actor | None = None
    c: Actor | None = None
    count: int = 0
    money: bool = False
    topic: str = ""
    post: str = ""
    announced: date | None = None  # told beforehand since
    fails: str = ""  # cancelled, moved
    failed: date | None = None  # known since
    moved_to: date | None = None
    tolls: tuple[tuple[date, int, int], ...] = ()  # known from that day: dead, hurt
    other_day: date | None = None
    other_place: Actor | None = None
    other_count: int = 0

    @property
    def disputed(self) -> str:
        """What sources differ in: day, place, count or nothing."""
        return "day" if self.other_day else "place" if self.other_place else "count" if self.other_count else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """Words that somebody said, in one or two sentences without final points."""

    id: str
    speaker: Actor
    day: date
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two statements that cannot both hold. Each is (as said, as reported)."""

    id: str
    day: date
    claimer: Actor
    denier: Actor
    claim: tuple[str, str]
    denial: tuple[str, str]
    claim_marked: bool  # all reports give it in marks, or all without: the key has one text for each side
    denial_marked: bool


@dataclass(slots=True)
class Matter:
    """One matter: a cast and what happens to it."""

    number: int
    cast: Cast
    world: World
    start: date
    happenings: list[Happening] = field(default_factory=list)
    utterances: list[Utterance] = field(default_factory=list)
    contradictions: list[Contradiction] = field(default_factory=list)

    @property
    def random(self) -> Random:
        """The story's one source of chance."""
        return self.world.random

    @property
    def rates(self) -> Rates:
        """How often things happen."""
        return self.world.rates

    def chance(self, rate: float) -> bool:
        """True at a rate."""
        return self.random.random() < rate

    def town(self) -> Actor:
        """A town of the country."""
        return self.random.choice(self.cast.home.towns)

    def add(self, act: str, day: date, **values: Any) -> Happening:
        """One more act; disputed at the usual rate where it can be."""
        made = Happening(
            id=f"m{self.number}-{len(self.happenings)}-{act}", act=act, day=day, topic=self.cast.topic, **values
        )
        made = self._planned(self._disputed(made))
        self.happenings.append(made)
        return made

    def _disputed(self, made: Happening) -> Happening:
        if not self.chance(self.rates.dispute):
            return made
        if made.act in ("detention", "agreement", "aid", "strike", "sentence"):
            return replace(made, other_count=unlike(self.random, made.count))
        if made.act in ("meeting", "agreement") and self.chance(0.5):
            return replace(made, other_place=self.random.choice([t for t in self.cast.home.towns if t != made.p]))
        if made.act in ("meeting", "arrest", "release", "visit"):
            return replace(made, other_day=made.day - timedelta(days=1))
        return made

    def _planned(self, made: Happening) -> Happening:
        if made.act not in ("meeting", "visit", "agreement", "election", "sanctions") or not self.chance(
            self.rates.plan
        ):
            return made
        announced = made.day - timedelta(days=self.random.randint(3, 9))
        made = replace(made, announced=announced)
        if made.act == "sanctions" or not self.chance(self.rates.plan_fails):
            return made
        fails = (
            self.random.choice(("cancelled", "moved"))
            if made.act in ("meeting", "visit")
            else "moved"
            if made.act == "election"
            else "cancelled"
        )
        return replace(
            made, fails=fails, failed=made.day - timedelta(days=1), other_day=None, other_place=None,
            other_count=0,
            moved_to=made.day + timedelta(days=self.random.randint(4, 10)) if fails == "moved" else None,
        )  # fmt: skip

    def say(self, speaker: Actor, day: date, known: set[str]) -> Utterance:
        """Words that nobody in the story has said yet; `known` holds what was said."""
        table = phrases("speech")["utterances"]
        while True:
            values = {
                "topic": self.cast.topic, "p": self.town().name, "x": self.random.choice(NUMERALS),
                "month": self.random.choice(MONTHS),
            }  # fmt: skip
            first = self.random.choice(table["first"]).format(**values)
            if first not in known:
                break
        known.add(first)
        second = self.random.choice(table["second"]).format(**values)
        parts = (first, second) if self.chance(0.5) else (first,)
        made = Utterance(id=f"m{self.number}-said-{len(self.utterances)}", speaker=speaker, day=day, parts=parts)
        self.utterances.append(made)
        return made

    def contradict(self, claimer: Actor, denier: Actor, day: date) -> None:
        """Two people say what cannot both hold; each pair of statements at most once in a matter."""
        pairs = phrases("speech")["pairs"]
        number = (self.number * 3 + len(self.contradictions)) % len(pairs)
        values = {"topic": self.cast.topic, "p": self.town().name, "month": self.random.choice(MONTHS)}
        said = {name: text.format(**values) for name, text in pairs[number].items()}
        self.contradictions.append(
            Contradiction(
                id=f"m{self.number}-against-{len(self.contradictions)}", day=day, claimer=claimer, denier=denier,
                claim=(said["claim"], said["claim_reported"]), denial=(said["denial"], said["denial_reported"]),
                claim_marked=self.chance(0.5), denial_marked=self.chance(0.5),
            )
        )  # fmt: skip


def unlike(random: Random, count: int) -> int:
    """A count that no rounding makes the same: half as much again to twice as much."""
    return count + max(2, round(count * random.uniform(0.5, 1.0)))


# --- arcs: each lays a few acts into the days from `day` on


def unrest(matter: Matter, day: date) -> None:
    """A protest with detentions, and perhaps another a week later elsewhere."""
    draw = matter.random
    for weeks in range(1 + matter.chance(0.4)):
        when, place = day + weeks * WEEK, matter.town()
        matter.add(
            "protest", when, p=place, count=draw.choice((draw.randint(300, 4000), draw.randint(10, 60) * 1000))
        )
        if weeks == 0:
            matter.add("detention", when, p=place, count=draw.randint(12, 90))


def prisoner(matter: Matter, day: date) -> None:
    """Somebody is arrested, and later sentenced or set free."""
    cast, place = matter.cast, matter.town()
    matter.add("arrest", day, b=cast.prisoner, p=place)
    later = day + timedelta(days=matter.random.randint(9, 16))
    if matter.chance(0.5):
        matter.add("sentence", later, b=cast.prisoner, p=place, count=matter.random.randint(2, 12))
    else:
        matter.add("release", later, b=cast.prisoner, p=place)


def talks(matter: Matter, day: date) -> None:
    """The neighbour's envoy meets somebody at home."""
    cast = matter.cast
    matter.add(
        "meeting", day, a=cast.envoy, b=matter.random.choice((cast.opposition, cast.premier)), p=matter.town()
    )
    matter.contradict(cast.opposition, cast.spokesperson, day)


def tour(matter: Matter, day: date) -> None:
    """A minister goes to a town."""
    cast = matter.cast
    matter.add(
        "visit", day, a=matter.random.choice((cast.premier, cast.home.president, cast.minister)), p=matter.town()
    )


def blast(matter: Matter, day: date) -> None:
    """An explosion whose toll rises."""
    draw = matter.random
    dead, hurt = draw.randint(3, 12), draw.randint(20, 60)
    tolls = [(day, dead, hurt)]
    for days in (3, 8):
        dead, hurt = dead + draw.randint(1, 6), hurt + draw.randint(2, 20)
        tolls.append((day + timedelta(days=days), dead, hurt))
    matter.add("explosion", day, p=matter.town(), count=tolls[0][1], tolls=tuple(tolls))
    matter.contradict(matter.cast.activist, matter.cast.minister, day)


def pressure(matter: Matter, day: date) -> None:
    """The neighbour or the league imposes sanctions."""
    cast = matter.cast
    matter.add(
        "sanctions", day, a=matter.random.choice((matter.world.league, cast.neighbour.actor)), b=cast.company
    )


def relief(matter: Matter, day: date) -> None:
    """The neighbour promises money."""
    cast = matter.cast
    matter.add(
        "aid", day, a=cast.neighbour.actor, b=cast.home.actor, count=matter.random.randint(3, 95), money=True
    )


def fall(matter: Matter, day: date) -> None:
    """A minister is told to go, goes, and is replaced."""
    cast = matter.cast
    matter.add("demand", day, a=cast.opposition, b=cast.minister)
    matter.add("resignation", day + timedelta(days=4), a=cast.minister)
    matter.add("appointment", day + timedelta(days=6), a=cast.premier, b=cast.successor, post="interior minister")


def vote(matter: Matter, day: date) -> None:
    """An election."""
    matter.add("election", day, c=matter.cast.home.actor)


def deal(matter: Matter, day: date) -> None:
    """Two governments sign something."""
    cast = matter.cast
    matter.add(
        "agreement",
        day,
        a=cast.premier,
        b=cast.envoy,
        p=matter.town(),
        count=matter.random.randint(3, 95) * 10,
        money=True,
    )


def walkout(matter: Matter, day: date) -> None:
    """Workers go on strike."""
    matter.add("strike", day, b=matter.cast.company, p=matter.town(), count=matter.random.randint(120, 2400))


ARC_LIST: tuple[Callable[[Matter, date], None], ...] = (
    unrest, prisoner, talks, tour, blast, pressure, relief, fall, vote, deal, walkout,
)  # fmt: skip


def invent(world: World, number: int, start: date) -> Matter:
    """A matter with some arcs, about four days apart."""
    matter = Matter(number, world.cast(number), world, start)
    day = start
    for arc in world.random.sample(ARC_LIST, ARCS):
        arc(matter, day)
        day += timedelta(days=world.random.randint(3, 6))
    if not matter.contradictions:
        matter.contradict(matter.cast.opposition, matter.cast.spokesperson, start + timedelta(days=2))
    matter.happenings.sort(key=lambda one: (one.day, one.id))
    return matter
