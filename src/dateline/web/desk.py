"""What every part of a page is written with: citations, sentences in pieces, and names that lead to an actor."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from dateline.model import ActorKind, EarlierVersion, MergedEvent, Quotation, Utterance
from dateline.span import Span
from dateline.story import Story, catalogue, views
from dateline.story.catalogue import ActorSlip, ActSlip, ConflictSlip, DoubtSlip, QuotationSlip
from dateline.story.lookup.directory import UNKNOWN_OUTLET, Sources
from dateline.story.lookup.passage import Passage
from dateline.story.main_event import MainEvent
from dateline.story.views import Directory
from dateline.story.views.gaps import Gap
from dateline.story.wording import date_in_words, sources_in_words
from dateline.web.by_actor import ByActor, Group

if TYPE_CHECKING:
    from dateline.story.meaning import Meanings

_CHOICES = 60  # actors in a list to choose from


class Piece(NamedTuple):
    """A stretch of text, marked or not."""

    text: str
    marked: bool


class Name(NamedTuple):
    """An actor's name and id."""

    text: str
    id: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a sentence stands: outlet, date, and the number of the report on the page."""

    number: int  # from 1, in the order of publication
    outlet: str
    date: str
    report: str  # id
    start: int | None = None  # of the sentence in the report's clean text; None: the report as a whole is cited
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence with the words marked that something was read from, and every report that has it so."""

    pieces: tuple[Piece, ...]
    citations: tuple[Citation, ...]
    note: str | None = None  # what the sentence itself does not show, such as where its day comes from


