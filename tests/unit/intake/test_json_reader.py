"""Records with the field names of news-please and newspaper."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from dateline.intake import InputFile, read_file
from dateline.model import Arrival, Field, Rejection
from dateline.settings import DEFAULTS

Take = Callable[[str], Arrival]


def test_a_record_of_news_please_is_read(take: Take) -> None:
    record = {
        "authors": ["Mira Tolle", "Jo Bask"],
        "date_download": "2031-05-01 00:00:00",
        "date_modify": "2031-03-04 10:00:00",
        "date_publish": "2031-03-02 18:04:00",
        "language": "en",
        "maintext": "The ferry ran aground.\nNobody was hurt.",
        "source_domain": "www.theguardian.com",
        "title": "Ferry aground",
        "url": "https://www.theguardian.com/ferry",
    }
    arrival = take(json.dumps(record))
    report = arrival.report
    assert report.location == "reports/report.txt#1"
    assert report.reader == "jsonl"
    assert report.text == "Ferry aground\n\nThe ferry ran aground.\nNobody was hurt."
    assert (report.title, report.byline, report.outlet) == ("Ferry aground", "Mira Tolle, Jo Bask", "The Guardian")
    assert (str(report.published), report.language) == ("2031-03-02", "en")
    dates = {c.value: c.chosen for c in arrival.candidates if c.field is Field.PUBLISHED}
    assert dates == {"2031-03-02T18:04": True, "2031-03-04T10:00": False, "2031-05-01T00:00": False}


def test_a_record_of_newspaper_is_read(take: Take) -> None:
    record = {
        "title": "Ferry aground",
        "text": "The ferry ran aground.",
        "publish_date": None,
        "authors": [],
        "meta_lang": "en",
    }
    report = take(json.dumps(record)).report
    assert (report.published, report.byline, report.outlet) == (None, None, None)


def test_an_agency_among_the_authors_is_a_credit(take: Take) -> None:
    record = {"title": "Ferry", "text": "It ran aground.", "authors": ["Mira Tolle", "Associated Press"]}
    report = take(json.dumps(record)).report
    assert (report.byline, report.agencies) == ("Mira Tolle", ("AP",))


def test_an_unknown_domain_stands_for_itself(take: Take) -> None:
    assert (
        take(json.dumps({"text": "It ran aground.", "source_domain": "www.hp.example"})).report.outlet
        == "hp.example"
    )


def test_one_object_over_several_lines_is_one_report(take: Take) -> None:
    arrival = take(json.dumps({"title": "Ferry", "text": "It ran aground."}, indent=2))
    assert arrival.report.location == "reports/report.txt"


def test_the_elements_of_an_array_are_reports(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"title": f"Ferry {n}", "text": "It ran aground."} for n in (1, 2)], indent=1))
    found = list(read_file(InputFile(path, "reports/a.json"), DEFAULTS))
    assert [arrival.report.location for arrival in found if isinstance(arrival, Arrival)] == [
        "reports/a.json#1",
        "reports/a.json#2",
    ]


def test_a_text_that_begins_with_a_bracket_is_no_json(take: Take) -> None:
    assert take("[Crews on the quay. Credit: AP]\n\nThe ferry ran aground on Monday.").report.reader == "txt"


def test_a_headline_that_stands_in_the_text_again_is_read_once(take: Take) -> None:
    arrival = take(
        json.dumps({"title": "Ferry aground", "text": "Ferry aground\n\nIt ran aground.\n\nNobody was hurt."})
    )
    assert [f.words.text for f in arrival.furniture] == ["Ferry aground"]
    assert arrival.furniture[0].words.start > 0


def test_a_broken_line_is_told_by_its_number_and_the_column_in_it(tmp_path: Path) -> None:
    whole = '{"title": "A", "text": "The ferry ran aground."}'
    (tmp_path / "some.jsonl").write_text(f'{whole}\n{{"title":\n{whole}\n')
    _, broken, _ = read_file(InputFile(tmp_path / "some.jsonl", "some.jsonl"), DEFAULTS)
    assert isinstance(broken, Rejection)
    assert broken.location == "some.jsonl#2"
    assert broken.reason == "no valid JSON: Expecting value at column 10"
