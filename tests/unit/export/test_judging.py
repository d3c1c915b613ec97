"""Sheets as spreadsheets open, change and save them."""

from __future__ import annotations

import csv
import io

import pytest

from dateline.errors import InputError
from dateline.export.judging import COLUMNS, read_sheet, sheet_bytes
from dateline.story.validation import Finding, Judgement

SENTENCE = "=SUM(A1) was sprayed on the “wall”; Velk said so."


def sheet(*ids: str) -> str:
    rows = [Finding(id=id_, band="strong", cited="Pier", sentence=SENTENCE, reading="who?") for id_ in ids]
    return sheet_bytes("events", rows).decode("utf-8-sig")


def judged(text: str, *judgements: str, judge: str = "Ann") -> str:
    """The sheet with the judgements filled in, top to bottom."""
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    for row, judgement in zip(rows, judgements, strict=True):
        writer.writerow({**row, "judgement": judgement, "judge": judge})
    return out.getvalue()


def test_a_sentence_that_is_a_formula_is_text_in_the_sheet() -> None:
    (row,) = csv.DictReader(io.StringIO(sheet("e_1"), newline=""))
    assert row["sentence"] == f"'{SENTENCE}"
    assert (row["judgement"], row["judge"], row["comment"]) == ("", "", "")


def test_neither_score_nor_band_is_shown_to_the_judge() -> None:
    assert "strong" not in sheet("e_1")


def test_judgements_come_back_whatever_their_case() -> None:
    read = read_sheet(judged(sheet("e_1", "e_2", "e_3"), "Right", " wrong ", "").encode(), "a.csv")
    assert (read.of, read.judged.judge) == ("events", "Ann")
    assert read.judged.answers == {"e_1": Judgement.RIGHT, "e_2": Judgement.WRONG, "e_3": None}


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_sheet_that_was_saved_in_another_dialect_is_read(delimiter: str) -> None:
    rows = list(csv.reader(io.StringIO(judged(sheet("e_1"), "right"), newline="")))
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    answers = read_sheet(out.getvalue().encode("cp1252"), "a.csv").judged.answers
    assert answers == {"e_1": Judgement.RIGHT}


def test_a_sheet_without_a_judge_is_known_by_its_file() -> None:
    assert read_sheet(judged(sheet("e_1"), "right", judge="").encode(), "in/bo.csv").judged.judge == "bo.csv"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            judged(sheet("e_1", "e_2"), "right", "maybe"),
            "row 3: the judgement “maybe” is not right, wrong or unsure",
        ),
        (judged(sheet("e_1", "e_1"), "right", "right"), "row 3: e_1 stands in it twice"),
        ("name;text\r\nAnn;hello\r\n", "has no column id, of and judgement"),
        ("", "has no rows"),
        (sheet("e_1") + "q_1,quotations,Pier,x,y,right,Ann,\r\n", "mixes events and quotations"),
        (
            judged(sheet("e_1"), "right") + "e_2,events,Pier,x,y,right,Bo,\r\n",
            "has several judges: Ann and Bo",
        ),
    ],
)
def test_a_sheet_that_cannot_be_counted_says_what_is_wrong(content: str, told: str) -> None:
    with pytest.raises(InputError, match=r"a\.csv") as raised:
        read_sheet(content.encode(), "a.csv")
    assert told in str(raised.value)


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"id,of,judgement\n\n", b'"id', b"id\nx"])
def test_odd_bytes_are_an_error_of_the_sheet(content: bytes) -> None:
    with pytest.raises(InputError):
        read_sheet(content, "a.csv")
