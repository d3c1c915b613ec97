"""Where the records of a web archive begin and end, with every length checked.

warcio, which parses the headers for us, gives what is there of a record's body without a word when the file ends
early or a length is wrong. So the frame is ours: a record counts as whole only if all the bytes that its
Content-Length promises are there, its end is marked, and the gzip member around it has the right checksum.

A *stretch* is a run of unpacked bytes without a break. A plain file is one stretch. In a .warc.gz, where each
record is a gzip member of its own, each member is one; after a damaged member the next stretch begins with the
next member that unpacks to a record.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from dateline.intake.unpacking import CHUNK, Budget

BEGIN = b"WARC/"
MAX_HEADER_BYTES = 65_536  # of one record: real ones have a few hundred
_GZIP_MEMBER = b"\x1f\x8b\x08"
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(rb"\r?\ncontent-length:[ \t]*(\d{1,15})[ \t]*(?=\r?\n)", re.IGNORECASE)
_NEXT_RECORD = re.compile(
    rb"WARC/[01]\.\d+\r?\n(?=[A-Za-z-]{4,40}:)"
)  # what was cut before it may lack a line end
_KEPT = 64  # bytes at the end of a search that may be how the next record begins
_TRIED = 512  # packed bytes are enough to see how a member begins


@dataclass(frozen=True, slots=True)
class Framed:
    """One record: whole if `fault` is None; `body` is None if it was too large to hold."""

    number: int  # from 1, damaged ones counted too
    header: bytes
    body: bytes | None
    fault: str | None


def framed_records(stream: IO[bytes], compressed: bool, budget: Budget, held: int) -> Iterator[Framed]:
    """All records of an archive in order; a body of more than `held` bytes is passed, not held.

    Refusal TOO_LARGE where more is unpacked than `budget` has.
    """
    source = _Source(stream, compressed, budget)
    number = 0
    while source.open_stretch():
        for header, body, fault in _records(source, held):
            number += 1
            yield Framed(number, header, body, fault)


def _records(source: _Source, held: int) -> Iterator[tuple[bytes, bytes | None, str | None]]:
    """Header, body and fault of each record in the current stretch."""
    while True:
        source.skip_line_ends()
        if not source.peek(1):
            if source.fault:
                yield b"", b"", source.fault
            return
        header, length, fault = _header(source)
        if fault:
            yield header, b"", source.fault or fault
            source.resync()
            continue
        body = source.take(length) if length <= held else source.skip(length)
        fault = _fault_at_end(source, length, None if body is None else len(body))
        yield header, body, fault
        if fault:
            source.push_back(body or b"")
            source.resync()


def _header(source: _Source) -> tuple[bytes, int, str | None]:
    """The lines above a record's body, the length of the body, and what is wrong with them."""
    seen = source.peek(MAX_HEADER_BYTES, until=_HEADER_END)
    if not seen.startswith(BEGIN):
        return b"", 0, "no record begins where one should"
    end = _HEADER_END.search(seen)
    if end is None:
        return bytes(seen), 0, "the archive ends within the header of this record" if source.ended else "no header"
    if _NEXT_RECORD.search(seen, 1, end.end()):
        return b"", 0, "the record is cut within its header"
    header = source.take(end.end())
    length = _LENGTH.search(header)
    if length is None:
        return header, 0, "its header states no length"
    return header, int(length[1]), None


def _fault_at_end(source: _Source, length: int, got: int | None) -> str | None:
    """Why a record is not whole; `got`: how many bytes of its body there were, None if it was skipped whole."""
    if got is not None and got < length:
        return f"the record is cut: {got:,} of {length:,} bytes" + (f" ({source.fault})" if source.fault else "")
    mark = source.peek(4)
    source.skip_line_ends()
    behind = source.peek(len(BEGIN))
    if not behind:  # the end of a gzip member marks the end of its record, if its checksum is right
        unmarked = not source.compressed and not mark.startswith((b"\r\n\r\n", b"\n\n"))
        return source.fault or ("the archive ends before the end of this record is marked" if unmarked else None)
    return None if behind == BEGIN else "its length is wrong: the next record does not begin behind it"


