"""Scores answers on our own gold of printings; README.md says what each figure means.

A gold item: {"id", "relation": one of RELATIONS, ...}.
A system's line: {"id", "relation": one of RELATIONS | null}; null is "unrelated".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.own.figures import percent, print_figures

type Item = Mapping[str, Any]

UNRELATED = "unrelated"  # two utterances that look alike
JOINED = ("identical", "trimmed", "changed", "translated", "reported")  # two printings of one utterance
RELATIONS = (*JOINED, UNRELATED)


def _f1(gold: Sequence[Item], said: Mapping[str, str], relations: Iterable[str]) -> float:
    """F1 over pairs that have one of the relations, no matter which of them."""
    wanted = frozenset(relations)
    expected = {item["id"] for item in gold if item["relation"] in wanted}
    answered = {item["id"] for item in gold if said[item["id"]] in wanted}
    return percent(2 * len(expected & answered), len(expected) + len(answered))


def score(gold: Sequence[Item], system: Iterable[Item]) -> dict[str, float]:
    """All figures, in percent. A pair without a line counts as said to be unrelated."""
    answers = {line["id"]: line["relation"] or UNRELATED for line in system}
    said = {item["id"]: answers.get(item["id"], UNRELATED) for item in gold}
    by_relation = {relation: _f1(gold, said, (relation,)) for relation in RELATIONS}

    def share(truth: str, answered: Iterable[str]) -> float:
        items = [item for item in gold if item["relation"] == truth]
        return percent(sum(said[item["id"]] in answered for item in items), len(items))

    return {
        "macro f1": sum(by_relation[relation] for relation in JOINED) / len(JOINED),
        "joined f1": _f1(gold, said, JOINED),
        "look-alikes joined": share(UNRELATED, JOINED),
        "changed called identical": share("changed", ("identical",)),
        "accuracy": percent(sum(said[item["id"]] == item["relation"] for item in gold), len(gold)),
        **{f"f1 {relation}": value for relation, value in by_relation.items()},
        **{f"joined {relation}": share(relation, JOINED) for relation in JOINED},
    }


if __name__ == "__main__":
    print_figures(score, Path(__file__), width=28)
