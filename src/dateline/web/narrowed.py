"""A part of a story: of some actors, of some days, or of what is disputed alone."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from dateline.model import ActorKind, LinkKind, Origin
from dateline.story import views
from dateline.story.views.gaps import Gap
from dateline.story.views.timeline import actor_called
from dateline.story.wording import day_in_words, list_in_words
from dateline.web.by_actor import Group, speakers
from dateline.web.desk import Desk

type Printings = Sequence[views.QuotationRow]  # of one utterance


@dataclass(frozen=True, slots=True)
class Part:
    """What a document is of; nothing given is the whole story."""

    about: tuple[str, ...] = ()  # actors by name or id
    since: dt.date | None = None
    until: dt.date | None = None
    disputes: bool = False  # only what is disputed

    @property
    def is_all(self) -> bool:
        """True for the whole story."""
        return not (self.about or self.since or self.until or self.disputes)


@dataclass(frozen=True, eq=False)
class NarrowedDesk(Desk):
    """A story of which only a part is laid out; NotFoundError for an actor whom nobody is called.

    An act is of the days that its time may be of, an utterance of the day that its report was published.
    """

    part: Part

    @cached_property
    def about(self) -> frozenset[str]:
        """The ids of the actors it is about."""
        return frozenset(actor_called(self.story, name).id for name in self.part.about)

    @property
    def words(self) -> str:
        """`about Ada Holm; from 3 March 2031; disputes alone`."""
        names = [self.directory.actor(id_) or id_ for id_ in sorted(self.about)]
        told = [f"about {list_in_words(sorted(names))}"] if names else []
        told += [f"from {day_in_words(self.part.since)}"] if self.part.since else []
        told += [f"until {day_in_words(self.part.until)}"] if self.part.until else []
        told += ["disputes alone"] if self.part.disputes else []
        return "; ".join(told)

    @cached_property
    def events(self) -> tuple[views.EventRow, ...]:
        """The acts of this part."""
        return tuple(row for row in self._chosen_events if not self.part.disputes or row.id in self._disputed)

    @cached_property
    def utterances(self) -> Sequence[Printings]:
        """The utterances of this part."""
        return tuple(
            group
            for group in self._chosen_utterances
            if not self.part.disputes or not self._disputed.isdisjoint(_ids(group))
        )

    @cached_property
    def conflicts(self) -> tuple[views.ConflictRow, ...]:
        """Every side of the disputes about what is chosen."""
        chosen = {row.id for row in self._chosen_events} | {
            id_ for row in self._chosen_events for id_ in row.members
        }
        chosen |= self.about | {id_ for group in self._chosen_utterances for id_ in _ids(group)}
        found: list[views.ConflictRow] = []
        for _, group in groupby(views.conflicts(self.story), key=lambda row: row.id):
            rows = list(group)
            if not chosen.isdisjoint(self._told_by(rows)):
                found += rows
        return tuple(found)

    @cached_property
    def actors(self) -> tuple[views.ActorRow, ...]:
        """Those who take part in any of it."""
        ids = set(self.about)
        for row in self.events:
            ids |= {*row.actor_ids, *row.recipient_ids, row.place_id or ""}
        for group in self.utterances:
            ids |= speakers(group)
        said = Counter(id_ for group in self.utterances for id_ in speakers(group))
        did = Counter(id_ for row in self.events for id_ in set(row.actor_ids))
        undergone = Counter(id_ for row in self.events for id_ in set(row.recipient_ids))
        return tuple(
            replace(
                row,
                reports=len(self.naming(row.id, len(self.numbers))),
                said=said[row.id],
                did=did[row.id],
                undergone=undergone[row.id],
            )
            for row in views.actors(self.story)
            if row.id in ids
        )

    def naming(self, actor: str, most: int) -> list[str]:
        """The earliest of these reports that tell of an actor."""
        every = views.first_reports_of(self.story, actor, len(self.directory.places))
        return [id_ for id_ in every if self.lists(id_)][:most]

    def best_attested(self, most: int, kind: ActorKind) -> list[str]:
        """The names of those of a kind who take part, of whom most reports tell."""
        return [row.name for row in self.actors if row.kind == kind][:most]

    @cached_property
    def chosen_reports(self) -> frozenset[str]:
        """The ids of the reports that tell of this part."""
        members = (member for row in self.events for member in row.members)
        told = {event.report for event in self.directory.events.read(members)}
        told |= {row.report for group in self.utterances for row in group}
        return frozenset(told | {row.report for row in self.conflicts})

    def lists(self, report: str) -> bool:
        """True for a report that tells of this part."""
        return report in self.chosen_reports

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The numbers of these reports, from 1, by their ids."""
        in_order = (id_ for id_ in self.directory.places if self.lists(id_))
        return {id_: number for number, id_ in enumerate(in_order, start=1)}

    @cached_property
    def report_rows(self) -> dict[str, views.ReportRow]:
        """These reports as rows, with the quotations and acts of this part alone."""
        members = (member for row in self.events for member in row.members)
        acts = Counter(event.report for event in self.directory.events.read(members))
        quotations = Counter(row.report for group in self.utterances for row in group)
        return {
            row.id: replace(row, quotations=quotations[row.id], events=acts[row.id])
            for row in views.reports(self.story)
            if self.lists(row.id)
        }

    @cached_property
    def overview(self) -> views.Overview:
        """The numbers of these reports; what came in, and what is not of reports, is that of the whole story."""
        given = [self.directory.reports[id_] for id_ in self.numbers]
        origins = {self.directory.target(report.id, LinkKind.ORIGIN) for report in given} - {None}
        known = sum(isinstance(found := self.story.get(id_ or ""), Origin) and found.known for id_ in origins)
        first = [
            str(report.published.earliest) for report in given if report.published and report.published.earliest
        ]
        last = [str(report.published.latest) for report in given if report.published and report.published.latest]
        return replace(
            views.overview(self.story),
            reports=len(given),
            earlier_versions=0,
            outlets=len({report.outlet for report in given if report.outlet}),
            outlets_unknown=sum(report.outlet is None for report in given),
            origins_low=max(known, min(1, len(origins))),
            origins_high=len(origins),
            first_published=min(first, default=None),
            last_published=max(last, default=None),
            reports_undated=sum(report.published is None for report in given),
        )

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """The gaps of the whole story that lie between the acts of this part."""
        days = [day for row in self.events if row.number is not None for day in (row.earliest, row.latest) if day]
        told = views.gaps_of(row for row in views.events(self.story) if row.number is not None)
        first, last = min(days, default=""), max(days, default="")
        return tuple(gap for gap in told if first < gap.first.isoformat() and gap.last.isoformat() < last)

    @cached_property
    def _chosen_events(self) -> tuple[views.EventRow, ...]:
        return tuple(row for row in views.events(self.story) if self._is_of(row))

    @cached_property
    def _chosen_utterances(self) -> tuple[Printings, ...]:
        return tuple(group for group in Desk(self.story).utterances if self._is_said(group))

    @cached_property
    def _disputed(self) -> frozenset[str]:
        """The records that the disputes are about, and those that tell their sides."""
        groups = (list(group) for _, group in groupby(self.conflicts, key=lambda row: row.id))
        return frozenset(id_ for rows in groups for id_ in self._told_by(rows))

    def _told_by(self, rows: Sequence[views.ConflictRow]) -> Iterator[str]:
        for row in rows:
            yield row.about
            yield from (support.member for support in self.story.supports(row.claim))

    def _is_of(self, row: views.EventRow) -> bool:
        if self.about and self.about.isdisjoint((*row.actor_ids, *row.recipient_ids, row.place_id or "")):
            return False
        first, last = row.earliest or row.latest, row.latest or row.earliest
        return self._in_days(first, last)

    def _is_said(self, group: Group) -> bool:
        if self.about and self.about.isdisjoint(speakers(group)):
            return False
        days = sorted(day.isoformat() for row in group if (day := self._published(row.report)))
        return self._in_days(days[0], days[-1]) if days else self._in_days(None, None)

    def _published(self, report: str) -> dt.date | None:
        published = self.directory.reports[report].published
        return published.earliest if published else None

    def _in_days(self, first: str | None, last: str | None) -> bool:
        """True if some of it may be of the days asked for; what has no day is of none."""
        since, until = self.part.since, self.part.until
        if first is None or last is None:
            return since is None and until is None
        return not (since and last < since.isoformat()) and not (until and first > until.isoformat())


def _ids(group: Group) -> set[str]:
    return {id_ for row in group for id_ in (row.id, row.utterance) if id_}