@dataclass(frozen=True, eq=False)
class Desk:
    """One story, laid out for a page."""

    story: Story
    ready: dict[str, object] = field(default_factory=dict, kw_only=True)  # what was made beside the requests

    @cached_property
    def directory(self) -> Directory:
        """Names for ids."""
        return Directory.of(self.story)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each report on the page, from 1, by its id."""
        return {report: place + 1 for report, place in self.directory.places.items()}

    @cached_property
    def replaced(self) -> frozenset[str]:
        """The reports that a later version has replaced: they are listed, and count for nothing."""
        return frozenset(version.report for version in self.story.all(EarlierVersion))

    # --- slips: of every row of a list what it is narrowed and ordered by

    @cached_property
    def acts(self) -> Sequence[ActSlip]:
        """Every act, in order of time; those without a time last."""
        return tuple(catalogue.acts(self.story))

    @cached_property
    def speech(self) -> Sequence[Group]:
        """Quotations by utterance, the earliest first; not those of reports that were replaced."""
        return tuple(catalogue.speech(self.story))

    @cached_property
    def somebodies(self) -> Mapping[str, ActorSlip]:
        """Everybody by id, those of most reports first."""
        return {slip.id: slip for slip in catalogue.somebodies(self.story)}

    @cached_property
    def disputed(self) -> Sequence[ConflictSlip]:
        """Every side of every conflict, those of one conflict together."""
        return tuple(catalogue.conflicts(self.story))

    @cached_property
    def disputes_by_reports(self) -> Sequence[Sequence[ConflictSlip]]:
        """The sides of each conflict: those that most reports take part in first, then by the earliest report."""
        groups = [tuple(group) for _, group in groupby(self.disputed, key=lambda slip: slip.id)]
        return sorted(groups, key=lambda group: -len({slip.report for slip in group}))

    def most_told(self, most: int) -> list[str]:
        """The ids of the first of these, so many at most; found without reading the others."""
        return self.story.keep(("most told", most), lambda story: catalogue.most_told(story, most))

    @cached_property
    def dispute_about(self) -> Mapping[str, str]:
        """The dispute about a record, by the record's id."""
        return {slip.about: slip.id for slip in self.disputed}

    @cached_property
    def questions(self) -> Sequence[DoubtSlip]:
        """What there is to rule on."""
        return tuple(catalogue.doubts(self.story))

    def event_rows(self, slips: Sequence[ActSlip | views.EventRow]) -> list[views.EventRow]:
        """These acts, written out, in their order; those that are stay as they are."""
        written = [slip for slip in slips if isinstance(slip, views.EventRow)]
        if len(written) == len(slips):
            return written
        return self.event_rows_by_id(slip.id for slip in slips)

    def event_rows_by_id(self, ids: Iterable[str]) -> list[views.EventRow]:
        """The acts with these ids, written out."""
        return views.event_rows(self.directory, list(self.story.many(MergedEvent, ids).values()))

    def members_of(self, events: Iterable[str]) -> list[str]:
        """The events, as single reports tell them, behind these acts."""
        return [member for event in self.story.many(MergedEvent, events).values() for member in event.members]

    def quotation_rows(self, groups: Sequence[Group]) -> list[Sequence[views.QuotationRow]]:
        """The quotations of these utterances, written out, in their order; those that are stay as they are."""
        written = [[row for row in group if isinstance(row, views.QuotationRow)] for group in groups]
        if all(written):
            return [*written]
        shown = {slip.id for group in groups for slip in group}
        return [[row for row in group if row.id in shown] for group in self._members(groups)]

    def _members(self, groups: Sequence[Group]) -> list[list[views.QuotationRow]]:
        """All quotations of the utterances that these belong to."""
        found = self.story.many(Utterance, (group[0].utterance for group in groups if group[0].utterance))
        alone = self.story.many(Quotation, (group[0].id for group in groups if not group[0].utterance))
        rows = [
            *views.utterance_rows(self.directory, list(found.values())),
            *views.lone_rows(self.directory, list(alone.values())),
        ]
        by_group: dict[str, list[views.QuotationRow]] = {}
        for row in rows:
            by_group.setdefault(row.utterance or row.id, []).append(row)
        return [by_group[group[0].utterance or group[0].id] for group in groups]

    def printings(self, slips: Sequence[QuotationSlip | views.QuotationRow]) -> list[views.QuotationRow]:
        """These quotations alone, written out."""
        utterances = {slip.utterance or slip.id: (slip,) for slip in slips}
        rows = {row.id: row for group in self._members(list(utterances.values())) for row in group}
        return [rows[slip.id] for slip in slips]

    def actor_rows(self, slips: Sequence[ActorSlip]) -> list[views.ActorRow]:
        """These actors, written out, in their order."""
        return views.actor_rows(self.directory, slips)

    def conflict_rows(self, ids: Iterable[str]) -> list[views.ConflictRow]:
        """Every side of these conflicts, written out, in their order."""
        return list(views.conflict_rows(self.directory, ids))

    def sides(self, slips: Sequence[ConflictSlip]) -> list[views.ConflictRow]:
        """These sides alone."""
        rows = self.conflict_rows(dict.fromkeys(slip.id for slip in slips))
        by_place = {(row.id, row.side, row.report, row.start): row for row in rows}
        return [by_place[slip.id, slip.side, slip.report, slip.start] for slip in slips]

    @cached_property
    def texts_of_conflicts(self) -> Mapping[str, str]:
        """What of each conflict is searched for words, by its id."""
        return catalogue.texts_of_conflicts(self.story)

    # --- whole tables: what a document of the whole story is made of

    @cached_property
    def events(self) -> tuple[views.EventRow, ...]:
        """Every act, in the story's order."""
        return tuple(views.events(self.story))

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """The gaps of the whole timeline, in order."""
        return tuple(views.gaps_of_story(self.story))

    @cached_property
    def quotes(self) -> tuple[views.QuotationRow, ...]:
        """Every quotation, those of one utterance together."""
        return tuple(views.quotes(self.story))

    @cached_property
    def utterances(self) -> Sequence[Sequence[views.QuotationRow]]:
        """The same by utterance, the earliest first; not those of reports that were replaced."""
        rows = [row for row in self.quotes if row.report not in self.replaced]
        return tuple(tuple(group) for _, group in groupby(rows, key=lambda row: row.utterance or row.id))

    @cached_property
    def by_actor(self) -> ByActor:
        """What belongs to one actor."""
        return ByActor(self.directory, self.speech, self.acts)

    @cached_property
    def actors(self) -> tuple[views.ActorRow, ...]:
        """Everybody, those of most reports first."""
        return tuple(views.actors(self.story))

    def main_events(self, reports: Collection[str]) -> dict[str, MainEvent]:
        """What some reports are about; what was found once is kept, as it is short and takes long to find."""
        known = self._main_events
        known |= self.story.main_events([id_ for id_ in reports if id_ not in known])
        return {id_: known[id_] for id_ in reports}

    @cached_property
    def _main_events(self) -> dict[str, MainEvent]:
        return {}

    @cached_property
    def days(self) -> Mapping[str, str | None]:
        """The day of publication of each report, ISO 8601; its earliest, where that is not known to the day."""
        return views.days_of_publication(self.story)

    @cached_property
    def origin_kinds(self) -> Mapping[str, str]:
        """For each origin of a text "own", "shared" or "unknown"."""
        return views.origin_kinds(self.story)

    @cached_property
    def report_rows(self) -> dict[str, views.ReportRow]:
        """Every report as a row, by id."""
        return {row.id: row for row in views.reports(self.story)}

    @cached_property
    def _tables(self) -> dict[str, Sequence[views.Row]]:
        return {}

    def rows_of(self, table: views.Table) -> Sequence[views.Row]:
        """A plain table of the story."""
        if table.name not in self._tables:
            self._tables[table.name] = table.rows(self.story)
        return self._tables[table.name]

    @cached_property
    def conflicts(self) -> tuple[views.ConflictRow, ...]:
        """Every side of every conflict, those of one conflict together."""
        return tuple(views.conflicts(self.story))

    @cached_property
    def decisions(self) -> tuple[views.DecisionRow, ...]:
        """What was ruled, the latest first."""
        return tuple(reversed(views.decisions(self.story)))

    @cached_property
    def meanings(self) -> Meanings:
        """Sentences by what they mean."""
        from dateline.story.meaning import Meanings  # brings numpy, which no other command pays for

        return Meanings(self.story.connection)

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """The outlets known by name, in the order of the alphabet."""
        return views.outlets(self.story)

    @cached_property
    def actor_choices(self) -> dict[str, str]:
        """The best-attested actors by id: what a list to choose from can hold."""
        return views.best_attested(self.story, _CHOICES)

    def best_attested(self, most: int, kind: ActorKind) -> list[str]:
        """The names of those of a kind of whom most reports tell."""
        return self.story.keep(
            ("best attested", most, kind), lambda story: list(views.best_attested(story, most, kind).values())
        )

    def outlets_of(self, event: str) -> frozenset[str]:
        """The outlets that tell an event."""
        given = self.story.get(event)
        members = given.members if isinstance(given, MergedEvent) else ()
        return frozenset(self.directory.outlet(self.directory.events[member].report) for member in members)

    @cached_property
    def overview(self) -> views.Overview:
        """The story in numbers."""
        return views.overview(self.story)

    def lists(self, _report: str) -> bool:
        """True for a report of what is laid out: on the desk of a whole story for every one."""
        return True

    def naming(self, actor: str, most: int) -> list[str]:
        """The earliest reports that tell of an actor, by id."""
        return views.first_reports_of(self.story, actor, most)

    def tellings(self, event: str) -> list[views.Telling]:
        """Where each report tells a merged event, the best telling first."""
        given = self.story.get(event)
        return views.tellings(self.directory, given) if isinstance(given, MergedEvent) else []

    def cite(self, report: str) -> Citation:
        """Outlet, date and number of a report."""
        given = self.directory.reports[report]
        outlet = given.outlet or UNKNOWN_OUTLET
        return Citation(self.numbers[report], outlet, date_in_words(given.published), report)

    def cite_at(self, report: str, span: Span | None) -> Citation:
        """The same with the characters that are meant; without them of the report as a whole."""
        return replace(self.cite(report), start=span.start, end=span.end) if span else self.cite(report)

    def cite_passage(self, passage: Passage) -> Citation:
        """The same with the characters of the passage."""
        return self.cite_at(passage.report, Span(passage.start, passage.start + len(passage.text)))

    def evidence(self, passages: Iterable[Passage], note: str | None = None) -> tuple[Evidence, ...]:
        """Passages as a page shows them; the note stands by the first."""
        shown: list[Evidence] = []
        for passage in passages:
            pieces = tuple(Piece(text, marked) for text, marked in passage.pieces() if text)
            shown.append(Evidence(pieces, (self.cite_passage(passage),), None if shown else note))
        return tuple(shown)

    def sources(self, id_: str) -> str:
        """`3 reports / 2 outlets (1 unknown) / 2 independent origins` behind a merged record or a claim."""
        return self.directory.sources_and_owners(id_)


def gathered(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Each sentence once, with the citations of all reports that print it to the letter."""
    by_words: dict[tuple[tuple[Piece, ...], str | None], dict[Citation, None]] = {}
    for each in evidence:
        by_words.setdefault((each.pieces, each.note), {}).update(dict.fromkeys(each.citations))
    return tuple(Evidence(pieces, tuple(citations), note) for (pieces, note), citations in by_words.items())


def cited(evidence: Iterable[Evidence]) -> tuple[Citation, ...]:
    """Every report that has any of the sentences, by its number."""
    whole = {replace(citation, start=None, end=None) for each in evidence for citation in each.citations}
    return tuple(sorted(whole, key=lambda citation: citation.number))


def sources_of(row: object) -> str:
    """The same of a row that has the three counts in it."""
    return sources_in_words(*(getattr(row, field) for field in Sources._fields))
