"""The scorers, run as a child process: they are not part of the project, and we must not be able to bend them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from eval.gold import GoldMissingError, gold_folder


def _run(task: str, gold: Path, system: Path, *extra: str) -> str:
    home = gold_folder().parent
    if not (home / "score" / "__main__.py").is_file():
        raise GoldMissingError("no scorers beside the gold folder")
    command = [sys.executable, "-m", "score", task]
    command += ["--gold", str(gold.resolve()), "--system", str(system.resolve()), *extra]
    done = subprocess.run(command, cwd=home, capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(done.stderr.strip() or f"the scorer of {task} failed")
    return done.stdout.rstrip()


def score_text(task: str, gold: Path, system: Path, errors: int = 0) -> str:
    """The scorer's tables as text."""
    return _run(task, gold, system, *(["--errors", str(errors)] if errors else []))


def score_summary(task: str, gold: Path, system: Path) -> dict[str, float]:
    """The scorer's summary figures, in percent."""
    answer: dict[str, Any] = json.loads(_run(task, gold, system, "--json"))
    return {name: float(figure) for name, figure in answer["summary"].items()}
