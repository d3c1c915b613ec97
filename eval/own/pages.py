"""Texts of our own golds through intake, as a desk would keep them: a page with a head, read from a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from dateline.intake.inputs import InputFile
from dateline.intake.read import read_file
from dateline.model import Arrival
from dateline.settings import DEFAULTS


def arrive(head: Mapping[str, str], text: str) -> Arrival:
    """A text under its head (Title, Source, Date ...); ValueError if intake takes it for no report."""
    lines = "".join(f"{name}: {value}\n" for name, value in head.items())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text(f"{lines}\n{text}\n", encoding="utf-8")
        (given,) = read_file(InputFile(path, path.name), DEFAULTS)
    if not isinstance(given, Arrival):
        raise ValueError(f"a page of {', '.join(head.values())} is no report: {given}")
    return given
