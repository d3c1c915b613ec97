"""Scores answers on our own gold of copies; README.md says what each figure means.

A gold story: {"id", "reports", "pairs": [{"a", "b", "copied", "reason", "who_first", "credited"?}]}.
A system's line: {"id", "pairs": [{"a", "b", "first"?}]}, the pairs that it links.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.own.figures import percent, print_figures

type Item = Mapping[str, Any]
type Links = Mapping[
    tuple[str, str, str], str | None
]  # story id and the two report ids -> the report that came first

SHARED_QUOTATION = "independent, with a shared quotation"


def _links(system: Iterable[Item]) -> dict[tuple[str, str, str], str | None]:
    links = {}
    for story in system:
        for pair in story["pairs"]:
            one, other = sorted((pair["a"], pair["b"]))
            links[story["id"], one, other] = pair.get("first")
    return links


def _pairs(gold: Sequence[Item]) -> dict[tuple[str, str, str], Item]:
    return {(story["id"], *sorted((pair["a"], pair["b"]))): pair for story in gold for pair in story["pairs"]}


def _linked(keys: Iterable[tuple[str, str, str]], links: Links) -> float:
    keys = list(keys)
    return percent(sum(key in links for key in keys), len(keys))


def score(gold: Sequence[Item], system: Iterable[Item]) -> dict[str, float]:
    """All figures: percentages, but for `copies`, the number of direct copies.

    Links between reports that gold does not pair are left out of every figure.
    """
    pairs = _pairs(gold)
    links = {key: first for key, first in _links(system).items() if key in pairs}
    direct = {key: pair for key, pair in pairs.items() if pair["copied"] and pair["who_first"]}
    independent = [key for key, pair in pairs.items() if not pair["copied"]]
    hits = [key for key in direct if key in links]
    recall = _linked(direct, links)
    precision = percent(sum(pairs[key]["copied"] for key in links), len(links))
    figures = {
        "f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        "precision": precision,
        "recall": recall,
        "both from one text": _linked((k for k, p in pairs.items() if p["copied"] and k not in direct), links),
        "wrongly linked": _linked(independent, links),
        "wrongly linked, shared quotation": _linked(
            (key for key in independent if pairs[key]["reason"] == SHARED_QUOTATION), links
        ),
        "first right": percent(sum(links[key] == direct[key]["who_first"] for key in hits), len(hits)),
        "copies": float(len(direct)),
    }
    for credited, name in ((True, "recall credited"), (False, "recall not credited")):
        figures[name] = _linked((key for key, pair in direct.items() if pair["credited"] is credited), links)
    for reason in sorted({pair["reason"] for pair in direct.values()}):
        figures[f"recall {reason}"] = _linked((k for k, p in direct.items() if p["reason"] == reason), links)
    return figures


if __name__ == "__main__":
    print_figures(score, Path(__file__), width=36)
