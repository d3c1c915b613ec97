"""PDF and Word files: written by pypdf, by Chromium where it is there, and by python-docx."""

from __future__ import annotations

import builtins
import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from dateline.intake import PassedOver
from dateline.model import Arrival, Rejection, RejectionCode
from dateline.settings import Settings

TakeAll = Callable[..., list[Arrival | Rejection | PassedOver]]
PARAGRAPHS = (
    "The ferry Alkmene ran aground off Norholm on Monday with 300 people on board.",
    "Nobody was hurt, the owners said in a statement that they sent to the harbour office.",
)


def written(lines: tuple[str, ...], end: bytes = b"%%EOF\n") -> bytes:
    """A PDF of one page by hand: the five objects that the standard asks for, and a table of their places."""
    shown = " ".join(f"({line}) Tj 0 -16 Td" if line else "0 -16 Td" for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td {shown} ET".encode()
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n" % table
    return bytes(out + end)


def only(found: list[Arrival | Rejection | PassedOver]) -> Arrival:
    (arrival,) = found
    assert isinstance(arrival, Arrival), arrival
    return arrival


def refused(found: list[Arrival | Rejection | PassedOver]) -> Rejection:
    (rejection,) = found
    assert isinstance(rejection, Rejection), rejection
    return rejection


def test_the_text_of_a_pdf_is_read_in_paragraphs(take_all: TakeAll) -> None:
    lines = ("Ferry runs aground off Norholm", "", "The ferry Alkmene ran aground off", "Norholm on Monday.", "",
             "Nobody was hurt.")  # fmt: skip
    report = only(take_all(written(lines), "a.bin")).report
    assert (report.reader, report.title) == ("pdf", "Ferry runs aground off Norholm")
    assert "The ferry Alkmene ran aground off Norholm on Monday." in report.text
    assert report.text.endswith("Nobody was hurt.")


@pytest.mark.skipif(shutil.which("chromium") is None, reason="no Chromium here")
def test_a_page_that_a_browser_printed_is_read(take_all: TakeAll, tmp_path: Path) -> None:
    page, pdf = tmp_path / "page.html", tmp_path / "page.pdf"
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    page.write_text(
        f"<html><head><title>Ferry</title></head><body><h1>Ferry runs aground</h1>{body}</body></html>"
    )
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={pdf}", page.as_uri()],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    text = " ".join(only(take_all(pdf.read_bytes())).report.text.split())
    assert all(paragraph in text for paragraph in PARAGRAPHS)


def test_a_pdf_that_is_cut_is_no_report(take_all: TakeAll) -> None:
    whole = written(PARAGRAPHS)
    for end in range(30, len(whole) - 6, 29):
        assert refused(take_all(whole[:end])).code is RejectionCode.MALFORMED


def test_a_pdf_of_pictures_is_told_so(take_all: TakeAll) -> None:
    rejection = refused(take_all(written(())))
    assert rejection.code is RejectionCode.NO_TEXT
    assert "text recogniser" in rejection.reason


def test_a_book_is_too_large(take_all: TakeAll) -> None:
    from pypdf import PdfWriter

    writer = PdfWriter()
    for _ in range(4):
        writer.add_blank_page(100, 100)
    out = io.BytesIO()
    writer.write(out)
    assert (
        refused(take_all(out.getvalue(), settings=Settings(max_document_pages=3))).code is RejectionCode.TOO_LARGE
    )


def word() -> bytes:
    document = docx.Document()
    document.core_properties.author = "Mira Tolle"
    document.add_heading("Ferry runs aground off Norholm")
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "On board", "300"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_word_file_is_read_with_its_tables(take_all: TakeAll) -> None:
    report = only(take_all(word(), "a.zip")).report
    assert (report.reader, report.title) == ("docx", "Ferry runs aground off Norholm")
    assert report.byline == "Mira Tolle"
    assert report.text == "\n\n".join(("Ferry runs aground off Norholm", *PARAGRAPHS, "On board\t300"))


def test_a_word_file_that_unpacks_without_end_is_refused(take_all: TakeAll) -> None:
    out = io.BytesIO(word())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/bomb.bin", bytes(60_000_000))
    assert refused(take_all(out.getvalue())).code is RejectionCode.TOO_LARGE


@pytest.mark.parametrize(("data", "package"), [(written(PARAGRAPHS), "pypdf"), (word(), "docx")])
def test_without_the_extra_it_is_said_what_to_install(
    take_all: TakeAll, monkeypatch: pytest.MonkeyPatch, data: bytes, package: str
) -> None:
    usual = builtins.__import__

    def without(name: str, *others: Any, **more: Any) -> Any:
        if name.partition(".")[0] == package:
            raise ImportError(name)
        return usual(name, *others, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    rejection = refused(take_all(data))
    assert rejection.code is RejectionCode.NEEDS_EXTRA
    assert "pip install 'dateline[documents]'" in rejection.reason
