"""The somebodies of a story: names, kinds, roles, and how much is told of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import ActorKind, Mention
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
    told: list[ActorRow] = []
    mentioned: list[ActorRow] = []
    for row in desk.actors:
        prominent = len(told) < max(1, rows // _LINES) and is_prominent(desk, row)
        (told if prominent else mentioned).append(row)
    return Actors(
        told=tuple(somebody(desk, row) for row in told),
        mentioned=tuple(somebody(desk, row, in_full=False) for row in mentioned[:rows]),
        left_out=max(0, len(mentioned) - rows),
    )


def is_prominent(desk: Desk, row: ActorRow) -> bool:
    """True for somebody with a name of whom something is told, or whom several reports name."""
    return row.id in desk.by_actor.named and bool(
        row.reports > 1 or row.said or row.did or row.undergone or desk.by_actor.roles.get(row.id)
    )


def somebody(desk: Desk, row: ActorRow, *, in_full: bool = True) -> Somebody:
    """One actor; not in full, without roles and sentences."""
    mentions = desk.by_actor.mentions.get(row.id, ())
    roles = tuple(roles_of(desk, row.id)) if in_full else ()
    return Somebody(
        row=row,
        others=tuple(name for name in row.names if name != row.name),
        roles=roles,
        first=_evidence(desk, mentions[:1]) if in_full and not roles else (),
        reports=tuple(desk.cite(report) for report in dict.fromkeys(mention.report for mention in mentions)),
    )


def roles_of(desk: Desk, actor: str) -> list[RoleLine]:
    """An actor's roles, each wording once."""
    found: dict[str, RoleLine] = {}
    for role in desk.by_actor.roles.get(actor, ()):
        words = role_in_words(desk.directory, role)
        if words not in found:
            found[words] = RoleLine(
                words=words,
                in_doubt=desk.directory.in_doubt(role.report, role.words),
                said_of=date_in_words(role.time) if role.time else None,
                evidence=desk.evidence(views.first_given(desk.directory, role)),
            )
    return list(found.values())


def _evidence(desk: Desk, mentions: Iterable[Mention]) -> tuple[Evidence, ...]:
    found: list[Evidence] = []
    for mention in mentions:
        report = desk.directory.reports[mention.report]
        found += desk.evidence(passages(desk.story, report, [mention.words.span], ""))
    return tuple(found)
