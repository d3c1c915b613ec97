"""Zip archives: each member is a file of its own. Nothing is ever written to disk, so no name can lead anywhere.

Word, Excel and OpenDocument files are zip archives too: `inside_of` tells them by what they hold.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from dateline.intake.found import Inside, Item, PassedOver, digest_of_bytes, member_of, refused
from dateline.intake.guard import Refusal
from dateline.intake.inputs import no_report
from dateline.intake.unpacking import Budget, Counted, read_whole
from dateline.model import RejectionCode

_TELLING = {  # a member that only one format has
    "word/document.xml": "docx",
    "xl/workbook.xml": "an Excel workbook: save its sheet as CSV",
    "ppt/presentation.xml": "a PowerPoint file: save its text",
    "content.xml": "an OpenDocument file: save it as DOCX or as plain text",
    "META-INF/container.xml": "an e-book: save its text",
}
_ENCRYPTED = 0x1  # bit of a member's flags


def opened_zip(stream: IO[bytes], budget: Budget) -> zipfile.ZipFile:
    """The archive, its listing checked; Refusal MALFORMED or TOO_LARGE."""
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError) as error:
        reason = f"a zip archive that is cut or damaged: {str(error)[:100]}"
        raise Refusal(RejectionCode.MALFORMED, reason) from None
    limit = budget.settings.max_archive_members
    if len(archive.infolist()) > limit:
        raise Refusal(
            RejectionCode.TOO_LARGE, f"a zip archive of more than {limit:,} members: give them as a folder"
        )
    return archive


def inside_of(archive: zipfile.ZipFile) -> str | None:
    """`docx`, or a sentence on another office format; None for a plain archive."""
    names = set(archive.namelist())
    return next((what for name, what in _TELLING.items() if name in names), None)


def read_zip(archive: zipfile.ZipFile, location: str, budget: Budget) -> Iterator[Item]:
    """Its members in the order of the archive's own listing; a member that cannot be unpacked is refused."""
    for member in archive.infolist():
        if member.is_dir():
            continue
        here = member_of(location, member.filename)
        reason = no_report(member.filename)
        if reason is not None:
            yield PassedOver(here, reason)
            continue
        try:
            yield Inside(here, unpacked(archive, member, budget))
        except Refusal as refusal:
            yield refused(here, digest_of_bytes(here.encode()), refusal)


def unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: Budget) -> bytes:
    """The bytes of a member, their checksum compared; Refusal if it is locked, damaged or too large."""
    if member.flag_bits & _ENCRYPTED:
        raise Refusal(
            RejectionCode.UNREADABLE, "an encrypted member of a zip archive: unpack it with its password"
        )
    try:
        with archive.open(member) as packed:
            return read_whole(Counted(packed, budget), budget, "the member")  # type: ignore[arg-type]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, zlib.error, OSError) as error:
        reason = f"a member of a zip archive that is damaged: {str(error)[:100]}"
        raise Refusal(RejectionCode.MALFORMED, reason) from None
