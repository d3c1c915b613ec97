"""Task `event-sentence`: the events of a bare sentence by the product's own stages, in PLOVER's codes."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dateline.export.coding import coded, plover_type
from dateline.model import Chain, Event, Participant, RoleMention
from dateline.reading.codes import codes_of_chain
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
            answers.write(json.dumps({"id": row["id"], "events": answer(draft)}) + "\n")


def stages() -> tuple[ReportStage, ...]:
    """All that an event is read from."""
    return ParseStage(), TimexStage(), MentionStage(), QuotationStage(), EventStage()


def by_sentence(draft: Draft) -> list[list[Event]]:
    """The acts of a draft, sentence by sentence."""
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for event in draft.of(Event):
        found[event.sentence].append(event)
    return list(found.values())


def answer(draft: Draft) -> list[dict[str, Any]]:
    """The events with a PLOVER type, and the codes of those who take part."""
    chains = {chain.id: chain for chain in draft.of(Chain)}
    roles: defaultdict[str, list[RoleMention]] = defaultdict(list)
    for role in draft.of(RoleMention):
        roles[role.chain].append(role)

    def codes(side: Iterable[Participant]) -> list[dict[str, Any]]:
        told = (codes_of_chain(chains[one.chain], one.words.text, roles[one.chain], chains) for one in side)
        return [{"country": each.country, "sector": " ".join(each.sectors)} for each in told]

    found: list[dict[str, Any]] = []
    for event in (act for sentence in by_sentence(draft) for act in coded(sentence)):
        type_ = plover_type(event.type, event.status)
        if type_ is not None:
            found.append(
                {"type": type_.value, "actors": codes(event.actors), "recipients": codes(event.recipients)}
            )
    return found
