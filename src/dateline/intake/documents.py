"""PDF and Word files, through pypdf and python-docx: the extra `documents`.

What is raw: the text as the library gives it, ligatures (ﬃ) written out, pages and paragraphs parted by a blank
line. A place in the file itself is not kept.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable

from dateline.intake.fields import keep
from dateline.intake.guard import Refusal
from dateline.intake.sheet import Sheet, Trust
from dateline.intake.text_reader import read_text
from dateline.intake.unpacking import Budget
from dateline.intake.zip_reader import opened_zip, unpacked
from dateline.model import Field, RejectionCode

_END_OF_PDF = 2048  # bytes at the end that hold the end mark: some writers put a signature behind it
_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_SENTENCE_END = re.compile(r"[.!?:…][”\"’')\]]*$")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_NARROW = 0.8  # of the longest line: a line that is shorter ends its paragraph


def pdf_reader(data: bytes, budget: Budget) -> Callable[[], Sheet]:
    """What lays out a PDF file."""
    return lambda: _read_pdf(data, budget)


def docx_reader(data: bytes, budget: Budget) -> Callable[[], Sheet]:
    """What lays out a Word file."""
    return lambda: _read_docx(data, budget)


def _read_pdf(data: bytes, budget: Budget) -> Sheet:
    """All pages; Refusal if the extra is not installed, the file is cut or locked, or holds pictures of text."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        raise _missing("a PDF file", "pypdf") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it complains of is our rejection's reason
    if b"%%EOF" not in data[-_END_OF_PDF:]:
        raise Refusal(RejectionCode.MALFORMED, "a PDF file that is cut: its end mark is missing")
    try:
        pdf = PdfReader(io.BytesIO(data))
        if pdf.is_encrypted and not pdf.decrypt(""):
            raise Refusal(RejectionCode.UNREADABLE, "a PDF file with a password: save it without")
        if len(pdf.pages) > budget.settings.max_document_pages:
            raise Refusal(
                RejectionCode.TOO_LARGE, f"a PDF file of {len(pdf.pages):,} pages: give the report's own"
            )
        pages = []
        for page in pdf.pages:
            pages.append(page.extract_text())
            budget.spend(len(pages[-1]))
        told = {name: str(value) for name, value in (pdf.metadata or {}).items()}
    except Refusal:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise Refusal(RejectionCode.MALFORMED, f"a PDF file that is damaged: {type(error).__name__}") from None
    text = "\n\n".join(filter(None, (_paragraphs(page) for page in pages)))
    if not any(sign.isalnum() for sign in text):
        raise Refusal(RejectionCode.NO_TEXT, "a PDF file without text: pictures of pages need a text recogniser")
    return _with_properties(
        read_text(text), "pdf", told.get("/Title"), told.get("/Author"), told.get("/CreationDate")
    )


def _paragraphs(page: str) -> str:
    """The lines of a page as paragraphs: a blank line parts them, or a sentence that ends in a short line."""
    lines = [line.strip() for line in _HYPHEN.sub("", page.translate(_LIGATURES)).split("\n")]
    longest = max(map(len, lines), default=0)
    out: list[str] = []
    ended = True
    for line in lines:
        if line and not ended:
            out[-1] += f" {line}"
        elif line:
            out.append(line)
        ended = (
            not line
            or (bool(_SENTENCE_END.search(line)) and len(line) < _NARROW * longest)
            or _is_title(out, line)
        )
    return "\n\n".join(out)


def _is_title(paragraphs: list[str], line: str) -> bool:
    """The first line of a page, if it ends no sentence and is short."""
    return len(paragraphs) == 1 and paragraphs[0] == line and len(line.split()) <= 20 and not line.endswith(".")


def _read_docx(data: bytes, budget: Budget) -> Sheet:
    """The paragraphs and tables in their order; Refusal if the extra is not installed or the file is damaged."""
    try:
        from docx import Document
        from docx.table import Table
    except ImportError:
        raise _missing("a Word file", "python-docx") from None
    with opened_zip(io.BytesIO(data), budget) as archive:  # the library unpacks all of it: counted before
        for member in archive.infolist():
            unpacked(archive, member, budget)
    try:
        document = Document(io.BytesIO(data))
        pieces: list[str] = []
        for item in document.iter_inner_content():
            if isinstance(item, Table):
                pieces += ["\t".join(cell.text.strip() for cell in row.cells) for row in item.rows]
            else:
                pieces.append(item.text.strip())
        about = document.core_properties
        title, author, created = about.title, about.author, about.created
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, SyntaxError) as error:
        raise Refusal(RejectionCode.MALFORMED, f"a Word file that is damaged: {type(error).__name__}") from None
    text = "\n\n".join(filter(None, pieces))
    return _with_properties(read_text(text), "docx", title, author, created.isoformat() if created else None)


def _with_properties(sheet: Sheet, reader: str, title: str | None, author: str | None, made: str | None) -> Sheet:
    """What a file states of itself is weak: a template's title, whoever typed it, the day of saving."""
    sheet.reader = reader
    if not any(candidate.field is Field.TITLE for candidate in sheet.candidates):
        sheet.add(Field.TITLE, title or "", "document properties", Trust.IMPLIED)
    if author and len(author.split()) > 1:
        sheet.add(Field.BYLINE, author, "document properties", Trust.IMPLIED)
    keep(sheet, Field.PUBLISHED, (made or "").removeprefix("D:")[:19], "document properties", Trust.KEPT)
    return sheet


def _missing(what: str, package: str) -> Refusal:
    help_ = "pip install 'dateline[documents]', then build again"
    return Refusal(RejectionCode.NEEDS_EXTRA, f"{what}, which {package} reads: {help_}")
