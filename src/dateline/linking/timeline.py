"""All merged events in order of time. Those whose time nobody tells are left out, not put at an end."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from dateline.ids import content_id
from dateline.linking.settled import Settled
from dateline.linking.writing import write_unit
from dateline.model import MergedEvent, Support, TimelineEntry
from dateline.story import Story, Writer

REPORTS = 0.5  # beside an independent origin, a report that only repeats it
PARTICIPANTS = 0.25  # an act between two persons is told of rather than a mood


class TimelineStage(Settled):
    """Merged events and their support in; places on the timeline out."""

    name: ClassVar[str] = "timeline"
    version: ClassVar[str] = "1"
    reads: ClassVar[tuple[type, ...]] = (MergedEvent, Support)
    writes: ClassVar[tuple[type, ...]] = (TimelineEntry,)

    def run(self, story: Story, out: Writer) -> None:
        """One unit for each entry."""
        behind: dict[str, list[Support]] = defaultdict(list)
        for support in story.all(Support):
            behind[support.about].append(support)
        for entry in timeline(story.all(MergedEvent), behind):
            write_unit(out, entry.event, [entry])


def timeline(events: Iterable[MergedEvent], behind: Mapping[str, Sequence[Support]]) -> Iterator[TimelineEntry]:
    """Entries numbered by (earliest, latest, id); an open end counts as the known one."""
    dated = sorted((e for e in events if e.time), key=when)
    for number, event in enumerate(dated):
        yield TimelineEntry(
            id=content_id("t", "timeline", event.id),
            event=event.id,
            number=number,
            weight=weight(event, behind.get(event.id, ())),
        )


def when(event: MergedEvent) -> tuple[dt.date, dt.date, str]:
    """Sort key of a dated event."""
    time = event.time
    assert time  # noqa: S101 -- undated events were left out
    earliest = time.earliest or time.latest or dt.date.min
    return earliest, time.latest or earliest, event.id


def weight(event: MergedEvent, supports: Sequence[Support]) -> float:
    """Origins, reports and participants behind an event, each with less gain the more there are."""
    origins = len({support.origin for support in supports})
    reports = len({support.report for support in supports})
    taking_part = len({*event.actors, *event.recipients})
    return round(
        math.log2(1 + origins) + REPORTS * math.log2(1 + reports) + PARTICIPANTS * math.log2(1 + taking_part), 4
    )
