"""How many common acts are read where their grammar is uncommon, against a key written before the rules."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

from dateline.model import Chain, Event
from dateline.stage import Draft
from tests.unit.reading.test_event_recall import fits, told_in

CASES = tomllib.loads(Path(__file__).with_name("unusual_acts.toml").read_text(encoding="utf-8"))["case"]
FLOOR = 0.6  # of the acts that the key tells; it may only rise

Read = Callable[..., Draft]


def test_acts_in_uncommon_grammar_are_read(read: Read) -> None:
    missed, told = [], 0
    for case in CASES:
        draft = told_in(case["text"], read)
        names = {chain.id: chain.name for chain in draft.of(Chain)}
        for act in case["tells"]:
            told += 1
            if not any(fits(act, event, names) for event in draft.of(Event)):
                missed.append(f"{act}: {case['text']}")
    assert 1 - len(missed) / told >= FLOOR, "\n".join(missed)


def test_a_pronoun_of_the_writer_is_no_country(read: Read) -> None:
    draft = told_in("Soldiers stopped our bus near Arvik, ordering us out on Monday.", read)
    names = {chain.id: chain.name for chain in draft.of(Chain)}
    assert not [e for e in draft.of(Event) for p in (*e.actors, *e.recipients) if "States" in names[p.chain]]
