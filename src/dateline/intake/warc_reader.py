"""Web archives (WARC, also gzipped, as Common Crawl's CC-NEWS has them): every page that was fetched whole.

What is raw: the page as the browser would get it, without HTTP headers, its transfer and content encodings undone.
warcio parses the headers. The frame of a record (`warc_framing.py`), the chunks of its transfer and its
compression are checked here: warcio gives a cut body without a word. A page that its crawler cut off
(WARC-Truncated), or of which fewer bytes came than its server announced, is a rejection too, never a short report.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import IO

from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser

from dateline.intake.dates import read_date
from dateline.intake.found import Inside, Item, PassedOver, digest_of_bytes, refused
from dateline.intake.guard import Refusal
from dateline.intake.sheet import Candidate, Trust
from dateline.intake.unpacking import Budget, inflated
from dateline.intake.warc_framing import Framed, framed_records
from dateline.model import Field, RejectionCode

_WARC = StatusAndHeadersParser(["WARC/1.1", "WARC/1.0", "WARC/0.17", "WARC/0.18"], verify=False)
_HTTP = StatusAndHeadersParser(["HTTP/1.0", "HTTP/1.1", "HTTP/2", "HTTP/2.0"], verify=False)
_HTTP_END = re.compile(rb"\r?\n\r?\n")
_PAGES = {
    "text/html",
    "application/xhtml+xml",
    "application/rss+xml",
    "application/atom+xml",
    "application/pdf",
    "",
}
_OF_TEXT = {"text/plain"}  # taken where no server sent it: Common Crawl's extracted texts (WET)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_SHOWN_KINDS = 8  # of what was passed over, by count


def read_warc(stream: IO[bytes], location: str, compressed: bool, budget: Budget) -> Iterator[Item]:
    """The pages of an archive, a refusal for each record that is not whole, and a count of what is no page."""
    passed: Counter[str] = Counter()
    for record in framed_records(stream, compressed, budget, budget.settings.max_file_bytes):
        here = f"{location}#{record.number}"
        if record.fault is not None:
            reason = f"a damaged record of a web archive: {record.fault}"
            digest = digest_of_bytes(record.header + (record.body or b""))
            yield refused(here, digest, Refusal(RejectionCode.MALFORMED, reason))
            continue
        try:
            found = _page(record, here, budget)
        except Refusal as refusal:
            yield refused(here, digest_of_bytes(record.body or b""), refusal)
            continue
        if isinstance(found, Inside):
            yield found
        else:
            passed[found] += 1
    if passed:
        listed = ", ".join(f"{count:,} {what}" for what, count in passed.most_common(_SHOWN_KINDS))
        yield PassedOver(location, f"records that are no pages: {listed}")


def _page(record: Framed, here: str, budget: Budget) -> Inside | str:
    """The page of a whole record, or what the record is instead; Refusal if the page is not whole."""
    headers = _WARC.parse(io.BytesIO(record.header))
    kind = (headers.get_header("WARC-Type") or "unnamed").lower()
    if kind not in ("response", "resource", "conversion"):
        return kind
    uri = (headers.get_header("WARC-Target-URI") or "").strip("<> ")
    if record.body is None:
        return "larger than a page"
    media, body, charset = headers.get_header("Content-Type") or "", record.body, None
    if kind == "response":
        if not uri.lower().startswith(("http:", "https:")):
            return uri.partition(":")[0].lower() or "response"
        response = _response(record.body)
        if response is None:
            return "response without headers"
        status, body = response
        code = (status.statusline or "").split(" ")[0]
        if code != "200":
            return f"status {code}"
        media = status.get_header("Content-Type") or ""
        charset = _charset(media)
    plain = media.partition(";")[0].strip().lower()
    if plain not in _PAGES and not (plain in _OF_TEXT and kind != "response"):
        return plain
    if truncated := headers.get_header("WARC-Truncated"):
        raise Refusal(RejectionCode.MALFORMED, f"its crawler cut this page off (WARC-Truncated: {truncated})")
    if kind == "response":
        body = _content(status, body, budget)
    return Inside(here, body, charset or _charset(media), tuple(_told(uri, headers)))


def _response(block: bytes) -> tuple[StatusAndHeaders, bytes] | None:
    """Status line with headers, and what follows them; None if there is no HTTP in a block."""
    end = _HTTP_END.search(block)
    if end is None or not block.startswith(b"HTTP/"):
        return None
    return _HTTP.parse(io.BytesIO(block[: end.end()])), block[end.end() :]


def _content(status: StatusAndHeaders, body: bytes, budget: Budget) -> bytes:
    """A body without its transfer and content encodings; Refusal MALFORMED if a part of it is missing."""
    if "chunked" in (status.get_header("Transfer-Encoding") or "").lower():
        body = _dechunked(body)
    else:
        announced = (status.get_header("Content-Length") or "").strip()
        if announced.isdigit() and len(body) < int(announced):
            reason = f"only {len(body):,} of its {int(announced):,} bytes came over the line"
            raise Refusal(RejectionCode.MALFORMED, reason)
    encoding = (status.get_header("Content-Encoding") or "").strip().lower()
    if encoding in ("gzip", "x-gzip", "deflate"):
        return body if _is_plain(body) else inflated(body, budget)
    if encoding not in ("", "identity") and not _is_plain(body):
        raise Refusal(RejectionCode.BINARY, f"its content is compressed as {encoding[:20]}, which is not read")
    return body


def _is_plain(body: bytes) -> bool:
    """True for a page that its crawler unpacked, though the header still says that it is packed."""
    return body.lstrip()[:1] == b"<"


def _dechunked(body: bytes) -> bytes:
    """The chunks of a transfer joined; a body that a crawler joined before stays as it is."""
    pieces: list[bytes] = []
    at = 0
    while True:
        line_end = body.find(b"\n", at, at + 200)
        size = body[at:line_end].split(b";")[0].strip() if line_end >= 0 else b""
        if not re.fullmatch(rb"[0-9A-Fa-f]{1,8}", size):
            if not pieces:
                return body
            raise Refusal(RejectionCode.MALFORMED, "its transfer broke off between two chunks")
        count, begin = int(size, 16), line_end + 1
        if count == 0:
            return b"".join(pieces)
        if begin + count > len(body):
            raise Refusal(RejectionCode.MALFORMED, "its transfer broke off within a chunk")
        pieces.append(body[begin : begin + count])
        at = begin + count
        at += 2 if body[at : at + 2] == b"\r\n" else 1


def _told(uri: str, headers: StatusAndHeaders) -> Iterator[Candidate]:
    """Where the page was fetched, and when: the day is kept, as no report is younger than its copy."""
    if uri.lower().startswith(("http:", "https:")):
        yield Candidate(Field.URL, uri, "WARC-Target-URI", Trust.IMPLIED)
    if date := read_date(headers.get_header("WARC-Date") or ""):
        yield Candidate(Field.PUBLISHED, date.value, "WARC-Date (download)", Trust.KEPT, None, date)


def _charset(media: str) -> str | None:
    found = _CHARSET.search(media)
    return found[1] if found else None
