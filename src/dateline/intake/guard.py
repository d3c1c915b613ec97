"""Limits: which bytes are let in, and as which characters. Everything else is refused with a reason.

A refusal is a sentence for the person who gave the input: what is wrong, and what would help.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from dateline.model import RejectionCode

_SIGNATURES = (  # first bytes, what it is, what helps; more than one format has its own first bytes
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it"),
    (b"Rar!", "a RAR archive", "unpack it"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpack it"),
    (b"\x89PNG", "a picture", "give its text"),
    (b"\xff\xd8\xff", "a picture", "give its text"),
    (b"GIF8", "a picture", "give its text"),
    (b"\xd0\xcf\x11\xe0", "an old Office file", "save its text"),
    (b"{\\rtf", "a Rich Text file", "save it as plain text"),
    (b"SQLite format 3\x00", "a database", "export its reports as JSONL"),
    (b"\x7fELF", "a program", ""),
    (b"MZ\x90\x00", "a program", ""),
)
_MARKED = (  # byte order marks, the longer first: that of UTF-16 begins that of UTF-32
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_AS_BROWSERS_DO = dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii"), "windows-1252")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MAX_CONTROL_SHARE = 0.02  # of the bytes: random bytes have 0.11, a text has stray ones at most
SNIFFED_BYTES = 65_536
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE
)
DECLARATION_BYTES = 4096  # HTML asks for the first 1024; pages overrun it
MAX_BROKEN_SHARE = 0.001  # of the characters of an otherwise sound UTF-8 text
MAX_HIGH_SHARE = (
    0.2  # of the bytes of a Western text; Cyrillic or Greek in their old encodings have most above 0x7F
)
_WESTERN = re.compile(
    "[\u00c0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e‘’“”‚„…–—•€™©®«»°§£\u00a0\u00b7\u00ad‹›²³½¼]"
)
MIN_WESTERN_SHARE = 0.9  # of the characters above 0x7F: letters and typographic marks, not fractions of a binary


class Refusal(Exception):  # noqa: N818 -- a finding about an input, no error
    """Why some bytes are no report: a code, and a sentence for the person who gave them."""

    def __init__(self, code: RejectionCode, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


def as_utf8(data: bytes) -> bytes:
    """Bytes behind a mark of UTF-16 or UTF-32 as UTF-8, others as they are; Refusal ENCODING or EMPTY."""
    for mark, encoding in _MARKED[1:]:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding).encode("utf-8", "replace")
    return data


def decode(data: bytes, charset: str | None = None) -> str:
    """The characters of a file or record; Refusal EMPTY, BINARY or ENCODING.

    `charset`: what a mail or HTTP header names. It is asked where the bytes are no UTF-8, before the page itself.
    """
    if not data.strip():
        raise Refusal(RejectionCode.EMPTY, "the file holds nothing, or only white space")
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    refuse_binary(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = _named(data, charset) or _declared(data) or _mended_utf8(data) or _western(data)
        if text is None:
            raise Refusal(
                RejectionCode.ENCODING,
                f"neither UTF-8 nor Windows-1252 (byte {data[error.start]:#04x} at {error.start}): save as UTF-8",
            ) from None
        return text


def refuse_binary(data: bytes) -> None:
    """Refusal BINARY for a known format that is no text, or for too many control characters."""
    for signature, what, help_ in _SIGNATURES:
        if data.startswith(signature):
            raise Refusal(RejectionCode.BINARY, f"{what}, no text" + (f": {help_}" if help_ else ""))
    sample = data[:SNIFFED_BYTES]
    nulls = sample.count(0)
    if nulls >= 2 and nulls > len(sample) * 0.3 and max(sample[::2].count(0), sample[1::2].count(0)) > nulls * 0.9:
        raise Refusal(RejectionCode.ENCODING, "looks like UTF-16 without a byte order mark; save it as UTF-8")
    if len(_CONTROL.findall(sample)) > max(2, len(sample) * MAX_CONTROL_SHARE):
        raise Refusal(RejectionCode.BINARY, "holds control characters as no text does: a binary file")


def _marked(data: bytes, encoding: str) -> str:
    """Decode what stands behind a byte order mark."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, "replace")
        if text.count("\ufffd") > max(1, len(text) * MAX_BROKEN_SHARE):
            raise Refusal(
                RejectionCode.ENCODING,
                f"its byte order mark says {encoding.upper()}, but byte {error.start} does not fit",
            ) from None
    if not text.strip("\ufeff\x00 \t\r\n"):
        raise Refusal(RejectionCode.EMPTY, "the file holds nothing but a byte order mark or white space")
    return text


def _declared(data: bytes) -> str | None:
    """By the character set that a page names for itself, if Python knows it and all bytes fit."""
    declared = _DECLARED.search(data[:DECLARATION_BYTES])
    return _named(data, declared[1].decode("ascii")) if declared else None


def _named(data: bytes, charset: str | None) -> str | None:
    """By a named character set, if Python knows it, it is one of letters, and all bytes fit."""
    if charset is None:
        return None
    try:  # not by codecs.lookup: a page may name "zlib", which str.decode refuses as no encoding of text
        return data.decode(_AS_BROWSERS_DO.get(charset.lower(), charset))
    except (LookupError, ValueError):
        return None


def _mended_utf8(data: bytes) -> str | None:
    """UTF-8 with a broken character here and there, each shown as U+FFFD."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = len(re.findall("[^\x00-\x7f\ufffd]", text))
    return text if sound > broken and broken <= max(1, len(text) * MAX_BROKEN_SHARE) else None


def _western(data: bytes) -> str | None:
    """Windows-1252, if that gives mostly ASCII, and else letters and the marks of typography."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    high = [c for c in text if ord(c) > 0x7F]
    western = sum(1 for c in high if _WESTERN.match(c) or unicodedata.category(c) == "Ll")
    plausible = len(high) <= max(2, len(text) * MAX_HIGH_SHARE) and western >= MIN_WESTERN_SHARE * len(high)
    return text if plausible and re.search("[A-Za-z]{2}", text) else None
