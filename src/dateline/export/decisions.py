"""Decisions as JSON Lines, for a repository: one a line, earliest first, and back into a story.

What comes back is checked: a decision's id is made of all its fields, so a line that was edited is refused.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from dateline.errors import DecisionError
from dateline.export.jsonl import json_text
from dateline.model import Anchor, AnchorKind, Decision, DecisionKind
from dateline.story import Story
from dateline.story.decisions import decision_id, in_order
from dateline.story.well_formed import fault_of

_OPTIONAL = {"value", "undoes", "start"}  # may be null


def decision_lines(story: Story) -> list[str]:
    """Every decision as a line of JSON, without its line break."""
    return [json_text(decision) for decision in in_order(story.all(Decision))]


def read_decisions(lines: Iterable[str]) -> list[Decision]:
    """The decisions of some lines; DecisionError, with the number of the line, for one that is none."""
    return [_decision(line, number) for number, line in enumerate(lines, start=1) if line.strip()]


def _decision(line: str, number: int) -> Decision:
    try:
        given = json.loads(line)
        objects = tuple(
            Anchor(**_checked(each, Anchor, {"kind": AnchorKind(each["kind"])})) for each in given["objects"]
        )
        parsed = {"kind": DecisionKind(given["kind"]), "objects": objects}
        decision = Decision(**_checked(given, Decision, parsed))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise DecisionError(
            f"line {number} is no decision: {error}", "give what `dateline decisions export` wrote"
        ) from error
    fault = fault_of(decision)
    if fault is not None:
        raise DecisionError(
            f"line {number} is no decision: {fault}", "give what `dateline decisions export` wrote"
        )
    if decision.id != decision_id(decision):
        raise DecisionError(
            f"line {number} was changed: {decision.id} is not the id of what it says",
            "make a new decision instead, and undo the old one",
        )
    return decision


def _checked(given: dict[str, Any], kind: type, parsed: dict[str, Any]) -> dict[str, Any]:
    """The fields of an object, each of its type; ValueError otherwise."""
    names = {field.name for field in fields(kind)}
    if set(given) != names:
        raise ValueError(f"its fields are not those of a {kind.__name__.lower()}")
    for name in sorted(names - parsed.keys()):
        value = given[name]
        wanted = int if name in ("side", "start") else str
        if not (type(value) is wanted or (value is None and name in _OPTIONAL)):
            raise ValueError(f"{name} is of another type")
        str(value).encode()  # a lone surrogate cannot be stored, and raises a ValueError
    return {**given, **parsed}
