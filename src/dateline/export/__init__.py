"""Exports: one format a file. Each turns a whole story into files of a folder, the same bytes every time.

jsonl.py   every record, for programs
csv.py     the flat views, for spreadsheets
decisions.py  what persons ruled, for a repository; judging.py, a sheet to judge by hand
timeml.py  time expressions and events in the texts, for tools of computational linguistics
plover.py  events in PLOVER's fields with CAMEO codes, for event data; coding.py holds the rules

Beside the files stands `manifest.json`: the format, the version of the tables, and the rows of each file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from dateline.errors import InputError
from dateline.export import csv, jsonl, plover, timeml
from dateline.story import Story
from dateline.story.open_file import SCHEMA_VERSION

FORMATS: Mapping[str, Callable[[Story, Path], dict[str, int]]] = {
    "jsonl": jsonl.write,
    "csv": csv.write,
    "timeml": timeml.write,
    "plover": plover.write,
}

__all__ = ["FORMATS", "export_story"]


def export_story(story: Story, format_: str, folder: Path) -> dict[str, int]:
    """Write a story in one of `FORMATS` into `folder`, which is made if need be; rows of each file, by its name.

    Files of an earlier export are overwritten. Raises InputError if the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        counts = FORMATS[format_](story, folder)
        manifest = {"format": format_, "schema_version": SCHEMA_VERSION, "rows": counts}
        (folder / "manifest.json").write_bytes(jsonl.json_text(manifest, indent=2).encode() + b"\n")
    except OSError as error:
        raise InputError(
            f"cannot write to {folder}: {error.strerror}", "name a folder that can be written"
        ) from error
    return counts
