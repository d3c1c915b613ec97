"""What a reader finds in a file: inputs that it can lay out, files inside the file, and what is plainly no report.

A *location* names the place: `reports/a.html`, record 3 of a file `dump.jsonl#3`, a member of an archive
`june.zip!page.html`, and both `june.zip!dump.jsonl#3`. What an archive calls its members is data: it is shown and
never a path that is opened.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from dateline.intake.guard import Refusal
from dateline.intake.sheet import Candidate, Sheet


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file, or the members of one, plainly no report, and why."""

    location: str
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """One input: `lay_out` gives its sheet, or raises Refusal."""

    location: str
    digest: str  # SHA-256 of the bytes that are its own, hexadecimal
    lay_out: Callable[[], Sheet]


@dataclass(frozen=True, slots=True)
class Inside:
    """A file that lies in another one, with what is told of it from outside."""

    location: str
    data: bytes
    charset: str | None = None  # as an HTTP or mail header names it
    told: tuple[Candidate, ...] = ()  # an address, a day of download


type Item = Found | Inside | PassedOver


def refused(location: str, digest: str, refusal: Refusal) -> Found:
    """An input that is known to be unreadable."""

    def lay_out() -> Sheet:
        raise refusal

    return Found(location, digest, lay_out)


def digest_of_bytes(data: bytes) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def member_of(location: str, name: str) -> str:
    """The location of an archive's member; what UTF-8 has no letters for stands there as escapes."""
    return f"{location}!{name}".encode("utf-8", "backslashreplace").decode()
