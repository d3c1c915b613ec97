"""What trafilatura wrote as XML or as XML-TEI: a text that was taken out of a page, with its metadata.

What is raw: the title and the paragraphs, joined by blank lines. Comments and notes beside the text are left out.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from dateline.intake.clean_text import cleaned
from dateline.intake.fields import keep
from dateline.intake.guard import Refusal
from dateline.intake.record_sheet import finish, lay_out
from dateline.intake.sheet import Sheet, Trust
from dateline.model import Field, RejectionCode

_TEI = "{http://www.tei-c.org/ns/1.0}"
_DECLARATION = re.compile(
    r"\A\s*<\?xml[^>]*>\s*"
)  # the text is in characters already: its encoding is no longer so
_HOST = re.compile(r"\s*\([\w.-]+\.\w+\)\Z")  # "The Harbour Post (harbour-post.example)"
_BLOCKS = frozenset({"p", "head", "item", "quote", "cell", "row", "fw", "ab", "code"})
_ATTRIBUTES = (
    (Field.OUTLET, "sitename"),
    (Field.PUBLISHED, "date"),
    (Field.BYLINE, "author"),
    (Field.URL, "url"),
    (Field.URL, "source"),
)


def read_extract(text: str) -> Sheet:
    """Lay out one document; Refusal MALFORMED if it is no whole XML, NO_TEXT if it has none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(_DECLARATION.sub("", text, count=1).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refusal(RejectionCode.MALFORMED, f"no whole XML: {str(error)[:100]}") from None
    return _tei(root) if root.tag in (f"{_TEI}TEI", "TEI") else _doc(root)


def _doc(root: Any) -> Sheet:
    main = root.find("main")
    sheet = _sheet(root.get("title") or "", main if main is not None else root)
    for field, name in _ATTRIBUTES:
        keep(sheet, field, _authors(root.get(name) or ""), f"attribute {name}", Trust.STATED)
    sheet.add(Field.OUTLET, root.get("hostname") or "", "attribute hostname", Trust.IMPLIED)
    return finish(sheet)


def _tei(root: Any) -> Sheet:
    plain = {"t": _TEI[1:-1]}

    def first(path: str) -> str:
        found = root.xpath(path, namespaces=plain)
        return " ".join("".join(found[0].itertext()).split()) if found else ""

    body = root.xpath(".//t:text/t:body/t:div[@type='entry']", namespaces=plain) or root.xpath(
        ".//t:text/t:body", namespaces=plain
    )
    if not body:
        raise Refusal(RejectionCode.NO_TEXT, "a TEI document without a body")
    sheet = _sheet(first(".//t:titleStmt/t:title"), body[0])
    publisher = _HOST.sub("", first(".//t:sourceDesc//t:biblFull//t:publisher"))
    keep(sheet, Field.OUTLET, publisher, "TEI publisher", Trust.STATED)
    dates = root.xpath(".//t:sourceDesc//t:biblFull//t:publicationStmt/t:date", namespaces=plain)
    for date in dates[:1]:
        keep(sheet, Field.PUBLISHED, date.get("when") or "".join(date.itertext()), "TEI date", Trust.STATED)
    authors = _authors(first(".//t:sourceDesc//t:biblFull//t:author"))
    keep(sheet, Field.BYLINE, authors, "TEI author", Trust.STATED)
    for pointer in root.xpath(".//t:sourceDesc//t:ptr[@target]", namespaces=plain)[:1]:
        keep(sheet, Field.URL, pointer.get("target"), "TEI ptr", Trust.STATED)
    return finish(sheet)


def _sheet(title: str, body: Any) -> Sheet:
    return lay_out("extract", cleaned(title), "\n\n".join(_paragraphs(body)), markup=False)


def _paragraphs(body: Any) -> list[str]:
    """All text in order, parted wherever a block begins or ends."""
    pieces = [""]
    for event, element in etree.iterwalk(body, events=("start", "end")):
        block = etree.QName(element).localname in _BLOCKS if isinstance(element.tag, str) else False
        if block:
            pieces.append("")
        if event == "start":
            pieces[-1] += element.text or ""
        elif element is not body:
            pieces[-1] += element.tail or ""
    return [words for piece in pieces if (words := " ".join(piece.split()))]


def _authors(value: str) -> str:
    """Authors stand there joined by semicolons."""
    return ", ".join(part.strip() for part in value.split(";"))
