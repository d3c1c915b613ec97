"""Story: the one reading API that stages, command line, page and exports share."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, Self, cast

from dateline.errors import NotFoundError
from dateline.model import (
    RECORDS,
    Actor,
    Chain,
    Claim,
    Conflict,
    CopyGroup,
    Link,
    LinkKind,
    Mention,
    MergedEvent,
    Origin,
    Quotation,
    Record,
    Rejection,
    Report,
    Support,
    Thread,
    TimelineEntry,
    Utterance,
)
from dateline.story import names, query, redirects, search, tally
from dateline.story.decisions import rulings
from dateline.story.identities import look_up
from dateline.story.main_event import MainEvent, main_event
from dateline.story.mapping import snake
from dateline.story.open_file import open_to_read
from dateline.story.readings import readings_of
from dateline.story.search import ANYWHERE, Hit, Within
from dateline.story.tally import Tally

_KINDS = {snake(kind.__name__): kind for kind in RECORDS}


class Moment(NamedTuple):
    """A place on the timeline and the event that stands there."""

    entry: TimelineEntry
    event: MergedEvent


class Story:
    """A story file, open for reading. What was read once is kept until the story is closed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._lists: dict[Any, list[Any]] = {}
        self._records: dict[str, Record] = {}
        self._kept: dict[object, Any] = {}

    @classmethod
    def open(cls, path: str | Path) -> Story:
        """Open a story file; StoryFileError if it is missing or something else."""
        return cls(open_to_read(path))

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def forget(self, kinds: Iterable[type] = RECORDS) -> None:
        """Read records of these kinds anew from now on: a writer on the same connection has changed them."""
        changed = frozenset(kinds)
        self._lists = {name: records for name, records in self._lists.items() if name[0] not in changed}
        self._records = {id_: record for id_, record in self._records.items() if type(record) not in changed}
        self._kept.clear()

    def keep[T](self, name: object, make: Callable[[Self], T]) -> T:
        """What is worked out from the story once, by a name of the caller's, until records are forgotten."""
        if name not in self._kept:
            self._kept[name] = make(self)
        return cast(T, self._kept[name])

    def trim(self, most: int) -> None:
        """Let go of what was read for one answer or another, if that is more than so many records and lists.

        Whoever reads on after each answer, such as a server, would else hold the whole story in the end.
        """
        if len(self._records) + len(self._lists) > most:
            self._lists.clear()
            self._records.clear()

    # --- any record

    def all[R: Record](self, kind: type[R]) -> list[R]:
        """All records of a kind, by (publication date, report id, start, id) where they have these, else by id."""
        return self._list((kind,), kind)

    def in_report[R: Record](self, kind: type[R], report: str) -> list[R]:
        """The records of a kind that one report has, in the order of `all`."""
        return self.related(kind, "report", report)

    def related[R: Record](self, kind: type[R], column: str, id_: str) -> list[R]:
        """The records of a kind that refer to an id in one of their columns, in the order of `all`."""
        return self._list((kind, column, id_), kind, f"r.{column} = (SELECT key FROM identity WHERE id = ?)", id_)

    def get(self, id_: str) -> Record:
        """The record with an id (or the one it was merged into); NotFoundError if there is none."""
        if id_ not in self._records:
            self._records[id_] = self._find(id_)
        return self._records[id_]

    def many[R: Record](self, kind: type[R], ids: Iterable[str]) -> dict[str, R]:
        """The records of a kind with these ids, by id, asked of the file in one go; other ids are left out."""
        wanted = dict.fromkeys(ids)
        missing = [id_ for id_ in wanted if id_ not in self._records]
        if missing:
            found = query.fetch(self.connection, kind, f"r.key IN {query.GIVEN}", (query.given(missing),))
            self._records.update((record.id, record) for record in found)
        got = ((id_, self._records.get(id_)) for id_ in wanted)
        return {id_: record for id_, record in got if isinstance(record, kind)}

    def read_related(self, kind: type[Record], column: str, ids: Iterable[str]) -> None:
        """Read the records that refer to any of these ids in one go, before they are asked for one by one."""
        missing = [id_ for id_ in dict.fromkeys(ids) if (kind, column, id_) not in self._lists]
        if not missing:
            return
        where = self._narrowed(kind, f"r.{column} IN {query.GIVEN}")
        found: dict[str, list[Any]] = {id_: [] for id_ in missing}
        for record in query.fetch(self.connection, kind, where, (query.given(missing),)):
            found[getattr(record, column)].append(record)
        self._lists |= {(kind, column, id_): records for id_, records in found.items()}

    def counts(self) -> dict[type[Record], int]:
        """How many records of each kind the story has."""
        return {
            kind: self.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table, kind in _KINDS.items()
        }

    # --- reports

    def report(self, id_: str) -> Report:
        """The report with an id."""
        record = self.get(id_)
        if not isinstance(record, Report):
            raise NotFoundError(f"{id_} is a {type(record).__name__}, not a report")
        return record

    def reports(self) -> list[Report]:
        """All reports, by publication date; undated ones last."""
        return self.all(Report)

    def rejections(self) -> list[Rejection]:
        """The inputs that did not become reports, by where they lie."""
        return sorted(self.all(Rejection), key=lambda rejection: (rejection.location, rejection.id))

    def main_event(self, report: str) -> MainEvent:
        """Who, what, when and where of one report, in a line each."""
        given = self.report(report)
        return self.main_events([given.id])[given.id]

    def main_events(self, reports: Collection[str]) -> dict[str, MainEvent]:
        """The same of some reports by their ids, read in one go."""
        return {
            report.id: main_event(reading)
            for report, reading in readings_of(self.connection, self.many(Report, reports).values())
        }

    def threads(self, most: int | None = None) -> list[Thread]:
        """The matters that the reports are about: those of most reports first, then the earlier ones."""
        ids = self.keep("threads", Story._threads)
        return list(self.many(Thread, ids[:most]).values())

    def _threads(self) -> list[str]:
        rows = self.connection.execute(
            """SELECT i.id FROM thread AS t JOIN identity AS i ON i.key = t.key
               JOIN thread_reports AS f ON f.thread = t.key AND f.position = 0
               JOIN report AS p ON p.key = f.value JOIN identity AS pi ON pi.key = p.key
               ORDER BY (SELECT count(*) FROM thread_reports AS m WHERE m.thread = t.key) DESC,
                        coalesce(p.published_earliest, p.published_latest, '~'), pi.id, i.id"""
        )
        return [id_ for (id_,) in rows]

    # --- what was said

    def quotations(self, speaker: str | None = None, report: str | None = None) -> list[Quotation]:
        """Quotations, all or those of one actor (by id; either reading of a disputed one) or of one report.

        Those that a person rejected are left out; `all(Quotation)` has them too.
        """
        rejected = self.rejected()
        every = self.all(Quotation) if report is None else self.in_report(Quotation, report)
        found = [quotation for quotation in every if quotation.id not in rejected]
        if speaker is None:
            return found
        chains = {link.member for link in self._links_to(speaker)}
        return [quotation for quotation in found if {quotation.speaker, quotation.other_speaker} & chains]

    def utterances(self) -> list[Utterance]:
        """Acts of speech, each from one or more quotations."""
        return self.all(Utterance)

    def who_said(self, words: str) -> list[Quotation]:
        """Quotations in whose content the words stand, whatever their case, accents and quotation marks."""
        wanted = names.folded(words)
        return [
            quotation
            for quotation in self.quotations()
            if wanted in names.folded(" ".join(content.text for content in quotation.contents))
        ]

    def rejected(self) -> Mapping[str, str]:
        """The ids of events and quotations that a person rejected, each with that of the decision."""
        return rulings(self).rejected

    # --- what was done

    def events(self) -> list[MergedEvent]:
        """Events, each from one or more tellings."""
        return self.all(MergedEvent)

    def timeline(self) -> list[Moment]:
        """Events in the order of their time."""
        events = {event.id: event for event in self.events()}
        entries = sorted(self.all(TimelineEntry), key=lambda entry: (entry.number, entry.id))
        return [Moment(entry, events[entry.event]) for entry in entries]

    # --- somebodies

    def actors(self) -> list[Actor]:
        """Persons, organisations, groups, countries and places."""
        return self.all(Actor)

    def who(self, name: str) -> list[Actor]:
        """The actors that a name may mean, best first; none if nothing comes near."""
        return names.best_matches(name, self.actors())

    def actor_of(self, chain: str) -> Actor | None:
        """The actor that a chain was joined to."""
        for link in self.links(chain):
            if link.kind is LinkKind.ACTOR and link.member == chain:
                return cast(Actor, self.get(link.target))
        return None

    def mentions_of(self, actor: str) -> list[Mention]:
        """The words that name, describe or stand for an actor, the earliest report first."""
        given = self.get(actor).id
        chains = (
            "SELECT member FROM link WHERE kind = 'actor' AND target = (SELECT key FROM identity WHERE id = ?)"
        )
        return self._list((Mention, "of", given), Mention, f"r.chain IN ({chains})", given)

    # --- weighing

    def conflicts(self) -> list[Conflict]:
        """Claims that cannot all hold."""
        return self.all(Conflict)

    def claims(self, about: str | None = None) -> list[Claim]:
        """Checkable values, all or those about one record."""
        return self.all(Claim) if about is None else self._about(Claim, about)

    def supports(self, about: str) -> list[Support]:
        """The words of reports behind a claim or a merged record."""
        return self._about(Support, about)

    def copies(self) -> list[CopyGroup]:
        """Passages that reports share."""
        return self.all(CopyGroup)

    def origins(self) -> list[Origin]:
        """Independent sources of text."""
        return self.all(Origin)

    def links(self, id_: str) -> list[Link]:
        """The machine's joins of a record: as a member first, then as the target."""
        given = self.get(id_).id
        return [link for column in ("member", "target") for link in self.related(Link, column, given)]

    def members(self, id_: str) -> list[Record]:
        """What was joined into an actor, origin, thread, utterance or merged event; the sides of a conflict."""
        record = self.get(id_)
        if isinstance(record, Actor):
            return list(self._members_by_link(Chain, record.id))
        if isinstance(record, Origin | Thread):
            return self._got(record.reports)
        if isinstance(record, Utterance | MergedEvent):
            return self._got(record.members)
        if isinstance(record, CopyGroup):
            return self._got(member.report for member in record.members)
        return self._got(record.sides) if isinstance(record, Conflict) else []

    def tally(self, id_: str) -> Tally:
        """How many reports, outlets and independent origins stand behind a record."""
        return tally.of(self, self.get(id_))

    # --- finding

    def search(self, words: str, limit: int = 100, offset: int = 0, within: Within = ANYWHERE) -> list[Hit]:
        """Sentences and titles that have all the words (in "quotation marks": as a phrase), best first."""
        return search.find(self.connection, words, limit, offset, self._settled(within))

    def count_hits(self, words: str, within: Within = ANYWHERE) -> int:
        """How many hits a search has in all."""
        return search.count(self.connection, words, self._settled(within))

    # --- how

    def _settled(self, within: Within) -> Within:
        """The same with the actor that an id leads to now; NotFoundError if there is none."""
        return replace(within, actor=self.get(within.actor).id) if within.actor else within

    def _list[R: Record](self, name: Any, kind: type[R], where: str = query.EVERY, *values: Any) -> list[R]:
        if name not in self._lists:
            self._lists[name] = query.fetch(self.connection, kind, self._narrowed(kind, where), values)
        return list(self._lists[name])

    def _narrowed(self, kind: type[Record], where: str) -> str:
        """The condition by which records of a kind are read, from the one that is asked for."""
        return where

    def _find(self, id_: str) -> Record:
        key, table = look_up(self.connection, [id_]).get(id_, (0, None))
        if table in _KINDS:
            for candidate in (key, redirects.follow(self.connection, key)):
                found = query.fetch(self.connection, _KINDS[table], "r.key = ?", (candidate,))
                if found:
                    return found[0]
        raise NotFoundError(f"no record of this story has the id {id_}", "ids stand at the end of each listed row")

    def _key(self, id_: str) -> int:
        return look_up(self.connection, [self.get(id_).id])[self.get(id_).id][0]

    def _got(self, ids: Iterable[str]) -> list[Record]:
        return [self.get(id_) for id_ in ids]

    def _about[R: Record](self, kind: type[R], id_: str) -> list[R]:
        return self.related(kind, "about", self.get(id_).id)

    def _links_to(self, id_: str) -> list[Link]:
        return self.related(Link, "target", self.get(id_).id)

    def _members_by_link[R: Record](self, kind: type[R], id_: str) -> list[R]:
        key = self._key(id_)
        return self._list((kind, "of", key), kind, "r.key IN (SELECT member FROM link WHERE target = ?)", key)


def open_story(path: str | Path) -> Story:
    """Open a story file for reading; use it in a `with` statement or close it."""
    return Story.open(path)
