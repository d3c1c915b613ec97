"""Task `event-triple`: source, target and CAMEO code of a bare sentence's events, by the product's own stages.

The unit tests of PETRARCH are coded with the categories of WEIS (McClelland 1976), CAMEO's forerunner, in which
03 is to consult and 04 to approve; their records are known by the prefix of their ids. News records are coded
with CAMEO. The countries of the unit tests are invented, so that no code of an actor can be right there: a
name's first three letters stand for it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from dateline.export.coding import cameo_code, coded
from dateline.model import Chain, Event, EventType, Participant, Status
from dateline.reading.parsed import Parse
from dateline.stage import Context, Draft
from dateline.testing import arrival, read
from eval.tasks.event_sentence import by_sentence, stages

_UNIT_TEST = re.compile(
    r"(SYNSET|COMPOUND|COMMA|DEMO|PATTERN|AGENTS?|VERB|DATE|MODIFY|ACTOR|PASSIVE|PARSING|ABOUT|ICC|TextCodes)-"
)
_SUBORDINATE = frozenset({"advcl", "relcl", "acl", "pcomp"})
_WEIS = {
    EventType.AGREE: "050",
    EventType.CONSULT: "030",
    EventType.SUPPORT: "040",
    EventType.CONCEDE: "010",
    EventType.COOPERATE: "080",
    EventType.AID: "070",
    EventType.RETREAT: "010",
    EventType.REQUEST: "100",
    EventType.ACCUSE: "120",
    EventType.REJECT: "110",
    EventType.THREATEN: "170",
    EventType.PROTEST: "180",
    EventType.SANCTION: "190",
    EventType.MOBILIZE: "180",
    EventType.COERCE: "210",
    EventType.ASSAULT: "220",
    EventType.MOVE: "030",  # WEIS has visits and journeys in one category
}
# What one PLOVER type is and WEIS parts: the words of the act, then the category.
_WEIS_WORDS = (
    (frozenset({"relation", "tie", "embassy", "restore", "resume"}), EventType.SUPPORT, "060"),
    (frozenset({"sign", "accord", "treaty", "protocol"}), EventType.SUPPORT, "080"),
    (frozenset({"warn", "warning"}), EventType.THREATEN, "160"),
    (frozenset({"appeal", "call", "ask", "plead"}), EventType.REQUEST, "090"),
    (frozenset({"relation", "tie", "treaty"}), EventType.SANCTION, "170"),
    (frozenset({"postpone", "cancel", "delay"}), EventType.REJECT, "190"),
    (frozenset({"agree"}), EventType.AGREE, "030"),
    (frozenset({"shell", "rocket", "missile"}), EventType.ASSAULT, "190"),
)


def predict(source: Path, out: Path) -> None:
    """Read {"id", "date", "sentence"} lines; write {"id", "events"} lines in their order."""
    context = Context()
    with source.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as answers:
        for row in map(json.loads, lines):
            published = f"{row['date'][:4]}-{row['date'][4:6]}-{row['date'][6:8]}" if row.get("date") else None
            draft = read(arrival(row["sentence"], published=published), *stages(), context=context)
            weis = _UNIT_TEST.match(row["id"]) is not None
            answers.write(json.dumps({"id": row["id"], "events": triples(draft, weis)}) + "\n")


def triples(draft: Draft, weis: bool) -> list[dict[str, Any]]:
    """One triple for each pair of an actor and a recipient; those of a reciprocal act in both directions."""
    chains = {chain.id: chain for chain in draft.of(Chain)}
    main = {at: verbal for parse in draft.of(Parse) for at, verbal in main_clauses(parse)}
    sentences = [
        [act for act in sentence if act.words.start in main and act.status is not Status.HYPOTHETICAL]
        for sentence in by_sentence(draft)
    ]
    events = [event for sentence in sentences for event in (*coded(sentence), *moves(sentence))]
    led = any(main[event.words.start] for event in events)
    found: list[dict[str, Any]] = []
    for event in events:
        code = weis_code(event) if weis else cameo_code(event.type, event.mode, event.status)
        if code is None or (led and not main[event.words.start]):
            continue
        actors, recipients = (codes(part, chains) for part in (event.actors, event.recipients))
        pairs = list(product(actors or ["---"], recipients or ["---"]))
        if not recipients and len(actors) > 1:
            pairs = [(a, b) for a in actors for b in actors if a != b]
        found += [{"source": a, "target": b, "cameo": code} for a, b in pairs]
    return found


def moves(sentence: list[Event]) -> list[Event]:
    """Journeys made or planned, which WEIS codes with visits."""
    return [
        act for act in sentence if act.type is EventType.MOVE and act.status in {Status.HAPPENED, Status.PLANNED}
    ]


def main_clauses(parse: Parse) -> Iterator[tuple[int, bool]]:
    """Where the words of main clauses begin, and whether they lead: verbs do, what a verb governs does not.

    A coder of dyads leaves what a subordinate clause tells, and what an object names beside its verb.
    """
    for token in parse.doc:
        if not any(above.dep_ in _SUBORDINATE for above in (token, *token.ancestors)):
            yield parse.offset + token.idx, token.pos_ in {"VERB", "AUX"} or token.dep_ not in {"dobj", "pobj"}


def codes(participants: tuple[Participant, ...], chains: dict[str, Chain]) -> list[str]:
    """Letters that stand for the participants; "---" for one without a name."""
    named = [chains[p.chain].names[0][:3].upper() for p in participants if chains[p.chain].names]
    return named or ["---"] * bool(participants)


def weis_code(event: Event) -> str | None:
    """The WEIS category of an act."""
    words = frozenset(event.lemma.split())
    if event.type is EventType.RETREAT and event.mode == "release":
        return "060"  # granted
    for known, type_, code in _WEIS_WORDS:
        if event.type is type_ and words & known:
            return code
    return _WEIS.get(event.type)
