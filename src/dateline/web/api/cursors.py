"""Where the next rows of a list begin: good for the run it was made in, and for no other."""

from __future__ import annotations

import base64
import binascii

from dateline.errors import AskedError


class StaleCursorError(AskedError):
    """The story has changed since the first rows of the list were asked for."""


def cursor(run: str, offset: int) -> str:
    """A cursor for the rows from `offset` on."""
    return base64.urlsafe_b64encode(f"{run}.{offset}".encode()).decode().rstrip("=")


def offset_of(given: str | None, run: str) -> int:
    """Where the rows begin; AskedError for what is no cursor, StaleCursorError for one of another run."""
    if given is None:
        return 0
    try:
        padded = given + "=" * (-len(given) % 4)
        told = base64.b64decode(padded.encode(), altchars=b"-_", validate=True).decode()
    except (binascii.Error, UnicodeError) as error:
        raise AskedError("the cursor is none of ours", "begin without one") from error
    of_run, _, offset = told.partition(".")
    if not (offset.isascii() and offset.isdigit()):
        raise AskedError("the cursor is none of ours", "begin without one")
    if of_run != run:
        raise StaleCursorError("the story has changed since the list was begun", "begin without a cursor")
    return int(offset)
