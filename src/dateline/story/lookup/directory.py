"""Names for ids: how a view calls a report, an actor, the somebody of one report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from dateline.model import (
    Actor,
    Chain,
    ConflictKind,
    Event,
    Link,
    LinkKind,
    Location,
    Quotation,
    Report,
    Timex,
)
from dateline.span import Span, Words
from dateline.story.lookup.decided import Decided
from dateline.story.lookup.joins import Joins
from dateline.story.lookup.shelf import Shelf
from dateline.story.query import ids_in_order
from dateline.story.story import Story
from dateline.story.tally import Tally
from dateline.story.time_weights import TimeWeights, of_story
from dateline.story.wording import date_in_words, owners_in_words, sources_in_words

UNKNOWN_OUTLET = "an unknown outlet"
NOBODY = "speaker unknown"


class Sources(NamedTuple):
    """The three counts behind a row, and how far two of them can be told."""

    reports: int
    outlets: int
    outlets_unknown: int
    origins_low: int
    origins_high: int

    @classmethod
    def of(cls, tally: Tally) -> Sources:
        """Those of a tally."""
        return cls(tally.reports, tally.outlets, tally.outlets_unknown, tally.origins_low, tally.origins_high)


@dataclass(frozen=True, eq=False)
class Directory:
    """Reports, actors and chains of one story by id, each loaded when first asked for."""

    story: Story

    @classmethod
    def of(cls, story: Story) -> Directory:
        """The one of a story that all its views share."""
        return story.keep(cls, cls)

    @cached_property
    def decided(self) -> Decided:
        """What persons ruled, by record."""
        return Decided(self.story)

    @cached_property
    def reports(self) -> Shelf[Report]:
        """Every report by its id."""
        return Shelf(self.story, Report)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each report stands in the story, by its id: the earliest first, from 0."""
        return {id_: number for number, id_ in enumerate(ids_in_order(self.story.connection, Report))}

    def place(self, report: str, start: int = 0) -> tuple[int, int]:
        """Where something stands in the story: by it rows are sorted, earliest report first."""
        return self.places[report], start

    def at(self, place: int) -> Report:
        """The report at a place."""
        return self.reports[self._in_order[place]]

    @cached_property
    def _in_order(self) -> Sequence[str]:
        return tuple(self.places)

    @cached_property
    def actors(self) -> Shelf[Actor]:
        """Every actor by its id."""
        return Shelf(self.story, Actor)

    def location(self, actor: str | None) -> Location | None:
        """Where a place lies; None for an actor that is none, or of which nothing is known."""
        return next(iter(self.story.related(Location, "actor", actor)), None) if actor else None

    @cached_property
    def time_weights(self) -> TimeWeights:
        """How much the reports make of each time."""
        return of_story(self.story.connection)

    @cached_property
    def chains(self) -> Shelf[Chain]:
        """Every chain by its id."""
        return Shelf(self.story, Chain)

    @cached_property
    def events(self) -> Shelf[Event]:
        """Every event, as one report tells it, by its id."""
        return Shelf(self.story, Event)

    @cached_property
    def timexes(self) -> Shelf[Timex]:
        """Every time expression by its id."""
        return Shelf(self.story, Timex)

    @cached_property
    def quotations(self) -> Shelf[Quotation]:
        """Every quotation, as one report gives it, by its id."""
        return Shelf(self.story, Quotation)

    def in_doubt(self, report: str, words: Words) -> bool:
        """True if words stand in the printed source of a disputed attribution: they may name the wrong one."""
        return any(source.covers(words.span) for source in self._disputed_sources.get(report, ()))

    @cached_property
    def _disputed_sources(self) -> Mapping[str, Sequence[Span]]:
        rows = self.story.connection.execute(
            """SELECT i.id, q.source_start, q.source_end
               FROM quotation AS q JOIN identity AS i ON i.key = q.report
               WHERE q.source_start IS NOT NULL AND (q.anomaly IS NOT NULL OR q.key IN (
                 SELECT l.member FROM conflict AS c JOIN link AS l ON l.target = c.about WHERE c.kind = ?))""",
            (ConflictKind.ATTRIBUTION.value,),
        )
        found: defaultdict[str, list[Span]] = defaultdict(list)
        for report, start, end in rows:
            found[report].append(Span(start, end))
        return found

    def links_of(self, member: str) -> Sequence[Link]:
        """The links of a member: a chain's to its actor, a quotation's to its utterance."""
        return self.story.related(Link, "member", member)

    def joined_into(self, target: str) -> Sequence[Link]:
        """The links that lead to a record."""
        return self.story.related(Link, "target", target)

    @cached_property
    def joins(self) -> Joins:
        """What records were joined to."""
        return Joins(self.story.connection)

    def target(self, member: str, kind: LinkKind) -> str | None:
        """What a record was joined to; None if it stands for itself."""
        return self.joins.target(member, kind)

    def sources(self, id_: str) -> Sources:
        """The three counts behind a merged record or claim."""
        return Sources.of(self.story.tally(id_))

    def sources_and_owners(self, id_: str) -> str:
        """The three counts in words; outlets of one owner are shown as such."""
        owned = owners_in_words(self.story.tally(id_).owners)
        return "; ".join(filter(None, (sources_in_words(*self.sources(id_)), owned)))

    def actor(self, id_: str | None) -> str | None:
        """An actor's name."""
        actor = self.actors.get(id_) if id_ else None
        return actor.name if actor else None

    def somebody(self, chain: str | None) -> str | None:
        """The name of the actor that a report's somebody belongs to, or else the words of the report."""
        if chain is None:
            return None
        return self.actor(self.target(chain, LinkKind.ACTOR)) or self.chains[chain].name

    def outlet(self, report: str) -> str:
        """Who published it, or that this is unknown."""
        return self.reports[report].outlet or UNKNOWN_OUTLET

    def cite(self, report: str) -> str:
        """`The Harbour Post, 14 May 2030 (post.html)`: outlet, date and file of a report."""
        given = self.reports[report]
        return f"{self.outlet(report)}, {date_in_words(given.published)} ({file_of(given)})"


def file_of(report: Report) -> str:
    """The file of a report without its folder, with the record's number in a file of several."""
    return report.location.rpartition("/")[2]
