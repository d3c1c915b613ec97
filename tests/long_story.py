"""Stories as long as a test wants, without reading a text: the tiny story over and over, with other ids."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

from tiny_story import tiny_records

from dateline.model import RECORDS, Decision, Record, Report, TimelineEntry
from dateline.story import Store

_TINY = [record for record in tiny_records() if not isinstance(record, Decision)]
_IDS = frozenset(record.id for record in _TINY)


def store_long_story(path: Path, times: int) -> Path:
    """Write the tiny story so many times into a new file."""
    records = [_again(record, number) for number in range(times) for record in _TINY]
    with Store.open(path) as store, store.atomic():
        for kind in RECORDS:
            of_kind = [record for record in records if isinstance(record, kind)]
            store.replace("by hand", kind.__name__, of_kind, version="1", digest="")
    return path


def _again(record: Record, number: int) -> Record:
    """The same record of another copy: all its ids are others."""
    again: Any = _renamed(record, number)
    if isinstance(record, Report):
        return dataclasses.replace(again, location=f"{number}/{record.location}")
    if isinstance(record, TimelineEntry):
        return dataclasses.replace(again, number=record.number + number)
    return again  # type: ignore[no-any-return]  # what kind it is stays as it was


def _renamed(value: Any, number: int) -> Any:
    if isinstance(value, str):
        return f"{value}{number}" if value in _IDS else value
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(_renamed(each, number) for each in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in dataclasses.fields(value)]
        return dataclasses.replace(value, **{name: _renamed(getattr(value, name), number) for name in names})
    return value
