"""What changed: each build, and each decision that was linked by, with what there was before and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dateline.story.lookup.row import Row
from dateline.story.runs import NOTHING, Run, came_after, count_after, noted_runs
from dateline.story.story import Story

_SHOWN = 20  # ids of what is new in the last run: more are counted, and stand in the lists


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow(Row):
    """One run; `id` is empty, for a run is no record. Counts before are those after the run before."""

    number: int  # from 1
    made: str  # ISO 8601, UTC
    program: str  # the version of Dateline
    reports_added: int  # of those that the story has still
    reports_before: int
    reports: int
    events_before: int
    events: int
    utterances_before: int
    utterances: int
    conflicts_before: int
    conflicts: int
    decisions_before: int
    decisions: int


@dataclass(frozen=True, slots=True)
class Change:
    """What the last run brought. Ids are of records that the story did not have before; lists are cut short."""

    run: RunRow
    is_first: bool  # then everything is new
    reports: tuple[str, ...]
    conflicts: tuple[str, ...]
    conflicts_added: int  # how many there are in all


def runs(story: Story) -> list[RunRow]:
    """All runs that the file remembers, the last first."""
    return [_row(story, before, run) for before, run in _pairs(story)][::-1]


def last_change(story: Story) -> Change | None:
    """What the last run changed; None for a story that was never linked."""
    pairs = list(_pairs(story))
    if not pairs:
        return None
    before, run = pairs[-1]
    between = (before.last_key, run.last_key)
    return Change(
        run=_row(story, before, run),
        is_first=before == NOTHING,
        reports=tuple(came_after(story, "report", *between, _SHOWN)),
        conflicts=tuple(came_after(story, "conflict", *between, _SHOWN)),
        conflicts_added=count_after(story, "conflict", *between),
    )


def _pairs(story: Story) -> Iterator[tuple[Run, Run]]:
    """Each run with the one before it; the earliest only if it is the first of all."""
    noted = noted_runs(story)
    if noted and noted[0].number == 1:
        noted = [NOTHING, *noted]
    return pairwise(noted)


def _row(story: Story, before: Run, run: Run) -> RunRow:
    return RunRow(
        id="",
        number=run.number,
        made=run.made,
        program=run.program,
        reports_added=count_after(story, "report", before.last_key, run.last_key),
        reports_before=before.reports,
        reports=run.reports,
        events_before=before.events,
        events=run.events,
        utterances_before=before.utterances,
        utterances=run.utterances,
        conflicts_before=before.conflicts,
        conflicts=run.conflicts,
        decisions_before=before.decisions,
        decisions=run.decisions,
    )
