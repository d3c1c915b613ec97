"""One actor: names by outlet, roles over time, what it said, did and underwent, and who speaks of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.errors import NotFoundError
from dateline.story.catalogue import ActSlip
from dateline.story.lookup.directory import NOBODY, UNKNOWN_OUTLET
from dateline.story.wording import speaking_in_words
from dateline.web.asked import Asked
from dateline.web.by_actor import Group
from dateline.web.desk import Desk
from dateline.web.pages.page import Leads, Page
from dateline.web.parts.actors import Somebody, somebody
from dateline.web.parts.disputes import by_record
from dateline.web.parts.speech import Said, said
from dateline.web.parts.timeline import Timeline, laid_out

_SHOWN = 20  # utterances or acts of a section; the others are a link away


@dataclass(frozen=True, slots=True)
class NamesOf:
    """What one outlet calls somebody, the most frequent name first."""

    outlet: str
    names: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Utterances of one section, the first of them, and how many there are in all."""

    said: tuple[Said, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Told:
    """Acts of one section, the weightiest of them in order of time, and how many there are in all."""

    timeline: Timeline
    total: int


@dataclass(frozen=True, slots=True)
class Speaking:
    """One who speaks of somebody, and how often in which way."""

    speaker: str
    id: str | None  # None: nobody known
    ways: tuple[tuple[str, int], ...]  # said, accused, did not deny; the most frequent first
    outlets: tuple[str, ...]  # that print it
    total: int


@dataclass(frozen=True, slots=True)
class ActorPage:
    """All that is told of one actor."""

    somebody: Somebody
    names: tuple[NamesOf, ...]
    said: Spoken
    told: Spoken  # what was said to the actor
    spoken_of: Spoken  # by others
    speaking: tuple[Speaking, ...]  # the same by speaker, those who do it most first
    did: Told
    underwent: Told
    disputed: Mapping[str, str]


def show(desk: Desk, asked: Asked) -> ActorPage | Leads:
    """Lay it out; an id that was merged into another leads there."""
    id_ = desk.story.get(asked.id).id
    if id_ != asked.id:
        return Leads(f"/actors/{id_}")
    slip = desk.somebodies.get(id_)
    if slip is None:
        raise NotFoundError(f"{id_} is no actor of this story", "the list of actors has them all")
    return ActorPage(
        somebody=somebody(desk, desk.actor_rows([slip])[0]),
        names=names_by_outlet(desk, id_),
        said=_spoken(desk, desk.by_actor.said.get(id_, ())),
        told=_spoken(desk, desk.by_actor.told.get(id_, ())),
        spoken_of=_spoken(desk, desk.by_actor.spoken_of.get(id_, ())),
        speaking=speaking_of(desk.by_actor.spoken_of.get(id_, ())),
        did=_told(desk, desk.by_actor.did.get(id_, ())),
        underwent=_told(desk, desk.by_actor.underwent.get(id_, ())),
        disputed=by_record(desk),
    )


def names_by_outlet(desk: Desk, actor: str) -> tuple[NamesOf, ...]:
    """The spellings of each outlet, outlets in the order of the alphabet; pronouns and descriptions are none."""
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    spellings = {name.name for name in desk.directory.actors[actor].names}
    for mention in desk.by_actor.mentions.get(actor, ()):
        if mention.words.text in spellings:
            counted[desk.directory.outlet(mention.report)][mention.words.text] += 1
    return tuple(NamesOf(outlet, _most_frequent(names.elements())) for outlet, names in sorted(counted.items()))


def speaking_of(groups: Sequence[Group]) -> tuple[Speaking, ...]:
    """Who speaks of somebody how, each utterance once; a disputed speaker as the first report has it."""
    by_speaker: defaultdict[tuple[str, str | None], list[Group]] = defaultdict(list)
    for group in groups:
        first = group[0]
        by_speaker[first.speaker or first.speaker_printed or NOBODY, first.speaker_id].append(group)
    found = [
        Speaking(
            speaker=name,
            id=id_,
            ways=_most_frequent(speaking_in_words(said[0].stance, negated=said[0].negated) for said in of_one),
            outlets=tuple(sorted({row.outlet or UNKNOWN_OUTLET for said in of_one for row in said})),
            total=len(of_one),
        )
        for (name, id_), of_one in by_speaker.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.total, one.speaker)))


def _most_frequent(words: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(words).items(), key=lambda counted: (-counted[1], counted[0])))


def _spoken(desk: Desk, groups: Sequence[Group]) -> Spoken:
    return Spoken(said(desk, groups[:_SHOWN]), len(groups))


def _told(desk: Desk, acts: Sequence[ActSlip]) -> Told:
    weightiest = sorted(acts, key=lambda row: (-(row.weight or 0), -row.reports, row.id))[:_SHOWN]
    return Told(laid_out(desk, weightiest, ()), len(acts))


PAGE = Page("actor", "/actors/{id}", "Actor", show)
