"""What is no report ends as a rejection with a reason, what is odd is read as it stands, and nothing raises."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from dateline.intake import InputFile, digest_of, find_inputs, read_file
from dateline.model import Arrival, Rejection, RejectionCode, Report
from dateline.settings import DEFAULTS, Settings

BODY = "The ferry left Norholm at noon on Monday. Nobody was hurt, the harbour office said."


def results(tmp_path: Path, data: bytes, settings: Settings = DEFAULTS) -> list[Arrival | Rejection]:
    path = tmp_path / "input.txt"
    path.write_bytes(data)
    return list(read_file(InputFile(path, "reports/input.txt"), settings))


def report(tmp_path: Path, data: bytes) -> Report:
    (arrival,) = results(tmp_path, data)
    assert isinstance(arrival, Arrival), arrival
    return arrival.report


def refused(tmp_path: Path, data: bytes, settings: Settings = DEFAULTS) -> Rejection:
    (rejection,) = results(tmp_path, data, settings)
    assert isinstance(rejection, Rejection), rejection
    assert rejection.location == "reports/input.txt"
    assert len(rejection.digest) == 64
    return rejection


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf", b"\xff\xfe\n\x00"])
def test_an_empty_file_is_rejected_as_empty(tmp_path: Path, data: bytes) -> None:
    assert refused(tmp_path, data).code is RejectionCode.EMPTY


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"Rar!\x1a\x07\x01\x00" + bytes(40), "RAR"),
        (b"\x89PNG\r\n\x1a\n" + bytes(30), "picture"),
        (b"SQLite format 3\x00" + bytes(80), "database"),
        (bytes(range(256)) * 20, "control characters"),
    ],
)
def test_a_binary_file_is_rejected_with_what_it_is(tmp_path: Path, data: bytes, word: str) -> None:
    rejection = refused(tmp_path, data)
    assert rejection.code is RejectionCode.BINARY
    assert word in rejection.reason


def test_a_line_of_five_megabytes_is_too_large_for_one_report(tmp_path: Path) -> None:
    rejection = refused(tmp_path, b"all work and no play " * 250_000)
    assert rejection.code is RejectionCode.TOO_LARGE
    assert "1,000,000" in rejection.reason


def test_a_record_of_five_megabytes_leaves_the_next_record_readable(tmp_path: Path) -> None:
    lines = [
        json.dumps({"title": "Long", "text": "word " * 1_000_000}),
        json.dumps({"title": "Ferry", "text": BODY}),
    ]
    first, second = results(tmp_path, "\n".join(lines).encode())
    assert isinstance(first, Rejection)
    assert first.code is RejectionCode.TOO_LARGE
    assert isinstance(second, Arrival)
    assert second.report.location == "reports/input.txt#2"


def test_a_file_above_the_limit_is_rejected_unread(tmp_path: Path) -> None:
    rejection = refused(tmp_path, BODY.encode(), Settings(max_file_bytes=20))
    assert rejection.code is RejectionCode.TOO_LARGE
    assert "split" in rejection.reason


@pytest.mark.parametrize("encoding", ["cp1251", "iso8859_7", "shift_jis", "utf-16-le"])
def test_an_unknown_encoding_is_rejected_with_what_would_help(tmp_path: Path, encoding: str) -> None:
    text = {
        "cp1251": "Паром вышел из гавани в понедельник, сообщили власти. " * 3,
        "iso8859_7": "Το πλοίο έφυγε από το λιμάνι τη Δευτέρα. " * 3,
        "shift_jis": "フェリーは月曜日に港を出た。" * 5,
        "utf-16-le": BODY,
    }[encoding]
    rejection = refused(tmp_path, text.encode(encoding))
    assert rejection.code is RejectionCode.ENCODING
    assert "UTF-8" in rejection.reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_the_encodings_of_desks_are_read(tmp_path: Path, encoding: str) -> None:
    text = f"Café owners met the minister — “too late”, they said.\n\n{BODY}"
    assert "Café owners met the minister — “too late”" in report(tmp_path, text.encode(encoding)).text


def test_a_page_is_read_in_the_character_set_that_it_declares(tmp_path: Path) -> None:
    page = (
        f'<html><head><meta charset="windows-1251"></head><body><h1>Паром</h1><p>Вышел. {BODY}</p></body></html>'
    )
    assert "Вышел" in report(tmp_path, page.encode("cp1251")).text


def test_one_broken_byte_in_a_long_text_is_shown_and_not_refused(tmp_path: Path) -> None:
    data = ("“Quoted”, he said. " * 200).encode() + b"\xe2\x80 end of it."
    assert "\ufffd" in report(tmp_path, data).text


def test_stray_null_characters_are_dropped(tmp_path: Path) -> None:
    text = report(tmp_path, BODY.encode().replace(b" at ", b" \x00at ") * 20).text
    assert "\x00" not in text
    assert "Norholm at noon" in text


def test_a_report_without_a_date_stays_without_one(tmp_path: Path) -> None:
    assert report(tmp_path, BODY.encode()).published is None


@pytest.mark.parametrize("marks", ['""', "''", "“", "”“", "«»", "„“", "``''", "‹›", "「」", '"""', "“‘", "❝❞"])
def test_odd_quotation_marks_are_kept_as_they_stand(tmp_path: Path, marks: str) -> None:
    text = f"{marks[0]}We go,{marks[-1]} he said. {marks}\n\n{BODY} {marks}"
    assert report(tmp_path, text.encode()).text == text


