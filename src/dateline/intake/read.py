"""One input file in, its reports and rejections out; the reader is chosen by what the file holds."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from dateline.ids import content_id
from dateline.intake.guard import Refusal, as_utf8, decode
from dateline.intake.html_reader import is_page, read_html
from dateline.intake.inputs import InputFile, digest_of
from dateline.intake.json_reader import read_record
from dateline.intake.settle import settle
from dateline.intake.sheet import Sheet
from dateline.intake.text_reader import read_text
from dateline.model import Arrival, Rejection, RejectionCode
from dateline.settings import Settings

_JSON_BEGINS = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\]])")
_JSON_BEGINS_BYTES = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*[\"}]")
_LINES_TRIED = 5  # of a file that begins like JSON: if one of them is a whole object, it is JSONL


def read_file(file: InputFile, settings: Settings) -> Iterator[Arrival | Rejection]:
    """Every report of a file, and a rejection for each part that is none; at least one of either.

    Raises nothing for what a file holds, nor where the file system refuses.
    """
    try:
        data = _bytes_of(file, settings)
    except OSError as error:
        reason = f"the file could not be read: {error.strerror or type(error).__name__}"
        yield _rejection(file.location, "", Refusal(RejectionCode.UNREADABLE, reason))
        return
    except Refusal as refusal:
        yield _rejection(file.location, digest_of(file), refusal)
        return
    digest = hashlib.sha256(data).hexdigest()
    try:
        data = as_utf8(data)
        text = "" if _holds_json_lines(data) else decode(data)
    except Refusal as refusal:
        yield _rejection(file.location, digest, refusal)
        return
    if not text:
        yield from _json_lines(data, file.location, settings)
    elif _JSON_BEGINS.match(text):
        yield from _json_document(text, file.location, digest, settings)
    else:
        yield _arrive(lambda: _read_words(text), file.location, digest, settings)


def _bytes_of(file: InputFile, settings: Settings) -> bytes:
    """The whole file; OSError or Refusal TOO_LARGE or UNREADABLE."""
    size = file.path.stat().st_size
    if not file.path.is_file():  # reading a pipe would wait for ever
        raise Refusal(RejectionCode.UNREADABLE, "no regular file")
    if size > settings.max_file_bytes:
        limit = f"{settings.max_file_bytes:,} bytes"
        raise Refusal(RejectionCode.TOO_LARGE, f"{size:,} bytes, the limit is {limit}: split the file")
    return file.path.read_bytes()


def _read_words(text: str) -> Sheet:
    return read_html(text) if is_page(text) else read_text(text)


# --- JSON


def _holds_json_lines(data: bytes) -> bool:
    """True if a file begins like an object and one of its first lines is a whole one."""
    if not _JSON_BEGINS_BYTES.match(data):
        return False
    tried = 0
    for line in io.BytesIO(data):
        if line.strip():
            tried += 1
            if _is_object(line):
                return True
        if tried == _LINES_TRIED:
            return False
    return tried == 1  # one line, and broken: better told with its number


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _json_lines(data: bytes, location: str, settings: Settings) -> Iterator[Arrival | Rejection]:
    """One report or rejection for each line that is not blank; lines count from 1."""
    records = 0
    for number, line in enumerate(io.BytesIO(data.removeprefix(b"\xef\xbb\xbf")), 1):
        if not line.strip():
            continue
        records += 1
        here, digest = f"{location}#{number}", hashlib.sha256(line.strip()).hexdigest()
        if records > settings.max_records_per_file:
            reason = f"more than {settings.max_records_per_file:,} records in one file: split it from this line on"
            yield _rejection(here, digest, Refusal(RejectionCode.TOO_LARGE, reason))
            return
        yield _arrive(lambda line=line: read_record(_parsed(decode(line.strip()))), here, digest, settings)  # type: ignore[misc]


def _json_document(text: str, location: str, digest: str, settings: Settings) -> Iterator[Arrival | Rejection]:
    """One object over several lines, or an array of them, whose elements count from 1."""
    try:
        document = _parsed(text)
    except Refusal as refusal:
        yield _rejection(location, digest, refusal)
        return
    if not isinstance(document, list):
        yield _arrive(lambda: read_record(document), location, digest, settings)
        return
    if not document:
        yield _rejection(location, digest, Refusal(RejectionCode.EMPTY, "an empty JSON array"))
    for number, record in enumerate(document, 1):
        whole = json.dumps(record, ensure_ascii=True, sort_keys=True).encode()
        yield _arrive(
            lambda record=record: read_record(record),  # type: ignore[misc]
            f"{location}#{number}",
            hashlib.sha256(whole).hexdigest(),
            settings,
        )


def _parsed(text: str) -> Any:
    """The value of a JSON text; Refusal MALFORMED with the place of the fault."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        raise Refusal(RejectionCode.MALFORMED, f"no valid JSON: {error.msg} at {where}") from None
    except (ValueError, RecursionError) as error:
        raise Refusal(RejectionCode.MALFORMED, f"no usable JSON: {type(error).__name__}") from None


# --- into records


def _arrive(read: Callable[[], Sheet], location: str, digest: str, settings: Settings) -> Arrival | Rejection:
    """The report that a reader lays out, or the rejection of what it refuses."""
    try:
        sheet = read()
        _refuse_unusable(sheet, settings)
        return settle(sheet, location=location, digest=digest)
    except Refusal as refusal:
        return _rejection(location, digest, refusal)
    except Exception as error:  # a fault of ours must not cost the other reports of a run
        reason = f"reading it failed: {type(error).__name__}: {error}"
        return _rejection(location, digest, Refusal(RejectionCode.FAILED, reason))


def _refuse_unusable(sheet: Sheet, settings: Settings) -> None:
    """Refusal NO_TEXT for a report without a letter, TOO_LARGE for one above the limit of characters."""
    if not any(character.isalnum() for character in sheet.text):
        raise Refusal(RejectionCode.NO_TEXT, "nothing in it that a reader would see as text")
    if len(sheet.text) > settings.max_report_chars:
        limit = f"{settings.max_report_chars:,} characters"
        raise Refusal(
            RejectionCode.TOO_LARGE, f"one report of {len(sheet.text):,} characters, the limit is {limit}"
        )


def _rejection(location: str, digest: str, refusal: Refusal) -> Rejection:
    return Rejection(
        id=content_id("x", location, digest, refusal.code),
        location=location,
        digest=digest,
        code=refusal.code,
        reason=refusal.reason,
    )
