"""One input file in, its reports and rejections out; the reader is chosen by what the file holds.

Archives and compressed files are opened layer by layer, as far as the limits allow; what lies in them is read like
a file of its own. Each reader gives items (`found.py`); here they become records.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import IO

from dateline.ids import content_id
from dateline.intake import csv_reader, documents, json_files
from dateline.intake.extract_reader import read_extract
from dateline.intake.feed_reader import read_feed
from dateline.intake.found import Found, Inside, Item, PassedOver, digest_of_bytes, refused
from dateline.intake.guard import Refusal, as_utf8, decode
from dateline.intake.html_reader import read_html
from dateline.intake.inputs import InputFile, digest_of
from dateline.intake.kinds import HEAD_BYTES, Kind, kind_of_bytes, kind_of_text
from dateline.intake.mail_reader import read_mail
from dateline.intake.publishers import use_outlets
from dateline.intake.settle import settle
from dateline.intake.sheet import Sheet
from dateline.intake.tar_reader import read_tar
from dateline.intake.text_reader import read_text
from dateline.intake.unpacking import DAMAGE, Budget, decompressed, is_compressed, read_whole, told
from dateline.intake.warc_reader import read_warc
from dateline.intake.zip_reader import inside_of, opened_zip, read_zip
from dateline.model import Arrival, Rejection, RejectionCode
from dateline.settings import Settings

_TAR_BYTES = 512  # the first block, which shows what it is
_TABLE_NAMES = (".csv", ".tsv")  # a file called so that shows no known column is told which option names one


def read_file(file: InputFile, settings: Settings) -> Iterator[Arrival | Rejection | PassedOver]:
    """Every report of a file, and a rejection for each part that is none; at least one of either.

    Of an archive also what was passed over in it. Raises nothing for what a file holds, nor where the file system
    refuses.
    """
    use_outlets(settings.outlets)
    inputs = 0
    for item in _items(file, settings):
        inputs += not isinstance(item, PassedOver)
        yield item
    if not inputs:
        refusal = Refusal(RejectionCode.EMPTY, "nothing in it that may be a report")
        yield _rejection(file.location, digest_of(file), refusal)


def _items(file: InputFile, settings: Settings) -> Iterator[Arrival | Rejection | PassedOver]:
    opener = _Opener(file.location, settings)
    try:
        size = file.path.stat().st_size
        if not file.path.is_file():  # reading a pipe would wait for ever
            raise Refusal(RejectionCode.UNREADABLE, "no regular file")
        with file.path.open("rb") as stream:
            yield from _settled(opener.open_file(stream, size), opener, 0)
    except OSError as error:
        reason = f"the file could not be read: {error.strerror or type(error).__name__}"
        yield _rejection(file.location, "", Refusal(RejectionCode.UNREADABLE, reason))
    except Refusal as refusal:
        yield _rejection(file.location, digest_of(file), refusal)


def _settled(items: Iterator[Item], opener: _Opener, depth: int) -> Iterator[Arrival | Rejection | PassedOver]:
    """Items as records; a file inside a file is opened in its turn."""
    for item in items:
        if isinstance(item, PassedOver):
            yield item
        elif isinstance(item, Found):
            yield _arrive(item, opener.settings)
        else:
            yield from _settled_inside(item, opener, depth + 1)


def _settled_inside(inside: Inside, opener: _Opener, depth: int) -> Iterator[Arrival | Rejection | PassedOver]:
    """The records of a file inside a file; what breaks it is its own rejection and costs no other."""
    try:
        if depth > opener.settings.max_nesting:
            raise Refusal(RejectionCode.TOO_LARGE, f"packed more than {opener.settings.max_nesting} times over")
        yield from _settled(opener.open_inside(inside), opener, depth)
    except Refusal as refusal:
        yield _rejection(inside.location, digest_of_bytes(inside.data), refusal)


class _Opener:
    """Opens one file of the user's and all that lies in it, within one budget."""

    def __init__(self, location: str, settings: Settings) -> None:
        self.settings = settings
        self._location = location
        self._budget = Budget(0, settings)

    def open_file(self, stream: IO[bytes], size: int) -> Iterator[Item]:
        """The items of the file itself. Archives are read from the disk as they come, others held as a whole."""
        self._budget = Budget(size, self.settings)
        yield from self._open(stream, size, Inside(self._location, b""))

    def open_inside(self, inside: Inside) -> Iterator[Item]:
        """The items of a file that lies in another one."""
        yield from self._open(io.BytesIO(inside.data), len(inside.data), inside)

    def _open(self, stream: IO[bytes], size: int, about: Inside) -> Iterator[Item]:
        """`about` says where it lies and what is told of it."""
        head = stream.read(HEAD_BYTES)
        kind = kind_of_bytes(head)
        if is_compressed(head):
            yield from self._open_compressed(stream, head, about)
        elif kind is Kind.WARC:
            yield from read_warc(stream, about.location, False, self._budget)
        elif kind is Kind.TAR:
            stream.seek(0)
            yield from read_tar(stream, about.location, self._budget)
        elif kind is Kind.ZIP:
            yield from self._open_zip(stream, about)
        else:
            limit = self.settings.max_file_bytes
            if size > limit:
                raise Refusal(
                    RejectionCode.TOO_LARGE, f"{size:,} bytes, the limit is {limit:,} bytes: split the file"
                )
            yield from self._read_content(kind, head + stream.read(), about)

    def _open_compressed(self, stream: IO[bytes], head: bytes, about: Inside) -> Iterator[Item]:
        """What is in a gzip, bzip2 or xz file; a gzipped WARC is read member by member."""
        if head.startswith(b"\x1f\x8b") and _begins_with_record(head):
            yield from read_warc(stream, about.location, True, self._budget)
            return
        stream.seek(0)
        inner = decompressed(stream, head, self._budget)
        try:
            begins = inner.peek(_TAR_BYTES)
        except DAMAGE as error:
            reason = f"the compressed file is cut or damaged: {told(error)}"
            raise Refusal(RejectionCode.MALFORMED, reason) from None
        if kind_of_bytes(begins) is Kind.TAR:
            yield from read_tar(inner, about.location, self._budget)
        else:
            data = read_whole(inner, self._budget, "the compressed file")
            yield Inside(about.location, data, about.charset, about.told)

    def _open_zip(self, stream: IO[bytes], about: Inside) -> Iterator[Item]:
        stream.seek(0)
        with opened_zip(stream, self._budget) as archive:
            what = inside_of(archive)
            if what is None:
                yield from read_zip(archive, about.location, self._budget)
                return
        stream.seek(0)
        data = read_whole(stream, self._budget, "the file")
        if what == "docx":
            yield Found(about.location, digest_of_bytes(data), documents.docx_reader(data, self._budget))
        else:
            yield refused(about.location, digest_of_bytes(data), Refusal(RejectionCode.BINARY, what))

    def _read_content(self, kind: Kind, data: bytes, about: Inside) -> Iterator[Item]:
        """The items of a file that is no archive."""
        location, digest = about.location, digest_of_bytes(data)
        if kind is Kind.PDF:
            items: Iterator[Item] = iter([Found(location, digest, documents.pdf_reader(data, self._budget))])
        elif kind is Kind.MAIL:
            items = read_mail(data, location, digest)
        else:
            data = as_utf8(data)
            if json_files.holds_json_lines(data):
                items = json_files.read_json_lines(data, location, self.settings)
            else:
                items = self._read_characters(decode(data, about.charset), location, digest)
        for item in items:
            yield _with_told(item, about) if isinstance(item, Found) and about.told else item

    def _read_characters(self, text: str, location: str, digest: str) -> Iterator[Item]:
        kind = kind_of_text(text)
        if kind is Kind.JSON:
            return json_files.read_json_document(text, location, digest, self.settings)
        if kind is Kind.FEED:
            return read_feed(text, location, digest)
        if kind is Kind.EXTRACT:
            return iter([Found(location, digest, lambda: read_extract(text))])
        if kind is Kind.PAGE:
            return iter([Found(location, digest, lambda: read_html(text))])
        table = csv_reader.table_of(text, dict(self.settings.field_names))
        if table is not None:
            return csv_reader.read_table(text, table, location, self.settings)
        if location.lower().endswith(_TABLE_NAMES):
            reason = "a table without a column for the text that is known: name it with --field text=COLUMN"
            return iter([refused(location, digest, Refusal(RejectionCode.MALFORMED, reason))])
        return iter([Found(location, digest, lambda: read_text(text))])


def _begins_with_record(head: bytes) -> bool:
    """True if a gzip file unpacks to a web archive."""
    try:
        return kind_of_bytes(zlib.decompressobj(31).decompress(head, 64)) is Kind.WARC
    except zlib.error:
        return False


def _with_told(found: Found, about: Inside) -> Found:
    """An input with what is told of the file that it lies in."""

    def lay_out() -> Sheet:
        sheet = found.lay_out()
        sheet.candidates.extend(about.told)
        return sheet

    return Found(found.location, found.digest, lay_out)


# --- into records


def _arrive(found: Found, settings: Settings) -> Arrival | Rejection:
    """The report that a reader lays out, or the rejection of what it refuses."""
    try:
        sheet = found.lay_out()
        _refuse_unusable(sheet, settings)
        return settle(sheet, location=found.location, digest=found.digest)
    except Refusal as refusal:
        return _rejection(found.location, found.digest, refusal)
    except Exception as error:  # a fault of ours must not cost the other reports of a run
        reason = f"reading it failed: {type(error).__name__}: {error}"
        return _rejection(found.location, found.digest, Refusal(RejectionCode.FAILED, reason))


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
