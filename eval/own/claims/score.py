"""Scores answers on our own gold of claims; README.md says what each figure means.

A gold item: {"id", "kind", "label": "conflict" | "agreement" | "update", "values": [words, words], ...}.
A system's line: {"id", "conflicts": [{"kind", "values": [words, ...]}]}.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

from eval.own.figures import percent, print_figures

type Item = Mapping[str, Any]
type Tokens = tuple[str, ...]

LONGEST = 8  # tokens of a value that may stand around the gold's words; what is longer is a sentence, not a value
SHARED = 0.5  # F1 of shared tokens above which two wordings are one value


def _tokens(words: str) -> Tokens:
    """Words and numbers, folded; 4,112 is one number, and quote marks and hyphens are nothing."""
    joined = re.sub(r"(?<=\d),(?=\d{3}\b)", "", words.casefold().replace("’", "'"))
    return tuple(re.findall(r"\d+(?:\.\d+)?|[^\W\d_]+(?:'[^\W\d_]+)?", joined))


def _holds(longer: Tokens, shorter: Tokens) -> bool:
    width = len(shorter)
    starts = range(len(longer) - width + 1)
    return bool(shorter) and any(longer[start : start + width] == shorter for start in starts)


def _numerals(tokens: Tokens) -> set[str]:
    return {token for token in tokens if token[0].isdigit()}


def same_value(one: str, other: str) -> bool:
    """True if both give one value: alike, one inside the other, or mostly the same words and the same numerals."""
    shorter, longer = sorted((_tokens(one), _tokens(other)), key=len)
    if shorter == longer or (len(longer) <= LONGEST and _holds(longer, shorter)):
        return True
    shared = (Counter(shorter) & Counter(longer)).total()
    alike = 2 * shared > SHARED * (len(shorter) + len(longer))
    return alike and _numerals(shorter) == _numerals(longer)


def opposes(conflict: Item, item: Item) -> bool:
    """True if the conflict sets the two values of the item against each other."""
    first, second = item["values"]
    return any(
        same_value(one, first) and same_value(other, second) for one, other in permutations(conflict["values"], 2)
    )


def _calls(item: Item, conflicts: Sequence[Item]) -> list[str]:
    """The kinds under which the item's values are called a conflict; to name a reversal so is no such call."""
    named = "reversal" if item["kind"] == "reversal" else None
    return [one["kind"] for one in conflicts if one["kind"] != named and opposes(one, item)]


def _rates(gold: Sequence[Item], called: Mapping[str, Sequence[str]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the conflicts among these items."""
    said = [item for item in gold if called[item["id"]]]
    true = sum(item["label"] == "conflict" for item in said)
    expected = sum(item["label"] == "conflict" for item in gold)
    return percent(true, len(said)), percent(true, expected), percent(2 * true, len(said) + expected)


def score(gold: Sequence[Item], system: Iterable[Item]) -> dict[str, float]:
    """All figures, in percent. An item without a line counts as without conflicts."""
    answers = {line["id"]: line["conflicts"] for line in system}
    called = {item["id"]: _calls(item, answers.get(item["id"], ())) for item in gold}

    def share_called(label: str, kind: str | None = None) -> float:
        items = [item for item in gold if item["label"] == label and kind in {None, item["kind"]}]
        return percent(sum(bool(called[item["id"]]) for item in items), len(items))

    precision, recall, f1 = _rates(gold, called)
    found = [item for item in gold if item["label"] == "conflict" and called[item["id"]]]
    reversals = [item for item in gold if item["kind"] == "reversal"]
    named = sum(
        any(one["kind"] == "reversal" and opposes(one, item) for one in answers.get(item["id"], ()))
        for item in reversals
    )
    figures = {
        "f1": f1,
        "precision": precision,
        "recall": recall,
        "agreements called conflicts": share_called("agreement"),
        "updates called conflicts": share_called("update"),
        "kind right": percent(sum(item["kind"] in called[item["id"]] for item in found), len(found)),
        "reversals named": percent(named, len(reversals)),
    }
    for kind in sorted({item["kind"] for item in gold if item["label"] == "conflict"}):
        figures[f"f1 {kind}"] = _rates([item for item in gold if item["kind"] == kind], called)[2]
        figures[f"recall {kind}"] = share_called("conflict", kind)
        figures[f"agreements called {kind}"] = share_called("agreement", kind)
    return figures


if __name__ == "__main__":
    print_figures(score, Path(__file__), width=34)
