"""Acts in the order of time: one line an act, those of one sentence together, gaps named in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, groupby
from typing import NamedTuple

from dateline.model import Status
from dateline.story import views
from dateline.story.catalogue import ActSlip
from dateline.story.lookup.passage import Passage, passages
from dateline.story.views import EventRow, Telling
from dateline.story.views.gaps import Gap
from dateline.web.desk import Citation, Desk, Evidence, Name, cited, gathered, sources_of

_SHOWN = 6  # sentences of one time that stand open; the others of a crowded day are folded away, and counted
_EXCERPT = 1  # sentence of an act that stands in a table of others: the best; its own page has all
_AROUND = 30  # characters shown on either side of a verb that stands alone


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
    decided: tuple[str, ...]  # what persons ruled on it
    lag: str | None = None  # how long after its day it was told first
    excerpt: str | None = None  # words around the verb, where nobody and no place is named


@dataclass(frozen=True, slots=True)
class Entry:
    """The acts that one sentence tells, and the sentences of all reports that tell them."""

    acts: tuple[Act, ...]
    evidence: tuple[Evidence, ...]

    @property
    def cited(self) -> tuple[Citation, ...]:
        """The reports that tell it."""
        return cited(self.evidence)

    @property
    def numbers(self) -> tuple[str, ...]:
        """What is counted in any of the acts, each once."""
        return tuple(dict.fromkeys(number for act in self.acts for number in act.numbers))

    @property
    def lags(self) -> tuple[str, ...]:
        """How long after their days the acts were told first, each wording once."""
        return tuple(dict.fromkeys(act.lag for act in self.acts if act.lag))


@dataclass(frozen=True, slots=True)
class Moment:
    """One time and all that is told of it, the weightiest first."""

    words: str
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
    left_out: int  # acts of less weight, beyond the rows asked for

    @property
    def acts(self) -> Iterator[Act]:
        """Every act that is shown."""
        dated = (act for moment in self.moments for act in moment.acts)
        return chain(dated, (act for entry in self.undated for act in entry.acts))

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


def of_acts(given: Timeline, ids: Collection[str]) -> Timeline:
    """The same with some of its acts alone."""

    def kept(entries: Iterable[Entry]) -> tuple[Entry, ...]:
        narrowed = (replace(each, acts=tuple(act for act in each.acts if act.id in ids)) for each in entries)
        return tuple(each for each in narrowed if each.acts)

    moments = (
        replace(moment, entries=kept(moment.entries), folded=kept(moment.folded)) for moment in given.moments
    )
    moments_left = tuple(moment for moment in moments if moment.entries or moment.folded)
    return replace(given, moments=moments_left, undated=kept(given.undated))


def timeline(desk: Desk, rows: int) -> Timeline:
    """The acts of most weight, `rows` at most, in order of time; gaps are those of all acts."""
    events = desk.events
    weightiest = sorted(events, key=lambda row: (-(row.weight or 0), -row.reports))[:rows]
    kept = {row.id for row in weightiest}
    shown = [row for row in events if row.id in kept]
    return laid_out(
        desk,
        shown,
        desk.gaps,
        left_out=len(events) - len(shown),
    )


def laid_out(desk: Desk, acts: Sequence[ActSlip | EventRow], gaps: Sequence[Gap], left_out: int = 0) -> Timeline:
    """These acts in order of time, with the gaps between them."""
    shown = desk.event_rows(acts)
    views.read_ahead_of_tellings(desk.directory, [member for row in shown for member in row.members])
    tellings = {row.id: desk.tellings(row.id) for row in shown}
    return Timeline(
        moments=tuple(_moments(desk, [row for row in shown if row.number is not None], tellings)),
        gaps=tuple(gaps),
        undated=_entries(desk, [row for row in shown if row.number is None], tellings),
        left_out=left_out,
    )


def _moments(desk: Desk, rows: Iterable[EventRow], tellings: dict[str, list[Telling]]) -> Iterator[Moment]:
    order = list(Timing)

    def timing(row: EventRow) -> Timing:
        return timing_of(row, tellings[row.id])

    def place(row: EventRow) -> tuple[str, str, int, str]:
        first, last = row.earliest or row.latest or "", row.latest or row.earliest or ""
        return first, last, order.index(timing(row)), row.time_words

    for _, group in groupby(sorted(rows, key=place), key=place):
        given = list(group)
        entries = _entries(desk, given, tellings)
        few = len(entries) <= _SHOWN + 1  # one line folded away takes as much room as the line
        yield Moment(
            words=given[0].time_words,
            earliest=_day(given[0].earliest),
            latest=_day(given[0].latest),
            timing=timing(given[0]),
            entries=entries if few else entries[:_SHOWN],
            folded=() if few else entries[_SHOWN:],
        )


def _day(iso: str | None) -> dt.date | None:
    return dt.date.fromisoformat(iso) if iso else None


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
            acts=tuple(
                replace(
                    act_in_context(desk, row, tellings[row.id][0]), lag=views.lag_in_words(desk.directory, row)
                )
                for row in by_sentence[key]
            ),
            evidence=gathered(_evidence(desk, (each for row in by_sentence[key] for each in tellings[row.id]))),
        )
        for key in sorted(by_sentence, key=place)
    )


def act_in_context(desk: Desk, row: EventRow, best: Telling) -> Act:
    """An act, with some words of its sentence where it would say nothing without them."""
    act = act_of(row)
    if act.who or act.whom or act.place:
        return act
    verb = desk.directory.events[best.id].words
    return replace(act, excerpt=_excerpt(best.passages[0], verb.start, verb.end))


def _excerpt(passage: Passage, start: int, end: int) -> str:
    """The words around a verb, cut at spaces; an ellipsis where more stands before or behind."""
    text, start, end = passage.text, start - passage.start, end - passage.start
    left = text.rfind(" ", 0, max(start - _AROUND, 0)) + 1
    right = text.find(" ", end + _AROUND)
    right = len(text) if right < 0 else right
    return f"{'… ' if left else ''}{text[left:right].strip()}{' …' if right < len(text) else ''}"


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
        decided=row.decided,
    )


def sentences_of(desk: Desk, event: str) -> Excerpt:
    """The sentences of reports that tell an act: those that tell it best, and how many others there are."""
    found = gathered(_evidence(desk, desk.tellings(event)))
    return Excerpt(found[:_EXCERPT], len(found) - len(found[:_EXCERPT]))


class Excerpt(NamedTuple):
    """The first of some sentences."""

    evidence: tuple[Evidence, ...]
    more: int


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
    return f"{telling.time_words}, " + (
        f"from “{telling.dated_by}”" if telling.dated_by else "by no word of its own"
    )
