"""Gold of our own: texts that we wrote, annotated before the rules that they test.

A folder for each gold: its open halves (`PART.jsonl`), a README, `predict.py` and `score.py`, and
`sealed.sha256`, the digests of the sealed halves (`PART.sealed.jsonl`; `sealed.jsonl` beside `open.jsonl`).
While rules are written a sealed half lies outside the project, in `NAME/` of the folder that `DATELINE_SEALED`
names; it is measured once and then moved in.

`python -m eval.own` prints the product's figures.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

from eval.gold import GoldMissingError
from eval.own.figures import read_lines

HOME = Path(__file__).resolve().parent


class BrokenSealError(Exception):
    """A sealed half is not the one whose digest was committed."""


def _sealed_name(part: str) -> str:
    """A gold of one part calls its halves open and sealed."""
    return "sealed.jsonl" if part == "open" else f"{part}.sealed.jsonl"


def _sealed_file(name: str, part: str) -> Path:
    """The sealed half of a part, in the project once it was opened, before that elsewhere; its digest checked."""
    file = HOME / name / _sealed_name(part)
    elsewhere = os.environ.get("DATELINE_SEALED")
    if not file.is_file() and elsewhere is not None:
        file = Path(elsewhere) / name / file.name
    if not file.is_file():
        raise GoldMissingError(
            f"the sealed half of {name}/{part} is kept elsewhere: set DATELINE_SEALED to its folder"
        )
    lines = (HOME / name / "sealed.sha256").read_text(encoding="utf-8").splitlines()
    digests = {listed: digest for digest, listed in (line.split(maxsplit=1) for line in lines)}
    if digests.get(file.name) != hashlib.sha256(file.read_bytes()).hexdigest():
        raise BrokenSealError(f"{file.name} of {name} does not have the digest that was committed")
    return file


def load(name: str, part: str, *, sealed: bool = False) -> list[dict[str, Any]]:
    """The items of one half of a part; GoldMissingError or BrokenSealError if it cannot be had."""
    file = _sealed_file(name, part) if sealed else HOME / name / f"{part}.jsonl"
    if not file.is_file():
        raise GoldMissingError(f"no gold {name}/{part}")
    return read_lines(file)
