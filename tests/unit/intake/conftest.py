"""`take(text)` reads one small input, whatever it holds, and gives its Arrival."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.intake import InputFile, read_file
from dateline.model import Arrival
from dateline.settings import DEFAULTS


@pytest.fixture
def take(tmp_path: Path) -> Callable[[str], Arrival]:
    def read_one(text: str) -> Arrival:
        path = tmp_path / "report.txt"
        path.write_text(text, encoding="utf-8", newline="")
        (arrival,) = read_file(InputFile(path, "reports/report.txt"), DEFAULTS)
        assert isinstance(arrival, Arrival), arrival
        return arrival

    return read_one
