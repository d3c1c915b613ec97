"""What the scorers of our own golds share: percentages, lines of JSON, and their command line."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any


def percent(part: int, whole: int) -> float:
    """A share in percent; 0 of nothing."""
    return 100.0 * part / whole if whole else 0.0


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSONL file; blank lines are passed over."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def print_figures(score: Callable[[Any, Any], Mapping[str, float]], scorer: Path, *, width: int) -> None:
    """The command line of a scorer: a system's file against a gold file, by default the open half beside it."""
    name = scorer.parent.name
    parser = argparse.ArgumentParser(
        prog=f"python -m eval.own.{name}.score", description=f"Score answers on our own gold of {name}."
    )
    parser.add_argument("--gold", type=Path, default=scorer.with_name("open.jsonl"))
    parser.add_argument("--system", type=Path, required=True)
    options = parser.parse_args()
    for figure, value in score(read_lines(options.gold), read_lines(options.system)).items():
        print(f"{figure:<{width}}{value:8.2f}")
