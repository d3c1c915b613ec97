"""Zip and tar archives and compressed files: what lies in them is read like a file of its own, within limits."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable

import pytest

from dateline.intake import PassedOver
from dateline.model import Arrival, Rejection, RejectionCode
from dateline.settings import Settings

TakeAll = Callable[..., list[Arrival | Rejection | PassedOver]]
TEXT = (
    "Ferry runs aground off Norholm\n\nThe ferry Alkmene ran aground on Monday. Nobody was hurt, the owners said."
)
PAGE = f"<html><body><h1>A page</h1><p>{TEXT}</p></body></html>"
LINES = "".join(json.dumps({"title": f"Ferry {n}", "text": f"It ran aground {n} times."}) + "\n" for n in (1, 2))


def zipped(members: dict[str, bytes | str], **options: int) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def tarred(members: dict[str, bytes | str], mode: str = "w") -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            data = data.encode() if isinstance(data, str) else data
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return packed.getvalue()


def places(found: list[Arrival | Rejection | PassedOver]) -> list[str]:
    return [one.report.location for one in found if isinstance(one, Arrival)]


def reason(found: list[Arrival | Rejection | PassedOver]) -> tuple[RejectionCode, str]:
    (rejection,) = (one for one in found if isinstance(one, Rejection))
    return rejection.code, rejection.reason


MEMBERS: dict[str, bytes | str] = {
    "may/a.txt": TEXT,
    "may/b.html": PAGE,
    "dump.jsonl": LINES,
    "photo.png": b"\x89PNG",
}
INSIDE = ["!may/a.txt", "!may/b.html", "!dump.jsonl#1", "!dump.jsonl#2"]


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_the_members_of_a_tar_are_files_whatever_packs_it(take_all: TakeAll, mode: str) -> None:
    found = take_all(tarred(MEMBERS, mode), "june.dat")
    assert places(found) == [f"reports/june.dat{inside}" for inside in INSIDE]
    assert [(one.location, one.reason) for one in found if isinstance(one, PassedOver)] == [
        ("reports/june.dat!photo.png", "a picture")
    ]


def test_the_members_of_a_zip_are_files(take_all: TakeAll) -> None:
    found = take_all(zipped(MEMBERS | {"__MACOSX/a.txt": "x", "empty/": ""}))
    assert places(found) == [f"reports/input.bin{inside}" for inside in INSIDE]


def test_offsets_of_a_packed_page_count_in_the_page(take_all: TakeAll) -> None:
    (arrival,) = (one for one in take_all(zipped({"b.html": PAGE})) if isinstance(one, Arrival))
    for segment in arrival.report.offsets:
        clean = arrival.report.text[segment.start : segment.end]
        assert PAGE[segment.raw : segment.raw + len(clean)].split() == clean.split()


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_compressed_file_keeps_its_own_location(take_all: TakeAll, pack: Callable[[bytes], bytes]) -> None:
    assert places(take_all(pack(LINES.encode()), "d.jsonl.gz")) == ["reports/d.jsonl.gz#1", "reports/d.jsonl.gz#2"]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_compressed_file_that_is_cut_is_no_report_at_all(
    take_all: TakeAll, pack: Callable[[bytes], bytes]
) -> None:
    whole = pack((TEXT * 40).encode())
    for end in range(20, len(whole), 7):
        assert reason(take_all(whole[:end]))[0] is RejectionCode.MALFORMED


def test_a_cut_tar_gives_its_whole_members_and_says_that_it_is_cut(take_all: TakeAll) -> None:
    whole = tarred({f"{n}.txt": f"{TEXT} {n}" * 20 for n in range(4)})
    last = whole.rstrip(b"\0")
    for end in range(600, len(last), 97):
        found = take_all(whole[:end])
        for one in found:
            if isinstance(one, Arrival):
                number = one.report.location[-5]
                assert one.report.text == f"{TEXT} {number}" * 20
        assert reason(found)[0] is RejectionCode.MALFORMED, end


def test_a_cut_zip_is_refused_whole(take_all: TakeAll) -> None:
    whole = zipped(MEMBERS)
    for end in range(10, len(whole) - 1, 53):
        assert reason(take_all(whole[:end]))[0] is RejectionCode.MALFORMED


def test_a_damaged_member_costs_no_other(take_all: TakeAll) -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT + " Again."}, compresslevel=0))
    data[data.index(b"Norholm")] ^= 0xFF
    found = take_all(bytes(data))
    assert places(found) == ["reports/input.bin!b.txt"]
    assert reason(found)[0] is RejectionCode.MALFORMED


def test_a_bomb_is_refused_by_what_comes_out_of_it(take_all: TakeAll) -> None:
    bomb = zipped({"bomb.txt": b"a " * 20_000_000})
    assert len(bomb) < 100_000
    code, words = reason(take_all(bomb))
    assert code is RejectionCode.TOO_LARGE
    assert "unpack" in words
    assert reason(take_all(gzip.compress(bytes(40_000_000))))[0] is RejectionCode.TOO_LARGE


def test_a_size_that_a_header_states_is_not_believed(take_all: TakeAll) -> None:
    data = bytearray(zipped({"bomb.txt": b"a " * 20_000_000}))
    listed = data.index(b"PK\x01\x02")
    data[listed + 24 : listed + 28] = (100).to_bytes(4, "little")
    assert not any(isinstance(one, Arrival) for one in take_all(bytes(data)))


def test_members_beyond_the_limit_are_not_read(take_all: TakeAll) -> None:
    many = {f"{n}.txt": TEXT for n in range(6)}
    assert reason(take_all(zipped(many), settings=Settings(max_archive_members=5)))[0] is RejectionCode.TOO_LARGE
    assert reason(take_all(tarred(many), settings=Settings(max_archive_members=5)))[0] is RejectionCode.TOO_LARGE


def test_archives_in_archives_are_opened_to_a_depth(take_all: TakeAll) -> None:
    data = zipped({"a.txt": TEXT})
    for _ in range(3):
        data = zipped({"in.zip": data})
    assert places(take_all(data)) == ["reports/input.bin!in.zip!in.zip!in.zip!a.txt"]
    assert reason(take_all(zipped({"in.zip": data})))[0] is RejectionCode.TOO_LARGE


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "c:\\x.txt", "a\nb.txt", "caf\u00e9!x.txt"])
def test_a_member_s_name_is_data_and_no_path(take_all: TakeAll, name: str) -> None:
    (arrival,) = take_all(tarred({name: TEXT}))
    assert isinstance(arrival, Arrival)
    assert arrival.report.location == f"reports/input.bin!{name}"


def test_links_and_devices_in_a_tar_are_passed_over(take_all: TakeAll) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    passed, rejection = take_all(packed.getvalue())
    assert passed == PassedOver("reports/input.bin!link.txt", "no regular file")
    assert isinstance(rejection, Rejection)
    assert rejection.code is RejectionCode.EMPTY


def test_a_locked_member_is_told(take_all: TakeAll) -> None:
    data = bytearray(zipped({"a.txt": TEXT}))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + at] |= 1
    code, words = reason(take_all(bytes(data)))
    assert code is RejectionCode.UNREADABLE
    assert "password" in words


def test_an_office_file_that_is_no_document_is_told_by_what_it_holds(take_all: TakeAll) -> None:
    code, words = reason(take_all(zipped({"xl/workbook.xml": "<workbook/>"}), "reports.zip"))
    assert code is RejectionCode.BINARY
    assert "CSV" in words
