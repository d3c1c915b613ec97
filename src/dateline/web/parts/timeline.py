"""Acts in the order of time: one line an act, those of one sentence together, gaps named in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from dateline.model import MergedEvent, Status
from dateline.story import views
from dateline.story.views import EventRow, Telling
from dateline.story.views.passage import passages
from dateline.web.desk import Desk, Evidence, Name, sources_of
from dateline.web.parts.gaps import Gap, gaps

_SHOWN = 6  # sentences of one time that stand open; the others of a crowded day are folded away, and counted


class Timing(StrEnum):
    """How well a time is known: each is drawn in its own way."""

    NAMED = "named"  # one day, which words of a report name
    INFERRED = "inferred"  # one day, which follows from the telling
    INTERVAL = "interval"
    OPEN = "open"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Act:
    """Who did what to whom, where."""

    id: str
    who: tuple[Name, ...]
    act: str
    whom: tuple[Name, ...]
    place: Name | None
    status: str | None  # None: it happened
    numbers: tuple[str, ...]
    sources: str | None  # the three counts, where more than one report tells it


@dataclass(frozen=True, slots=True)
class Entry:
    """The acts that one sentence tells, and the sentences of all reports that tell them."""

    acts: tuple[Act, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """One time and all that is told of it, the weightiest first."""

    words: str
    time: str  # EDTF
    earliest: dt.date | None
    latest: dt.date | None
    timing: Timing
    entries: tuple[Entry, ...]
    folded: tuple[Entry, ...]

    @property
    def acts(self) -> Iterator[Act]:
        """All acts, folded ones too."""
        return (act for entry in (*self.entries, *self.folded) for act in entry.acts)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Moments and gaps in order, and the acts whose time nobody tells."""

    moments: tuple[Moment, ...]
    gaps: tuple[Gap, ...]
    undated: tuple[Entry, ...]

    @property
    def items(self) -> list[Moment | Gap]:
        """Moments in order, each gap before the first moment that begins behind it."""
        behind = list(self.gaps)
        found: list[Moment | Gap] = []
        for moment in self.moments:
            start = moment.earliest or moment.latest
            while behind and start and start > behind[0].last:
                found.append(behind.pop(0))
            found.append(moment)
        return found


def timeline(desk: Desk) -> Timeline:
    """The whole timeline."""
    tellings = {event.id: views.tellings(desk.directory, event) for event in desk.story.all(MergedEvent)}
    rows = views.events(desk.story)
    dated = sorted((row for row in rows if row.number is not None), key=lambda row: row.number or 0)
    moments = tuple(_moments(desk, dated, tellings))
    undated = _entries(desk, [row for row in rows if row.number is None], tellings)
    return Timeline(moments, tuple(gaps([(moment.earliest, moment.latest) for moment in moments])), undated)


def _moments(desk: Desk, rows: Iterable[EventRow], tellings: dict[str, list[Telling]]) -> Iterator[Moment]:
    order = list(Timing)

    def timing(row: EventRow) -> Timing:
        return timing_of(row, tellings[row.id])

    for (earliest, latest), at_once in groupby(rows, key=lambda row: (row.earliest, row.latest)):
        alike = sorted(at_once, key=lambda row: (order.index(timing(row)), row.time_words))
        for (kind, words), group in groupby(alike, key=lambda row: (timing(row), row.time_words)):
            given = list(group)
            entries = _entries(desk, given, tellings)
            few = len(entries) <= _SHOWN + 1  # one line folded away takes as much room as the line
            yield Moment(
                words=words,
                time=given[0].time or "",
                earliest=dt.date.fromisoformat(earliest) if earliest else None,
                latest=dt.date.fromisoformat(latest) if latest else None,
                timing=kind,
                entries=entries if few else entries[:_SHOWN],
                folded=() if few else entries[_SHOWN:],
            )


def timing_of(row: EventRow, told: Sequence[Telling]) -> Timing:
    """How well the time of an event is known, from what its reports say."""
    if row.time_disputed:
        return Timing.DISPUTED
    if row.earliest is None or row.latest is None:
        return Timing.OPEN
    if row.earliest != row.latest:
        return Timing.INTERVAL
    return Timing.NAMED if any(telling.dated_by for telling in told) else Timing.INFERRED


def _entries(desk: Desk, rows: Iterable[EventRow], tellings: dict[str, list[Telling]]) -> tuple[Entry, ...]:
    """Acts by the sentence that tells them best, the weightiest sentence first."""
    by_sentence: dict[tuple[str, int], list[EventRow]] = {}
    for row in rows:
        best = tellings[row.id][0]
        by_sentence.setdefault((best.report, best.passages[0].start), []).append(row)

    def place(key: tuple[str, int]) -> tuple[float, tuple[int, int]]:
        return -max(row.weight or 0 for row in by_sentence[key]), desk.directory.place(*key)

    return tuple(
        Entry(
            acts=tuple(map(act_of, by_sentence[key])),
            evidence=tuple(_evidence(desk, (each for row in by_sentence[key] for each in tellings[row.id]))),
        )
        for key in sorted(by_sentence, key=place)
    )


def act_of(row: EventRow) -> Act:
    """An event as a line of text."""
    return Act(
        id=row.id,
        who=tuple(map(Name, row.actors, row.actor_ids)),
        act=row.act,
        whom=tuple(map(Name, row.recipients, row.recipient_ids)),
        place=Name(row.place, row.place_id) if row.place and row.place_id else None,
        status=None if row.status == Status.HAPPENED else row.status,
        numbers=row.counts,
        sources=sources_of(row) if row.reports > 1 else None,
    )


def _evidence(desk: Desk, told: Iterable[Telling]) -> Iterator[Evidence]:
    """Each sentence once, with the words for all its acts marked."""
    by_sentence: dict[tuple[str, int], list[Telling]] = {}
    for telling in told:
        by_sentence.setdefault((telling.report, telling.passages[0].start), []).append(telling)
    for (report, _), same in by_sentence.items():
        notes = dict.fromkeys(_dating(telling) for telling in same)
        marks = [mark for telling in same for passage in telling.passages for mark in passage.marks]
        found = passages(desk.story, desk.directory.reports[report], marks, "")
        yield from desk.evidence(found, "; ".join(notes))


def _dating(telling: Telling) -> str:
    """Where the day of a telling comes from."""
    words = f"from “{telling.dated_by}”" if telling.dated_by else telling.time_rule
    return f"{telling.time_words}: {words}"
