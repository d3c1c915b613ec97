"""Mails (.eml) and saved web archives (.mht): one report in one of the parts.

Of a mail with a plain and an HTML part the plain one is read, unless it says much less: newsletters have stubs
there. Of an .mht it is the page that was saved. What is raw: the text of that part, its encoding undone. Other
parts are passed over, as attachments are.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator, Sequence
from email.errors import MessageDefect
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr

from dateline.intake.fields import keep
from dateline.intake.found import Found, Item, PassedOver, member_of
from dateline.intake.guard import Refusal, decode
from dateline.intake.html_reader import read_html
from dateline.intake.sheet import Sheet, Trust
from dateline.intake.text_reader import read_text
from dateline.intake.visible import read_page
from dateline.model import Field, RejectionCode

_CUT = {"CloseBoundaryNotFoundDefect", "StartBoundaryNotFoundDefect", "InvalidBase64LengthDefect"}
_FORWARDED = re.compile(r"^(?:(?:fwd?|re|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)
_PLAIN_SHARE = 0.5  # of the words of the HTML part; a plain part with fewer says "view this in your browser"
MAX_PARTS = 1_000  # of one mail


def read_mail(data: bytes, location: str, digest: str) -> Iterator[Item]:
    """The report of a mail, and its other parts as passed over."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    parts = [part for _, part in zip(range(MAX_PARTS), message.walk(), strict=False) if not part.is_multipart()]
    chosen = _chosen(message, parts)
    yield Found(location, digest, lambda: _lay_out(message, chosen))
    for part in parts:
        if part is not chosen and part.get_content_type() not in ("text/plain", "text/html"):
            yield PassedOver(member_of(location, _name_of(part)), f"a part of a mail: {part.get_content_type()}")


def _lay_out(message: EmailMessage, part: MIMEPart | None) -> Sheet:
    """The chosen part with what the headers tell; Refusal if it is cut, or there is none."""
    if part is None:
        raise Refusal(RejectionCode.NO_TEXT, "a mail without a part of text")
    _refuse_cut([*message.defects, *part.defects, *(d for p in message.walk() for d in p.defects)])
    text = _text_of(part)
    sheet = read_html(text) if part.get_content_type() == "text/html" else read_text(text)
    sheet.reader = "mail"
    saved = message.get("Snapshot-Content-Location") or part.get("Content-Location")
    subject = _FORWARDED.sub("", _header(message, "Subject"))
    if _is_web_archive(message):
        sheet.add(Field.TITLE, subject, "Subject", Trust.IMPLIED)
        if saved and str(saved).startswith(("http:", "https:")):
            sheet.add(Field.URL, str(saved).strip(), "Content-Location", Trust.IMPLIED)
        keep(sheet, Field.PUBLISHED, _header(message, "Date"), "Date (download)", Trust.KEPT)
        return sheet
    sheet.add(Field.TITLE, subject, "Subject", Trust.DECLARED)
    keep(sheet, Field.PUBLISHED, _header(message, "Date"), "Date of the mail", Trust.DECLARED)
    sender = parseaddr(_header(message, "From"))[0]
    sheet.add(Field.OUTLET, sender.strip("\"' "), "From", Trust.IMPLIED)
    return sheet


def _chosen(message: EmailMessage, parts: Sequence[MIMEPart]) -> MIMEPart | None:
    """The part that is the report."""
    shown = [part for part in parts if part.get_content_disposition() != "attachment"]
    html = next((part for part in shown if part.get_content_type() == "text/html"), None)
    plain = next((part for part in shown if part.get_content_type() == "text/plain"), None)
    if _is_web_archive(message) or plain is None:
        return html or plain
    if html is None:
        return plain
    words = len(_text_or_nothing(plain).split())
    return plain if words >= _PLAIN_SHARE * len(read_page(_text_or_nothing(html)).text.split()) else html


def _is_web_archive(message: EmailMessage) -> bool:
    return message.get_content_type() == "multipart/related" and (
        "Snapshot-Content-Location" in message or ("Received" not in message and "To" not in message)
    )


def _refuse_cut(defects: list[MessageDefect]) -> None:
    cut = [type(defect).__name__ for defect in defects if type(defect).__name__ in _CUT]
    if cut:
        raise Refusal(RejectionCode.MALFORMED, "the mail is cut: the mark at the end of its last part is missing")


def _text_of(part: MIMEPart) -> str:
    """The characters of a part; Refusal for what is no text."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        raise Refusal(RejectionCode.NO_TEXT, "a mail whose text cannot be unpacked")
    return decode(data, part.get_content_charset())


def _text_or_nothing(part: MIMEPart) -> str:
    try:
        return _text_of(part)
    except Refusal:
        return ""


def _header(message: EmailMessage, name: str) -> str:
    """A header's value on one line; empty if it is missing or broken beyond reading."""
    try:
        return " ".join(str(message.get(name) or "").split())
    except (
        ValueError,
        LookupError,
        IndexError,
        AttributeError,
        TypeError,
    ):  # the parser's own slips on odd headers
        return ""


def _name_of(part: MIMEPart) -> str:
    try:
        name = part.get_filename() or part.get("Content-Location") or part.get_content_type()
    except (ValueError, LookupError, IndexError, AttributeError, TypeError):
        name = "a part"
    return str(name)[:200]
