"""The golds of our own: how the product answers each, how it is scored, and which figures have a floor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eval.own import load
from eval.own.claims import predict as claims_answers
from eval.own.claims import score as claims_scorer
from eval.own.copies import predict as copies_answers
from eval.own.copies import score as copies_scorer
from eval.own.names import predict as names_answers
from eval.own.names import score as names_scorer
from eval.own.printings import predict as printings_answers
from eval.own.printings import score as printings_scorer
from eval.own.speech import predict as speech_answers
from eval.own.speech import score as speech_scorer
from eval.own.times import predict as times_answers
from eval.own.times import score as times_scorer

type Items = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold: its parts, how the product answers a part, and how the answers are scored."""

    parts: tuple[str, ...]
    predict: Callable[[str, Items], Iterable[dict[str, Any]]]
    score: Callable[[str, Any, Any], Mapping[str, float]]
    headlines: frozenset[str]  # the figures that have a floor


GOLDS: Mapping[str, Gold] = {
    "claims": Gold(
        ("open", "fresh"),
        lambda _, items: claims_answers.predict(items),
        lambda _, gold, system: claims_scorer.score(gold, system),
        frozenset({"f1", "precision"}),
    ),
    "copies": Gold(
        ("open",),
        lambda _, items: copies_answers.predict(items),
        lambda _, gold, system: copies_scorer.score(gold, system),
        frozenset({"f1", "precision", "recall"}),
    ),
    "names": Gold(
        ("open",),
        lambda _, items: names_answers.predict(items),
        lambda _, gold, system: names_scorer.score(gold, system),
        frozenset({"f1", "precision", "accuracy"}),
    ),
    "printings": Gold(
        ("open",),
        lambda _, items: printings_answers.predict(items),
        lambda _, gold, system: printings_scorer.score(gold, system),
        frozenset({"macro f1", "joined f1"}),
    ),
    "speech": Gold(
        speech_answers.SETS,
        speech_answers.predict,
        speech_scorer.score,
        frozenset({"resolved", "right", "accuracy", "f1", "precision"}),
    ),
    "times": Gold(
        ("open",),
        lambda _, items: times_answers.predict(items),
        lambda _, gold, system: times_scorer.score(gold, system),
        frozenset({"headline", "precision"}),
    ),
}


def figures(name: str, *, sealed: bool) -> dict[str, Mapping[str, float]]:
    """The figures of each part of a gold, by part; GoldMissingError or BrokenSealError without its file."""
    gold = GOLDS[name]
    measured = {}
    for part in gold.parts:
        items = load(name, part, sealed=sealed)
        measured[part] = gold.score(part, items, list(gold.predict(part, items)))
    return measured


def headlines(name: str) -> dict[str, float]:
    """The figures of a gold's open half that have a floor, by part and figure."""
    kept = GOLDS[name].headlines
    return {
        f"{part} {figure}": value
        for part, measured in figures(name, sealed=False).items()
        for figure, value in measured.items()
        if figure in kept
    }
