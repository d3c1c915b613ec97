"""`take(text)` reads one small input, whatever it holds; `take_all(data, name)` gives all that is in a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.intake import InputFile, PassedOver, read_file
from dateline.model import Arrival, Rejection
from dateline.settings import DEFAULTS, Settings


@pytest.fixture
def take(tmp_path: Path) -> Callable[[str], Arrival]:
    def read_one(text: str) -> Arrival:
        path = tmp_path / "report.txt"
        path.write_text(text, encoding="utf-8", newline="")
        (arrival,) = read_file(InputFile(path, "reports/report.txt"), DEFAULTS)
        assert isinstance(arrival, Arrival), arrival
        return arrival

    return read_one


@pytest.fixture
def take_all(tmp_path: Path) -> Callable[..., list[Arrival | Rejection | PassedOver]]:
    def read_all(
        data: bytes, name: str = "input.bin", settings: Settings = DEFAULTS
    ) -> list[Arrival | Rejection | PassedOver]:
        path = tmp_path / name
        path.write_bytes(data)
        return list(read_file(InputFile(path, f"reports/{name}"), settings))

    return read_all
