"""Ids derived from content: the same input gives the same ids, on any machine and in any order.

An id is a letter for the kind of record and thirteen base-32 characters of a BLAKE2b digest (65 bits: a story
of a million records has a collision with probability below 10^-7).
"""

from __future__ import annotations

import base64
import hashlib

LENGTH = 13
_SEPARATOR = "\x1f"  # ASCII unit separator: cannot be confused with a character of a name or a date


def digest(*parts: object) -> str:
    """Lower-case base-32 digest of any number of parts; ("ab", "c") differs from ("a", "bc")."""
    joined = _SEPARATOR.join(str(part) for part in parts)
    raw = hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    return base64.b32encode(raw).decode("ascii").lower().rstrip("=")


def content_id(kind: str, *parts: object) -> str:
    """The id of a record of one kind (its prefix letter or letters) made from its defining parts."""
    return f"{kind}_{digest(kind, *parts)[:LENGTH]}"
