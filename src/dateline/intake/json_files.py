"""Files of JSON: lines of objects, one object, an array, or either inside the wrapper of an API's answer.

A JSON Feed (jsonfeed.org) is such a wrapper too; its own title and authors speak for items that name none.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from dateline.intake.fields import names
from dateline.intake.found import Found, Item, digest_of_bytes, refused
from dateline.intake.guard import Refusal, decode
from dateline.intake.json_reader import FieldMap, read_record
from dateline.intake.outlet_names import outlet_in_title
from dateline.intake.sheet import Sheet, Trust
from dateline.model import Field, RejectionCode
from dateline.settings import Settings

_JSON_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*[\"}]")
_LINES_TRIED = 5  # of a file that begins like JSON: if one of them is a whole object, it is JSONL
_WRAPPERS_DEEP = 3  # {"articles": {"results": [...]}}, and one for those to come


def holds_json_lines(data: bytes) -> bool:
    """True if a file begins like an object and one of its first lines is a whole one."""
    if not _JSON_BEGINS.match(data):
        return False
    tried = 0
    for line in io.BytesIO(data):
        if line.strip():
            tried += 1
            whole = _object_of(line)
            if whole is not None:
                return _unwrapped(whole, {})[0] is None
        if tried == _LINES_TRIED:
            return False
    return tried == 1  # one line, and broken: better told with its number


def read_json_lines(data: bytes, location: str, settings: Settings) -> Iterator[Item]:
    """One input for each line that is not blank; lines count from 1."""
    records = 0
    for number, line in enumerate(io.BytesIO(data.removeprefix(b"\xef\xbb\xbf")), 1):
        if not line.strip():
            continue
        records += 1
        here, digest = f"{location}#{number}", digest_of_bytes(line.strip())
        if records > settings.max_records_per_file:
            reason = f"more than {settings.max_records_per_file:,} records in one file: split it from this line on"
            yield refused(here, digest, Refusal(RejectionCode.TOO_LARGE, reason))
            return
        yield Found(here, digest, _line_reader(line.strip(), dict(settings.field_names)))


def read_json_document(text: str, location: str, digest: str, settings: Settings) -> Iterator[Item]:
    """One object over several lines, or a list of them, wrapped or bare, whose elements count from 1."""
    try:
        document = _parsed(text)
    except Refusal as refusal:
        yield refused(location, digest, refusal)
        return
    records, feed = _unwrapped(document, dict(settings.field_names))
    if records is None:
        yield Found(location, digest, lambda: read_record(document, chosen=dict(settings.field_names)))
        return
    if not records:
        yield refused(location, digest, Refusal(RejectionCode.EMPTY, "an empty JSON array"))
    for number, record in enumerate(records, 1):
        whole = json.dumps(record, ensure_ascii=True, sort_keys=True).encode()
        reading = _record_reader(record, feed, dict(settings.field_names))
        yield Found(f"{location}#{number}", digest_of_bytes(whole), reading)


def _line_reader(line: bytes, chosen: FieldMap) -> Any:
    return lambda: read_record(_parsed(decode(line)), chosen=chosen)


def _record_reader(record: Any, feed: Mapping[str, Any], chosen: FieldMap) -> Any:
    def lay_out() -> Sheet:
        sheet = read_record(record, "feed" if feed else "jsonl", chosen)
        if feed:
            _add_of_feed(sheet, feed)
        return sheet

    return lay_out


def _add_of_feed(sheet: Sheet, feed: Mapping[str, Any]) -> None:
    """What a JSON Feed says of all its items."""
    sheet.add(Field.OUTLET, outlet_in_title(feed.get("title")), "title of the feed", Trust.IMPLIED)
    language = feed.get("language")
    if sheet.language is None and isinstance(language, str) and language[:2].isalpha():
        sheet.language = language[:2].lower()


def _unwrapped(document: Any, chosen: FieldMap) -> tuple[list[Any] | None, Mapping[str, Any]]:
    """The records of a document and the JSON Feed they stand in; None for one record."""
    feed = document if _is_json_feed(document) else {}
    for _ in range(_WRAPPERS_DEEP):
        if isinstance(document, list):
            return document, feed
        if not isinstance(document, dict) or _is_text(document, chosen):
            break
        inner = next((document[name] for name in names("record", "wrapped") if _holds(document.get(name))), None)
        if inner is None:
            break
        document = inner
    return (document, feed) if isinstance(document, list) else (None, {})


def _holds(value: Any) -> bool:
    """True for a list of objects, or an object that may hold one."""
    listed = isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)
    return listed or isinstance(value, dict)


def _is_text(record: dict[str, Any], chosen: FieldMap) -> bool:
    """True for an object that is a record itself."""
    known = (*names("record", "text"), *names("record", "markup"), chosen.get("text", ""))
    return any(isinstance(record.get(name), str) for name in known)


def _is_json_feed(document: Any) -> bool:
    return isinstance(document, dict) and str(document.get("version", "")).startswith("https://jsonfeed.org/")


def _object_of(line: bytes) -> dict[str, Any] | None:
    """The object that a line is, if it is one."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _parsed(text: str) -> Any:
    """The value of a JSON text; Refusal MALFORMED with the place of the fault."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        raise Refusal(RejectionCode.MALFORMED, f"no valid JSON: {error.msg} at {where}") from None
    except (ValueError, RecursionError) as error:
        raise Refusal(RejectionCode.MALFORMED, f"no usable JSON: {type(error).__name__}") from None
