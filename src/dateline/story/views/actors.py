"""The somebodies of a story."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import batched

from dateline.model import ActorCode, ActorKind, Role
from dateline.story.catalogue.somebodies import ActorSlip, somebodies
from dateline.story.coding import code_on
from dateline.story.lookup.directory import Directory
from dateline.story.lookup.phrases import place_in_words, role_in_words
from dateline.story.lookup.read_ahead import AT_ONCE, read_ahead_of_actors
from dateline.story.lookup.row import Row
from dateline.story.story import Story


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
    return actor_rows(Directory.of(story), somebodies(story))


def actor_rows(directory: Directory, slips: Sequence[ActorSlip]) -> list[ActorRow]:
    """These actors as rows, in their order."""
    rows = []
    for part in batched(slips, AT_ONCE):
        read_ahead_of_actors(directory, [slip.id for slip in part])
        rows += [_row(directory, slip) for slip in part]
    return rows


def _row(directory: Directory, slip: ActorSlip) -> ActorRow:
    actor = directory.actors[slip.id]
    held = code_on(directory.story.related(ActorCode, "actor", actor.id))
    place = directory.location(actor.id)
    return ActorRow(
        id=actor.id,
        name=actor.name,
        kind=actor.kind.value,
        kind_score=actor.kind_score,
        gender=actor.gender.value if actor.gender else None,
        country=(held.country if held else None) or actor.country,
        sectors=held.sectors if held else (),
        codes_from=held.read_from if held else (),
        names=slip.names,
        names_mentions=tuple(name.mentions for name in actor.names),
        roles=tuple(roles_of(directory, actor.id)),
        location=place_in_words(place) if place else None,
        mentions=slip.mentions,
        reports=slip.reports,
        said=slip.said,
        did=slip.did,
        undergone=slip.undergone,
        decided=directory.decided.words(actor.id),
    )


def first_reports_of(story: Story, actor: str, limit: int) -> list[str]:
    """The ids of the earliest reports that tell of an actor, `limit` at most."""
    rows = story.connection.execute(
        """SELECT i.id FROM link AS l JOIN chain AS c ON c.key = l.member JOIN report AS p ON p.key = c.report
           JOIN identity AS i ON i.key = p.key
           WHERE l.kind = 'actor' AND l.target = (SELECT key FROM identity WHERE id = ?)
           GROUP BY p.key ORDER BY coalesce(p.published_earliest, p.published_latest, '~'), i.id LIMIT ?""",
        (actor, limit),
    )
    return [id_ for (id_,) in rows]


def roles_of(directory: Directory, actor: str) -> Iterable[str]:
    """An actor's roles in words, in order of time: `opposition leader of Ostrava`; each once."""
    roles = directory.story.related(Role, "actor", actor)
    return dict.fromkeys(role_in_words(directory, role) for role in roles)


def best_attested(story: Story, limit: int, kind: ActorKind | None = None) -> dict[str, str]:
    """The names of the first actors of that list by id, all or of a kind, counted in the file."""
    # Nobody is in more reports than chains tell of him, and chains are quick to count: the reports are counted of
    # those alone that may come before the last of the `limit` with most chains.
    rows = story.connection.execute(
        """WITH told AS MATERIALIZED (
             SELECT a.key, count(*) AS chains FROM actor AS a CROSS JOIN link AS l ON l.target = a.key
             WHERE l.kind = 'actor' AND a.kind = coalesce(:kind, a.kind) GROUP BY a.key),
           first AS MATERIALIZED (
             SELECT (SELECT count(DISTINCT c.report) FROM link AS l JOIN chain AS c ON c.key = l.member
                     WHERE l.kind = 'actor' AND l.target = t.key) AS reports
             FROM (SELECT key FROM told ORDER BY chains DESC LIMIT :limit) AS t)
           SELECT i.id, a.name
           FROM told AS t CROSS JOIN actor AS a ON a.key = t.key CROSS JOIN identity AS i ON i.key = a.key
           WHERE t.chains >= (SELECT min(reports) FROM first)
           ORDER BY (SELECT count(DISTINCT c.report) FROM link AS l JOIN chain AS c ON c.key = l.member
                     WHERE l.kind = 'actor' AND l.target = t.key) DESC,
                    (SELECT sum(n.mentions) FROM actor_names AS n WHERE n.actor = a.key) DESC, a.name, i.id
           LIMIT :limit""",
        {"kind": kind.value if kind else None, "limit": limit},
    )
    return dict(rows.fetchall())
