"""Web archives as warcio writes them: pages are read whole, and what is not whole is listed and never read."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from dateline.intake import PassedOver
from dateline.intake.unpacking import Budget
from dateline.intake.warc_framing import Framed, framed_records
from dateline.model import Arrival, Field, Rejection, RejectionCode
from dateline.settings import Settings

TakeAll = Callable[..., list[Arrival | Rejection | PassedOver]]
CUTS = 200
pytestmark = pytest.mark.filterwarnings(  # the writer of warcio leaves its temporary files to the collector
    "ignore:Exception ignored in. <function SpooledTemporaryFile:pytest.PytestUnraisableExceptionWarning"
)


def page(number: int) -> bytes:
    steps = " ".join(f"Step {step} of hearing {number} was held in Norholm." for step in range(12))
    return (
        f'<html><head><meta charset="utf-8"><title>Hearing {number}</title></head><body><h1>Hearing {number}</h1>'
        f"<p>The inquiry into the ferry met on Monday — “in public”, its chair said.</p>"
        f"<p>{steps}</p></body></html>"
    ).encode()


def written(*, compressed: bool, pages: int = 3, headers: tuple[tuple[str, str], ...] = ()) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=compressed)
    writer.write_record(writer.create_warcinfo_record("crawl.warc", {"software": "test"}))
    for number in range(pages):
        uri = f"https://norholm-post.example/2031/03/0{number + 1}/hearing"
        request = StatusAndHeaders(f"GET /{number} HTTP/1.1", [("Host", "x.example")], is_http_request=True)
        writer.write_record(writer.create_warc_record(uri, "request", http_headers=request))
        writer.write_record(response(writer, uri, page(number), headers))
    picture = StatusAndHeaders("200 OK", [("Content-Type", "image/png")], protocol="HTTP/1.1")
    writer.write_record(
        writer.create_warc_record(
            "https://x.example/a.png", "response", io.BytesIO(b"\x89PNG"), http_headers=picture
        )
    )
    gone = StatusAndHeaders("404 Not Found", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    writer.write_record(
        writer.create_warc_record("https://x.example/b", "response", io.BytesIO(page(9)), http_headers=gone)
    )
    return out.getvalue()


def response(writer: WARCWriter, uri: str, body: bytes, headers: tuple[tuple[str, str], ...] = ()) -> object:
    kinds = [("Content-Type", "text/html; charset=utf-8"), *headers]
    http = StatusAndHeaders("200 OK", kinds, protocol="HTTP/1.1")
    told = {"WARC-Date": "2031-03-05T08:00:00Z"}
    return writer.create_warc_record(uri, "response", io.BytesIO(body), http_headers=http, warc_headers_dict=told)


def one_response(body: bytes, *headers: tuple[str, str]) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    writer.write_record(response(writer, "https://x.example/a", body, headers))
    return out.getvalue()


def texts(found: list[Arrival | Rejection | PassedOver]) -> list[str]:
    return [one.report.text for one in found if isinstance(one, Arrival)]


def rejections(found: list[Arrival | Rejection | PassedOver]) -> list[Rejection]:
    return [one for one in found if isinstance(one, Rejection)]


@pytest.mark.parametrize("compressed", [True, False])
def test_the_pages_of_an_archive_are_reports_and_the_rest_is_passed_over(
    take_all: TakeAll, compressed: bool
) -> None:
    found = take_all(written(compressed=compressed), "crawl.warc.gz")
    reports = [one.report for one in found if isinstance(one, Arrival)]
    assert [report.location for report in reports] == [f"reports/crawl.warc.gz#{n}" for n in (3, 5, 7)]
    assert [report.title for report in reports] == ["Hearing 0", "Hearing 1", "Hearing 2"]
    assert reports[0].url == "https://norholm-post.example/2031/03/01/hearing"
    assert str(reports[0].published) == "2031-03-01"  # the day in the address, never that of the download
    assert not rejections(found)
    (passed,) = (one for one in found if isinstance(one, PassedOver))
    assert passed.reason == "records that are no pages: 3 request, 1 warcinfo, 1 image/png, 1 status 404"


def test_offsets_count_in_the_page_itself(take_all: TakeAll) -> None:
    source = page(0).decode()
    report = next(one.report for one in take_all(written(compressed=True)) if isinstance(one, Arrival))
    assert "“in public”" in report.text
    for segment in report.offsets:
        clean = report.text[segment.start : segment.end]
        assert source[segment.raw : segment.raw + len(clean)] == clean


def test_the_day_of_the_download_is_kept_and_not_chosen(take_all: TakeAll) -> None:
    arrival = next(one for one in take_all(written(compressed=True)) if isinstance(one, Arrival))
    kept = {c.found_in: c.chosen for c in arrival.candidates if c.field is Field.PUBLISHED}
    assert kept["WARC-Date (download)"] is False


@pytest.mark.parametrize("compressed", [True, False])
def test_cut_anywhere_an_archive_gives_whole_pages_and_lists_the_cut_record(
    take_all: TakeAll, compressed: bool
) -> None:
    data = written(compressed=compressed)
    whole = texts(take_all(data))
    assert len(whole) == 3
    ends = record_ends(data, compressed)
    for end in range(1, len(data), len(data) // CUTS):
        found = take_all(data[:end])
        assert texts(found) == whole[: len(texts(found))], f"a short report, cut at {end}"
        if end not in ends:
            assert len(rejections(found)) == 1, f"the cut record is not listed, cut at {end}"


def record_ends(data: bytes, compressed: bool) -> set[int]:
    """Where a cut leaves only whole records."""
    marker = b"\x1f\x8b\x08" if compressed else b"WARC/1.0\r\n"
    return {at for at in range(len(data)) if data.startswith(marker, at)} | {len(data)}


@pytest.mark.parametrize("compressed", [True, False])
def test_a_record_cut_in_the_midst_of_an_archive_costs_only_itself(take_all: TakeAll, compressed: bool) -> None:
    data = written(compressed=compressed, pages=4)
    whole = texts(take_all(data))
    ends = sorted(record_ends(data, compressed))
    begin, end = ends[4], ends[5]  # the second page
    for cut in range(begin + 30, end - 30, 41):
        found = take_all(data[:cut] + data[end:])
        assert texts(found) == [whole[0], *whole[2:]], cut
        assert len(rejections(found)) == 1, cut


def test_no_record_is_blamed_for_the_next_one_that_is_cut() -> None:
    data = written(compressed=True, pages=4)
    ends = sorted(record_ends(data, compressed=True))
    begin, end = ends[4], ends[5]
    whole = [record.header for record in framed(data)]
    for cut in range(begin + 20, end - 30, 11):
        records = framed(data[:cut] + data[end:])
        assert sum(record.fault is not None for record in records) == 1, cut
        assert [record.header for record in records if record.fault is None] == [*whole[:4], *whole[5:]], cut


def framed(data: bytes) -> list[Framed]:
    return list(framed_records(io.BytesIO(data), True, Budget(len(data), Settings()), len(data) * 100))


def test_a_damaged_gzip_member_is_listed_and_reading_goes_on_at_the_next(take_all: TakeAll) -> None:
    data = bytearray(written(compressed=True))
    whole = texts(take_all(bytes(data)))
    begin = sorted(record_ends(bytes(data), compressed=True))[4]
    data[begin + 200 : begin + 240] = bytes(40)
    found = take_all(bytes(data))
    assert texts(found) == [whole[0], whole[2]]
    assert len(rejections(found)) == 1


def test_a_wrong_checksum_makes_a_record_no_report(take_all: TakeAll) -> None:
    data = bytearray(one_response(page(1)))
    data[-6] ^= 0xFF
    found = take_all(bytes(data))
    assert not texts(found)
    assert "damaged" in rejections(found)[0].reason


def test_an_archive_in_one_gzip_stream_is_read_too(take_all: TakeAll) -> None:
    found = take_all(gzip.compress(written(compressed=False)))
    assert len(texts(found)) == 3
    blocks = written(compressed=False)
    in_blocks = b"".join(gzip.compress(blocks[at : at + 300]) for at in range(0, len(blocks), 300))
    assert texts(take_all(in_blocks)) == texts(found)


def test_a_wrong_length_is_noticed_and_the_next_record_found(take_all: TakeAll) -> None:
    data = written(compressed=False)
    whole = texts(take_all(data))
    at = data.index(b"hearing\r\n", data.index(b"WARC-Type: response"))
    length = data.index(b"Content-Length: ", data.rindex(b"WARC/1.0", 0, at))
    digits = data[length + 16 : data.index(b"\r\n", length)]
    wrong = str(int(digits) - 50).encode().rjust(len(digits), b"0")
    found = take_all(data[: length + 16] + wrong + data[length + 16 + len(digits) :])
    assert texts(found) == whole[1:]
    assert "length" in rejections(found)[0].reason


def chunked(body: bytes, size: int = 100) -> bytes:
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def test_the_encodings_of_a_transfer_are_undone(take_all: TakeAll) -> None:
    plain = texts(take_all(one_response(page(1))))
    for body, headers in (
        (chunked(page(1)), [("Transfer-Encoding", "chunked")]),
        (gzip.compress(page(1)), [("Content-Encoding", "gzip")]),
        (chunked(gzip.compress(page(1))), [("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")]),
        (page(1), [("Transfer-Encoding", "chunked")]),  # a crawler that joined the chunks and kept the header
    ):
        assert texts(take_all(one_response(body, *headers))) == plain


def test_a_page_of_which_only_a_part_came_over_the_line_is_no_report(take_all: TakeAll) -> None:
    for body, headers in (
        (chunked(page(1))[:-40], [("Transfer-Encoding", "chunked")]),
        (gzip.compress(page(1))[:-40], [("Content-Encoding", "gzip")]),
        (page(1)[:-40], [("Content-Length", str(len(page(1))))]),
    ):
        found = take_all(one_response(body, *headers))
        assert not texts(found)
        assert rejections(found)[0].code is RejectionCode.MALFORMED


def test_a_page_that_its_crawler_cut_off_is_no_report(take_all: TakeAll) -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    writer.write_record(
        writer.create_warc_record(
            "https://x.example/a", "response", io.BytesIO(page(1)), http_headers=http,
            warc_headers_dict={"WARC-Truncated": "length"},
        )
    )  # fmt: skip
    assert "cut" in rejections(take_all(out.getvalue()))[0].reason


def test_a_page_in_a_character_set_that_only_the_server_names_is_read(take_all: TakeAll) -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    http = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=windows-1251")], protocol="HTTP/1.1")
    body = "<html><body><h1>Паром</h1><p>Паром вышел из гавани.</p></body></html>".encode("cp1251")
    writer.write_record(
        writer.create_warc_record("https://x.example/a", "response", io.BytesIO(body), http_headers=http)
    )
    assert "Паром вышел" in texts(take_all(out.getvalue()))[0]


def test_a_bomb_in_a_page_is_refused(take_all: TakeAll) -> None:
    body = gzip.compress(b"<p>" + b"a " * 20_000_000)
    found = take_all(one_response(body, ("Content-Encoding", "gzip")))
    assert rejections(found)[0].code is RejectionCode.TOO_LARGE


def test_an_archive_without_a_page_is_one_rejection(take_all: TakeAll) -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    writer.write_record(writer.create_warcinfo_record("crawl.warc", {"software": "test"}))
    passed, rejection = take_all(out.getvalue())
    assert isinstance(passed, PassedOver)
    assert isinstance(rejection, Rejection)
    assert rejection.code is RejectionCode.EMPTY
