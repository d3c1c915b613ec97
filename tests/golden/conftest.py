"""Golden files: what the program prints and writes, kept as files that one can read as a diff.

After a change that is meant: `UPDATE_GOLDEN=1 python -m pytest tests/golden`, then read the diff.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).parent

type Golden = Callable[[str, bytes], None]


@pytest.fixture
def golden() -> Golden:
    """golden("cli/events.txt", made) fails if the file holds anything else; writes it if asked to."""

    def compare(name: str, made: bytes) -> None:
        path = HERE / name
        if os.environ.get("UPDATE_GOLDEN"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made)
        assert path.is_file(), f"{name} is missing; UPDATE_GOLDEN=1 writes it"
        assert made.decode() == path.read_bytes().decode(), f"{name} differs; UPDATE_GOLDEN=1 writes it anew"

    return compare
