"""Sentences of a report, each with the truth that it tells, written down as it is made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from eval.generate.days import Days, counted, money, on_day
from eval.generate.mentions import Mentions
from eval.generate.phrases import phrases
from eval.generate.plot import Contradiction, Happening, Utterance
from eval.generate.rates import Rates
from eval.generate.world import Actor, Cast, Outlet

SLOT = re.compile(r"\{(\w+)\}")
SCENES = 3000  # then they may come again
MARKED = re.compile(r"“([^”]*)”")
COUNTED_NOUN = re.compile(r"\{n\} (people|protesters|demonstrators|workers|employees)")
DOUBLED = re.compile(r",\s*([.,;:])")


@dataclass(frozen=True, slots=True)
class Told:
    """A report tells a happening: as what, on which days, where, and how many."""

    happening: Happening
    aspect: str
    days: Days
    place: Actor | None
    count: str
    by: str  # the outlet or agency whose telling it is


@dataclass(frozen=True, slots=True)
class Quoted:
    """A report prints somebody's words in marks. `printed` is whom it names, `speaker` who said them."""

    utterance: str
    pieces: tuple[str, ...]
    speaker: Actor
    printed: Actor
    agency: str = ""  # to which the words are credited


@dataclass(frozen=True, slots=True)
class Reported:
    """A report gives somebody's statement without marks."""

    statement: str
    speaker: Actor
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """What a paragraph is to tell: one of these, with how."""

    tell: Happening | None = None
    aspect: str = "happened"
    detail: bool = False  # a line more on it
    say: Utterance | None = None
    printed: Actor | None = None  # another speaker than the true one
    agency: str = ""
    part: bool = False  # the first sentence only
    state: Contradiction | None = None
    denies: bool = False
    scare: bool = False
    colour: bool = False


@dataclass(slots=True)
class Paragraph:
    """Text and the truth in it. `by` is whose words they are: an agency's, or the outlet's own."""

    text: str
    item: Item
    told: list[Told] = field(default_factory=list)
    quoted: list[Quoted] = field(default_factory=list)
    reported: list[Reported] = field(default_factory=list)
    scare: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Version:
    """How one source has a happening: it says the same in all its reports."""

    day: date
    place: Actor | None
    count: int
    approximate: bool
    coarse: bool


class Versions:
    """What each source has of each happening; the second source of a disputed fact has it otherwise."""

    def __init__(self, random: Random, rates: Rates) -> None:
        self.random, self.rates = random, rates
        self.given: dict[str, dict[str, Version]] = {}
        self.used: dict[str, set[str]] = {}

    def fresh(self, about: str, lines: list[str]) -> str:
        """A line that has not yet been used about something: who tells independently tells in other words."""
        used = self.used.setdefault(about, set())
        line = self.random.choice([one for one in lines if one not in used] or lines)
        used.add(line)
        return line

    def once(self, lines: list[str]) -> str:
        """A line that no report of the story has yet; empty if there is none left."""
        used = self.used.setdefault("", set())
        free = [line for line in lines if line not in used]
        if not free or self.random.random() < 0.5:
            return ""
        line = self.random.choice(free)
        used.add(line)
        return line

    def scene(self) -> str:
        """A scene that no report of the story has described."""
        table, used = phrases("colour")["scene"], self.used.setdefault("", set())
        while True:
            parts = [self.random.choice(table[part]) for part in ("times", "people", "doings")]
            line = " ".join(parts) + "."
            if line not in used or len(used) > SCENES:
                used.add(line)
                return line

    def of(self, source: str, one: Happening) -> Version:
        """The version of a source, made when it first tells of it."""
        known = self.given.setdefault(one.id, {})
        if source not in known:
            known[source] = self._make(one, other=len(known) % 2 == 1)
        return known[source]

    def _make(self, one: Happening, other: bool) -> Version:
        day = one.moved_to or one.day
        settled = bool(one.disputed) or bool(one.tolls) or one.money or one.act == "sentence"
        return Version(
            day=one.other_day if other and one.other_day else day,
            place=one.other_place if other and one.other_place else one.p,
            count=one.other_count if other and one.other_count else one.count,
            approximate=not settled and self.random.random() < self.rates.approximate,
            coarse=not one.disputed and self.random.random() < self.rates.coarse,
        )


