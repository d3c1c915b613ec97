"""Scores answers on our own gold of times; README.md says what each figure means.

A gold item: {"id", "expressions": [{"start", "end", "earliest", "latest", "kind",
"alternatives"?: [{"earliest", "latest"}]}], "traps": [{"start", "end"}]}.
A system's item: {"id", "expressions": [{"start", "end", "type", "earliest", "latest"}]}. Days are ISO or null.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.own.figures import percent, print_figures

type Item = Mapping[str, Any]
type Interval = tuple[str | None, str | None]

UNTIED: Interval = (None, None)  # an expression that the text ties to no days


def _overlap(one: Item, other: Item) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def _interval(expression: Item) -> Interval:
    return expression.get("earliest"), expression.get("latest")


def _allowed(expression: Item) -> set[Interval]:
    return {_interval(expression), *(_interval(reading) for reading in expression.get("alternatives", ()))}


def _hull(intervals: Sequence[Interval]) -> Interval:
    """From the first to the last day of the pieces of a range; an open end stays open."""
    firsts = [first for first, _ in intervals if first is not None]
    lasts = [last for _, last in intervals if last is not None]
    earliest = min(firsts) if len(firsts) == len(intervals) else None
    latest = max(lasts) if len(lasts) == len(intervals) else None
    return earliest, latest


def is_right(expression: Item, answers: Sequence[Item]) -> bool:
    """True if an answer that overlaps the expression, or all of them together, have one of its intervals."""
    intervals = [_interval(answer) for answer in answers if _overlap(expression, answer)]
    if not intervals:
        return False
    tied = [interval for interval in intervals if interval != UNTIED]
    readings = {*intervals, _hull(tied)} if tied else set(intervals)
    return bool(readings & _allowed(expression))


def score(gold: Sequence[Item], system: Iterable[Item]) -> dict[str, float]:
    """All figures: percentages, but for `spurious per item` and `expressions`.

    A gold item without an answer counts as an empty answer.
    """
    answers = {item["id"]: item.get("expressions", []) for item in system}
    found = 0
    verdicts: dict[str, list[bool]] = defaultdict(list)
    dated: list[bool] = []
    touched = given = traps = kept = 0
    for item in gold:
        mine = answers.get(item["id"], [])
        given += len(mine)
        touched += sum(any(_overlap(answer, expression) for expression in item["expressions"]) for answer in mine)
        for trap in item.get("traps", ()):
            traps += 1
            kept += not any(_overlap(answer, trap) for answer in mine)
        for expression in item["expressions"]:
            found += any(_overlap(expression, answer) for answer in mine)
            right = is_right(expression, mine)
            verdicts[expression["kind"]].append(right)
            if _interval(expression) != UNTIED:
                dated.append(right)
    everything = [right for kind in verdicts.values() for right in kind]
    return {
        "headline": percent(sum(everything), len(everything)),
        "found": percent(found, len(everything)),
        "right of found": percent(sum(everything), found),
        "dated": percent(sum(dated), len(dated)),
        "precision": percent(touched, given),
        "spurious per item": (given - touched) / len(gold) if gold else 0.0,
        "traps kept": percent(kept, traps),
        "expressions": float(len(everything)),
        **{kind: percent(sum(rights), len(rights)) for kind, rights in sorted(verdicts.items())},
    }


if __name__ == "__main__":
    print_figures(score, Path(__file__), width=20)
