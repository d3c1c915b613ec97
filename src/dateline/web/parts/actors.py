"""The somebodies of a story: names, kinds, roles, and how much is told of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import ActorKind, LinkKind, Mention, Role
from dateline.story import views
from dateline.story.views import ActorRow
from dateline.story.views.passage import passages
from dateline.story.views.phrases import role_in_words
from dateline.story.wording import date_in_words
from dateline.web.desk import Citation, Desk, Evidence

_LINES = 3  # of a timeline, that an actor with roles takes the room of
_HEADINGS = {
    "People": (ActorKind.PERSON,),
    "Organisations": (ActorKind.ORGANISATION,),
    "Groups and others": (ActorKind.GROUP, ActorKind.UNKNOWN),
    "Countries and places": (ActorKind.COUNTRY, ActorKind.PLACE),
}


@dataclass(frozen=True, slots=True)
class RoleLine:
    """What somebody is called, and the sentence that says so first."""

    words: str
    in_doubt: bool
    said_of: str | None  # the days of the reports that give it
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Somebody:
    """One actor."""

    row: ActorRow
    others: tuple[str, ...]  # other spellings, most frequent first
    roles: tuple[RoleLine, ...]
    first: tuple[Evidence, ...]  # the sentence that names it first, where no role gives one
    reports: tuple[Citation, ...]  # that name it


@dataclass(frozen=True, slots=True)
class Actors:
    """Those with a name who do or say something, or whom several reports name, by kind; then all others."""

    told: tuple[Somebody, ...]
    mentioned: tuple[Somebody, ...]
    left_out: int  # of the others, beyond the rows asked for

    @property
    def by_kind(self) -> list[tuple[str, list[Somebody]]]:
        """Those of whom something is told, under the headings that have any."""
        groups = [
            (heading, [one for one in self.told if ActorKind(one.row.kind) in kinds])
            for heading, kinds in _HEADINGS.items()
        ]
        return [(heading, somebodies) for heading, somebodies in groups if somebodies]


def actors(desk: Desk, rows: int) -> Actors:
    """Those of most reports first: with roles as many as fit into `rows`, and at most `rows` of the others."""
    roles = _roles(desk)
    mentions = _mentions(desk)
    named = _named(desk)
    told: list[Somebody] = []
    mentioned: list[Somebody] = []
    for row in desk.actors:
        prominent = row.id in named and (row.reports > 1 or row.said or row.did or row.undergone or roles[row.id])
        prominent = prominent and len(told) < max(1, rows // _LINES)
        first = mentions[row.id][:1] if prominent and not roles[row.id] else []
        somebody = Somebody(
            row=row,
            others=tuple(name for name in row.names if name != row.name),
            roles=tuple(roles[row.id]) if prominent else (),
            first=_evidence(desk, first),
            reports=tuple(desk.cite(report) for report in dict.fromkeys(m.report for m in mentions[row.id])),
        )
        (told if prominent else mentioned).append(somebody)
    return Actors(tuple(told), tuple(mentioned[:rows]), max(0, len(mentioned) - rows))


def _roles(desk: Desk) -> defaultdict[str, list[RoleLine]]:
    """Each actor's roles, each wording once."""
    found: defaultdict[str, list[RoleLine]] = defaultdict(list)
    for role in desk.story.all(Role):
        words = role_in_words(desk.directory, role)
        if all(line.words != words for line in found[role.actor]):
            found[role.actor].append(
                RoleLine(
                    words=words,
                    in_doubt=desk.directory.in_doubt(role.report, role.words),
                    said_of=date_in_words(role.time) if role.time else None,
                    evidence=desk.evidence(views.first_given(desk.directory, role)),
                )
            )
    return found


def _mentions(desk: Desk) -> defaultdict[str, list[Mention]]:
    """The mentions of each actor, the earliest report first."""
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in desk.story.all(Mention):
        actor = desk.directory.target(mention.chain, LinkKind.ACTOR)
        if actor:
            found[actor].append(mention)
    return found


def _named(desk: Desk) -> set[str]:
    """The actors that some report calls by a name; places and countries have no other way to be told of."""
    found = {actor.id for actor in desk.story.actors() if actor.kind in (ActorKind.COUNTRY, ActorKind.PLACE)}
    for chain in desk.directory.chains.values():
        actor = desk.directory.target(chain.id, LinkKind.ACTOR)
        if actor and chain.names:
            found.add(actor)
    return found


def _evidence(desk: Desk, mentions: Iterable[Mention]) -> tuple[Evidence, ...]:
    found: list[Evidence] = []
    for mention in mentions:
        report = desk.directory.reports[mention.report]
        found += desk.evidence(passages(desk.story, report, [mention.words.span], ""))
    return tuple(found)
