"""Who says it where no plain "Ann Lee said" tells: how many pieces are given to the right one, against a key."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dateline.model import Chain, Quotation, SpeechKind
from dateline.reading.mentions import MentionStage
from dateline.reading.quotations import QuotationStage
from dateline.stage import Draft

CASES = tomllib.loads(Path(__file__).with_name("who_says_it.toml").read_text(encoding="utf-8"))["case"]
FLOOR = 0.95  # of the pieces in the key; it may only rise
NOBODY = "-"  # marks that are no speech

Read = Callable[..., Draft]


def tellers(draft: Draft) -> list[tuple[str, str]]:
    """Each piece in marks, and who says it: the chain's names, else the printed words."""
    found = []
    for one in draft.of(Quotation):
        if one.kind is SpeechKind.INDIRECT:
            continue
        if one.speaker is not None:
            chain = draft.get(Chain, one.speaker)
            who = " / ".join(chain.names) or chain.name
        else:
            who = one.source.text if one.source is not None else ""
        found += [(words.text, who) for words in one.contents]
    return found


def wrong(case: dict[str, Any], draft: Draft) -> list[str]:
    """What is missed or given to somebody else, each as a line."""
    missed, left = [], tellers(draft)
    for words, key in case["says"]:
        fitting = [one for one in left if one[0].startswith(words)]
        said = next(
            (one for one in fitting if one[0] == words), min(fitting, key=lambda one: len(one[0]), default=None)
        )
        names = [name.lower() for name in key.split("|") if name != NOBODY]
        if said is None:
            missed += [f"“{words}” not found, said by {key}"] if NOBODY not in key.split("|") else []
            continue
        left.remove(said)
        if not any(name in said[1].lower() for name in names):
            missed.append(f"“{words}” given to {said[1] or 'nobody'}, said by {key}")
    return missed


def test_speakers_in_uncommon_forms_are_found(read: Read) -> None:
    missed, pieces = [], 0
    for case in CASES:
        draft = read(case["text"], MentionStage(), QuotationStage(), title=case.get("title"))
        pieces += len(case["says"])
        missed += [f"{case['kind']}: {line}" for line in wrong(case, draft)]
    assert 1 - len(missed) / pieces >= FLOOR, "\n".join(missed)
