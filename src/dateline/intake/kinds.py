"""What some bytes are, by their own beginning: never by what the file is called."""

from __future__ import annotations

import re
from enum import Enum, auto

from dateline.intake.html_reader import is_page

HEAD_BYTES = 4096  # enough for the block of a tar, the headers of a mail, the prologue of a page
_TAR_MAGIC = slice(257, 262)  # "ustar", in the first block
_WARC = re.compile(rb"WARC/[01]\.\d+\r?\n")
_WARC_CUT = b"WARC/1.0\r\n"  # fewer bytes are an archive that is cut at once, not a text of one letter
_MAIL_HEADER = re.compile(rb"(?P<name>[!-9;-~]{1,60}):(?:[ \t][^\r\n]*|)\r?\n(?:[ \t]+\S[^\r\n]*\r?\n)*")
_OF_MAIL = re.compile(  # headers that a machine writes; "Date:", "From:" and "Subject:" are also typed by hand
    rb"(?:mime-version|message-id|received|return-path|content-type|content-transfer-encoding|delivered-to"
    rb"|dkim-signature|snapshot-content-location|x-[a-z0-9-]+)\Z",
    re.IGNORECASE,
)
_PROLOGUE = r"\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<!--.{0,2000}?-->\s*|<!DOCTYPE[^>\[]{0,500}>\s*|<\?[^>]{0,300}>\s*)*"
_FEED = re.compile(_PROLOGUE + r"<(?:rss|feed|(?:rdf:)?RDF|atom:feed)\b", re.DOTALL)
_EXTRACT = re.compile(_PROLOGUE + r"<(?:TEI\b|doc\s[^>]*\b(?:sitename|source|fingerprint|hostname)=)", re.DOTALL)
_JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\]])")


class Kind(Enum):
    """The formats that are told apart. Of bytes, then of characters."""

    ZIP = auto()
    TAR = auto()
    WARC = auto()
    PDF = auto()
    MAIL = auto()
    OTHER = auto()  # text, or nothing that is known
    FEED = auto()
    EXTRACT = auto()  # the XML of trafilatura
    JSON = auto()
    PAGE = auto()
    TEXT = auto()


def kind_of_bytes(head: bytes) -> Kind:
    """The format that the first HEAD_BYTES bytes show."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIP
    if head[_TAR_MAGIC] == b"ustar":
        return Kind.TAR
    if _WARC.match(head) or (len(head) < len(_WARC_CUT) and _WARC_CUT.startswith(head[:8]) and head):
        return Kind.WARC
    if b"%PDF-" in head[:1024]:  # the standard lets other bytes stand before it
        return Kind.PDF
    return Kind.MAIL if _is_mail(head) else Kind.OTHER


def kind_of_text(text: str) -> Kind:
    """The format that the first characters show."""
    if _JSON.match(text):
        return Kind.JSON
    if _FEED.match(text):
        return Kind.FEED
    if _EXTRACT.match(text):
        return Kind.EXTRACT
    return Kind.PAGE if is_page(text) else Kind.TEXT


def _is_mail(head: bytes) -> bool:
    """Three header lines and more, one of them such as only mail programs write."""
    at, names = 0, []
    if head.startswith(b"From ") and b"\n" in head:  # the line that a mailbox puts before each mail
        at = head.index(b"\n") + 1
    while header := _MAIL_HEADER.match(head, at):
        names.append(header["name"])
        at = header.end()
    ended = head[at : at + 2] in (b"\r\n", b"") or head[at : at + 1] == b"\n" or at > HEAD_BYTES // 2
    return ended and len(names) >= 3 and any(_OF_MAIL.match(name) for name in names)
