"""A chain with its mentions and roles, as linking sees it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from dateline.linking.chronology import Chronology, Place
from dateline.model import ActorKind, Chain, Mention, MentionForm, RoleMention
from dateline.reading.names.lexicon import lexicon
from dateline.reading.names.spelling import name_words

UNPLACED = 10**9  # characters: a chain without a mention (a country of which only an adjective stands) comes last
_LEAD = re.compile(r"(?:(\w+)\W+)?(\w+)[^\w.!?]*$")  # the two words before a name, in its sentence
_LEAD_REACH = 40  # characters in which they are looked for


@dataclass(frozen=True)
class Profile:
    """One chain. Profiles of a story are ordered by `place`, then id."""

    chain: Chain
    place: Place
    mentions: tuple[Mention, ...]
    roles: tuple[RoleMention, ...]
    leads: tuple[tuple[str, str], ...] = ()  # the two lower-case words before each mention by name

    @property
    def id(self) -> str:
        """The chain's id."""
        return self.chain.id

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Folded words of the name; empty for a description."""
        return name_words(self.chain.name) if self.chain.names else ()

    @cached_property
    def code(self) -> str | None:
        """The alpha-3 code of a country."""
        if self.chain.kind is not ActorKind.COUNTRY:
            return None
        names = lexicon().countries.names
        found = (names.get(plain(name)) for name in (self.chain.name, *self.chain.names))
        return next((code for code in found if code), None)

    @cached_property
    def body(self) -> str | None:
        """The name to print of a well-known body."""
        same = lexicon().same
        return next((same[plain(name)] for name in self.chain.names if plain(name) in same), None)

    @property
    def weight(self) -> float:
        """How much its kind counts: the score, once for each mention by name or role."""
        told = sum(1 for m in self.mentions if m.form is not MentionForm.PRONOUN)
        return self.chain.kind_score * max(told, 1)


def plain(name: str) -> str:
    """Lower case with straight apostrophes, as the tables have it."""
    return name.lower().replace("’", "'")


def profiles(
    chains: Iterable[Chain],
    mentions: Iterable[Mention],
    roles: Iterable[RoleMention],
    order: Chronology,
    texts: Mapping[str, str],
) -> list[Profile]:
    """One for each chain, in the order of the story. `texts`: of the reports, by id."""
    mentions_of: dict[str, list[Mention]] = defaultdict(list)
    roles_of: dict[str, list[RoleMention]] = defaultdict(list)
    for mention in mentions:
        mentions_of[mention.chain].append(mention)
    for role in roles:
        roles_of[role.chain].append(role)
    made = []
    for chain in chains:
        held = sorted(mentions_of[chain.id], key=lambda m: (m.words, m.id))
        start = held[0].words.start if held else UNPLACED
        said = sorted(roles_of[chain.id], key=lambda r: (r.words, r.id))
        text = texts[chain.report]
        leads = tuple(lead(text, m.words.start) for m in held if m.form is MentionForm.NAME)
        made.append(Profile(chain, order.at(chain.report, start), tuple(held), tuple(said), leads))
    return sorted(made, key=lambda profile: (profile.place, profile.id))


def lead(text: str, start: int) -> tuple[str, str]:
    """The two words before a place in a text, lower case; "" where a sentence begins, or there are none."""
    found = _LEAD.search(text[max(0, start - _LEAD_REACH) : start].lower())
    return (found[1] or "", found[2]) if found else ("", "")
