"""The templates, written by hand: TOML files beside this one, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def phrases(name: str) -> dict[str, Any]:
    """The tables of one file of templates."""
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))
