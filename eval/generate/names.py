"""Names of people, towns, countries and outlets: never the same one twice in a world."""

from __future__ import annotations

from itertools import product
from random import Random
from typing import Any

from eval.generate.phrases import phrases

PREFIXES = ("New", "Old", "Upper", "Lower", "Port", "Saint")  # for worlds with more towns than names
ALIKE = 3  # letters at the beginning of surnames that may be one in two spellings
CHANGES = 2  # a romanisation changes a name in so many places at most


class NameBook:
    """Draws names from the cultures of `names.toml`, without returning one."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.table: dict[str, Any] = phrases("names")["lists"]
        self.taken: set[str] = set()
        self.countries = [
            (stem + noun, stem + adjective)
            for noun, adjective in self.table["country_endings"]
            for stem in self.table["country_stems"]
        ]
        papers = [f"{p} {w}" for p, w in product(self.table["outlet_places"], self.table["outlet_words"])]
        self.papers = self.random.sample(papers, len(papers))

    @property
    def cultures(self) -> list[dict[str, Any]]:
        """The tables of the cultures, in their order."""
        return list(phrases("names")["cultures"])

    def given(self, culture: dict[str, Any], woman: bool, surname: str) -> str:
        """A given name; as long as there are others, none that somebody has with this surname or one alike.

        "Katya Draganova" and "Katya Draganeva" would be one person's two spellings to any reader.
        """
        every = culture["women" if woman else "men"]
        unlike = [one for one in every if f"{one} {surname[:ALIKE]}" not in self.taken]
        name = str(self.random.choice(unlike or every))
        self.taken.add(f"{name} {surname[:ALIKE]}")
        return name

    def surname(self, culture: dict[str, Any]) -> tuple[str, str]:
        """A surname that nobody has yet, as a man and as a woman bears it."""
        while True:
            man, woman = self._surname(culture)
            if self.taken.isdisjoint({man, woman}) and "" not in (man, woman):
                self.taken |= {man, woman}
                return man, woman

    def _surname(self, culture: dict[str, Any]) -> tuple[str, str]:
        stem, middle = self.random.choice(culture["stems"]), self.random.choice(culture["middles"])
        man, woman = self.random.choice(culture["endings"])
        root = stem + middle
        plain = root + man, root + woman
        if self.taken.isdisjoint(plain):
            return plain
        second = self.random.choice(culture["stems"]) + self.random.choice(culture["middles"])
        return f"{plain[0]}-{second}{man}", f"{plain[1]}-{second}{woman}"

    def town(self, culture: dict[str, Any]) -> str:
        """A town that is not yet on the map."""
        while True:
            name = str(self.random.choice(culture["towns"]) + self.random.choice(culture["town_endings"]))
            if name in self.taken:
                name = f"{self.random.choice(PREFIXES)} {name}"
            if name not in self.taken:
                self.taken.add(name)
                return name

    def topic(self, towns: list[str]) -> str:
        """What a matter is about; two matters have one topic only when all are taken."""
        free = [t.format(p=p) for t in self.table["topics"] for p in towns]
        topic = str(self.random.choice([one for one in free if one not in self.taken] or free))
        self.taken.add(topic)
        return topic

    def company(self, culture: dict[str, Any]) -> str:
        """A company, called after a place."""
        return f"{self.town(culture)} {self.random.choice(self.table['company_words'])}"

    def respelt(self, culture: dict[str, Any], name: str) -> str:
        """The name as another newspaper romanises it; the name itself where no change applies."""
        changes = [change for change in culture["spellings"] if change[0] in name[:-1]]
        for old, new in self.random.sample(changes, min(len(changes), self.random.randint(1, CHANGES))):
            name = name.replace(old, new, 1)
        return name
