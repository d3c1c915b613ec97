"""Which claims are asked for: looked up in the file, so that the claims of a long story need not all be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.fuzzydate import FuzzyDate
from dateline.model import Aspect, MergedEvent, Utterance
from dateline.story.story import Story
from dateline.story.views.agreement import SINGLE_VALUED
from dateline.story.views.directory import Directory
from dateline.story.views.ledger import SEVERAL, Ledger, Standing

_ORDER = {aspect.value: number for number, aspect in enumerate(Aspect)}

# Every value with what it is of: offices are all of the actor that has them, and what a group or a nameless body is
# called by is none. `first` orders as `Story.all` does.
_INDEX = """
SELECT ci.id, mi.id, c.aspect, count(DISTINCT s.report), count(*),
  min(coalesce(r.published_earliest, r.published_latest, '~') || ri.id || printf('%09d', s.start)) AS first
FROM claim AS c
JOIN identity AS ci ON ci.key = c.key
JOIN identity AS mi ON mi.key = CASE WHEN c.aspect = 'role' AND c.actor IS NOT NULL THEN c.actor ELSE c.about END
JOIN support AS s ON s.about = c.key
JOIN report AS r ON r.key = s.report
JOIN identity AS ri ON ri.key = s.report
WHERE c.aspect <> 'role' OR NOT EXISTS (
  SELECT 1 FROM actor AS a WHERE a.key = c.actor AND (a.kind = 'group' OR lower(a.name) = lower(c.value)))
GROUP BY c.key
"""
_OF_OUTLET = """
SELECT DISTINCT i.id FROM claim AS c JOIN identity AS i ON i.key = c.key JOIN support AS s ON s.about = c.key
JOIN report AS r ON r.key = s.report WHERE r.outlet = ?
"""
_WORDS = """
SELECT i.id, c.value FROM claim AS c JOIN identity AS i ON i.key = c.key
UNION SELECT i.id, s.text FROM support AS s JOIN claim AS c ON c.key = s.about JOIN identity AS i ON i.key = c.key
UNION SELECT i.id, u.text FROM utterance AS u JOIN identity AS i ON i.key = u.key
UNION SELECT i.id, m.text FROM merged_event AS m JOIN identity AS i ON i.key = m.key
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """What is asked for; nothing given is all of it."""

    of: str | None = None  # the id of one event, utterance or actor
    about: str | None = None  # the id of an actor who takes part, speaks, or has an office
    kind: str | None = None  # as `Aspect` has it
    standing: str | None = None  # as `Standing` has it
    outlet: str | None = None  # that gives the value
    since: dt.date | None = None  # of an act by its time, of all else by the days of the reports
    until: dt.date | None = None
    words: str | None = None  # in the value, in what a report prints for it, or in what it is of


EVERYTHING = Which()


@dataclass(frozen=True, slots=True)
class Entry:
    """One value, by ids."""

    claim: str
    subject: str
    kind: str
    reports: int
    words: int  # stretches of reports that give it
    first: str  # where the earliest report gives it, as text that sorts


@dataclass(frozen=True, slots=True)
class Subject:
    """An act, an utterance or an actor, or a sentence that is of none, with values of it."""

    id: str
    entries: tuple[Entry, ...]  # by kind, those of most reports first


@dataclass(frozen=True, eq=False)
class Index:
    """The values of a story by what they are of."""

    ledger: Ledger

    @classmethod
    def of(cls, story: Story) -> Index:
        """The one of a story."""
        return story.keep(cls, lambda given: cls(Ledger(Directory.of(given))))

    @property
    def _story(self) -> Story:
        return self.ledger.directory.story

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """Everything that has a value: of most reports first, then by where it is told first."""
        of: dict[str, list[Entry]] = {}
        for row in self._story.connection.execute(_INDEX):
            entry = Entry(*row)
            of.setdefault(entry.subject, []).append(entry)
        ranked = sorted(of.items(), key=lambda item: _rank(item[1]))
        return tuple(Subject(id_, tuple(sorted(entries, key=_place))) for id_, entries in ranked)

    def chosen(self, which: Which = EVERYTHING) -> Sequence[Subject]:
        """What is asked for, each with those of its values that are."""
        asked = list(self._asked(which))
        if not asked:
            return self.subjects
        narrowed = (
            Subject(subject.id, tuple(entry for entry in subject.entries if all(test(entry) for test in asked)))
            for subject in self.subjects
        )
        return [subject for subject in narrowed if subject.entries]

    def _asked(self, which: Which) -> Iterator[Callable[[Entry], bool]]:
        """The tests that a value has to pass; what takes longest comes last."""
        if which.of is not None:
            yield lambda entry: entry.subject == which.of
        if which.kind is not None:
            yield lambda entry: entry.kind == which.kind
        if which.outlet is not None:
            given = frozenset(id_ for (id_,) in self._story.connection.execute(_OF_OUTLET, (which.outlet,)))
            yield lambda entry: entry.claim in given
        if which.words is not None:
            found = self._with(which.words.casefold())
            yield lambda entry: entry.claim in found or entry.subject in found
        if which.about is not None:
            theirs = frozenset(self._of_actor(which.about))
            yield lambda entry: entry.subject in theirs
        if which.since is not None or which.until is not None:
            since, until = which.since or dt.date.min, which.until or dt.date.max
            yield lambda entry: any(_reaches(day, since, until) for day in self._days(entry))
        if which.standing is not None:
            self.ledger.read(entry.claim for subject in self.subjects for entry in subject.entries)
            yield lambda entry: self.standing(entry) == which.standing

    def standing(self, entry: Entry) -> Standing:
        """How a value stands."""
        if self.ledger.is_disputed(entry.claim):
            return Standing.DISPUTED
        if entry.reports < SEVERAL and entry.kind not in SINGLE_VALUED:  # nothing finer can be behind it
            return Standing.ALONE
        return self.ledger.standing(self.ledger.claim(entry.claim))

    def _with(self, words: str) -> frozenset[str]:
        rows = self._story.connection.execute(_WORDS)
        return frozenset(id_ for id_, text in rows if words in text.casefold())

    def _of_actor(self, actor: str) -> Iterator[str]:
        """The acts in which somebody takes part, what they said, and they themselves: that have the offices."""
        yield actor
        for event in self._story.all(MergedEvent):
            if actor in (*event.actors, *event.recipients, event.place):
                yield event.id
        for utterance in self._story.all(Utterance):
            if actor in utterance.speakers:
                yield utterance.id

    def _days(self, entry: Entry) -> Iterable[FuzzyDate]:
        """The time of the act; of all else the days of the reports that give the value."""
        record = self._acts.get(entry.subject)
        if record:
            return (record.time,) if record.time else ()
        reports = (self._story.report(support.report) for support in self._story.supports(entry.claim))
        return [report.published for report in reports if report.published]

    @cached_property
    def _acts(self) -> dict[str, MergedEvent]:
        return {event.id: event for event in self._story.all(MergedEvent)}


def _reaches(day: FuzzyDate, since: dt.date, until: dt.date) -> bool:
    """True if some of it may be of the days asked for."""
    return (day.latest or dt.date.max) >= since and (day.earliest or dt.date.min) <= until


def _rank(entries: Sequence[Entry]) -> tuple[int, str]:
    return -max(entry.reports for entry in entries), min(entry.first for entry in entries)


def _place(entry: Entry) -> tuple[int, int, str, str]:
    return _ORDER[entry.kind], -entry.reports, entry.first, entry.claim
