"""Task `event-sentence`: the events of a bare sentence by the product's own stages, in PLOVER's types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dateline.export.coding import plover_type
from dateline.model import Event
from dateline.reading.events import EventStage
from dateline.reading.mentions import MentionStage
from dateline.reading.parse import ParseStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.stage import Context, Draft, ReportStage
from dateline.testing import arrival, read


def predict(source: Path, out: Path) -> None:
    """Read {"id", "sentence"} lines; write {"id", "events"} lines in their order."""
    context = Context()
    with source.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as answers:
        for row in map(json.loads, lines):
            draft = read(arrival(row["sentence"], published=None), *stages(), context=context)
            answers.write(json.dumps({"id": row["id"], "events": coded(draft)}) + "\n")


def stages() -> tuple[ReportStage, ...]:
    """All that an event is read from."""
    return ParseStage(), TimexStage(), MentionStage(), QuotationStage(), EventStage()


def coded(draft: Draft) -> list[dict[str, Any]]:
    """The events with a PLOVER type."""
    found: list[dict[str, Any]] = []
    for event in draft.of(Event):
        type_ = plover_type(event.type, event.status)
        if type_ is not None:
            found.append({"type": type_.value, "actors": [], "recipients": []})
    return found