def test_a_script_in_a_title_stays_text(tmp_path: Path) -> None:
    title = "<script>alert(1)</script> in the harbour"
    assert report(tmp_path, f"{title}\n\n{BODY}".encode()).text.startswith(title)
    line = json.dumps({"title": title, "text": BODY})
    assert report(tmp_path, line.encode()).title == title


def test_a_broken_line_of_json_costs_no_other_line(tmp_path: Path) -> None:
    good = json.dumps({"title": "Ferry", "text": BODY})
    first, second, third = results(tmp_path, f'{good}\n{{"title": "Broken, \n\n{good}\n'.encode())
    assert isinstance(first, Arrival)
    assert isinstance(second, Rejection)
    assert second.code is RejectionCode.MALFORMED
    assert second.location == "reports/input.txt#2"
    assert isinstance(third, Arrival)
    assert third.report.location == "reports/input.txt#4"


@pytest.mark.parametrize(
    "data",
    [
        b'{"title": "a", "text": ',
        b'{"title": "a",\n "text": "b"\n',
        b"[" * 100_000,
        b'[{"text": ' * 20_000,
        b'[{"title": "a"}, 3, null, []]',
        b'{"title": null, "text": 12}',
        b"[]",
        b'{"text": "\\u0000\\ud800"}',
    ],
)
def test_broken_or_senseless_json_is_rejected(tmp_path: Path, data: bytes) -> None:
    found = results(tmp_path, data)
    assert found
    assert all(isinstance(result, Rejection) and result.code is not RejectionCode.FAILED for result in found)


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 20_000 + BODY,
        "<html><body><p>" + BODY + "<!-- never closed " + "x" * 50_000,
        "<html><body><p title='never closed>" + BODY,
        "<html><body><p>" + "<b " * 30_000 + BODY,
        "<html><body><p>" + '<a href="' * 20_000 + BODY,
        "<html><body>" + "</p></div>" * 20_000 + f"<p>{BODY}</p>",
        "<html><body>" + "&#99999999;&#xD800;&nosuch;&" * 2000 + f"<p>{BODY}</p>",
        '<html><head><script type="application/ld+json">{"@graph": [[[{"@type": 3}]]}</script></head><body>'
        + BODY,
    ],
)
def test_a_broken_page_ends_in_a_report_or_a_reason(tmp_path: Path, page: str) -> None:
    (found,) = results(tmp_path, page.encode())
    assert isinstance(found, Arrival) or found.code is RejectionCode.NO_TEXT


def test_a_page_that_shows_nothing_has_no_text(tmp_path: Path) -> None:
    page = b"<html><head><title>Empty</title></head><body><script>a = 'text'</script><p> &nbsp; </p></body></html>"
    assert refused(tmp_path, page).code is RejectionCode.NO_TEXT


def test_links_that_lead_nowhere_are_unreadable_inputs(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "gone.txt")
    scan = find_inputs([tmp_path])
    assert len(scan.inputs) == 2
    for file in scan.inputs:
        (rejection,) = read_file(file, DEFAULTS)
        assert isinstance(rejection, Rejection)
        assert rejection.code is RejectionCode.UNREADABLE
        assert rejection.digest == digest_of(file) == ""


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    (rejection,) = read_file(InputFile(path, "reports/pipe.txt"), DEFAULTS)
    assert isinstance(rejection, Rejection)
    assert rejection.code is RejectionCode.UNREADABLE


def test_records_beyond_the_limit_end_in_one_rejection(tmp_path: Path) -> None:
    line = json.dumps({"title": "Ferry", "text": BODY})
    found = results(tmp_path, f"{line}\n".encode() * 5, Settings(max_records_per_file=2))
    assert [type(result) for result in found] == [Arrival, Arrival, Rejection]
