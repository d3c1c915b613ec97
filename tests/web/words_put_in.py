"""The story made by hand with other words in it: in every text field, and in the reports themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from dateline.fuzzydate import FuzzyDate
from dateline.model import RECORDS, Record, Ref, Report
from dateline.span import Segment, Words
from dateline.story import Store
from tests.tiny_story import REPORTS, TEXTS, tiny_records

_NAME = "Ada Holm"  # stands in all three reports, as a mention, a participant and a part of what is quoted
_KEPT = {"id", "location", "reader", "digest"}  # must differ between records, or are Dateline's own
_BY_REPORT = {id_: TEXTS[key] for key, id_ in REPORTS.items()}


def store_story_saying(words: str, path: Path) -> Path:
    """Write the story with `words` for its first person, and as every other text that a record holds."""
    records = [_saying(record, words) for record in tiny_records()]
    with Store.open(path) as store, store.atomic():
        for kind in RECORDS:
            of_kind = [record for record in records if isinstance(record, kind)]
            store.replace("by hand", kind.__name__, of_kind, version="1", digest="")
    return path


def _saying(record: Record, words: str) -> Record:
    text = _BY_REPORT[
        record.id if isinstance(record, Report) else getattr(record, "report", next(iter(_BY_REPORT)))
    ]
    if isinstance(record, Report):
        new = _put(text, words)
        changed: Any = _changed(record, words, lambda _: Words(0, 0, ""))
        return replace(changed, text=new, offsets=(Segment(0, len(new), 0),))

    def moved(given: Words, report: str | None) -> Words:
        whole = _BY_REPORT[report] if report else text
        start, end = (len(_put(whole[:offset], words)) for offset in (given.start, given.end))
        return Words.cut(_put(whole, words), start, end)

    return _changed(record, words, moved)


def _put(text: str, words: str) -> str:
    return text.replace(_NAME, words)


def _changed(given: Any, words: str, moved: Callable[..., Words]) -> Any:
    hints = get_type_hints(type(given), include_extras=True)
    report = getattr(given, "report", None)
    values = {}
    for field in fields(given):
        value = getattr(given, field.name)
        if field.name not in _KEPT and not _is_reference(hints[field.name]):
            missing = value is None and str in get_args(hints[field.name])
            values[field.name] = words if missing else _value(value, words, moved, report)
    return replace(given, **values)


def _value(value: Any, words: str, moved: Callable[..., Words], report: str | None) -> Any:
    if isinstance(value, Words):
        return moved(value, report)
    if isinstance(value, tuple):
        return tuple(_value(each, words, moved, report) for each in value)
    if isinstance(value, str) and not isinstance(value, Enum):
        return words
    if is_dataclass(value) and not isinstance(value, FuzzyDate):
        return _changed(value, words, moved)
    return value


def _is_reference(hint: Any) -> bool:
    """A field that holds the id of a record, or several."""
    if get_origin(hint) is Annotated and any(isinstance(mark, Ref) for mark in get_args(hint)[1:]):
        return True
    return any(_is_reference(each) for each in get_args(hint))
