"""Unpacking with a count: what comes out of packed bytes is counted while it is read, and refused above a limit.

A few kilobytes can unpack to gigabytes. No header that states a size is believed: the bytes that come out count.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable
from typing import IO, Any

from dateline.intake.guard import Refusal
from dateline.model import RejectionCode
from dateline.settings import Settings

CHUNK = 1 << 16  # bytes unpacked at a time: what a bomb can take before it is noticed
FREE_BYTES = 10_000_000  # may come out of any file, however small: a page of white space is no bomb
DAMAGE = (EOFError, OSError, zlib.error, lzma.LZMAError)  # what the decompressors raise on broken bytes
_OPENED: dict[bytes, Callable[..., Any]] = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ": lzma.open}


class Budget:
    """How much may still come out of one file of the user's, counted over all its layers."""

    def __init__(self, packed: int, settings: Settings) -> None:
        self.settings = settings
        self._packed = packed
        self._limit = min(settings.max_unpacked_bytes, max(FREE_BYTES, packed * settings.max_expansion))
        self._out = 0

    def spend(self, count: int) -> None:
        """Count unpacked bytes; Refusal TOO_LARGE once they are too many."""
        self._out += count
        if self._out > self._limit:
            raise Refusal(
                RejectionCode.TOO_LARGE,
                f"its {self._packed:,} bytes unpack to more than {self._limit:,}: unpack it, if you trust it",
            )


class Counted(io.RawIOBase):
    """A stream of unpacked bytes that are counted as they come."""

    def __init__(self, stream: IO[bytes], budget: Budget) -> None:
        self._stream = stream
        self._budget = budget

    def readable(self) -> bool:
        """It is."""
        return True

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes, or CHUNK of them."""
        data = self._stream.read(min(size, CHUNK) if size >= 0 else CHUNK)
        self._budget.spend(len(data))
        return data

    def readinto(self, buffer: Any) -> int:
        """For a buffered reader around this stream."""
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def is_compressed(head: bytes) -> bool:
    """True for the first bytes of a gzip, bzip2 or xz file."""
    return head.startswith(tuple(_OPENED))


def decompressed(stream: IO[bytes], head: bytes, budget: Budget) -> io.BufferedReader:
    """What is in a gzip, bzip2 or xz file. Reading it raises one of DAMAGE where the file is broken or cut."""
    opened = next(open_ for signature, open_ in _OPENED.items() if head.startswith(signature))
    return io.BufferedReader(Counted(opened(stream, "rb"), budget), CHUNK)


def read_whole(stream: IO[bytes], budget: Budget, what: str) -> bytes:
    """All bytes of a member; Refusal TOO_LARGE above the limit for one file, MALFORMED if it is broken."""
    limit = budget.settings.max_file_bytes
    pieces: list[bytes] = []
    size = 0
    try:
        while piece := stream.read(CHUNK):
            size += len(piece)
            if size > limit:
                raise Refusal(RejectionCode.TOO_LARGE, f"{what} unpacks to more than {limit:,} bytes: split it")
            pieces.append(piece)
    except DAMAGE as error:
        raise Refusal(RejectionCode.MALFORMED, f"{what} is cut or damaged: {told(error)}") from None
    return b"".join(pieces)


def inflated(data: bytes, budget: Budget) -> bytes:
    """The bytes behind `Content-Encoding: gzip` or `deflate`; Refusal MALFORMED if they end early."""
    raw = not data.startswith(b"\x1f\x8b") and (data[:1] or b"\0")[0] & 0x0F != zlib.DEFLATED
    engine = zlib.decompressobj(-zlib.MAX_WBITS if raw else zlib.MAX_WBITS | 32)  # 32: zlib or gzip, as it begins
    pieces: list[bytes] = []
    try:
        while data and not engine.eof:
            piece = engine.decompress(data, CHUNK)
            budget.spend(len(piece))
            pieces.append(piece)
            data = engine.unconsumed_tail
    except zlib.error as error:
        raise Refusal(RejectionCode.MALFORMED, f"its content is compressed and damaged: {error}") from None
    if not engine.eof:
        raise Refusal(RejectionCode.MALFORMED, "its content is compressed and cut: the end is missing")
    return b"".join(pieces)


def told(error: Exception) -> str:
    """What a decompressor has to say, in a few words."""
    return (str(error) or type(error).__name__)[:200]
