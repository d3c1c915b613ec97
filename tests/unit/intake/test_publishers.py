"""Who publishes: the table of the program, the user's before it, and what it tells of a report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.intake import InputFile, read_file
from dateline.intake.publishers import Directory, agency_of, outlet_of_domain, read_outlets, use_outlets
from dateline.model import Arrival
from dateline.settings import Settings
from dateline.vocabulary import load

Take = Callable[[str], Arrival]
TABLE = """name,domain,kind,owner,country
The Lund Gazette,https://www.lundgazette.example/news,outlet,Quay Media,gbr
Lin Valley Wire,lvw.example,agency,,NOR
"""
BODY = "The bridge over the Lin was closed on Monday because two of its ropes had torn, the city said."


@pytest.fixture
def take_with_table(tmp_path: Path) -> Iterator[Take]:
    table = tmp_path / "own.csv"
    table.write_text(TABLE, encoding="utf-8")
    settings = Settings(outlets=read_outlets(table))

    def read_one(text: str) -> Arrival:
        path = tmp_path / "report.txt"
        path.write_text(text, encoding="utf-8")
        (arrival,) = read_file(InputFile(path, "reports/report.txt"), settings)
        assert isinstance(arrival, Arrival)
        return arrival

    yield read_one
    use_outlets(())


def test_every_publisher_of_the_program_has_one_name_and_no_domain_twice() -> None:
    rows = [*load("outlets")["outlet"], *load("agencies")["agency"]]
    domains = [domain for row in rows for domain in row["domains"]]
    assert len(set(domains)) == len(domains)
    names = [row["name"] for row in rows]
    assert len(set(names)) == len(names)
    assert {len(row["country"]) for row in rows if "country" in row} == {3}


def test_a_publisher_is_found_by_name_with_and_without_its_article_and_by_any_host() -> None:
    known = Directory([("The Lund Gazette", "lund.example", "outlet", "", "")])
    for name in ("The Lund Gazette", "Lund Gazette", "LUND GAZETTE"):
        found = known.named(name)
        assert found is not None
        assert found.name == "The Lund Gazette"
    assert known.of_domain("www.news.lund.example") is known.named("Lund Gazette")
    assert known.of_domain("example") is None


def test_a_users_table_names_outlets_and_agencies(take_with_table: Take) -> None:
    report = take_with_table(
        f"Source: lundgazette.example\nDate: 4 June 2031\nTitle: Bridge closed\n\n{BODY}"
    ).report
    assert (report.outlet, report.owner) == ("The Lund Gazette", "Quay Media")
    wired = take_with_table(f"Bridge closed after ropes tear\n\nLUND (Lin Valley Wire) - {BODY}")
    assert wired.report.agencies == ("Lin Valley Wire",)


def test_a_users_table_is_forgotten_with_its_settings() -> None:
    use_outlets((("Lund Wire", "lund.example", "agency", "", ""),))
    assert (agency_of("Lund Wire"), outlet_of_domain("lund.example")) == ("Lund Wire", "Lund Wire")
    use_outlets(())
    assert outlet_of_domain("lund.example") is None


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("outlet,domain\nA,b.example\n", "the first line names outlet, domain"),
        ("name,kind\nLund,paper\n", "line 2: 'paper' is no kind"),
        ("name,kind\n,outlet\n", "line 2: a row without a name"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_with_its_line(table: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(InputError, match=says):
        read_outlets(path)


def test_a_numeric_day_is_read_as_in_the_outlets_country(take: Take) -> None:
    def day(outlet: str) -> str | None:
        report = take(f"Source: {outlet}\nDate: 03/04/2031\nTitle: Bridge closed\n\n{BODY}").report
        return report.published.edtf if report.published else None

    assert day("The Boston Globe") == "2031-03-04"
    assert day("The Irish Times") == "2031-04-03"
    assert day("The Lund Gazette") is None
