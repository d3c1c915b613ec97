"""Scores answers on our own gold of names; README.md says what each figure means.

A gold pair: {"id", "kind", "same", "reason", "origin", ...}.
A system's line: {"id", "same"} or {"id", "score"}, or both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.own.figures import percent, print_figures

type Pair = Mapping[str, Any]

HALF = 0.5  # from this score on, a line without a verdict says "same"


def _verdict(line: Pair | None) -> bool:
    if line is None:
        return False
    return bool(line["same"]) if "same" in line else float(line["score"]) >= HALF


def _counts(gold: Sequence[Pair], said: Mapping[str, bool]) -> tuple[int, int, int]:
    """True positives, positives said, positives in gold."""
    true = sum(pair["same"] and said[pair["id"]] for pair in gold)
    return true, sum(said[pair["id"]] for pair in gold), sum(pair["same"] for pair in gold)


def _f1(gold: Sequence[Pair], said: Mapping[str, bool]) -> float:
    true, answered, expected = _counts(gold, said)
    return percent(2 * true, answered + expected)


def _best_f1(gold: Sequence[Pair], scores: Mapping[str, float]) -> float:
    return max(
        _f1(gold, {pair["id"]: scores[pair["id"]] >= threshold for pair in gold})
        for threshold in sorted(set(scores.values()))
    )


def _by(gold: Sequence[Pair], field: str) -> dict[str, list[Pair]]:
    groups: dict[str, list[Pair]] = defaultdict(list)
    for pair in gold:
        groups[pair[field]].append(pair)
    return dict(sorted(groups.items()))


def score(gold: Sequence[Pair], system: Iterable[Pair]) -> dict[str, float]:
    """All figures, in percent. A pair without a line counts as said to be different."""
    lines = {line["id"]: line for line in system}
    said = {pair["id"]: _verdict(lines.get(pair["id"])) for pair in gold}
    true, answered, expected = _counts(gold, said)
    negatives = [pair for pair in gold if not pair["same"]]

    def accuracy(pairs: Sequence[Pair]) -> float:
        return percent(sum(said[pair["id"]] == pair["same"] for pair in pairs), len(pairs))

    figures = {
        "f1": _f1(gold, said),
        "precision": percent(true, answered),
        "recall": percent(true, expected),
        "wrongly merged": percent(sum(said[pair["id"]] for pair in negatives), len(negatives)),
        "accuracy": accuracy(gold),
    }
    scores = {
        pair["id"]: float(lines[pair["id"]]["score"]) for pair in gold if "score" in lines.get(pair["id"], {})
    }
    if gold and len(scores) == len(gold):
        figures["best f1"] = _best_f1(gold, scores)
    figures |= {f"f1 {kind}": _f1(pairs, said) for kind, pairs in _by(gold, "kind").items()}
    for field in ("origin", "reason"):
        figures |= {f"accuracy {name}": accuracy(pairs) for name, pairs in _by(gold, field).items()}
    return figures


if __name__ == "__main__":
    print_figures(score, Path(__file__), width=40)
