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
    Conflict,
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
from dateline.story.story import Story
from dateline.story.views.decided import Decided
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


@dataclass(frozen=True, eq=False)
class Directory:
    """Reports, actors and chains of one story by id, each loaded when first asked for."""

    story: Story

    @cached_property
    def decided(self) -> Decided:
        """What persons ruled, by record."""
        return Decided(self.story)

    @cached_property
    def reports(self) -> Mapping[str, Report]:
        """Every report by its id."""
        return {report.id: report for report in self.story.all(Report)}

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {id_: number for number, id_ in enumerate(self.reports)}

    def place(self, report: str, start: int = 0) -> tuple[int, int]:
        """Where something stands in the story: by it rows are sorted, earliest report first."""
        return self._places[report], start

    def at(self, place: int) -> Report:
        """The report at a place."""
        return self._in_order[place]

    @cached_property
    def _in_order(self) -> Sequence[Report]:
        return tuple(self.reports.values())

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """Every actor by its id."""
        return {actor.id: actor for actor in self.story.all(Actor)}

    @cached_property
    def locations(self) -> Mapping[str, Location]:
        """Where places lie, by the id of the actor."""
        return {location.actor: location for location in self.story.all(Location)}

    @cached_property
    def chains(self) -> Mapping[str, Chain]:
        """Every chain by its id."""
        return {chain.id: chain for chain in self.story.all(Chain)}

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """Every event, as one report tells it, by its id."""
        return {event.id: event for event in self.story.all(Event)}

    @cached_property
    def timexes(self) -> Mapping[str, Timex]:
        """Every time expression by its id."""
        return {timex.id: timex for timex in self.story.all(Timex)}

    @cached_property
    def quotations(self) -> Mapping[str, Quotation]:
        """Every quotation, as one report gives it, by its id."""
        return {quotation.id: quotation for quotation in self.story.all(Quotation)}

    def in_doubt(self, report: str, words: Words) -> bool:
        """True if words stand in the printed source of a disputed attribution: they may name the wrong one."""
        return any(source.covers(words.span) for source in self._disputed_sources.get(report, ()))

    @cached_property
    def _disputed_sources(self) -> Mapping[str, Sequence[Span]]:
        attributions = [c.about for c in self.story.all(Conflict) if c.kind is ConflictKind.ATTRIBUTION]
        flagged = {link.member for about in attributions for link in self.joined_into(about)}
        found: defaultdict[str, list[Span]] = defaultdict(list)
        for quotation in self.quotations.values():
            if quotation.source and (quotation.anomaly or quotation.id in flagged):
                found[quotation.report].append(quotation.source.span)
        return found

    @cached_property
    def links(self) -> Mapping[str, tuple[Link, ...]]:
        """The links of every member by its id: a chain's to its actor, a quotation's to its utterance."""
        found: defaultdict[str, list[Link]] = defaultdict(list)
        for link in self.story.all(Link):
            found[link.member].append(link)
        return {member: tuple(links) for member, links in found.items()}

    def joined_into(self, target: str) -> Sequence[Link]:
        """The links that lead to a record."""
        return self._joined.get(target, ())

    @cached_property
    def _joined(self) -> Mapping[str, Sequence[Link]]:
        found: defaultdict[str, list[Link]] = defaultdict(list)
        for link in self.story.all(Link):
            found[link.target].append(link)
        return found

    def target(self, member: str, kind: LinkKind) -> str | None:
        """What a record was joined to; None if it stands for itself."""
        return next((link.target for link in self.links.get(member, ()) if link.kind == kind), None)

    def sources(self, id_: str) -> Sources:
        """The three counts behind a merged record or claim."""
        tally = self.story.tally(id_)
        return Sources(tally.reports, tally.outlets, tally.outlets_unknown, tally.origins_low, tally.origins_high)

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
