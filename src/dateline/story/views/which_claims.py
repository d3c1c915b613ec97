"""Which claims are asked for: looked up in the file, so that the claims of a long story need not all be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.model import Aspect
from dateline.story.lookup.directory import Directory
from dateline.story.story import Story
from dateline.story.views.agreement import GRADED
from dateline.story.views.ledger import SEVERAL, Ledger, Standing

_ORDER = {aspect.value: number for number, aspect in enumerate(Aspect)}

# Every value with what it is of: offices are all of the actor that has them; what a group or nameless somebody is
# called by is none. `first` orders as `Story.all` does.
_INDEX = """
SELECT ci.id, si.id, c.aspect, count(DISTINCT s.report), count(DISTINCT s.origin), count(*),
  min(coalesce(r.published_earliest, r.published_latest, '~') || ri.id || printf('%09d', s.start)) AS first,
  min(r.published_earliest), max(r.published_latest)
FROM claim AS c
JOIN identity AS ci ON ci.key = c.key
JOIN identity AS si ON si.key = CASE WHEN c.aspect = 'role' AND c.actor IS NOT NULL THEN c.actor ELSE c.about END
JOIN support AS s ON s.about = c.key
JOIN report AS r ON r.key = s.report
JOIN identity AS ri ON ri.key = s.report
WHERE c.aspect <> 'role' OR EXISTS (
  SELECT 1 FROM actor AS a JOIN link AS l ON l.target = a.key JOIN chain_names AS n ON n.chain = l.member
  WHERE a.key = c.actor AND a.kind <> 'group')
GROUP BY c.key
"""
_OF_OUTLET = """
SELECT DISTINCT i.id FROM claim AS c JOIN identity AS i ON i.key = c.key JOIN support AS s ON s.about = c.key
JOIN report AS r ON r.key = s.report WHERE r.outlet = ?
"""
_OF_ACTOR = """
SELECT i.id FROM (
  SELECT merged_event AS key FROM merged_event_actors WHERE value = (SELECT key FROM identity WHERE id = :actor)
  UNION SELECT merged_event FROM merged_event_recipients WHERE value = (SELECT key FROM identity WHERE id = :actor)
  UNION SELECT key FROM merged_event WHERE place = (SELECT key FROM identity WHERE id = :actor)
  UNION SELECT utterance FROM utterance_speakers WHERE value = (SELECT key FROM identity WHERE id = :actor)
) AS of_actor JOIN identity AS i ON i.key = of_actor.key
"""
_ACTS = "SELECT i.id, m.time_earliest, m.time_latest FROM merged_event AS m JOIN identity AS i ON i.key = m.key"
_WORDS = """
SELECT i.id, c.value FROM claim AS c JOIN identity AS i ON i.key = c.key
UNION ALL
SELECT i.id, s.text FROM support AS s JOIN claim AS c ON c.key = s.about JOIN identity AS i ON i.key = c.key
UNION ALL SELECT i.id, u.text FROM utterance AS u JOIN identity AS i ON i.key = u.key
UNION ALL SELECT i.id, m.text FROM merged_event AS m JOIN identity AS i ON i.key = m.key
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """What is asked for; nothing given is all of it."""

    of: str | None = None  # the id of one event, utterance or actor
    about: str | None = None  # the id of an actor who takes part, speaks, or has an office
    kind: str | None = None  # as `Aspect` has it
    standing: str | None = None  # as `Standing` has it
    outlet: str | None = None  # that gives the value
    since: dt.date | None = None  # of an act by its time, of all else from its first to its last report
    until: dt.date | None = None
    words: str | None = None  # in the value, in what a report prints for it, or in what it is of


EVERYTHING = Which()


type Days = tuple[str | None, str | None]  # the first and the last, ISO 8601; None: not known, or open


@dataclass(frozen=True, slots=True)
class Entry:
    """One value, by ids."""

    claim: str
    subject: str
    kind: str
    reports: int
    origins: int  # of their texts; they may have one source all the same
    words: int  # stretches of reports that give it
    first: str  # where the earliest report gives it, as text that sorts
    earliest: str | None  # ISO 8601, of the reports
    latest: str | None


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
        """Everything that has a value: acts and words before people with offices, of most reports first."""
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
        connection = self._story.connection
        if which.of is not None:
            yield lambda entry: entry.subject == which.of
        if which.kind is not None:
            yield lambda entry: entry.kind == which.kind
        if which.outlet is not None:
            given = frozenset(id_ for (id_,) in connection.execute(_OF_OUTLET, (which.outlet,)))
            yield lambda entry: entry.claim in given
        if which.words is not None:
            found = self._with(which.words.casefold())
            yield lambda entry: entry.claim in found or entry.subject in found
        if which.about is not None:
            of_actor = connection.execute(_OF_ACTOR, {"actor": which.about})
            theirs = frozenset((which.about, *(id_ for (id_,) in of_actor)))
            yield lambda entry: entry.subject in theirs
        if which.since is not None or which.until is not None:
            since, until = (day.isoformat() if day else None for day in (which.since, which.until))
            yield lambda entry: _reaches(self._days(entry), since, until)
        if which.standing == Standing.DISPUTED:
            yield lambda entry: self.ledger.is_disputed(entry.claim)
        elif which.standing is not None:
            agreed, asked = self._agreed, which.standing == Standing.AGREED
            yield lambda entry: not self.ledger.is_disputed(entry.claim) and (entry.claim in agreed) == asked

    @cached_property
    def _agreed(self) -> frozenset[str]:
        """The values that two or more independent origins give; those of one text with none finer need no look."""
        entries = (entry for subject in self.subjects for entry in subject.entries)
        asked = [
            entry.claim
            for entry in entries
            if entry.origins >= SEVERAL or (entry.kind in GRADED and self._may_be_held(entry))
        ]
        self.ledger.read(asked)
        claims = map(self.ledger.claim, asked)
        return frozenset(claim.id for claim in claims if self.ledger.standing(claim) is Standing.AGREED)

    def _may_be_held(self, entry: Entry) -> bool:
        """True if there are other values of the kind, so that a finer one may be behind it."""
        return any(other.kind == entry.kind and other is not entry for other in self._of[entry.subject].entries)

    @cached_property
    def _of(self) -> dict[str, Subject]:
        return {subject.id: subject for subject in self.subjects}

    def _with(self, words: str) -> frozenset[str]:
        rows = self._story.connection.execute(_WORDS)
        return frozenset(id_ for id_, text in rows if words in text.casefold())

    def _days(self, entry: Entry) -> Days:
        """The time of an act; of all else the days from the first to the last report that gives the value."""
        return self._acts.get(entry.subject) or (entry.earliest, entry.latest)

    @cached_property
    def _acts(self) -> dict[str, Days]:
        return {id_: (first, last) for id_, first, last in self._story.connection.execute(_ACTS)}


def _reaches(days: Days, since: str | None, until: str | None) -> bool:
    """True if some of it may be of the days asked for; what has no day is of none."""
    first, last = days
    if first is None and last is None:
        return False
    return not (since and last and last < since) and not (until and first and first > until)


def _rank(entries: Sequence[Entry]) -> tuple[bool, int, str]:
    offices = all(entry.kind == Aspect.ROLE for entry in entries)
    return offices, -max(entry.reports for entry in entries), min(entry.first for entry in entries)


def _place(entry: Entry) -> tuple[int, int, str, str]:
    return _ORDER[entry.kind], -entry.reports, entry.first, entry.claim
