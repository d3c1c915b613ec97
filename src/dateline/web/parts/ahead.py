"""What is promised, planned and demanded: an index of lines whose sentences stand elsewhere on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.model import MergedEvent, SpeechKind, Stance, Status
from dateline.story import views
from dateline.web.desk import Citation, Desk, Name
from dateline.web.parts.timeline import Act, act_in_context, act_of

_KINDS = {
    Status.PROMISED: ("Promised", Stance.PROMISES),
    Status.PLANNED: ("Planned", None),
    Status.DEMANDED: ("Demanded", Stance.DEMANDS),
}


@dataclass(frozen=True, slots=True)
class Pledge:
    """Words that promise or demand something."""

    id: str
    speaker: Name | None
    text: str
    in_marks: bool
    citation: Citation


@dataclass(frozen=True, slots=True)
class Planned:
    """An act that has not happened when it is told."""

    act: Act
    time: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Ahead:
    """All that is promised, or planned, or demanded."""

    heading: str
    pledges: tuple[Pledge, ...]
    planned: tuple[Planned, ...]


def ahead(desk: Desk) -> list[Ahead]:
    """The kinds of which the story has anything."""
    events = desk.events
    told = desk.utterances
    found = []
    for status, (heading, stance) in _KINDS.items():
        acts = [
            Planned(_act(desk, row), row.time_words, desk.cite(row.report))
            for row in events
            if row.status == status
        ]
        found.append(Ahead(heading, tuple(_pledges(desk, told, stance)) if stance else (), tuple(acts)))
    return [kind for kind in found if kind.pledges or kind.planned]


def _act(desk: Desk, row: views.EventRow) -> Act:
    """An act without its status, which the heading tells."""
    event = desk.story.get(row.id)
    best = views.tellings(desk.directory, event)[0] if isinstance(event, MergedEvent) else None
    return replace(act_in_context(desk, row, best) if best else act_of(row), status=None)


def _pledges(desk: Desk, told: Sequence[Sequence[views.QuotationRow]], stance: Stance) -> Iterator[Pledge]:
    """Words with that stance; a quoted part of words that stand in the list is left to them."""
    longest = [max(group, key=lambda each: len(each.text)) for group in told]
    fitting = [row for row in longest if row.stance == stance and not row.negated]
    for row in fitting:
        if any(row.text in other.text for other in fitting if other is not row and other.report == row.report):
            continue
        yield Pledge(
            id=row.utterance or row.id,
            speaker=Name(row.speaker, row.speaker_id) if row.speaker and row.speaker_id else None,
            text=row.text,
            in_marks=row.kind != SpeechKind.INDIRECT,
            citation=desk.cite(row.report),
        )
