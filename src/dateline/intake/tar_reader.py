"""Tar archives, read as a stream: each regular member is a file of its own. Nothing is ever written to disk."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import IO

from dateline.intake.found import Inside, Item, PassedOver, digest_of_bytes, member_of, refused
from dateline.intake.guard import Refusal
from dateline.intake.inputs import no_report
from dateline.intake.unpacking import DAMAGE, Budget, read_whole, told
from dateline.model import RejectionCode


def read_tar(stream: IO[bytes], location: str, budget: Budget) -> Iterator[Item]:
    """The members in their order; Refusal where the archive itself breaks off, after what stands before."""
    limit, members = budget.settings.max_archive_members, 0
    watched = _Watched(stream)
    try:
        with tarfile.open(fileobj=watched, mode="r|") as archive:  # type: ignore[call-overload]
            for member in archive:
                members += 1
                if members > limit:
                    reason = f"a tar archive of more than {limit:,} members: give them as a folder"
                    raise Refusal(RejectionCode.TOO_LARGE, reason)
                if not member.isdir():
                    yield _item(archive, member, location, budget)
    except (tarfile.TarError, *DAMAGE) as error:
        reason = f"a tar archive that is cut or damaged: {told(error)}"
        raise Refusal(RejectionCode.MALFORMED, reason) from None
    if watched.tail.strip(b"\0"):  # tarfile ends without a word where a header is cut or damaged
        reason = f"a tar archive that is cut or damaged behind its member {members:,}: its end mark is missing"
        raise Refusal(RejectionCode.MALFORMED, reason)


class _Watched:
    """A stream whose last block is remembered: an archive that is whole ends with blocks of zeros."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.tail = b""

    def read(self, size: int) -> bytes:
        pieces: list[bytes] = []
        while size > 0 and (piece := self._stream.read(size)):
            pieces.append(piece)
            size -= len(piece)
        data = b"".join(pieces)
        self.tail = (self.tail + data)[-tarfile.BLOCKSIZE :]
        return data


def _item(archive: tarfile.TarFile, member: tarfile.TarInfo, location: str, budget: Budget) -> Item:
    here = member_of(location, member.name)
    reason = no_report(member.name) if member.isreg() else "no regular file"
    if reason is not None:
        return PassedOver(here, reason)
    if member.size > budget.settings.max_file_bytes:
        refusal = Refusal(RejectionCode.TOO_LARGE, f"a member of {member.size:,} bytes: split it")
        return refused(here, digest_of_bytes(here.encode()), refusal)
    packed = archive.extractfile(member)
    data = read_whole(packed, budget, "the member") if packed else b""
    if len(data) < member.size:
        raise tarfile.ReadError(f"{member.name[:100]!r} has {len(data):,} of {member.size:,} bytes")
    return Inside(here, data)
