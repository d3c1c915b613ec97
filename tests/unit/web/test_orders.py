"""Lists in the order that their address asks for, page and files alike."""

from __future__ import annotations

import csv
import io
import re

import pytest
from starlette.testclient import TestClient

from dateline.web.asked import Asked
from dateline.web.pages.orders import Column, Order, Orders

LENGTHS: Orders[str] = Orders(
    {"length": Order("longest first", len, falls=True), "word": Order("by word", str)}, first="as they came"
)


def in_order(sort: str | None) -> list[str]:
    return LENGTHS.of(["bb", "a", "cc"], Asked("/words", {"sort": sort} if sort else {}))


def test_rows_of_the_same_key_stay_as_they_were_in_both_directions() -> None:
    assert in_order(None) == ["bb", "a", "cc"]
    assert in_order("length") == ["bb", "cc", "a"]
    assert in_order("-length") == ["a", "bb", "cc"]


def test_the_head_of_a_column_says_how_the_list_stands_and_turns_it_round() -> None:
    columns = LENGTHS.columns(Asked("/words", {"sort": "length", "page": "3"}))
    assert columns == {
        "length": Column("/words?sort=-length", "descending"),
        "word": Column("/words?sort=word", None),
    }
    turned = LENGTHS.columns(Asked("/words", {"sort": "-length"}))
    assert turned["length"] == Column("/words?sort=length", "ascending")


def of_file(client: TestClient, address: str, column: str) -> list[str]:
    return [row[column] for row in csv.DictReader(io.StringIO(client.get(address).text))]


@pytest.mark.parametrize(
    ("of", "sort", "column"),
    [
        ("/actors", "name", "name"),
        ("/reports", "title", "title"),
        ("/reports", "day", "published"),
        ("/speech", "day", "published"),
        ("/network", "pair", "one"),
    ],
)
def test_a_file_holds_the_rows_in_the_order_of_the_page(
    client: TestClient, of: str, sort: str, column: str
) -> None:
    shown = client.get(f"{of}?sort={sort}").text
    assert f"{of}.csv?sort={sort}" in shown
    forwards = of_file(client, f"{of}.csv?sort={sort}", column)
    backwards = of_file(client, f"{of}.csv?sort=-{sort}", column)
    assert len(set(forwards)) > 1
    assert forwards[0] == min(forwards, key=lambda each: (not each, each.casefold())) or of == "/speech"
    assert set(forwards) == set(backwards)
    assert forwards != backwards


def test_a_table_tells_by_which_column_it_is_sorted(client: TestClient) -> None:
    heads = re.findall(r"<th scope=\"col\"[^>]*>", client.get("/actors?sort=said").text)
    assert [head for head in heads if "aria-sort" in head] == ['<th scope="col" class="n" aria-sort="descending">']


def test_the_picture_of_the_network_is_the_same_in_any_order_of_its_table(client: TestClient) -> None:
    drawn = [
        re.findall(r"<circle[^>]*>|<path d=[^>]*>", client.get(path).text)
        for path in ("/network", "/network?sort=pair")
    ]
    assert drawn[0] == drawn[1] != []


def test_reports_that_name_an_actor_are_as_many_as_the_table_of_actors_says(client: TestClient) -> None:
    actor = client.get("/actors.json").json()[0]
    reports = client.get(f"/reports.json?actor={actor['id']}").json()
    assert len(reports) == actor["reports"] < len(client.get("/reports.json").json())
