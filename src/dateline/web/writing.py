"""Putting a page on the disk: whole or not at all, and never over something that is no page of ours."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from dateline.errors import InputError

_OURS = b'<meta name="generator" content="Dateline'  # in the head of every page
_HEAD = 2_000  # bytes from the beginning in which it stands


def write_page(file: Path, html: str) -> None:
    """Write a page, over an earlier one too; InputError for any other file, or where nothing can be written."""
    try:
        if os.path.lexists(file) and not _is_page(file):
            raise InputError(
                f"{file} is no page of Dateline's and is not overwritten", "name another file, or remove this one"
            )
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(html.encode())
            os.chmod(name, 0o666 & ~_umask())  # mkstemp keeps what it makes to the user
            os.replace(name, file)
        except BaseException:
            os.unlink(name)
            raise
    except OSError as error:
        raise InputError(f"cannot write {file}: {error.strerror}", "name a file that can be written") from error


def _is_page(file: Path) -> bool:
    if not file.is_file():
        return False
    with file.open("rb") as opened:
        return _OURS in opened.read(_HEAD)


def _umask() -> int:
    """The rights that new files are not given; to read it, it must be set."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
