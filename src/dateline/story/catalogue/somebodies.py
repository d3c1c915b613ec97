"""Actors: what they are called, and how much is told of each."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.model import ActorKind
from dateline.story.story import Story

_ALWAYS_NAMED = (ActorKind.COUNTRY, ActorKind.PLACE)  # they have no other way to be told of


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorSlip:
    """One actor; fields as `ActorRow` has them, and two that only narrow."""

    id: str
    name: str
    kind: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: int
    reports: int
    said: int
    did: int
    undergone: int
    is_named: bool  # some report calls it by a name

    @property
    def is_prominent(self) -> bool:
        """True for somebody with a name of whom something is told, or whom several reports name."""
        return self.is_named and bool(self.reports > 1 or self.said or self.did or self.undergone or self.roles)


def somebodies(story: Story) -> list[ActorSlip]:
    """All actors, those of most reports first."""
    connection = story.connection
    names, roles, chains = _names(connection), _roles(connection), _chains(connection)
    said = _counted(connection, "utterance_speakers", "utterance")
    did = _counted(connection, "merged_event_actors", "merged_event")
    undergone = _counted(connection, "merged_event_recipients", "merged_event")
    found = []
    for key, id_, name, kind in connection.execute(
        "SELECT r.key, i.id, r.name, r.kind FROM actor AS r JOIN identity AS i ON i.key = r.key"
    ):
        reports, is_called = chains.get(key, (0, False))
        spelt = names.get(key, ())
        slip = ActorSlip(
            id=id_,
            name=name,
            kind=kind,
            names=tuple(spelling for spelling, _ in spelt),
            roles=tuple(roles.get(key, ())),
            mentions=sum(mentions for _, mentions in spelt),
            reports=reports,
            said=said.get(key, 0),
            did=did.get(key, 0),
            undergone=undergone.get(key, 0),
            is_named=is_called or kind in _ALWAYS_NAMED,
        )
        found.append(slip)
    return sorted(found, key=lambda slip: (-slip.reports, -slip.mentions, slip.name, slip.id))


def _names(connection: sqlite3.Connection) -> Mapping[int, list[tuple[str, int]]]:
    found: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    for key, name, mentions in connection.execute(
        "SELECT actor, name, mentions FROM actor_names ORDER BY actor, position"
    ):
        found[key].append((name, mentions))
    return found


def _roles(connection: sqlite3.Connection) -> Mapping[int, list[str]]:
    """The offices and descriptions of each actor, in no order."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for key, title, of in connection.execute(
        'SELECT DISTINCT r.actor, r.title, o.name FROM role AS r LEFT JOIN actor AS o ON o.key = r."of"'
    ):
        found[key].append(f"{title} of {of}" if of else title)
    return found


def _chains(connection: sqlite3.Connection) -> Mapping[int, tuple[int, bool]]:
    """How many reports tell of each actor, and whether one of them calls it by a name."""
    rows = connection.execute(
        """SELECT l.target, count(DISTINCT c.report),
                  max(EXISTS (SELECT 1 FROM chain_names AS n WHERE n.chain = c.key))
           FROM link AS l JOIN chain AS c ON c.key = l.member WHERE l.kind = 'actor' GROUP BY l.target"""
    )
    return {key: (reports, bool(is_called)) for key, reports, is_called in rows}


def _counted(connection: sqlite3.Connection, table: str, owner: str) -> Mapping[int, int]:
    return dict(
        connection.execute(f"SELECT value, count(DISTINCT {owner}) FROM {table} GROUP BY value").fetchall()
    )
