"""A short tour of a story: some eighty lines that show what is in it, and the commands to go on with."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dateline.cli.layouts.conflicts import show_conflict
from dateline.cli.layouts.copies import show_copy
from dateline.cli.layouts.events import act_in_words
from dateline.cli.layouts.overview import period, sources_of
from dateline.cli.layouts.quotes import doubts, show_utterance
from dateline.cli.layouts.summary import show_balance
from dateline.cli.terminal import DOUBT, Paper
from dateline.pipeline import BuildSummary
from dateline.story import Story, views
from dateline.story.views import ActorRow, ConflictRow, CopyRow, EventRow, Overview, QuotationRow
from dateline.story.wording import count_of

_EVENTS = 8  # on the timeline of the tour: the weightiest, in order of time
_TIMES = 18  # columns for the date at the left
type Utterance = Sequence[QuotationRow]


@dataclass(frozen=True, slots=True)
class Tour:
    """What the tour stops at; a stop is empty where the story has nothing of the kind."""

    overview: Overview
    actor: ActorRow | None  # of most reports
    events: Sequence[EventRow]
    quotes: Sequence[Utterance]  # the one that most reports print, then a disputed one
    conflict: Sequence[ConflictRow]
    copy: Sequence[CopyRow]

    @classmethod
    def of(cls, story: Story) -> Tour:
        """Choose the stops."""
        utterances = _grouped(views.quotes(story), "utterance")
        disputed = [group for group in utterances if any(doubts(group))]
        plain = [group for group in utterances if group not in disputed]
        timeline = views.timeline(story)
        weightiest = sorted(timeline, key=lambda row: (-(row.weight or 0), row.number))[:_EVENTS]
        conflicts = _grouped(views.conflicts(story), "id")
        # Two days or two numbers are seen at a glance; two statements want their reports read.
        plainest = [group for group in conflicts if group[0].kind != "statement"] or conflicts
        copies = _grouped(views.copies(story), "id")
        return cls(
            overview=views.overview(story),
            actor=next((row for row in views.actors(story) if row.kind == "person"), None),
            events=[row for row in timeline if row in weightiest],
            quotes=[*_most_reported(plain), *disputed[:1]],
            conflict=next(iter(_most_reported(plainest)), ()),
            copy=next(iter(_most_reported(copies)), ()),
        )


def _grouped[R: (QuotationRow, ConflictRow, CopyRow)](rows: Sequence[R], field: str) -> list[list[R]]:
    return [list(group) for _, group in groupby(rows, key=lambda row: getattr(row, field) or row.id)]


def _most_reported[R: (QuotationRow, ConflictRow, CopyRow)](groups: list[list[R]]) -> list[list[R]]:
    """The group of most reports, the first of those that have as many; none of none."""
    return sorted(groups, key=lambda group: -len({row.report for row in group}))[:1]


def show_tour(paper: Paper, program: str, story: str, summary: BuildSummary, tour: Tour) -> None:
    """Overview, timeline, quotations, a conflict, shared texts, and where to look next with `program`."""
    paper.heading(sources_of(tour.overview))
    paper.line(period(tour.overview))
    paper.line(_contents(tour.overview))
    show_balance(paper, summary)
    _stop(paper, "Timeline: the weightiest events")
    for row in tour.events:
        when = (row.time_words, DOUBT if row.time_disputed else "")
        paper.beside([when], [act_in_words(row)], width=_TIMES)
    if tour.quotes:
        _stop(paper, "Who said what")
        for number, group in enumerate(tour.quotes):
            if number:
                paper.blank()
            show_utterance(paper, group)
    if tour.conflict:
        _stop(paper, "Where reports disagree")
        show_conflict(paper, tour.conflict)
    if tour.copy:
        _stop(paper, "Who has it from whom")
        show_copy(paper, tour.copy)
    _stop(paper, "Where to look next")
    for command in _next(story, tour):
        paper.verbatim(f"{program} {command}", indent=2)


def _stop(paper: Paper, heading: str) -> None:
    paper.blank()
    paper.heading(heading)


def _contents(given: Overview) -> str:
    return ", ".join(
        (
            count_of(given.actors, "actor"),
            count_of(given.utterances, "utterance"),
            count_of(given.events, "event"),
            count_of(given.conflicts, "conflict"),
        )
    )


def _next(story: str, tour: Tour) -> Iterator[str]:
    """Commands to go on with, ids and names filled in."""
    file = shlex.quote(story)
    yield f"timeline {file}"
    if tour.actor:
        yield f"who {shlex.quote(tour.actor.name)} {file}"
    if tour.conflict:
        yield f"explain {tour.conflict[0].id} {file}"
    elif tour.events:
        yield f"explain {tour.events[0].id} {file}"
    yield f"dossier {file} -o story.html"
    yield f"export {file} --format csv -o csv"
    yield f"verify {file}"