class _Source:
    """Unpacked bytes, a stretch at a time."""

    def __init__(self, stream: IO[bytes], compressed: bool, budget: Budget) -> None:
        self.compressed = compressed
        self._stream = stream
        self._budget = budget
        self._bytes = bytearray()
        self._next: bytes | None = None  # how the next stretch begins
        self._read = 0  # packed bytes taken from the stream
        self._member_at = 0  # where the current gzip member begins
        self._packed = b""
        self._engine = zlib.decompressobj(31)
        self._stream.seek(0)
        self._new = True  # no stretch was opened yet
        self.ended = True
        self.fault: str | None = None  # why the current stretch ended early

    def open_stretch(self) -> bool:
        """Go to the next stretch; False if there is none."""
        if self._next is None and not self._new:
            return False
        self._bytes[:] = self._next or b""
        self._new, self._next, self.ended, self.fault = False, None, False, None
        return True

    def peek(self, count: int, until: re.Pattern[bytes] | None = None) -> bytes:
        """Up to `count` bytes that come next in this stretch, or as many as hold a match of `until`."""
        while len(self._bytes) < count and not self.ended and not (until and until.search(self._bytes)):
            self._more()
        return bytes(self._bytes[:count])

    def take(self, count: int) -> bytes:
        """The next `count` bytes, fewer at the end of the stretch."""
        taken = self.peek(count)
        del self._bytes[: len(taken)]
        return taken

    def skip(self, count: int) -> bytes | None:
        """Pass `count` bytes; None if they were all there, b"" if not."""
        while count and self.peek(1):
            step = min(count, len(self._bytes))
            del self._bytes[:step]
            count -= step
        return b"" if count else None

    def skip_line_ends(self) -> None:
        """Pass carriage returns and line feeds."""
        while (seen := self.peek(4)) and seen[:1] in b"\r\n":
            del self._bytes[: len(seen) - len(seen.lstrip(b"\r\n"))]

    def push_back(self, taken: bytes) -> None:
        """Give bytes back, to be looked through again."""
        self._bytes[:0] = taken

    def resync(self) -> None:
        """Pass everything up to where the next record of this stretch begins."""
        while True:
            found = _NEXT_RECORD.search(self._bytes, 1)
            if found:
                del self._bytes[: found.start()]
                return
            del self._bytes[:-_KEPT]
            if self.ended:
                self._bytes.clear()
                self.fault = None  # it is told already
                return
            self._more()

    def _more(self) -> None:
        """Unpack a little more of this stretch, or notice that it ends."""
        if not self.compressed:
            data = self._stream.read(CHUNK)
            self._bytes += data
            self.ended = not data
            return
        try:
            piece, data = self._unpack()
        except zlib.error as error:
            self._break_off(f"the gzip data is damaged here: {error}")
            return
        self._bytes += piece
        if self._engine.eof:
            self._close_member()
        elif not piece and not data:
            # what is cut may unpack, as nonsense, to the end
            self._break_off("the archive ends within this record")

    def _unpack(self) -> tuple[bytes, bytes]:
        """The next unpacked bytes, and the packed ones that they come from; both empty at the end of the file."""
        data = self._engine.unconsumed_tail or self._packed
        if not data:
            data = self._stream.read(CHUNK)
            self._read += len(data)
        self._packed = b""
        piece = self._engine.decompress(data, CHUNK)
        self._budget.spend(len(piece))
        return piece, data

    def _close_member(self) -> None:
        """A gzip member has ended well: the next is a new stretch, unless the same record goes on in it."""
        rest = self._engine.unused_data
        if len(rest) < _TRIED:
            more = self._stream.read(CHUNK)
            self._read += len(more)
            rest += more
        if not rest.strip(b"\0"):  # nothing, or the padding of a tape
            self._end(None)
            return
        self._start_member(self._read - len(rest), rest)
        first = _beginning(rest)
        if len(first) < len(BEGIN) or first == BEGIN or not _unpacks(rest):
            self._next = b""
            self._end(None)

    def _start_member(self, at: int, packed: bytes) -> None:
        self._member_at = at
        self._engine = zlib.decompressobj(31)
        self._packed = packed

    def _member_after(self, offset: int) -> bytes | None:
        """Go to the first gzip member from `offset` on that unpacks to a record; None if there is none."""
        self._stream.seek(offset)
        window, window_at = b"", offset
        while True:
            data = self._stream.read(CHUNK)
            window += data
            at = window.find(_GZIP_MEMBER)
            while at >= 0 and (len(window) - at >= _TRIED or not data):
                if _beginning(window[at:]) == BEGIN:
                    self._start_member(window_at + at, window[at:])
                    self._read = window_at + len(window)
                    return b""
                at = window.find(_GZIP_MEMBER, at + 1)
            if not data:
                return None
            keep = at if at >= 0 else max(0, len(window) - 2)
            window_at, window = window_at + keep, window[keep:]

    def _break_off(self, fault: str) -> None:
        """Give up a member that is not whole: the next stretch begins with the next that unpacks to a record."""
        self._end(fault)
        self._next = self._member_after(self._member_at + 1)

    def _end(self, fault: str | None) -> None:
        self.ended, self.fault = True, fault


def _unpacks(packed: bytes) -> bool:
    """False for a damaged gzip member: what it seems to begin with is nonsense, and goes on no record."""
    try:
        zlib.decompressobj(31).decompress(packed, CHUNK)
    except zlib.error:
        return False
    return True


def _beginning(packed: bytes) -> bytes:
    """The first letters of a gzip member, as many as BEGIN has; fewer if it is cut or damaged."""
    try:
        return zlib.decompressobj(31).decompress(packed[:_TRIED], len(BEGIN))
    except zlib.error:
        return b""
