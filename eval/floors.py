"""Floors: figures that only rise. `floors.json` holds each with the digest of the data it was measured on."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.gold import ROOT, GoldMissingError, digest, gold_folder
from eval.scorer import score_summary
from eval.tasks import TASKS

FLOORS = Path(__file__).with_name("floors.json")
SLACK = 0.05  # points: figures are printed with one decimal


@dataclass(frozen=True)
class Measure:
    """One line of floors.json: a task on one set of data."""

    name: str
    task: str
    source: Path  # what the product reads
    gold: Path  # what the scorer reads


def measures() -> list[Measure]:
    """Every set that floors are kept for; the bundled sample needs only the scorers."""
    gold = gold_folder()
    seeds, sample = gold.parent / "seeds", ROOT / "src" / "dateline" / "sample"
    return [
        Measure("story seeds", "story", seeds, seeds),
        Measure("story sample", "story", sample, sample),
        Measure("timex timebank", "timex", gold / "timex_timebank.input.jsonl", gold / "timex_timebank.jsonl"),
        Measure("timex aquaint", "timex", gold / "timex_aquaint.input.jsonl", gold / "timex_aquaint.jsonl"),
        Measure("quotes polnear", "quotes", gold / "quotes.input.jsonl", gold / "quotes.jsonl"),
        Measure("copies", "copies", gold / "copies.input.jsonl", gold / "copies.jsonl"),
    ]


def measure(one: Measure) -> dict[str, float]:
    """Predict and score."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "system"
        TASKS[one.task](one.source, out)
        return score_summary(one.task, one.gold, out)


def read_floors() -> dict[str, Any]:
    """floors.json."""
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def compare(one: Measure, figures: dict[str, float], floors: dict[str, Any]) -> list[str]:
    """What is wrong with a measurement: other data than the floor's, or figures below it."""
    floor = floors.get(one.name)
    if floor is None:
        return []
    if floor["data"] != digest(one.gold):
        return [f"{one.name}: the data is not what the floor was measured on"]
    return [
        f"{one.name}: {name} {figures.get(name, 0.0):.1f} is below its floor {lowest:.1f}"
        for name, lowest in floor["figures"].items()
        if figures.get(name, 0.0) < lowest - SLACK
    ]


def raised(one: Measure, figures: dict[str, float], floors: dict[str, Any]) -> dict[str, Any]:
    """A floor that no figure of this measurement lowers; other data starts anew."""
    data, floor = digest(one.gold), floors.get(one.name, {})
    before = floor.get("figures", {}) if floor.get("data") == data else {}
    return {
        "data": data,
        "figures": {name: max(round(figure, 1), before.get(name, 0.0)) for name, figure in figures.items()},
    }


def check_floors(names: list[str], raise_floors: bool) -> int:
    """Measure, print, compare; 1 if a figure fell. Without gold: says so, 0."""
    try:
        chosen = [m for m in measures() if not names or m.task in names or m.name in names]
    except GoldMissingError as missing:
        print(f"eval: {missing}; nothing was measured")
        return 0
    floors, faults = read_floors(), []
    for one in chosen:
        figures = measure(one)
        print(f"{one.name}: " + ", ".join(f"{name} {figure:.1f}" for name, figure in figures.items()), flush=True)
        faults += compare(one, figures, floors)
        if raise_floors:
            floors[one.name] = raised(one, figures, floors)
    if raise_floors:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print("\n".join(faults) if faults else "no figure is below its floor")
    return 1 if faults else 0
