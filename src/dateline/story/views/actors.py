"""The somebodies of a story."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from dateline.model import Actor, ActorCode, LinkKind, Location, MergedEvent, Role, Utterance
from dateline.story.coding import code_on
from dateline.story.story import Story
from dateline.story.views.directory import Directory
from dateline.story.views.phrases import place_in_words, role_in_words
from dateline.story.views.row import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow(Row):
    """One actor, merged over spellings and reports, with how often it appears."""

    name: str
    kind: str
    kind_score: float
    gender: str | None
    country: str | None  # ISO 3166 alpha-3, or PLOVER's own code
    sectors: tuple[str, ...]  # PLOVER, as the latest reports say; UNK: unknown; empty for countries and places
    codes_from: tuple[str, ...]  # the words that country and sectors were read from
    names: tuple[str, ...]  # every spelling, most frequent first
    names_mentions: tuple[int, ...]  # the mentions of each, in the same order
    roles: tuple[str, ...]
    location: str | None  # of a place: name, country and coordinates by the gazetteer
    mentions: int  # by name; pronouns and descriptions are not in it
    reports: int
    said: int  # utterances, disputed ones included
    did: int  # merged events as an actor
    undergone: int  # merged events as a recipient
    decided: tuple[str, ...]  # what persons ruled on it, each with who and why


def actors(story: Story) -> list[ActorRow]:
    """All actors, those of most reports first."""
    directory = Directory.of(story)
    reports: defaultdict[str, set[str]] = defaultdict(set)
    for chain in directory.chains.values():
        target = directory.target(chain.id, LinkKind.ACTOR)
        if target:
            reports[target].add(chain.report)
    roles = roles_by_actor(directory)
    said = Counter(speaker for utterance in story.all(Utterance) for speaker in set(utterance.speakers))
    events = story.all(MergedEvent)
    did = Counter(actor for event in events for actor in set(event.actors))
    undergone = Counter(actor for event in events for actor in set(event.recipients))
    codes: defaultdict[str, list[ActorCode]] = defaultdict(list)
    for each in story.all(ActorCode):
        codes[each.actor].append(each)
    held = {actor: code for actor, of_actor in codes.items() if (code := code_on(of_actor))}
    locations = {location.actor: place_in_words(location) for location in story.all(Location)}
    rows = [
        ActorRow(
            id=actor.id,
            name=actor.name,
            kind=actor.kind.value,
            kind_score=actor.kind_score,
            gender=actor.gender.value if actor.gender else None,
            country=(held[actor.id].country if actor.id in held else None) or actor.country,
            sectors=held[actor.id].sectors if actor.id in held else (),
            codes_from=held[actor.id].read_from if actor.id in held else (),
            names=tuple(name.name for name in actor.names),
            names_mentions=tuple(name.mentions for name in actor.names),
            roles=tuple(roles[actor.id]),
            location=locations.get(actor.id),
            mentions=sum(name.mentions for name in actor.names),
            reports=len(reports[actor.id]),
            said=said[actor.id],
            did=did[actor.id],
            undergone=undergone[actor.id],
            decided=directory.decided.words(actor.id),
        )
        for actor in story.all(Actor)
    ]
    return sorted(rows, key=lambda row: (-row.reports, -row.mentions, row.name, row.id))


def best_attested(story: Story, limit: int) -> dict[str, str]:
    """The names of the first actors of that list by id, counted in the file: nothing else is read of them."""
    rows = story.connection.execute(
        """SELECT i.id, a.name
           FROM (SELECT l.target, count(DISTINCT c.report) AS reports
                 FROM link AS l JOIN chain AS c ON c.key = l.member
                 WHERE l.kind = 'actor' GROUP BY l.target) AS f
           JOIN actor AS a ON a.key = f.target JOIN identity AS i ON i.key = a.key
           ORDER BY f.reports DESC, (SELECT sum(n.mentions) FROM actor_names AS n WHERE n.actor = a.key) DESC,
                    a.name, i.id
           LIMIT ?""",
        (limit,),
    )
    return dict(rows.fetchall())


def roles_by_actor(directory: Directory) -> defaultdict[str, list[str]]:
    """Each actor's roles in words, in order of time: `opposition leader of Ostrava`; each once."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for role in directory.story.all(Role):
        words = role_in_words(directory, role)
        if words not in found[role.actor]:
            found[role.actor].append(words)
    return found