class Teller:
    """Tells items in the voice of one source on one day; knows whom the report has introduced."""

    def __init__(self, random: Random, versions: Versions, voice: Outlet, published: date, cast: Cast) -> None:
        self.random, self.versions, self.voice = random, versions, voice
        self.source, self.published = voice.name, published
        self.topic, self.town = cast.topic, cast.home.towns[1].name
        self.mentions = Mentions(random, voice.other_spelling)

    def tell(self, items: Sequence[Item]) -> list[Paragraph]:
        """A paragraph for each item."""
        return [self.paragraph(item) for item in items]

    def paragraph(self, item: Item) -> Paragraph:
        """The item in words."""
        if item.tell:
            return self._happening(item, item.tell)
        if item.say:
            return self._words(item, item.say)
        if item.state:
            return self._statement(item, item.state)
        if item.scare:
            word = self.random.choice(phrases("speech")["scare"]["words"])
            sentence = self.random.choice(phrases("speech")["scare"]["sentences"])
            return Paragraph(sentence.format(w=word), item, scare=[word])
        line = self.versions.once(phrases("colour")["background"]["lines"]) or self.versions.scene()
        return Paragraph(self._fill(line, {"topic": self.topic, "p": self.town}), item)

    def _fill(self, template: str, values: dict[str, str | Actor | None]) -> str:
        """Slots are filled from left to right, so that the first mention is the one that introduces."""

        def put(slot: re.Match[str]) -> str:
            value = values[slot[1]]
            return value if isinstance(value, str) else self.mentions.of(value) if value else ""

        text = DOUBLED.sub(r"\1", SLOT.sub(put, template))
        return text[0].upper() + text[1:]

    def _happening(self, item: Item, one: Happening) -> Paragraph:
        version = self.versions.of(self.source, one)
        needed = {"day": "{on}", "place": "{p}", "count": "{n}"}.get(one.disputed, "")
        every = phrases("acts")[one.act][item.aspect]
        if item.aspect == "recalled":
            every = [*every, *phrases("acts")[one.act]["happened"]]
        template = self.versions.fresh(one.id, [t for t in every if needed.casefold() in t.casefold()] or every)
        day = one.day if item.aspect in ("planned", "cancelled", "moved") else version.day
        on, days = self._on(day, version.coarse and item.aspect == "recalled")
        on_to = self._on(one.moved_to, False)[0] if one.moved_to else ""
        dead, hurt = self._toll(one, version)
        count = money(dead) if one.money else counted(
            self.random, dead, version.approximate, bool(COUNTED_NOUN.search(template))
        )  # fmt: skip
        values: dict[str, str | Actor | None] = {
            "a": one.a, "b": one.b, "p": version.place, "c": one.c, "on": on, "On": on, "on_to": on_to,
            "to": on_to.removeprefix("on "), "n": count, "m": counted(self.random, hurt, False, False),
            "topic": one.topic, "post": one.post, "nation": one.a.nation if one.a else "",
        }  # fmt: skip
        told = Told(
            one, item.aspect, days if item.aspect != "moved" else (one.day, one.moved_to or one.day),
            version.place if "{p}" in template else None, count if "{n}" in template else "", self.source,
        )  # fmt: skip
        text = self._fill(template, values)
        if item.detail:
            text += " " + (self.versions.once(phrases("acts")[one.act]["detail"]) or self.versions.scene())
        return Paragraph(text, item, told=[told])

    def _on(self, day: date, coarse: bool) -> tuple[str, Days]:
        return on_day(self.random, day, self.published, self.voice.month_first, coarse)

    def _toll(self, one: Happening, version: Version) -> tuple[int, int]:
        known = [(dead, hurt) for day, dead, hurt in one.tolls if day <= self.published]
        return known[-1] if known else (version.count, 0)

    def _words(self, item: Item, said: Utterance) -> Paragraph:
        parts = said.parts[:1] if item.part else said.parts
        printed = item.printed or said.speaker
        frames = phrases("speech")["frames"]
        if len(parts) == 1:
            frame, words = self.random.choice(frames["direct"]), {"q": parts[0]}
        else:
            frame = self.random.choice(frames["credited" if item.agency else "two"])
            words = {"q1": parts[0], "q2": parts[1]}
        if "{p}" in frame and not printed.country:
            frame = frame.replace(" in {p}", "")
        values: dict[str, str | Actor | None] = {**words, "s": printed, "agency": item.agency, "p": "the capital"}
        text = self._fill(frame, values)
        agency = item.agency if "{agency}" in frame else ""
        pieces = tuple(MARKED.findall(text))
        return Paragraph(text, item, quoted=[Quoted(said.id, pieces, said.speaker, printed, agency)])

    def _statement(self, item: Item, state: Contradiction) -> Paragraph:
        speaker = state.denier if item.denies else state.claimer
        said, reported = state.denial if item.denies else state.claim
        id_ = f"{state.id}-{'denial' if item.denies else 'claim'}"
        frames = phrases("speech")["frames"]
        if state.denial_marked if item.denies else state.claim_marked:
            text = self._fill(self.random.choice(frames["direct"]), {"q": said, "s": speaker, "p": "the capital"})
            pieces = tuple(MARKED.findall(text))
            return Paragraph(text, item, quoted=[Quoted(id_, pieces, speaker, speaker)])
        text = self._fill(self.random.choice(frames["reported"]), {"cl": reported, "s": speaker})
        return Paragraph(text, item, reported=[Reported(id_, speaker, reported)])
