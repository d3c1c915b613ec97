"""Task `event-triple`: source, target and CAMEO code of a bare sentence's events, by the product's own stages.

The unit tests of PETRARCH are coded with the categories of WEIS (McClelland 1976), CAMEO's forerunner, in which
03 is to consult and 04 to approve; their records are known by the prefix of their ids. News records are coded
with CAMEO. The countries of the unit tests are invented, so that no code of an actor can be right there: a
name's first three letters stand for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from dateline.export.coding import cameo_code
from dateline.model import Chain, Event, EventType, Participant, Status
from dateline.reading.parsed import Parse
from dateline.stage import Context, Draft
from dateline.testing import arrival, read
from eval.tasks.event_sentence import stages

UNIT_TESTS = frozenset(
    {
        "SYNSET",
        "COMPOUND",
        "COMPOUNDx",
        "DEMO",
        "PATTERN",
        "AGENT",
        "AGENTS",
        "VERB",
        "DATE",
        "MODIFY",
        "ACTOR",
        "PARSING",
    }
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
}
# What one PLOVER type is and WEIS parts: the words of the act, then the category.
_WEIS_WORDS = (
    (frozenset({"relation", "tie", "embassy", "restore", "resume"}), EventType.SUPPORT, "060"),
    (frozenset({"sign", "accord", "treaty", "protocol"}), EventType.SUPPORT, "080"),
    (frozenset({"warn", "warning"}), EventType.THREATEN, "160"),
    (frozenset({"appeal", "call", "ask", "plead"}), EventType.REQUEST, "090"),
    (frozenset({"oppose"}), EventType.REJECT, "110"),
)


def predict(source: Path, out: Path) -> None:
    """Read {"id", "date", "sentence"} lines; write {"id", "events"} lines in their order."""
    context = Context()
    with source.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as answers:
        for row in map(json.loads, lines):
            published = f"{row['date'][:4]}-{row['date'][4:6]}-{row['date'][6:8]}" if row.get("date") else None
            draft = read(arrival(row["sentence"], published=published), *stages(), context=context)
            weis = row["id"].rsplit("-", 1)[0] in UNIT_TESTS
            answers.write(json.dumps({"id": row["id"], "events": triples(draft, weis)}) + "\n")


def triples(draft: Draft, weis: bool) -> list[dict[str, Any]]:
    """One triple for each pair of an actor and a recipient; those of a reciprocal act in both directions."""
    chains = {chain.id: chain for chain in draft.of(Chain)}
    leading = {words for parse in draft.of(Parse) for words in leading_words(parse)}
    found: list[dict[str, Any]] = []
    for event in draft.of(Event):
        code = weis_code(event) if weis else cameo_code(event.type, event.mode, event.status)
        if code is None or event.words.start not in leading:
            continue
        actors, recipients = (codes(part, chains) for part in (event.actors, event.recipients))
        pairs = list(product(actors or ["---"], recipients or ["---"]))
        if not recipients and len(actors) > 1:
            pairs = [(a, b) for a in actors for b in actors if a != b]
        found += [{"source": a, "target": b, "cameo": code} for a, b in pairs]
    return found


def leading_words(parse: Parse) -> Iterator[int]:
    """Where the words of the main clause's acts begin: its verbs, and the nouns that they govern.

    A coder of dyads leaves what a subordinate clause of time or a relative clause tells.
    """
    for token in parse.doc:
        above = (token, *token.ancestors)
        if not any(t.dep_ in _SUBORDINATE for t in above):
            yield parse.offset + token.idx


def codes(participants: tuple[Participant, ...], chains: dict[str, Chain]) -> list[str]:
    """Letters that stand for the participants; "---" for one without a name."""
    named = [chains[p.chain].names[0][:3].upper() for p in participants if chains[p.chain].names]
    return named or ["---"] * bool(participants)


def weis_code(event: Event) -> str | None:
    """The WEIS category of an act."""
    if event.status in {Status.PLANNED, Status.PROMISED} and event.type is EventType.AID:
        return "050"
    words = frozenset(event.lemma.split())
    for known, type_, code in _WEIS_WORDS:
        if event.type is type_ and words & known:
            return code
    return _WEIS.get(event.type)
