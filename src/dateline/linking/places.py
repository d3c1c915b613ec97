"""Places: where the places of a story lie, by the gazetteer, each with the reason for this reading of its name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import ClassVar

from dateline.ids import content_id
from dateline.linking.coding.gazetteer import gazetteer
from dateline.linking.coding.which_place import Placed, Surroundings, countries_beside, which_place
from dateline.linking.settled import Settled
from dateline.linking.writing import write_unit
from dateline.model import (
    Actor,
    ActorKind,
    Chain,
    Link,
    LinkKind,
    Location,
    Mention,
    MentionForm,
    Report,
)
from dateline.reading.names.lexicon import lexicon
from dateline.reading.names.spelling import fold
from dateline.story import Story, Writer

_BESIDE = re.compile(r",\s(?:the\s|in\s)?([A-Z][^,;:.!?()“”\n]{2,40})")  # "Paris, Texas", "Karsund, in Norway"
_BY_TABLE = 1.0  # a country is found by its name


class PlaceStage(Settled):
    """Actors that are places or countries in; where they lie out, for those that the gazetteer has."""

    name: ClassVar[str] = "places"
    version: ClassVar[str] = "1"
    reads: ClassVar[tuple[type, ...]] = (Report, Actor, Chain, Mention, Link)
    writes: ClassVar[tuple[type, ...]] = (Location,)

    def run(self, story: Story, out: Writer) -> None:
        """One unit for each place."""
        actors = {
            actor.id: actor for actor in story.all(Actor) if actor.kind in (ActorKind.PLACE, ActorKind.COUNTRY)
        }
        if not actors:
            return
        homes = {
            link.member: link.target
            for link in story.all(Link)
            if link.kind is LinkKind.ACTOR and link.target in actors
        }
        named = _countries_named(story.all(Chain), homes, actors)
        mentions: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in story.all(Mention):
            if mention.form is MentionForm.NAME and mention.chain in homes:
                mentions[homes[mention.chain]].append(mention)
        texts = {report.id: report.text for report in story.all(Report)}
        for id_, actor in sorted(actors.items()):
            location = locate(actor, mentions[id_], named, texts)
            if location is not None:
                write_unit(out, id_, [location])


def locate(
    actor: Actor, mentions: Sequence[Mention], named: Mapping[str, Counter[str]], texts: Mapping[str, str]
) -> Location | None:
    """Where one actor lies; None if the gazetteer has nothing that its name may mean."""
    if actor.kind is ActorKind.COUNTRY:
        place = gazetteer().countries.get(actor.country or "")
        return _location(actor, Placed(place, _BY_TABLE, "a country of that name")) if place else None
    reports = sorted({mention.report for mention in mentions})
    around: Counter[str] = Counter()
    for report in reports:
        around.update(named.get(report, {}))
    behind = (_BESIDE.match(texts[mention.report], mention.words.end) for mention in mentions)
    beside = countries_beside((found.group(1) for found in behind if found), _country_codes(), gazetteer().regions)
    names = [name.name for name in actor.names] or [actor.name]
    placed = which_place(names, Surroundings(frozenset(beside), around), lexicon().countries.printed)
    return _location(actor, placed) if placed else None


def _location(actor: Actor, placed: Placed) -> Location:
    place = placed.place
    return Location(
        id=content_id("lo", actor.id, place.entry, place.name, place.country),
        actor=actor.id,
        name=place.name,
        country=place.country,
        region=place.region,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=place.precision,
        score=placed.score,
        reason=placed.reason,
        entry=place.entry,
    )


def _countries_named(
    chains: Iterable[Chain], homes: Mapping[str, str], actors: Mapping[str, Actor]
) -> dict[str, Counter[str]]:
    """Codes of the countries that each report names, and in how many chains."""
    named: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for chain in chains:
        actor = actors.get(homes.get(chain.id, ""))
        if actor is not None and actor.kind is ActorKind.COUNTRY and actor.country:
            named[chain.report][actor.country] += 1
    return named


@cache
def _country_codes() -> dict[str, str]:
    return {fold(name): code for name, code in lexicon().countries.names.items()}
