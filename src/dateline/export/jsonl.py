"""JSON Lines: one file for each kind of record, one record a line, everything that the story file knows.

Fields stand in the model's order, ids as text, days as ISO 8601 text, enumerations as their value; `Words`,
`FuzzyDate` and other parts are objects, lists are lists. Nothing depends on the time or the place of writing,
so two exports of the same reports are equal byte for byte.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from dateline.model import RECORDS
from dateline.story import Story

# Valid in JSON as they are, but some steer a terminal (C1 controls, bidirectional overrides), some end a line in
# JavaScript (U+2028, U+2029) and some cannot be written as UTF-8 (lone surrogates): written as \uXXXX instead.
_AWKWARD = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def as_json(value: Any) -> Any:
    """A record or any part of one as JSON's own types: dict, list, str, int, float, bool, None."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: as_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (tuple, list)):
        return [as_json(item) for item in value]
    if isinstance(value, dict):
        return {str(key): as_json(item) for key, item in value.items()}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    return value


def json_text(value: Any, *, indent: int | None = None) -> str:
    """A record, a part, or a list of them as JSON text that is safe to print; no line break at its end."""
    text = json.dumps(as_json(value), ensure_ascii=False, allow_nan=False, indent=indent)
    return _AWKWARD.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def file_name(kind: type) -> str:
    """`MergedEvent` -> `merged_event.jsonl`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower() + ".jsonl"


def write(story: Story, folder: Path) -> dict[str, int]:
    """Write every kind of record into `folder`; the number of lines of each file, by its name."""
    counts = {}
    for kind in RECORDS:
        records = story.all(kind)
        with (folder / file_name(kind)).open("wb") as file:
            file.writelines(json_text(record).encode() + b"\n" for record in records)
        counts[file_name(kind)] = len(records)
    return counts
