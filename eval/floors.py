"""Floors: figures that only rise. `floors.json` holds each with the digest of the data it was measured on."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from eval.gold import ROOT, GoldMissingError, digest, gold_folder
from eval.own import HOME
from eval.own.actor_codes.score import IDS, kept
from eval.own.actor_codes.score import score as score_codes
from eval.own.figures import read_lines
from eval.own.golds import GOLDS, headlines
from eval.scorer import score_summary
from eval.tasks import TASKS

FLOORS = Path(__file__).with_name("floors.json")
SLACK = 0.05  # points: figures are printed with one decimal


@dataclass(frozen=True)
class Measure:
    """One line of floors.json: figures of a task on one set of data."""

    name: str
    task: str
    data: tuple[Path, ...]  # what the figures were measured against
    run: Callable[[], dict[str, float]]
    long: bool = False  # takes minutes of a core: `make sweep` measures it, `make test` does not


def own_measures() -> list[Measure]:
    """The open halves of our own golds, which lie in the project."""
    return [
        Measure(
            f"own {name}",
            "own",
            tuple(HOME / name / f"{part}.jsonl" for part in gold.parts),
            partial(headlines, name),
        )
        for name, gold in GOLDS.items()
    ]


def gold_measures() -> list[Measure]:
    """The sets that lie beside the project, and the bundled sample, whose scorers do; GoldMissingError without."""
    gold = gold_folder()
    sample = ROOT / "src" / "dateline" / "sample"
    return [
        _scored("story seeds", "story", gold.parent / "seeds"),
        _scored("story sample", "story", sample),
        _scored("timex timebank", "timex", gold / "timex_timebank.jsonl"),
        _scored("timex aquaint", "timex", gold / "timex_aquaint.jsonl"),
        _scored("quotes polnear", "quotes", gold / "quotes.jsonl"),
        _scored("copies", "copies", gold / "copies.jsonl"),
        _scored("names", "names", gold / "names.jsonl"),
        _scored("stories", "stories", gold / "stories.jsonl"),
        _scored("event-coref", "event-coref", gold / "event_coref.jsonl", long=True),
        _scored("event-type", "event-type", gold / "event_type.jsonl"),
        _scored("event-sentence", "event-sentence", gold / "event_sentence.jsonl"),
        # Its dyads and triples have countries that no program knows but the coder whose tests they are.
        _scored("event-triple", "event-triple", gold / "event_triple.jsonl", only=("root F1",)),
        _scored("five-w", "five-w", gold / "five_w.jsonl"),
        # PUBCOUNT, beside it in the scorer's summary, is a peer's figure.
        _scored("timeline", "timeline", gold / "timelines.jsonl", only=("Date-F1",), long=True),
        _actor_codes(gold / "actor_codes.jsonl"),
    ]


def _actor_codes(gold: Path) -> Measure:
    """Actor codes on the cases that words alone decide, with the scorer of our own."""

    def run() -> dict[str, float]:
        ids = kept()
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "system"
            TASKS["actor_codes"](gold.with_suffix(".input.jsonl"), out)
            figures = score_codes([case for case in read_lines(gold) if case["id"] in ids], read_lines(out))
        return {name: figures[name] for name in ("all", "country", "first", "second")}

    return Measure("actor codes", "actor_codes", (gold, IDS), run)


def _scored(name: str, task: str, gold: Path, *, only: tuple[str, ...] = (), long: bool = False) -> Measure:
    """A task of the scorers: the product reads `NAME.input.jsonl` beside the gold, or the gold's own folder.

    `only`: the figures that have a floor; all by default.
    """
    source = gold if gold.is_dir() else gold.with_suffix(".input.jsonl")

    def run() -> dict[str, float]:
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "system"
            TASKS[task](source, out)
            figures = score_summary(task, gold, out)
            return {figure: value for figure, value in figures.items() if not only or figure in only}

    return Measure(name, task, (gold,), run, long)


def read_floors() -> dict[str, Any]:
    """floors.json."""
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def compare(one: Measure, figures: dict[str, float], floors: dict[str, Any]) -> list[str]:
    """What is wrong with a measurement: other data than the floor's, or figures below it."""
    floor = floors.get(one.name)
    if floor is None:
        return []
    if floor["data"] != digest(*one.data):
        return [f"{one.name}: the data is not what the floor was measured on"]
    return [
        f"{one.name}: {name} {figures.get(name, 0.0):.1f} is below its floor {lowest:.1f}"
        for name, lowest in floor["figures"].items()
        if figures.get(name, 0.0) < lowest - SLACK
    ]


def raised(one: Measure, figures: dict[str, float], floors: dict[str, Any]) -> dict[str, Any]:
    """A floor that no figure of this measurement lowers; other data starts anew."""
    data, floor = digest(*one.data), floors.get(one.name, {})
    before = floor.get("figures", {}) if floor.get("data") == data else {}
    return {
        "data": data,
        "figures": {name: max(round(figure, 1), before.get(name, 0.0)) for name, figure in figures.items()},
    }


def check_floors(names: list[str], raise_floors: bool) -> int:
    """Measure, print, compare; 1 if a figure fell. Without the gold folder: says so."""
    known = own_measures()
    try:
        known += gold_measures()
    except GoldMissingError as missing:
        print(f"eval: {missing}; only our own golds are measured")
    chosen = [m for m in known if not names or m.task in names or m.name in names]
    floors, faults = read_floors(), []
    for one in chosen:
        figures = one.run()
        print(f"{one.name}: " + ", ".join(f"{name} {figure:.1f}" for name, figure in figures.items()), flush=True)
        faults += compare(one, figures, floors)
        if raise_floors:
            floors[one.name] = raised(one, figures, floors)
    if raise_floors:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print("\n".join(faults) if faults else "no figure is below its floor")
    return 1 if faults else 0
