"""What is promised, planned and demanded: an index of lines whose sentences stand elsewhere on the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from dateline.model import Stance, Status
from dateline.story import views
from dateline.web.desk import Citation, Desk, Name
from dateline.web.parts.timeline import Act, act_of

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
    events = views.events(desk.story)
    utterances = [
        list(group) for _, group in groupby(views.quotes(desk.story), key=lambda row: row.utterance or row.id)
    ]
    found = []
    for status, (heading, stance) in _KINDS.items():
        acts = [
            Planned(act_of(row), row.time_words, desk.cite(row.report)) for row in events if row.status == status
        ]
        found.append(Ahead(heading, tuple(_pledges(desk, utterances, stance)) if stance else (), tuple(acts)))
    return [kind for kind in found if kind.pledges or kind.planned]


def _pledges(desk: Desk, utterances: list[list[views.QuotationRow]], stance: Stance) -> Iterator[Pledge]:
    for group in utterances:
        row = max(group, key=lambda each: len(each.text))
        if row.stance == stance and not row.negated:
            yield Pledge(
                id=row.utterance or row.id,
                speaker=Name(row.speaker, row.speaker_id) if row.speaker and row.speaker_id else None,
                text=row.text,
                in_marks=row.kind != "indirect",
                citation=desk.cite(row.report),
            )
