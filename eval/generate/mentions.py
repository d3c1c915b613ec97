"""How a report names somebody: at first with office and country, then by the surname."""

from __future__ import annotations

from random import Random

from eval.generate.world import Actor

OFFICES = {"president", "prime minister", "interior minister", "foreign minister"}
ARTICLES = {"activist": "an"}


class Mentions:
    """Who has been introduced in one report, and how the next mention reads."""

    def __init__(self, random: Random, other_spelling: bool) -> None:
        self.random, self.other = random, other_spelling
        self.known: dict[str, set[str]] = {}  # actors introduced, and the names printed of each

    def of(self, actor: Actor) -> str:
        """The actor's next mention."""
        full, short = actor.named(self.other)
        if actor.id in self.known:
            again = self._again(actor, full, short)
            self.known[actor.id].add(again.removeprefix("the "))
            return again
        self.known[actor.id] = {full}
        if actor.kind == "person":
            return self._person(actor, full)
        if actor.kind == "place":
            return self._place(actor, full)
        if actor.id == "league":
            self.known[actor.id].add(short)
            return f"the {full} ({short})"
        return full

    def _again(self, actor: Actor, full: str, short: str) -> str:
        if actor.id == "league":
            return f"the {short}"
        return full if self._shared(actor, short) else short or full

    def _shared(self, actor: Actor, short: str) -> bool:
        """Somebody else of that surname has been introduced: then a reporter writes the name in full."""
        others = (name for who, names in self.known.items() if who != actor.id for name in names)
        return bool(short) and any(name.endswith(f" {short}") for name in others)

    def _place(self, actor: Actor, full: str) -> str:
        first = (
            ("the {n} capital, {t},", "the capital, {t},", "{t}")
            if actor.capital
            else ("the town of {t}", "{t}", "{t}")
        )
        return self.random.choice(first).format(n=actor.nation, t=full)

    def _person(self, actor: Actor, full: str) -> str:
        role, woman = actor.role, actor.woman
        if role in OFFICES:
            titled = role.title()
            ways: tuple[str, ...] = (
                f"{actor.nation} {titled} {full}", f"{full}, the {role} of {actor.country},",
                f"{actor.country}’s {role}, {full},", f"the {actor.nation} {role}, {full},",
            )  # fmt: skip
        elif role == "opposition leader":
            ways = (
                f"opposition leader {full}", f"{actor.nation} opposition leader {full}",
                f"{full}, the leader of the {actor.nation} opposition,",
                f"the {actor.nation} opposition leader, {full},",
            )  # fmt: skip
        elif role == "government spokesperson":
            who = "spokeswoman" if woman else "spokesman"
            ways = (
                f"government {who} {full}",
                f"{full}, a {who} for the government,",
                f"{full}, a government {who},",
            )
        else:
            article = ARTICLES.get(role, "a")
            ways = (f"{actor.nation} {role} {full}", f"{full}, {article} {role},", f"the {role} {full}")
            if actor.kin:
                ways = (*ways, f"{full}, {actor.kin},", f"the {role} {full}, {actor.kin},")
        return self.random.choice(ways)
