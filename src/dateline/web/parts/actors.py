"""The somebodies of a story: names, kinds, roles, and how much is told of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import ActorKind, LinkKind, Mention, Role
from dateline.story import views
from dateline.story.lookup.passage import passages
from dateline.story.lookup.phrases import role_in_words
from dateline.story.views import ActorRow
from dateline.story.wording import date_in_words
from dateline.web.desk import Citation, Desk, Evidence

_CITED = 61  # reports that are cited by number; one more than a line shows
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
    reports: tuple[Citation, ...]  # the first of those that name it
    reports_in_all: int


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
        told=somebodies(desk, told),
        mentioned=somebodies(desk, mentioned[:rows], in_full=False),
        left_out=max(0, len(mentioned) - rows),
    )


def is_prominent(desk: Desk, row: ActorRow) -> bool:
    """True for somebody with a name of whom something is told, or whom several reports name."""
    return desk.somebodies[row.id].is_prominent


def somebodies(desk: Desk, rows: Sequence[ActorRow], *, in_full: bool = True) -> tuple[Somebody, ...]:
    """Some actors; not in full, without roles and sentences."""
    if in_full:
        roles = (role.report for row in rows for role in desk.story.related(Role, "actor", row.id))
        views.read_ahead_of_passages(desk.directory, roles)
    return tuple(somebody(desk, row, in_full=in_full) for row in rows)


def somebody(desk: Desk, row: ActorRow, *, in_full: bool = True) -> Somebody:
    """One actor; not in full, without roles and sentences."""
    reports = desk.naming(row.id, _CITED)
    roles = tuple(roles_of(desk, row.id)) if in_full else ()
    return Somebody(
        row=row,
        others=tuple(name for name in row.names if name != row.name),
        roles=roles,
        first=_first(desk, row.id, reports[0]) if in_full and not roles and reports else (),
        reports=tuple(map(desk.cite, reports)),
        reports_in_all=row.reports,
    )


def roles_of(desk: Desk, actor: str) -> list[RoleLine]:
    """An actor's roles, each wording once."""
    found: dict[str, RoleLine] = {}
    for role in desk.story.related(Role, "actor", actor):
        words = role_in_words(desk.directory, role)
        evidence = _given(desk, role) if words not in found else ()
        if evidence:
            found[words] = RoleLine(
                words=words,
                in_doubt=desk.directory.in_doubt(role.report, role.words),
                said_of=date_in_words(role.time) if role.time else None,
                evidence=evidence,
            )
    return list(found.values())


def _given(desk: Desk, role: Role) -> tuple[Evidence, ...]:
    """The sentence that gives a role first, of the reports that are laid out; nothing if none of them does."""
    if desk.lists(role.report):
        return desk.evidence(views.first_given(desk.directory, role))
    supports = (support for claim in desk.story.claims(role.id) for support in desk.story.supports(claim.id))
    for support in supports:
        if desk.lists(support.report):
            report = desk.directory.reports[support.report]
            return desk.evidence(passages(desk.story, report, [support.words.span], ""))
    return ()


def _first(desk: Desk, actor: str, report: str) -> tuple[Evidence, ...]:
    """The sentence of a report that tells of an actor first."""
    mentions = desk.story.in_report(Mention, report)
    desk.directory.joins.read(mention.chain for mention in mentions)
    of_actor = (each for each in mentions if desk.directory.target(each.chain, LinkKind.ACTOR) == actor)
    spans = [each.words.span for each in of_actor][:1]
    return desk.evidence(passages(desk.story, desk.directory.reports[report], spans, ""))
