"""Words as data, not code: TOML files, each with its origin and licence in a table `[about]`.

A file is read once a process. Every entry was written by us unless its `[about]` says otherwise.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The tables of `vocabulary/<name>.toml`, without `[about]`. Callers must not change what they get."""
    text = resources.files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    del tables["about"]  # a file without it is a defect: KeyError here, seen by every test
    return tables
