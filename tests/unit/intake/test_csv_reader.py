"""Tables: a row is a report, a cell is what its offsets count in."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence

import pytest

from dateline.intake import PassedOver
from dateline.model import Arrival, Rejection, RejectionCode
from dateline.settings import Settings

TakeAll = Callable[..., list[Arrival | Rejection | PassedOver]]
TEXT = "The ferry, the Alkmene, ran aground off Norholm.\n\n“Nobody” was hurt; the owners said."


def table(rows: Sequence[Sequence[str]], delimiter: str = ",") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode()


HEADER = ["id", "Headline", "Published at", "Source", "Article text"]
ROWS = [HEADER, *([str(n), f"Ferry {n}", f"2031-03-0{n}", "The Harbour Post", TEXT] for n in (1, 2))]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_row_of_a_table_is_a_report(take_all: TakeAll, delimiter: str) -> None:
    found = take_all(table(ROWS, delimiter), "dump.bin")
    reports = [one.report for one in found if isinstance(one, Arrival)]
    assert [report.location for report in reports] == ["reports/dump.bin#1", "reports/dump.bin#2"]
    first = reports[0]
    assert (first.reader, first.title, first.outlet) == ("csv", "Ferry 1", "The Harbour Post")
    assert (str(first.published), first.text) == ("2031-03-01", f"Ferry 1\n\n{TEXT}")
    raw = f"Ferry 1\n\n{TEXT}"
    for segment in first.offsets:
        assert raw[segment.raw :].startswith(first.text[segment.start : segment.end])


def test_a_mark_of_utf_8_and_names_in_camel_case_are_no_hindrance(take_all: TakeAll) -> None:
    data = table([["articleBody", "datePublished", "headline"], [TEXT, "2031-03-01", "Ferry"]])
    (arrival,) = take_all(b"\xef\xbb\xbf" + data)
    assert isinstance(arrival, Arrival)
    assert (arrival.report.title, str(arrival.report.published)) == ("Ferry", "2031-03-01")


def test_columns_that_nobody_knows_are_named_by_the_user(take_all: TakeAll) -> None:
    data = table([["nr", "kop", "tekst"], ["1", "Ferry aground", TEXT]])
    (rejection,) = take_all(data, "dump.csv")
    assert isinstance(rejection, Rejection)
    assert "--field text=COLUMN" in rejection.reason
    (arrival,) = take_all(data, "dump.csv", Settings(field_names=(("text", "tekst"), ("title", "kop"))))
    assert isinstance(arrival, Arrival)
    assert (arrival.report.title, arrival.report.text) == ("Ferry aground", f"Ferry aground\n\n{TEXT}")


def test_a_row_with_other_cells_than_the_table_costs_no_other_row(take_all: TakeAll) -> None:
    first, broken, empty, last = take_all(table([*ROWS[:2], ["9", "too", "few"], ["", "x", "", "", ""], ROWS[2]]))
    assert isinstance(broken, Rejection)
    assert (broken.code, broken.location) == (RejectionCode.MALFORMED, "reports/input.bin#2")
    assert isinstance(empty, Rejection)
    assert empty.code is RejectionCode.NO_TEXT
    assert isinstance(first, Arrival)
    assert isinstance(last, Arrival)


def test_a_table_that_is_cut_in_a_row_never_gives_a_short_report(take_all: TakeAll) -> None:
    data = table([["Headline", "Source", "Article text", "id"], ["Ferry", "The Harbour Post", TEXT, "x17"]])
    for end in range(len(b"Headline,Source,Article text,id\r\n") + 3, len(data) - 6):
        (rejection,) = take_all(data[:end])
        assert isinstance(rejection, Rejection), data[:end]


def test_a_text_with_commas_in_its_first_line_is_a_text(take_all: TakeAll) -> None:
    (arrival,) = take_all(b"Source, text and title, he said, are words.\n\nThe ferry ran aground on Monday.")
    assert isinstance(arrival, Arrival)
    assert arrival.report.reader == "txt"


def test_a_table_without_rows_is_one_rejection(take_all: TakeAll) -> None:
    (rejection,) = take_all(table([HEADER]))
    assert isinstance(rejection, Rejection)
    assert rejection.code is RejectionCode.EMPTY
